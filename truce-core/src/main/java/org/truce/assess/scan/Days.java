package org.truce.assess.scan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The days of a scan, local to its area. Their numbers run from 0, the first.
 *
 * @param first the first day
 * @param last the last day, inside; not before the first
 */
public record Days(LocalDate first, LocalDate last) {
    public Days {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(
                    "the days end before they start: %s, %s".formatted(first, last));
        }
    }

    /** How many there are. */
    public int count() {
        return Math.toIntExact(ChronoUnit.DAYS.between(first, last) + 1);
    }

    /** The number of {@code day}; throws when it lies outside. */
    public int getIndex(LocalDate day) {
        if (day.isBefore(first) || day.isAfter(last)) {
            throw new IllegalArgumentException(
                    "%s is not one of the days from %s to %s".formatted(day, first, last));
        }
        return Math.toIntExact(ChronoUnit.DAYS.between(first, day));
    }

    /** The day with the number {@code index}. */
    public LocalDate day(int index) {
        return first.plusDays(index);
    }
}
