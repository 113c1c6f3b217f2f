package org.truce.assess.counts;

import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/**
 * Poisson counts.
 *
 * @param mean expected events, 0 or more; with 0 it is certain that none comes
 */
public record Poisson(double mean) implements CountDistribution {
    public Poisson {
        if (!(mean >= 0) || mean == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("a mean is 0 or more: " + mean);
        }
    }

    @Override
    public double logProbability(int k) {
        if (k < 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return k == 0 ? -mean : k * Math.log(mean) - mean - LogGamma.value(k + 1.0);
    }

    @Override
    public double probabilityAtMost(int k) {
        if (k < 0) {
            return 0;
        }
        return mean == 0 ? 1 : RegularizedGamma.Q.value(k + 1.0, mean);
    }

    /**
     * {@code (y - m)(2 F(y) - 1) + 2 m f(y) - m exp(-2m) (I0(2m) + I1(2m))} (Wei and Held 2014,
     * Calibration tests for count data; Jordan, Krueger and Lerch 2019, appendix A). The last term
     * is half of the mean distance of two draws and is computed as such: {@link Spread}.
     */
    @Override
    public double crps(int came) {
        return (came - mean) * (2 * probabilityAtMost(came) - 1)
                + 2 * mean * probability(came)
                - Spread.halfDistance(
                        Math.sqrt(mean), 0, t -> Math.exp(-4 * mean * Spread.squaredSineOfHalf(t)));
    }
}
