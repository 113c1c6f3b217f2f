package org.truce.terms;

import org.truce.base.Moment;
import org.truce.base.Occurred;
import org.truce.base.Period;
import org.truce.base.Phrase;
import org.truce.base.Truth;
import org.truce.record.Agreement;
import org.truce.record.Entry;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Whether something began while a prohibition was in force inside an outline: the time that its own
 * period, the agreement's and the outline's share, in its hours of the day where it names some. A
 * moment of ending is outside, as a bare date of ending is from its start. After the day up to
 * which a lapse is known to be put off, the answer is open.
 */
final class TimeTest {
    /** Hours of a window are whole minutes. */
    private static final Duration STEP = Duration.ofMinutes(1);

    private static final Finding.Test AS_IF =
            test(Truth.YES, Phrase.of("terms.time-as-if-in-force"));

    private final ZoneId zone;
    private final Optional<Instant> from;
    private final Instant to;
    private final Optional<Instant> knownUntil;
    private final Optional<Agreement.Hours> hours;
    private final Map<Period, Finding.Test> answers = new ConcurrentHashMap<>();

    TimeTest(Agreement agreement, Agreement.Prohibition prohibition, Entry.AreaOutline outline) {
        zone = agreement.zone();
        Optional<Agreement.When> when = prohibition.when();
        hours = when.flatMap(Agreement.When::hours);
        knownUntil = agreement.lapse().map(lapse -> startOf(lapse.knownUntil()));
        from = Stream.of(
                        agreement.inForceFrom(),
                        outline.inForceFrom(),
                        when.flatMap(Agreement.When::from))
                .flatMap(Optional::stream)
                .map(moment -> startOf(moment))
                .max(Instant::compareTo);
        to = Stream.of(agreement.inForceTo(), outline.inForceTo(), when.flatMap(Agreement.When::to))
                .flatMap(Optional::stream)
                .map(moment -> startOf(moment))
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    private Instant startOf(Moment moment) {
        return moment.startIn(zone);
    }

    /** Empty when the beginning is not known or the two are never in force together. */
    Optional<Period> inForce() {
        return from.filter(start -> start.isBefore(to)).map(start -> new Period(start, to));
    }

    Finding.Test of(Occurred occurred, Terms.Clock clock) {
        return switch (clock) {
            case AS_IF_IN_FORCE ->
                hours.map(window -> inHours(window, occurred.mayHaveBegun(zone)))
                        .orElse(AS_IF);
            case AS_AGREED -> answers.computeIfAbsent(occurred.mayHaveBegun(zone), this::answer);
        };
    }

    private Finding.Test answer(Period begun) {
        Phrase when = Wording.stretch(begun, zone);
        if (!begun.from().isBefore(to)) {
            return test(Truth.NO, Phrase.of("terms.time-after", when, Wording.at(to, zone)));
        }
        if (from.isEmpty()) {
            return test(Truth.UNKNOWN, Phrase.of("terms.time-start-unknown", when));
        }
        Instant start = from.get();
        String startText = Wording.at(start, zone);
        if (!start.isBefore(to)) {
            return test(Truth.NO, Phrase.of("terms.time-never"));
        }
        if (!begun.to().isAfter(start)) {
            return test(Truth.NO, Phrase.of("terms.time-before", when, startText));
        }
        if (begun.from().isBefore(start)) {
            return test(Truth.UNKNOWN, Phrase.of("terms.time-across-start", when, startText));
        }
        return begun.to().isAfter(to)
                ? test(
                        Truth.UNKNOWN,
                        Phrase.of("terms.time-across-end", when, Wording.at(to, zone)))
                : lapsedOrDuring(begun, startText);
    }

    private Finding.Test lapsedOrDuring(Period begun, String startText) {
        Phrase when = Wording.stretch(begun, zone);
        if (knownUntil.filter(begun.to()::isAfter).isPresent()) {
            Finding.Test lapsed = test(
                    Truth.UNKNOWN,
                    Phrase.of(
                            "terms.time-renewal-not-known",
                            when,
                            Wording.at(knownUntil.get(), zone)));
            // Outside its hours nothing is broken, renewed or not.
            return hours.map(window -> inHours(window, begun))
                    .filter(test -> test.holds() == Truth.NO)
                    .orElse(lapsed);
        }
        return hours.map(window -> inHours(window, begun))
                .orElseGet(() -> test(Truth.YES, Phrase.of("terms.time-during", when, startText)));
    }

    /** Of a day known no better than by its date the hour is open, unless the window is all day. */
    private Finding.Test inHours(Agreement.Hours window, Period begun) {
        Phrase when = Wording.stretch(begun, zone);
        String[] hour = {window.from().toString(), window.to().toString()};
        boolean inside = false;
        boolean outside = false;
        ZonedDateTime last = begun.to().atZone(zone);
        for (ZonedDateTime at = begun.from().atZone(zone);
                at.isBefore(last) && !(inside && outside);
                at = at.plus(STEP)) {
            inside |= holds(window, at.toLocalTime());
            outside |= !holds(window, at.toLocalTime());
        }
        if (inside && outside) {
            return test(Truth.UNKNOWN, Phrase.of("terms.time-hours-open", when, hour[0], hour[1]));
        }
        return inside
                ? test(Truth.YES, Phrase.of("terms.time-in-hours", when, hour[0], hour[1]))
                : test(Truth.NO, Phrase.of("terms.time-outside-hours", when, hour[0], hour[1]));
    }

    private static boolean holds(Agreement.Hours window, LocalTime at) {
        boolean afterStart = !at.isBefore(window.from());
        boolean beforeEnd = at.isBefore(window.to());
        return window.from().isBefore(window.to())
                ? afterStart && beforeEnd
                : afterStart || beforeEnd;
    }

    private static Finding.Test test(Truth holds, Phrase because) {
        return new Finding.Test(Finding.Aspect.TIME, holds, because);
    }
}
