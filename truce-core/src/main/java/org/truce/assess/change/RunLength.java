package org.truce.assess.change;

import org.apache.commons.numbers.gamma.LogGamma;
import org.truce.assess.GammaPoisson;
import org.truce.assess.Rate;

import java.util.Arrays;
import java.util.List;

/**
 * For how many stretches the present rate has lasted, as known after each stretch: the online
 * posterior of the run length (Adams and MacKay, Bayesian online changepoint detection, 2007,
 * arXiv:0710.3742, algorithm 1) for Poisson counts whose rate has a Gamma prior anew after each
 * change. After every stretch a change comes with the same probability, the hazard.
 *
 * <p>A run length of 0 means that a change comes right after the last stretch; nothing was counted
 * at the new rate yet, so it always has the probability of the hazard.
 */
public final class RunLength {
    private final double[] posterior;
    private final double logEvidence;

    private RunLength(double[] posterior, double logEvidence) {
        this.posterior = posterior;
        this.logEvidence = logEvidence;
    }

    /**
     * After all of a series.
     *
     * @param series the stretches in order of time, each with its events and watched days; at least
     *     one
     * @param prior of the rate in each run, with days above 0
     * @param hazard the probability of a change after a stretch, between 0 and 1
     */
    public static RunLength after(List<Rate> series, GammaPoisson.Prior prior, double hazard) {
        if (series.isEmpty() || !(prior.days() > 0) || !(hazard > 0 && hazard < 1)) {
            throw new IllegalArgumentException(
                    "no run of %d stretches with the prior %s and the hazard %s"
                            .formatted(series.size(), prior, hazard));
        }
        double[] runs = {1};
        int[] events = {0};
        double[] days = {0};
        double logEvidence = 0;
        for (Rate seen : series) {
            double[] longer = new double[runs.length + 1];
            double[] logs = new double[runs.length];
            double largest = Double.NEGATIVE_INFINITY;
            for (int run = 0; run < runs.length; run++) {
                logs[run] =
                        Math.log(runs[run]) + logPredictive(prior, events[run], days[run], seen);
                largest = Math.max(largest, logs[run]);
            }
            double sum = 0;
            for (double log : logs) {
                sum += Math.exp(log - largest);
            }
            for (int run = 0; run < runs.length; run++) {
                longer[run + 1] = (1 - hazard) * Math.exp(logs[run] - largest) / sum;
            }
            longer[0] = hazard;
            logEvidence += largest + Math.log(sum);
            events = longerBy(events, seen.events());
            days = longerBy(days, seen.days());
            runs = longer;
        }
        return new RunLength(runs, logEvidence);
    }

    private static int[] longerBy(int[] events, int more) {
        int[] longer = new int[events.length + 1];
        for (int run = 0; run < events.length; run++) {
            longer[run + 1] = events[run] + more;
        }
        return longer;
    }

    private static double[] longerBy(double[] days, double more) {
        double[] longer = new double[days.length + 1];
        for (int run = 0; run < days.length; run++) {
            longer[run + 1] = days[run] + more;
        }
        return longer;
    }

    /**
     * Of the next count after what was counted in a run: negative binomial (Gelman et al. 2013,
     * section 2.6).
     */
    private static double logPredictive(
            GammaPoisson.Prior prior, int events, double days, Rate next) {
        double shape = prior.shape() + events;
        double before = prior.days() + days;
        double after = before + next.days();
        return LogGamma.value(shape + next.events())
                - LogGamma.value(shape)
                - LogGamma.value(next.events() + 1.0)
                + shape * Math.log(before / after)
                + next.events() * Math.log(next.days() / after);
    }

    /** The probability that the present rate has lasted for so many stretches, 0 to all. */
    public double probabilityOf(int stretches) {
        return posterior[stretches];
    }

    /** The most probable run length; the shortest of several that are equally so. */
    public int mode() {
        int best = 0;
        for (int run = 1; run < posterior.length; run++) {
            if (posterior[run] > posterior[best]) {
                best = run;
            }
        }
        return best;
    }

    /** The probability that the present rate has lasted for at most so many stretches. */
    public double probabilityOfAtMost(int stretches) {
        return Arrays.stream(posterior, 0, Math.min(stretches + 1, posterior.length))
                .sum();
    }

    /** The natural logarithm of the probability of all counts. */
    public double logEvidence() {
        return logEvidence;
    }
}
