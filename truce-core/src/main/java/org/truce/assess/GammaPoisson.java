package org.truce.assess;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * What is known of a rate of events after some were counted: the exact posterior when counts are
 * Poisson and the prior is a Gamma, which is Gamma(prior shape + events, prior days + days) (Gelman
 * et al., Bayesian Data Analysis, 3rd edition 2013, section 2.6). Rates are events a day.
 *
 * <p>It takes events to come one by one at an even rate. Fighting comes in bursts, so real
 * uncertainty is larger than what is given here.
 */
public final class GammaPoisson {
    private final double shape;
    private final double days;

    private GammaPoisson(double shape, double days) {
        this.shape = shape;
        this.days = days;
    }

    /**
     * What is held of the rate before counting: as if {@code shape} events had been seen in
     * {@code days}. Shape is above 0, days 0 or more.
     */
    public record Prior(double shape, double days) {
        /** Jeffreys' prior for a Poisson rate: Gamma(1/2, 0) (Jeffreys 1946). */
        public static final Prior JEFFREYS = new Prior(0.5, 0);

        public Prior {
            if (!(shape > 0)
                    || !(days >= 0)
                    || Double.isInfinite(shape)
                    || Double.isInfinite(days)) {
                throw new IllegalArgumentException(
                        "no such prior: Gamma(%s, %s)".formatted(shape, days));
            }
        }
    }

    /** The posterior with Jeffreys' prior. */
    public static GammaPoisson after(Rate seen) {
        return after(Prior.JEFFREYS, seen);
    }

    /** The posterior with a prior of the caller's own. */
    public static GammaPoisson after(Prior prior, Rate seen) {
        return new GammaPoisson(prior.shape() + seen.events(), prior.days() + seen.days());
    }

    /** The posterior's shape: events, the prior's share included. */
    public double shape() {
        return shape;
    }

    /** The posterior's rate parameter: days, the prior's share included. */
    public double days() {
        return days;
    }

    /** The posterior mean, events a day. */
    public double meanPerDay() {
        return shape / days;
    }

    /** The equal-tailed posterior interval of the rate, events a day. */
    public Interval rateInterval(double level) {
        Interval.checkLevel(level);
        GammaDistribution rate = GammaDistribution.of(shape, 1);
        double tail = (1 - level) / 2;
        return new Interval(
                rate.inverseCumulativeProbability(tail) / days,
                rate.inverseSurvivalProbability(tail) / days,
                level);
    }

    /**
     * The probability of {@code k} events or more in the next {@code nextDays} days, when they are
     * watched as well and the rate stays what it is. The predictive distribution is negative
     * binomial (Gelman et al. 2013, section 2.6); its tail is an incomplete beta function
     * (Abramowitz and Stegun 1964, 26.5.26), which takes a shape that is no whole number.
     */
    public double probabilityAtLeast(int k, double nextDays) {
        if (k < 0 || !(nextDays > 0)) {
            throw new IllegalArgumentException(
                    "no such outlook: %d in %s days".formatted(k, nextDays));
        }
        return k == 0
                ? 1
                : BetaDistribution.of(shape, k).survivalProbability(days / (days + nextDays));
    }

    /**
     * The highest rate, in events a day, that agrees with having seen none: {@code -ln(1 - level) /
     * (days x detection)}, the exact upper bound of a Poisson rate at zero events (for 95 % the
     * "rule of three", Hanley and Lippman-Hand 1983), divided by the probability of seeing an
     * event.
     *
     * @param days watched days, above 0
     * @param level for example 0.95
     * @param detectionProbability the probability that an event is seen, above 0 and up to 1
     */
    public static double upperBoundWhenNone(
            double days, double level, double detectionProbability) {
        Interval.checkLevel(level);
        if (!(days > 0) || !(detectionProbability > 0 && detectionProbability <= 1)) {
            throw new IllegalArgumentException("no bound without watching: %s days, detection %s"
                    .formatted(days, detectionProbability));
        }
        return -Math.log1p(-level) / (days * detectionProbability);
    }
}
