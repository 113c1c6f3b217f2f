package org.truce.assess;

import org.truce.base.Moment;
import org.truce.base.Period;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** From a question's dates to counted time. */
public final class Windows {
    /**
     * Fewer than half of events are known within two weeks, so the last days are never complete.
     */
    public static final int INCOMPLETE_DAYS = 14;

    private Windows() {}

    /**
     * The time asked about: a bare {@code from} starts with that local day, a bare {@code to} ends
     * with that local day; a clock time is itself. Throws when no time lies between them.
     */
    public static Window asked(Moment from, Moment to, ZoneId zone) {
        Instant start = from.startIn(zone);
        Instant end = to.endIn(zone);
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException(
                    "the window from %s to %s holds no time: give a later end"
                            .formatted(from.text(), to.text()));
        }
        return new Window(new Period(start, end), zone);
    }

    /**
     * The part of a window that lies in the local days touched by the time in force; empty when
     * none does. Whole days, because counts and many reports are known to the day only: a truce
     * that began at noon has its first day counted as a whole. Whether an incident of that morning
     * is a breach is decided by its finding, not here.
     *
     * @param inForceFrom since when; empty when it has no known beginning
     * @param inForceTo until when (a bare date is inside); empty while it has not ended
     */
    public static Optional<Window> cutToInForce(
            Window asked, Optional<Moment> inForceFrom, Optional<Moment> inForceTo) {
        ZoneId zone = asked.zone();
        Instant from = inForceFrom.map(moment -> moment.startIn(zone)).orElse(Instant.MIN);
        Instant to = inForceTo.map(moment -> moment.endIn(zone)).orElse(Instant.MAX);
        if (!from.isBefore(to)) {
            return Optional.empty();
        }
        Instant firstDayStarts = from.equals(Instant.MIN) ? from : startOfDay(from, zone);
        Instant lastDayEnds = to.equals(Instant.MAX) ? to : endOfDayBefore(to, zone);
        return asked.period()
                .intersection(new Period(firstDayStarts, lastDayEnds))
                .map(part -> new Window(part, zone));
    }

    /**
     * The uninterrupted stretches that several periods make up, in order of time. Between two of
     * them nothing was in force, and quiet then is not a ceasefire's.
     */
    public static List<Period> stretches(Collection<Period> periods) {
        List<Period> stretches = new ArrayList<>();
        for (Period period :
                periods.stream().sorted(Comparator.comparing(Period::from)).toList()) {
            Optional<Period> open =
                    stretches.isEmpty() ? Optional.empty() : Optional.of(stretches.getLast());
            if (open.isEmpty() || open.get().to().isBefore(period.from())) {
                stretches.add(period);
            } else if (open.get().to().isBefore(period.to())) {
                stretches.set(stretches.size() - 1, new Period(open.get().from(), period.to()));
            }
        }
        return stretches;
    }

    /**
     * The first day of a window whose reports are still coming in, as known on a day: the last 14
     * days before it are incomplete, and so are that day and later ones. Empty when the window
     * ended earlier.
     *
     * @param asKnown the day as known on which the answer is given, or today, handed in
     */
    public static Optional<LocalDate> findIncompleteFrom(Window window, LocalDate asKnown) {
        LocalDate incomplete = asKnown.minusDays(INCOMPLETE_DAYS);
        if (window.lastDay().isBefore(incomplete)) {
            return Optional.empty();
        }
        LocalDate first = window.firstDay();
        return Optional.of(first.isAfter(incomplete) ? first : incomplete);
    }

    private static Instant startOfDay(Instant instant, ZoneId zone) {
        return LocalDate.ofInstant(instant, zone).atStartOfDay(zone).toInstant();
    }

    /** The end of the last local day that has time before {@code end}. */
    private static Instant endOfDayBefore(Instant end, ZoneId zone) {
        LocalDate lastTouched = LocalDate.ofInstant(end.minusNanos(1), zone);
        return lastTouched.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
