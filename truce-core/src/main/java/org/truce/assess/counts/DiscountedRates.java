package org.truce.assess.counts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the next days may bring, when the rate may have changed lately and may change again.
 *
 * <p><b>Parts.</b> A day's events and exposure count the less the longer ago it is, by half after
 * each half-life: the rate is Gamma(a, b) with a the discounted events and b the discounted
 * exposure (power discounting: Smith 1979; West, Harrison and Migon 1985; Harvey and Fernandes
 * 1989). One event at the mean rate of all days until then is added, so that it is proper. Over a
 * horizon of h days the rate goes on changing: the shape is discounted by half of the horizon more
 * and the mean kept. Events that come in bursts add variance: with the dispersion phi the sum has
 * the variance {@code phi m + m^2 / shape}, so it is negative binomial with {@code 1 / size = (phi
 * - 1) / m + 1 / shape}.
 *
 * <p><b>Weights.</b> Half-lives of 7, 15, 30, 60, 120 and 365 days and one without end, times phi
 * of 1, 2, 4, 8, 16 and 32, are averaged by what probability each gave to the sums that came since:
 * {@code w} in proportion to {@code exp(sum of v log P(sum that came))}, equal without any
 * (Bayesian model averaging with forgetting: Raftery, Karny and Ettler 2010). {@code v} halves
 * every 120 days, and is the step between origins over the horizon, as sums that overlap are not
 * news each time.
 *
 * <p>A day nobody observed passes time and tells nothing.
 */
final class DiscountedRates {
    private static final double[] HALF_LIVES_DAYS = {
        7, 15, 30, 60, 120, 365, Double.POSITIVE_INFINITY
    };
    private static final double[] DISPERSIONS = {1, 2, 4, 8, 16, 32};
    private static final double SCORES_HALF_LIFE_DAYS = 120;
    private static final double NEGLIGIBLE_WEIGHT = 1e-4;
    private static final int ORIGINS_IN_A_HORIZON = 7;

    private final DailyRun run;
    private final int horizonDays;
    /** By half-life and position: discounted sums of the days up to it, that one inside. */
    private final double[][] events;

    private final double[][] exposureDays;

    private DiscountedRates(DailyRun run, int horizonDays) {
        this.run = run;
        this.horizonDays = horizonDays;
        events = new double[HALF_LIVES_DAYS.length][run.days()];
        exposureDays = new double[HALF_LIVES_DAYS.length][run.days()];
        for (int h = 0; h < HALF_LIVES_DAYS.length; h++) {
            double kept = Math.pow(0.5, 1 / HALF_LIVES_DAYS[h]);
            double eventsSoFar = 0;
            double exposureDaysSoFar = 0;
            for (int day = 0; day < run.days(); day++) {
                eventsSoFar = eventsSoFar * kept + run.events(day, day + 1);
                exposureDaysSoFar = exposureDaysSoFar * kept + run.exposureDays(day, day + 1);
                events[h][day] = eventsSoFar;
                exposureDays[h][day] = exposureDaysSoFar;
            }
        }
    }

    /**
     * The distribution of the sum over the {@code horizonDays} after the run's last day.
     *
     * @param run of one day or more
     * @param nextExposureDays how much of them will count: all of them when they are observed
     */
    static CountDistribution next(DailyRun run, int horizonDays, double nextExposureDays) {
        return new DiscountedRates(run, horizonDays).next(nextExposureDays);
    }

    private CountDistribution next(double nextExposureDays) {
        double[] logWeights = new double[HALF_LIVES_DAYS.length * DISPERSIONS.length];
        int step = Math.max(1, horizonDays / ORIGINS_IN_A_HORIZON);
        int last = run.days() - 1;
        for (int origin = last - horizonDays; origin >= horizonDays - 1; origin -= step) {
            if (run.isHalfObserved(origin + 1, origin + 1 + horizonDays)) {
                double value = step
                        / (double) horizonDays
                        * Math.pow(0.5, (last - origin) / SCORES_HALF_LIFE_DAYS);
                score(origin, value, logWeights);
            }
        }
        return mix(logWeights, nextExposureDays);
    }

    private void score(int origin, double value, double[] logWeights) {
        double exposureDaysThatCame = run.exposureDays(origin + 1, origin + 1 + horizonDays);
        int came = run.events(origin + 1, origin + 1 + horizonDays);
        for (int part = 0; part < logWeights.length; part++) {
            logWeights[part] +=
                    value * part(part, origin, exposureDaysThatCame).logProbability(came);
        }
    }

    private NegativeBinomial part(int part, int origin, double nextExposureDays) {
        int halfLife = part / DISPERSIONS.length;
        double dispersion = DISPERSIONS[part % DISPERSIONS.length];
        double meanPerDay =
                (run.events(0, origin + 1) + 0.5) / (run.exposureDays(0, origin + 1) + 1);
        double shape = events[halfLife][origin] + 1;
        double mean = nextExposureDays * shape / (exposureDays[halfLife][origin] + 1 / meanPerDay);
        double later = Math.pow(0.5, horizonDays / 2.0 / HALF_LIVES_DAYS[halfLife]);
        return new NegativeBinomial(1 / ((dispersion - 1) / mean + 1 / (shape * later)), mean);
    }

    private CountDistribution mix(double[] logWeights, double nextExposureDays) {
        double largest = Arrays.stream(logWeights).max().orElseThrow();
        double all = Arrays.stream(logWeights).map(w -> Math.exp(w - largest)).sum();
        double heavy = Arrays.stream(logWeights)
                .map(w -> Math.exp(w - largest))
                .filter(weight -> weight > NEGLIGIBLE_WEIGHT * all)
                .sum();
        List<Mixture.Part> parts = new ArrayList<>();
        for (int part = 0; part < logWeights.length; part++) {
            double weight = Math.exp(logWeights[part] - largest);
            if (weight > NEGLIGIBLE_WEIGHT * all) {
                parts.add(new Mixture.Part(
                        weight / heavy, part(part, run.days() - 1, nextExposureDays)));
            }
        }
        return new Mixture(parts);
    }
}
