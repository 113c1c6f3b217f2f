package org.truce.assess.change;

import org.apache.commons.numbers.gamma.LogGamma;
import org.truce.assess.GammaPoisson;
import org.truce.assess.Interval;
import org.truce.assess.Rate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The exact posterior of one change of a Poisson rate between two periods of a series: {@code k} of
 * its {@code n} periods are at one rate, the others at another. Both rates have the same Gamma
 * prior, and every {@code k} from 1 to {@code n - 1} is as probable as any other before counting.
 * The rates integrate out, so that nothing is sampled (Raftery and Akman, Bayesian analysis of a
 * Poisson process with a change-point, Biometrika 73, 1986, pages 85 to 89; here with a change
 * between periods and not inside them).
 *
 * <p>With {@code N} events in {@code T} days and the prior Gamma(a, b), one rate has the evidence
 * {@code m(N, T) = b^a / Gamma(a) x Gamma(a + N) / (b + T)^(a + N)}, but for a factor that depends
 * on no rate. Then {@code P(k | counts)} is proportional to {@code m(first k) x m(others)}, and the
 * Bayes factor against no change is the mean of that over {@code k}, over {@code m(all)}.
 *
 * <p>It takes events to come one by one, and one change or none. Fighting comes in bursts, which
 * make it surer than it should be; and it says nothing of what made a change.
 */
public final class SingleChange {
    private final GammaPoisson.Prior prior;
    /** Of the first k periods together, at index k - 1. */
    private final List<Rate> before;
    /** Of the periods from the one after k on, at index k - 1. */
    private final List<Rate> after;
    /** Of k, at index k - 1. */
    private final double[] posterior;

    private final double logBayesFactor;

    private SingleChange(List<Rate> series, GammaPoisson.Prior prior) {
        this.prior = prior;
        List<Rate> sums = sumsFromStart(series);
        int last = series.size() - 1;
        before = sums.subList(0, last);
        after = sumsFromStart(series.reversed()).subList(0, last).reversed();
        double[] logs = new double[last];
        for (int i = 0; i < last; i++) {
            logs[i] = logEvidence(before.get(i)) + logEvidence(after.get(i));
        }
        double largest = Arrays.stream(logs).max().orElseThrow();
        double sum = Arrays.stream(logs).map(log -> Math.exp(log - largest)).sum();
        posterior =
                Arrays.stream(logs).map(log -> Math.exp(log - largest) / sum).toArray();
        logBayesFactor = largest + Math.log(sum / last) - logEvidence(sums.getLast());
    }

    /**
     * The posterior; empty for fewer than two periods, between which nothing can change.
     *
     * @param series the periods in order of time, each with its events and watched days; what
     *     nobody watched is in none of them
     * @param prior of either rate, with days above 0: improper priors give no Bayes factor. Another
     *     unit of time than days will do when series and prior have the same.
     */
    public static Optional<SingleChange> find(List<Rate> series, GammaPoisson.Prior prior) {
        if (!(prior.days() > 0)) {
            throw new IllegalArgumentException("the prior of a change is proper: " + prior);
        }
        return series.size() < 2 ? Optional.empty() : Optional.of(new SingleChange(series, prior));
    }

    /** How many periods there are. */
    public int periods() {
        return posterior.length + 1;
    }

    /** The probability that the first {@code k} periods, 1 to n - 1, are those before a change. */
    public double probabilityOf(int k) {
        return posterior[k - 1];
    }

    /** The most probable {@code k}; the first of several that are equally so. */
    public int mode() {
        int best = 1;
        for (int k = 2; k < periods(); k++) {
            if (probabilityOf(k) > probabilityOf(best)) {
                best = k;
            }
        }
        return best;
    }

    /**
     * The equal-tailed interval of {@code k}: neither below its first nor above its last lies more
     * than half of what {@code level} leaves out.
     */
    public Between between(double level) {
        Interval.checkLevel(level);
        double tail = (1 - level) / 2;
        int first = 1;
        for (double below = probabilityOf(1); below < tail; below += probabilityOf(first)) {
            first++;
        }
        int last = periods() - 1;
        for (double above = probabilityOf(last); above < tail; above += probabilityOf(last)) {
            last--;
        }
        return new Between(first, last, level);
    }

    /**
     * An interval of {@code k}, both ends inside.
     *
     * @param level the least probability that goes with it
     */
    public record Between(int first, int last, double level) {}

    /** The expected rate before the change, events a day, averaged over {@code k}. */
    public double beforePerDay() {
        return expected(before);
    }

    /** The expected rate after the change, events a day, averaged over {@code k}. */
    public double afterPerDay() {
        return expected(after);
    }

    /** The natural logarithm of the Bayes factor of one change against none. */
    public double logBayesFactor() {
        return logBayesFactor;
    }

    /** The probability of one change against none, 0 to 1, where both were as probable before. */
    public double probability() {
        return 1 / (1 + Math.exp(-logBayesFactor));
    }

    private double expected(List<Rate> side) {
        double mean = 0;
        for (int i = 0; i < posterior.length; i++) {
            mean += posterior[i] * GammaPoisson.after(prior, side.get(i)).meanPerDay();
        }
        return mean;
    }

    private double logEvidence(Rate seen) {
        double shape = prior.shape() + seen.events();
        return prior.shape() * Math.log(prior.days())
                - LogGamma.value(prior.shape())
                + LogGamma.value(shape)
                - shape * Math.log(prior.days() + seen.days());
    }

    private static List<Rate> sumsFromStart(List<Rate> series) {
        List<Rate> sums = new ArrayList<>();
        int events = 0;
        double days = 0;
        for (Rate period : series) {
            events = Math.addExact(events, period.events());
            days += period.days();
            sums.add(new Rate(events, days));
        }
        return sums;
    }
}
