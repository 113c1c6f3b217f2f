package org.truce.assess.sources;

import java.util.Arrays;

/**
 * How probable each truth of each item is, given rows that say how often a rater gives each value
 * where each truth holds, and the rows given those probabilities: the two steps of the EM algorithm
 * of Dawid and Skene (Maximum Likelihood Estimation of Observer Error-Rates Using the EM Algorithm,
 * Applied Statistics 28, 1979, equations 2.3 to 2.5), with weights on votes, with a pull on rows,
 * and with votes that may repeat others.
 *
 * <p>Where rows are pulled, an item is judged by rows without its own part in them, which is the
 * zero-order collapsed variational step (Asuncion, Welling, Smyth and Teh, On Smoothing and
 * Inference for Topic Models, UAI 2009). Else a rare value would bear itself out.
 *
 * <p>A vote that agrees with the one that it may repeat has probability {@code c + (1 - c) p} and
 * one that differs {@code (1 - c) p}, where {@code p} is the row's and {@code c} how often it is a
 * repetition. So a certain repetition says nothing of the truth.
 */
final class Truths {
    private static final double SMALL = 1e-200;

    private final Votes votes;
    private final Pull pull;
    private final int values;
    private final double[] shares;
    private final double[] rows;
    private final double[] probability;
    /** The probabilities that the rows were made from. */
    private final double[] counted;
    /** By vote: how often it repeats the one that it agrees with; 0 where it repeats none. */
    private double[] repeated;

    /**
     * @param probability to start from, by item and truth: each item's add up to 1, or all are 0
     *     where nothing is known but what the pull assumes
     */
    Truths(Votes votes, Pull pull, double[] probability) {
        this.votes = votes;
        this.pull = pull;
        this.probability = probability.clone();
        values = votes.values;
        shares = new double[values];
        rows = new double[votes.raters * values * values];
        counted = new double[probability.length];
        repeated = new double[votes.count()];
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

    /**
     * From now on votes repeat others.
     *
     * @param shares by vote: how often it repeats the one that it agrees with, 0 to below 1
     */
    void repeating(double[] shares) {
        repeated = shares.clone();
    }

    /** The rows and shares that the truths, as far as known, make most probable. */
    void maximise() {
        System.arraycopy(probability, 0, counted, 0, probability.length);
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
    }

    /**
     * The truths that the rows and shares make probable.
     *
     * @param weight of each vote in this step
     * @return the logarithm of the likelihood of all votes, where none repeats another
     */
    double expect(double[] weight) {
        double logLikelihood = 0;
        double[] product = new double[values];
        for (int item = 0; item < votes.items; item++) {
            System.arraycopy(shares, 0, product, 0, values);
            for (int vote = votes.start[item]; vote < votes.start[item + 1]; vote++) {
                double largest = 0;
                for (int truth = 0; truth < values; truth++) {
                    product[truth] *= said(item, vote, truth, weight[vote]);
                    largest = Math.max(largest, product[truth]);
                }
                if (largest < SMALL) {
                    logLikelihood += divide(product);
                }
            }
            logLikelihood += divide(product);
            System.arraycopy(product, 0, probability, item * values, values);
        }
        return logLikelihood;
    }

    private double divide(double[] product) {
        double sum = 0;
        for (double part : product) {
            sum += part;
        }
        for (int truth = 0; truth < values; truth++) {
            product[truth] /= sum;
        }
        return Math.log(sum);
    }

    /** How probable a truth makes a vote, to the power of its weight. */
    private double said(int item, int vote, int truth, double weight) {
        double row = rowWithout(item, vote, truth);
        double said = repeated[vote] + (1 - repeated[vote]) * row;
        return weight == 1 ? said : Math.pow(said, weight);
    }

    private double rowWithout(int item, int vote, int truth) {
        return pull.without(
                rows[votes.cell(vote) + truth],
                votes.get(vote),
                truth,
                counted[item * values + truth]);
    }

    /**
     * How probable it was that a vote says what it says, given all other votes of its item.
     *
     * @param weight that the vote had when the truths were last computed
     */
    double predicted(int item, int vote, double weight) {
        double together = 0;
        double without = 0;
        for (int truth = 0; truth < values; truth++) {
            double rest = probability(item, truth) / said(item, vote, truth, weight);
            without += rest;
            together += rest * rowWithout(item, vote, truth);
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
