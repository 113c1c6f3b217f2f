package org.truce.assess;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.FDistribution;

import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The rate during over the rate before: below 1 means that events were rarer during.
 *
 * <p>Posterior: with Jeffreys' prior on each, the rates are independent Gammas with shapes
 * {@code during.events + 1/2} and {@code before.events + 1/2}. The ratio of two Gammas, each over
 * its mean, follows Fisher's F with twice the shapes as degrees of freedom (Johnson, Kotz and
 * Balakrishnan, Continuous Univariate Distributions 2, 1995, chapter 27), so {@code ratio = scale x
 * F}, where {@code scale = ((during.events + 1/2) / during.days) / ((before.events + 1/2) /
 * before.days)}.
 *
 * <p>It says that rates differ, never why: ceasefires begin when fighting is at a peak.
 */
public record RateRatio(Rate before, Rate during) implements RatioPosterior {
    /** What is equally improbable but for rounding counts as such; R has the same. */
    private static final double ROUNDING = 1e-7;

    @Override
    public OptionalDouble estimate() {
        return before.events() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(during.perDay() / before.perDay());
    }

    @Override
    public Interval posteriorInterval(double level) {
        Interval.checkLevel(level);
        FDistribution f = posteriorOverScale();
        double tail = (1 - level) / 2;
        return new Interval(
                scale() * f.inverseCumulativeProbability(tail),
                scale() * f.inverseSurvivalProbability(tail),
                level);
    }

    @Override
    public double probabilityBelow(double bound) {
        if (!(bound > 0)) {
            throw new IllegalArgumentException(
                    "a ratio of rates is compared with more than 0: " + bound);
        }
        return posteriorOverScale().cumulativeProbability(bound / scale());
    }

    /**
     * The exact interval of R's {@code poisson.test} for two samples: given all events, those
     * during are binomial; the Clopper-Pearson (1934) limits of that share, as odds, over the days'
     * ratio (Przyborowski and Wilenski 1940; Lehmann and Romano, Testing Statistical Hypotheses,
     * 3rd edition 2005, section 4.5). The limits are written with F quantiles, which stay exact for
     * small shares. The lower end is 0 without an event during, the upper infinite without one
     * before.
     */
    public Interval exactInterval(double level) {
        Interval.checkLevel(level);
        double tail = (1 - level) / 2;
        double daysRatio = before.days() / during.days();
        int b = before.events();
        int d = during.events();
        double low = d == 0
                ? 0
                : d
                        / (b + 1.0)
                        * FDistribution.of(2.0 * d, 2.0 * (b + 1))
                                .inverseCumulativeProbability(tail);
        double high = b == 0
                ? Double.POSITIVE_INFINITY
                : (d + 1.0)
                        / b
                        * FDistribution.of(2.0 * (d + 1), 2.0 * b).inverseSurvivalProbability(tail);
        return new Interval(low * daysRatio, high * daysRatio, level);
    }

    /**
     * How probable a share of all events during that is as improbable as this one or more so is, if
     * the rates were the same: both tails of the binomial (Lehmann and Romano 2005, section 4.5),
     * as R's {@code poisson.test} adds them up.
     */
    public double exactPValue() {
        int all = before.events() + during.events();
        BinomialDistribution same =
                BinomialDistribution.of(all, during.days() / (before.days() + during.days()));
        double bar = same.probability(during.events()) * (1 + ROUNDING);
        return Math.min(
                1,
                IntStream.rangeClosed(0, all)
                        .mapToDouble(same::probability)
                        .filter(probability -> probability <= bar)
                        .sum());
    }

    private double scale() {
        return GammaPoisson.after(during).meanPerDay()
                / GammaPoisson.after(before).meanPerDay();
    }

    private FDistribution posteriorOverScale() {
        return FDistribution.of(
                2 * GammaPoisson.after(during).shape(),
                2 * GammaPoisson.after(before).shape());
    }
}
