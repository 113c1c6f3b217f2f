package org.truce.assess.counts;

import org.truce.assess.Interval;

/**
 * How well a distribution said what came; lower is better for each. All are proper: nobody gains by
 * saying other than what they hold (Gneiting and Raftery 2007, Strictly proper scoring rules,
 * prediction, and estimation). The continuous ranked probability score is
 * {@link CountDistribution#crps}.
 */
public final class Scores {
    private Scores() {}

    /** {@code -ln P(X = y)}, in nats; infinite where what came was held impossible (Good 1952). */
    public static double logScore(CountDistribution said, int came) {
        return -said.logProbability(came);
    }

    /**
     * {@code (p - [it came])^2}, 0 to 1 (Brier 1950).
     *
     * @param probability that it comes, 0 to 1
     */
    public static double brier(double probability, boolean came) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("a probability lies from 0 to 1: " + probability);
        }
        double gap = probability - (came ? 1 : 0);
        return gap * gap;
    }

    /**
     * The interval's width, and {@code 2 / (1 - level)} times how far outside it lies what came
     * (Gneiting and Raftery 2007, equation 43).
     */
    public static double intervalScore(Interval said, double came) {
        double below = Math.max(0, said.low() - came);
        double above = Math.max(0, came - said.high());
        return said.high() - said.low() + 2 / (1 - said.level()) * (below + above);
    }
}
