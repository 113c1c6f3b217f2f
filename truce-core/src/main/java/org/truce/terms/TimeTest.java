package org.truce.terms;

import org.truce.base.Moment;
import org.truce.base.Occurred;
import org.truce.base.Period;
import org.truce.base.Phrase;
import org.truce.base.Truth;
import org.truce.record.Agreement;
import org.truce.record.Entry;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Whether something began while an agreement was in force inside an outline: the time that both
 * their periods share. A moment of ending is outside, as a bare date of ending is from its start.
 */
final class TimeTest {
    private static final Finding.Test AS_IF =
            test(Truth.YES, Phrase.of("terms.time-as-if-in-force"));

    private final ZoneId zone;
    private final Optional<Instant> from;
    private final Instant to;
    private final Map<Period, Finding.Test> answers = new ConcurrentHashMap<>();

    TimeTest(Agreement agreement, Entry.AreaOutline outline) {
        zone = agreement.zone();
        from = Stream.of(agreement.inForceFrom(), outline.inForceFrom())
                .flatMap(Optional::stream)
                .map(moment -> startOf(moment))
                .max(Instant::compareTo);
        to = Stream.of(agreement.inForceTo(), outline.inForceTo())
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
            case AS_IF_IN_FORCE -> AS_IF;
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
                : test(Truth.YES, Phrase.of("terms.time-during", when, startText));
    }

    private static Finding.Test test(Truth holds, Phrase because) {
        return new Finding.Test(Finding.Aspect.TIME, holds, because);
    }
}
