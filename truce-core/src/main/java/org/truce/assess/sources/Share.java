package org.truce.assess.sources;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.truce.assess.Interval;

/**
 * How often something holds, as far as some items tell: Beta(with, without), both with what was
 * held before among them and above 0 (Gelman et al., Bayesian Data Analysis, 3rd edition 2013,
 * section 2.4).
 *
 * @param with items in which it holds; no whole number, for what came out is itself only probable
 * @param without items in which it does not
 */
public record Share(double with, double without) {
    public Share {
        if (!(with > 0 && without > 0)) {
            throw new IllegalArgumentException(
                    "no such share: Beta(%s, %s)".formatted(with, without));
        }
    }

    /** The posterior mean, 0 to 1. */
    public double mean() {
        return with / (with + without);
    }

    /** The equal-tailed posterior interval. */
    public Interval interval(double level) {
        Interval.checkLevel(level);
        BetaDistribution share = BetaDistribution.of(with, without);
        double tail = (1 - level) / 2;
        return new Interval(
                share.inverseCumulativeProbability(tail),
                share.inverseSurvivalProbability(tail),
                level);
    }
}
