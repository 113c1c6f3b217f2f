package org.truce.assess;

import org.truce.assess.counts.CountedDay;
import org.truce.base.Period;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A stretch of time that a register watched, a day or a period of its counts.
 *
 * @param period when
 * @param breaches how many it counted in it
 */
record Watched(Period period, int breaches) {
    /** Breaches over elapsed days. */
    Rate rate() {
        return new Rate(breaches, period.days());
    }

    /** A local day, or a part of one, on which it was watched. */
    CountedDay daily(ZoneId zone) {
        return new CountedDay(
                LocalDate.ofInstant(period.from(), zone), breaches, Math.min(1, period.days()), 1);
    }
}
