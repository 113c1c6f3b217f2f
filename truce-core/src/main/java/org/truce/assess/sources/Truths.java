package org.truce.assess.sources;

import java.util.Arrays;

/**
 * How probable each truth of each item is, given rows that say how often a rater gives each value
 * where each truth holds, and the rows given those probabilities: the two steps of the EM algorithm
 * of Dawid and Skene (Maximum Likelihood Estimation of Observer Error-Rates Using the EM Algorithm,
 * Applied Statistics 28, 1979, equations 2.3 to 2.5), with weights on votes and with votes that
 * repeat others.
 *
 * <p>A vote that agrees with the one that it may repeat has probability {@code c + (1 - c) p} and
 * one that differs {@code (1 - c) p}, where {@code p} is the row's and {@code c} how often it is a
 * repetition. So a certain repetition says nothing of the truth.
 */
final class Truths {
    private final Votes votes;
    private final Pull pull;
    private final int values;
    private final double[] shares;
    private final double[] logShares;
    private final double[] rows;
    private final double[] logRows;
    private final double[] ofAgreeing;
    private final double[] logOfAgreeing;
    private final double[] probability;
    private Repeats repeats;

    /** @param probability to start from, by item and truth; each item's add up to 1 */
    Truths(Votes votes, Pull pull, double[] probability) {
        this.votes = votes;
        this.pull = pull;
        this.probability = probability.clone();
        values = votes.values;
        shares = new double[values];
        logShares = new double[values];
        rows = new double[votes.raters * values * values];
        logRows = new double[rows.length];
        ofAgreeing = new double[rows.length];
        logOfAgreeing = new double[rows.length];
        repeats = Repeats.none(votes);
    }

    double probability(int item, int truth) {
        return probability[item * values + truth];
    }

    double share(int truth) {
        return shares[truth];
    }

    double row(int rater, int value, int truth) {
        return rows[(rater * values + value) * values + truth];
    }

    Votes votes() {
        return votes;
    }

    Repeats repeats() {
        return repeats;
    }

    /** From now on, votes repeat others as given. */
    void repeating(Repeats now) {
        repeats = now;
        weighAgreeing();
    }

    /** The rows and shares that the truths, as far as known, make most probable. */
    void maximise() {
        Arrays.fill(shares, 0);
        Arrays.fill(rows, 0);
        for (int item = 0; item < votes.items; item++) {
            int first = item * values;
            for (int truth = 0; truth < values; truth++) {
                shares[truth] += probability[first + truth];
            }
            for (int vote = votes.start[item]; vote < votes.start[item + 1]; vote++) {
                int cell = votes.cell(vote);
                double weight = votes.weight[vote];
                for (int truth = 0; truth < values; truth++) {
                    rows[cell + truth] += weight * probability[first + truth];
                }
            }
        }
        pull.toShares(shares);
        pull.toRows(rows);
        for (int truth = 0; truth < values; truth++) {
            logShares[truth] = Math.log(shares[truth]);
        }
        for (int cell = 0; cell < rows.length; cell++) {
            logRows[cell] = Math.log(rows[cell]);
        }
        weighAgreeing();
    }

    private void weighAgreeing() {
        int size = values * values;
        for (int rater = 0; rater < votes.raters; rater++) {
            double share = repeats.share(rater);
            for (int cell = rater * size; share > 0 && cell < (rater + 1) * size; cell++) {
                ofAgreeing[cell] = share + (1 - share) * rows[cell];
                logOfAgreeing[cell] = Math.log(ofAgreeing[cell]);
            }
        }
    }

    /**
     * The truths that the rows and shares make probable.
     *
     * @param weight of each vote in this step
     * @return the logarithm of the likelihood of all votes
     */
    double expect(double[] weight) {
        double logLikelihood = 0;
        double[] logs = new double[values];
        for (int item = 0; item < votes.items; item++) {
            System.arraycopy(logShares, 0, logs, 0, values);
            for (int vote = votes.start[item]; vote < votes.start[item + 1]; vote++) {
                int cell = votes.cell(vote);
                double[] table = repeats.agrees(vote) ? logOfAgreeing : logRows;
                for (int truth = 0; truth < values; truth++) {
                    logs[truth] += weight[vote] * table[cell + truth];
                }
            }
            logLikelihood += divide(logs, item * values);
        }
        return logLikelihood + repeats.logOfDiffering();
    }

    private double divide(double[] logs, int first) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            largest = Math.max(largest, log);
        }
        double sum = 0;
        for (int truth = 0; truth < values; truth++) {
            double part = Math.exp(logs[truth] - largest);
            probability[first + truth] = part;
            sum += part;
        }
        for (int truth = 0; truth < values; truth++) {
            probability[first + truth] /= sum;
        }
        return largest + Math.log(sum);
    }

    /**
     * How probable it was that a vote says what it says, given all other votes of its item.
     *
     * @param weight that the vote had when the truths were last computed
     */
    double predicted(int item, int vote, double weight) {
        int cell = votes.cell(vote);
        int first = item * values;
        double[] table = repeats.agrees(vote) ? ofAgreeing : rows;
        double together = 0;
        double without = 0;
        for (int truth = 0; truth < values; truth++) {
            double said = weight == 1 ? table[cell + truth] : Math.pow(table[cell + truth], weight);
            double rest = probability[first + truth] / said;
            without += rest;
            together += rest * rows[cell + truth];
        }
        return together / without;
    }

    /** The largest change of any probability against {@code before}, which becomes the present. */
    double changeSince(double[] before) {
        double largest = 0;
        for (int i = 0; i < probability.length; i++) {
            largest = Math.max(largest, Math.abs(probability[i] - before[i]));
            before[i] = probability[i];
        }
        return largest;
    }
}
