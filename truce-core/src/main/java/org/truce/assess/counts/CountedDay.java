package org.truce.assess.counts;

import java.time.LocalDate;

/**
 * What was counted on one local day.
 *
 * @param events how many are known, 0 or more
 * @param observedShare the share of the day on which somebody observed, from 0 (nobody did, and
 *     then there is no event) to 1
 * @param completenessShare the share of the day's events that has become known by now, above 0 and
 *     up to 1; below 1 for recent days
 */
public record CountedDay(
        LocalDate day, int events, double observedShare, double completenessShare) {
    public CountedDay {
        if (events < 0 || !(observedShare >= 0 && observedShare <= 1)) {
            throw new IllegalArgumentException(
                    "no such day: %d events, %s of it observed".formatted(events, observedShare));
        }
        if (observedShare == 0 && events > 0) {
            throw new IllegalArgumentException(
                    "events on a day that nobody observed, count it as observed: " + day);
        }
        if (!(completenessShare > 0 && completenessShare <= 1)) {
            throw new IllegalArgumentException(
                    "completeness lies above 0 and up to 1: " + completenessShare);
        }
    }

    /** A day that was observed throughout and on which nothing more will become known. */
    public static CountedDay whole(LocalDate day, int events) {
        return new CountedDay(day, events, 1, 1);
    }

    /** Whole days, known in full, that say as much as this one: at most 1. */
    public double exposureDays() {
        return observedShare * completenessShare;
    }
}
