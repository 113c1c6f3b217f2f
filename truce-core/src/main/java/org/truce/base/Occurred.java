package org.truce.base;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** When something happened, as the source gives it: from, to, and how exactly it is known. */
public record Occurred(Moment from, Moment to, TimePrecision precision) {
    private static final Duration HALF_WEEK = Duration.ofHours(84);
    private static final Duration HALF_MONTH = Duration.ofDays(15);

    /** Where the source lets it begin; the day or period it is counted in. */
    public Instant begins(ZoneId zone) {
        return from.startIn(zone);
    }

    /** The whole stated stretch. */
    public Period stated(ZoneId zone) {
        Instant start = from.startIn(zone);
        Instant end = to.endIn(zone);
        return new Period(start, end.isBefore(start) ? start : end);
    }

    /**
     * Every instant at which it may have begun: the hour for hour precision, the local day for day
     * precision; for a coarser precision the stated stretch, widened about its middle to a week or
     * a month (30 days) when it is narrower than that.
     */
    public Period mayHaveBegun(ZoneId zone) {
        Instant start = from.startIn(zone);
        return switch (precision) {
            case HOUR ->
                from instanceof Moment.Day
                        ? new Period(start, from.endIn(zone))
                        : new Period(start, from.endIn(zone).plus(Duration.ofHours(1)));
            case DAY -> {
                // Not the date as written: with an offset from UTC that may be another local day.
                Moment day = new Moment.Day(start.atZone(zone).toLocalDate());
                yield new Period(day.startIn(zone), day.endIn(zone));
            }
            case WEEK -> widened(stated(zone), HALF_WEEK);
            case MONTH, LONGER -> widened(stated(zone), HALF_MONTH);
        };
    }

    /** Every instant at which it may have been going on. */
    public Period mayHaveLasted(ZoneId zone) {
        Period stated = stated(zone);
        Period begun = mayHaveBegun(zone);
        return new Period(
                stated.from().isBefore(begun.from()) ? stated.from() : begun.from(),
                stated.to().isAfter(begun.to()) ? stated.to() : begun.to());
    }

    private static Period widened(Period stated, Duration half) {
        Duration length = Duration.between(stated.from(), stated.to());
        if (length.compareTo(half.multipliedBy(2)) >= 0) {
            return stated;
        }
        Instant middle = stated.from().plus(length.dividedBy(2));
        return new Period(middle.minus(half), middle.plus(half));
    }
}
