package org.truce.assess;

import org.truce.base.Period;

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
}
