package org.truce.assess.counts;

import java.util.List;

/**
 * Events that bring more events: the rate at time t is {@code mu + sum over earlier events of n
 * beta exp(-beta (t - t_i))} (Hawkes 1971; Ogata 1988 for acts that follow on others).
 *
 * @param backgroundPerDay mu, the rate without earlier events, above 0
 * @param offspring n, how many events one brings by itself on average, from 0 to below 1
 * @param decayPerDay beta, above 0; the mean delay is one over it, in days
 */
public record Hawkes(double backgroundPerDay, double offspring, double decayPerDay) {
    public Hawkes {
        if (!(backgroundPerDay > 0)
                || !(offspring >= 0 && offspring < 1)
                || !(decayPerDay > 0)
                || Double.isInfinite(backgroundPerDay)
                || Double.isInfinite(decayPerDay)) {
            throw new IllegalArgumentException("no such rate: mu %s, n %s, beta %s"
                    .formatted(backgroundPerDay, offspring, decayPerDay));
        }
    }

    /** The mean rate in the long run, events a day: {@code mu / (1 - n)}. */
    public double meanPerDay() {
        return backgroundPerDay / (1 - offspring);
    }

    /** The variance of a long count over its mean: {@code 1 / (1 - n)^2} (Hawkes 1971). */
    public double dispersion() {
        return 1 / ((1 - offspring) * (1 - offspring));
    }

    /**
     * The natural logarithm of the likelihood: the sum of the logarithms of the rates at the
     * events, less the rate's integral. What earlier events add falls by one factor from each event
     * to the next, so one pass does (Ogata 1981, On Lewis' simulation method).
     *
     * @param timesDays when each event was, in days from the start of watching, in order of time
     * @param watchedDays for how long was watched, not before the last event
     */
    public double logLikelihood(List<Double> timesDays, double watchedDays) {
        double log = -backgroundPerDay * watchedDays;
        double added = 0;
        double last = 0;
        for (double time : timesDays) {
            if (!(time >= last && time <= watchedDays)) {
                throw new IllegalArgumentException("times go from 0 to %s in order: %s after %s"
                        .formatted(watchedDays, time, last));
            }
            added *= Math.exp(-decayPerDay * (time - last));
            log += Math.log(backgroundPerDay + added)
                    + offspring * Math.expm1(-decayPerDay * (watchedDays - time));
            added += offspring * decayPerDay;
            last = time;
        }
        return log;
    }
}
