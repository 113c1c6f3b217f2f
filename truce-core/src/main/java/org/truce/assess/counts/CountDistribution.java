package org.truce.assess.counts;

/**
 * What number of events may come: a distribution over 0, 1, 2 and so on.
 *
 * <p>{@code crps} is the continuous ranked probability score, the sum over k of {@code (P(X <= k) -
 * [y <= k])^2}: in events, 0 when the outcome was certain, lower is better (Matheson and Winkler
 * 1976; for counts Czado, Gneiting and Held 2009, section 2.2).
 */
public sealed interface CountDistribution permits Poisson, NegativeBinomial, Mixture, Sample {
    /** The natural logarithm of P(X = k); negative infinity where that is 0. */
    double logProbability(int k);

    /** P(X at most k); 0 for a negative k. */
    double probabilityAtMost(int k);

    /** The expected number of events. */
    double mean();

    /** The continuous ranked probability score against what came. */
    double crps(int came);

    /** P(X = k). */
    default double probability(int k) {
        return Math.exp(logProbability(k));
    }

    /** P(X at least k). */
    default double probabilityAtLeast(int k) {
        return 1 - probabilityAtMost(k - 1);
    }

    /** The least k with {@code P(X <= k) >= probability}, which lies above 0 and below 1. */
    default int quantile(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException(
                    "a quantile belongs to a probability between 0 and 1: " + probability);
        }
        int high = 1;
        while (probabilityAtMost(high) < probability) {
            high = Math.multiplyExact(high, 2);
        }
        int low = -1;
        while (high - low > 1) {
            int middle = low + (high - low) / 2;
            if (probabilityAtMost(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
