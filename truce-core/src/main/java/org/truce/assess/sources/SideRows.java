package org.truce.assess.sources;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Draws the rows of each rater to those of the others of its side, and the rows of a side to a weak
 * assumption: a partially pooled form of Dawid and Skene's rows (Paun et al., Comparing Bayesian
 * Models of Annotation, Transactions of the ACL 6, 2018; Gelman et al. 2013, section 5.1). With
 * {@code n(r, k, v)} expected votes of rater {@code r} for value {@code v} where {@code k} is so,
 * and {@code N} the same over the other raters of its side:
 *
 * <pre>
 * mean(r, k, v) = (N(k, v) + sideItems x assumed(k, v)) / (N(k) + sideItems)
 * row(r, k, v)  = (n(r, k, v) + originItems x mean(r, k, v)) / (n(r, k) + originItems)
 * </pre>
 *
 * The assumed row says {@code v = k} most often, now and then "undetermined", and for the rest errs
 * as the side speaks overall. So what a side tends to say of whom is learned as the mean of its
 * rows.
 *
 * <p>Where nothing can be said of an item, a rater says what it says overall, only "undetermined"
 * more often. That row is not learned from what comes out: it must not become one more value.
 */
final class SideRows implements Pull {
    private final int values;
    private final int undetermined;
    private final int raters;
    private final int[] sideOf;
    private final double[][] assumed;
    private final double[][] habits;
    private final double[] votesOf;
    private final double[] votesWhere;
    private final WeighingSettings settings;

    SideRows(Voices voices, WeighingSettings settings) {
        this.settings = settings;
        Votes votes = voices.votes;
        values = votes.values;
        undetermined = values - 1;
        raters = votes.raters;
        sideOf = numberSides(voices.raters);
        votesOf = new double[raters];
        votesWhere = new double[raters * values];
        double[][] said = new double[raters][values];
        for (int vote = 0; vote < votes.count(); vote++) {
            said[votes.rater[vote]][votes.value[vote]] += votes.weight[vote];
            votesOf[votes.rater[vote]] += votes.weight[vote];
        }
        int sides = Arrays.stream(sideOf).max().orElse(0) + 1;
        double[][] bySide = new double[sides][values];
        for (double[] counts : bySide) {
            Arrays.fill(counts, 1);
        }
        for (int rater = 0; rater < raters; rater++) {
            for (int value = 0; value < values; value++) {
                bySide[sideOf[rater]][value] += said[rater][value];
            }
        }
        assumed = Arrays.stream(bySide).map(this::assume).toArray(double[][]::new);
        habits = new double[raters][];
        for (int rater = 0; rater < raters; rater++) {
            habits[rater] = habit(said[rater], bySide[sideOf[rater]]);
        }
    }

    private static int[] numberSides(List<Voices.Rater> raters) {
        List<Optional<String>> sides = new ArrayList<>();
        int[] numbers = new int[raters.size()];
        for (int rater = 0; rater < numbers.length; rater++) {
            var side = raters.get(rater).side();
            if (!sides.contains(side)) {
                sides.add(side);
            }
            numbers[rater] = sides.indexOf(side);
        }
        return numbers;
    }

    private double[] assume(double[] said) {
        double named = Arrays.stream(said, 0, undetermined).sum();
        double error = 1 - settings.agreement() - settings.silence();
        double[] rows = new double[values * values];
        for (int truth = 0; truth < undetermined; truth++) {
            for (int value = 0; value < undetermined; value++) {
                rows[value * values + truth] = value == truth
                        ? settings.agreement()
                        : error * said[value] / (named - said[truth]);
            }
            rows[undetermined * values + truth] = settings.silence();
        }
        return rows;
    }

    private double[] habit(double[] said, double[] bySide) {
        double sum = Arrays.stream(said).sum();
        double sideSum = Arrays.stream(bySide).sum();
        double[] habit = new double[values];
        for (int value = 0; value < values; value++) {
            habit[value] = (said[value] + settings.originItems() * bySide[value] / sideSum)
                    / (sum + settings.originItems());
        }
        return habit;
    }

    /** Dirichlet, with the share of "undetermined" as set and the rest even. */
    @Override
    public void toShares(double[] byTruth) {
        double sum = Arrays.stream(byTruth).sum() + settings.shareItems();
        double open = settings.undeterminedShare();
        for (int truth = 0; truth < values; truth++) {
            double before = truth == undetermined ? open : (1 - open) / undetermined;
            byTruth[truth] = (byTruth[truth] + settings.shareItems() * before) / sum;
        }
    }

    @Override
    public void toRows(double[] votes) {
        int size = values * values;
        double[][] bySide = new double[assumed.length][size];
        for (int rater = 0; rater < raters; rater++) {
            for (int cell = 0; cell < size; cell++) {
                bySide[sideOf[rater]][cell] += votes[rater * size + cell];
            }
        }
        for (int rater = 0; rater < raters; rater++) {
            for (int truth = 0; truth < undetermined; truth++) {
                draw(votes, rater, truth, bySide[sideOf[rater]]);
            }
            for (int value = 0; value < values; value++) {
                votes[(rater * values + value) * values + undetermined] =
                        lifted(habits[rater][value], value, habits[rater][undetermined]);
            }
        }
    }

    private void draw(double[] votes, int rater, int truth, double[] side) {
        int first = rater * values * values;
        double own = 0;
        double all = 0;
        for (int cell = truth; cell < side.length; cell += values) {
            own += votes[first + cell];
            all += side[cell];
        }
        votesWhere[rater * values + truth] = own;
        double[] before = assumed[sideOf[rater]];
        // What is left of a sum of many may fall below nothing by a rounding.
        double others = Math.max(0, all - own) + settings.sideItems();
        for (int cell = truth; cell < side.length; cell += values) {
            double count = votes[first + cell];
            double mean = (Math.max(0, side[cell] - count) + settings.sideItems() * before[cell])
                    / others;
            votes[first + cell] =
                    (count + settings.originItems() * mean) / (own + settings.originItems());
        }
    }

    @Override
    public double without(double cell, Votes.Vote vote, int truth, double counted) {
        if (truth == undetermined) {
            double own = vote.weight() / (votesOf[vote.rater()] + settings.originItems());
            double[] habit = habits[vote.rater()];
            double open =
                    (habit[undetermined] - (vote.value() == undetermined ? own : 0)) / (1 - own);
            return lifted((habit[vote.value()] - own) / (1 - own), vote.value(), open);
        }
        double own = vote.weight() * counted / items(vote.rater(), truth);
        return (cell - own) / (1 - own);
    }

    /** A probability where nothing can be said, from that overall. */
    private double lifted(double habit, int value, double ofOpen) {
        double factor = value == undetermined ? settings.undeterminedOdds() : 1;
        return factor * habit / (1 + (settings.undeterminedOdds() - 1) * ofOpen);
    }

    /** The items behind a row when it was last made, what was assumed of it among them. */
    double items(int rater, int truth) {
        return votesWhere[rater * values + truth] + settings.originItems();
    }
}
