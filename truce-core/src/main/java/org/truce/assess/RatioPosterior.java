package org.truce.assess;

import java.util.OptionalDouble;

/** What is known of the ratio of two rates, that of the window over that before. */
public interface RatioPosterior {
    /** The ratio of the observed rates; empty when there was no event before to compare with. */
    OptionalDouble estimate();

    /** The equal-tailed posterior interval. */
    Interval posteriorInterval(double level);

    /** The posterior probability that the ratio is below {@code bound}, which is above 0. */
    double probabilityBelow(double bound);

    /** The posterior probability that the rate during is lower than the rate before. */
    default double probabilityLower() {
        return probabilityBelow(1);
    }

    /** The posterior probability that the rate during is below half of the rate before. */
    default double probabilityBelowHalf() {
        return probabilityBelow(0.5);
    }
}
