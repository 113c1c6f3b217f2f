package org.truce.assess.counts;

import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * Counts that scatter more than Poisson's: Poisson with a rate that is itself Gamma distributed
 * (Greenwood and Yule 1920). The variance is {@code mean + mean^2 / size}.
 *
 * @param size the Gamma's shape, above 0; the larger, the closer to Poisson
 * @param mean expected events, above 0
 */
public record NegativeBinomial(double size, double mean) implements CountDistribution {
    public NegativeBinomial {
        if (!(size > 0)
                || !(mean > 0)
                || size == Double.POSITIVE_INFINITY
                || mean == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "size and mean are above 0: %s, %s".formatted(size, mean));
        }
    }

    @Override
    public double logProbability(int k) {
        return k < 0
                ? Double.NEGATIVE_INFINITY
                : LogGamma.value(size + k)
                        - LogGamma.value(size)
                        - LogGamma.value(k + 1.0)
                        - size * Math.log1p(mean / size)
                        - k * Math.log1p(size / mean);
    }

    /** An incomplete beta function (Abramowitz and Stegun 1964, 26.5.26). */
    @Override
    public double probabilityAtMost(int k) {
        return atMost(size, k);
    }

    /**
     * {@code E|X - y| - E|X - X'| / 2} (Gneiting and Raftery 2007, equation 21). The first term is
     * {@code y (2 F(y) - 1) + m (1 - 2 G(y - 1))}, {@code G} the distribution function of size + 1
     * and the same chance of an event, as {@code k f(k)} is {@code m} times its probability of k -
     * 1 (Wei and Held 2014; Jordan, Krueger and Lerch 2019, appendix A, write the second with a
     * hypergeometric function).
     */
    @Override
    public double crps(int came) {
        double distance =
                came * (2 * atMost(size, came) - 1) + mean * (1 - 2 * atMost(size + 1, came - 1));
        double odds = mean / size;
        return distance
                - Spread.halfDistance(
                        Math.sqrt(mean * (1 + odds)),
                        odds,
                        t -> Math.exp(-size
                                * Math.log1p(4 * odds * (1 + odds) * Spread.squaredSineOfHalf(t))));
    }

    private double atMost(double shape, int k) {
        return k < 0 ? 0 : RegularizedBeta.value(size / (size + mean), shape, k + 1.0);
    }
}
