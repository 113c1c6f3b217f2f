package org.truce.assess;

import org.truce.assess.counts.CountedDay;
import org.truce.base.Period;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A stretch of time that a register watched, a day or a period of its counts.
 *
 * @param period when
 * @param share how much of it was watched, above 0 to 1
 * @param breaches how many it counted in it
 */
record Watched(Period period, double share, int breaches) {
    Watched {
        if (!(share > 0) || share > 1) {
            throw new IllegalArgumentException("a share lies above 0, up to 1: " + share);
        }
    }

    /** As many elapsed days as it watched for. */
    double days() {
        return period.days() * share;
    }

    /** Breaches over watched days. */
    Rate rate() {
        return new Rate(breaches, days());
    }

    /** A local day, or a part of one, on which it was watched. */
    CountedDay daily(ZoneId zone) {
        return new CountedDay(
                LocalDate.ofInstant(period.from(), zone), breaches, Math.min(1, days()), 1);
    }
}
