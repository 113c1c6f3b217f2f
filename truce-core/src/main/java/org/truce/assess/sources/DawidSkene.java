package org.truce.assess.sources;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Maximum likelihood estimates of how often raters give each value where each value is true, when
 * nobody knows which is (Dawid and Skene, Maximum Likelihood Estimation of Observer Error-Rates
 * Using the EM Algorithm, Applied Statistics 28, 1979, pages 20 to 28). Ratings of one item are
 * taken to be independent given the truth; a rater may rate an item several times or not at all.
 *
 * <p>It takes every rater for a voice of its own and every item to have one of the values as its
 * truth. For claims of sources see {@link SourceWeighing}, which rests on the same steps and
 * assumes neither.
 */
public final class DawidSkene {
    private static final int MOST_STEPS = 20_000;
    private static final double LEAST_GAIN = 1e-13;

    /** One rater's answer on one item. */
    public record Rating(String item, String rater, String value) {}

    private final List<String> items;
    private final List<String> raters;
    private final List<String> values;
    private final Truths truths;
    private final double logLikelihood;

    private DawidSkene(List<Rating> ratings) {
        items = sorted(ratings.stream().map(Rating::item).toList());
        raters = sorted(ratings.stream().map(Rating::rater).toList());
        values = sorted(ratings.stream().map(Rating::value).toList());
        Map<String, List<Votes.Vote>> byItem = new TreeMap<>();
        for (Rating rating : ratings) {
            byItem.computeIfAbsent(rating.item(), unseen -> new ArrayList<>())
                    .add(new Votes.Vote(at(raters, rating.rater()), at(values, rating.value()), 1));
        }
        Votes votes = new Votes(raters.size(), values.size(), List.copyOf(byItem.values()));
        truths = new Truths(votes, Pull.none(values.size()), sharesOfVotes(votes));
        logLikelihood = climb(votes.weight);
    }

    /** Starts from the shares of each item's ratings, as the paper does (section 3). */
    public static DawidSkene fit(List<Rating> ratings) {
        if (ratings.isEmpty()) {
            throw new IllegalArgumentException("no ratings");
        }
        return new DawidSkene(ratings);
    }

    /** In their own order, each once. */
    public List<String> listValues() {
        return values;
    }

    /** The share of items of which a value is true, 0 to 1. */
    public double getShare(String value) {
        return truths.share(at(values, value));
    }

    /** How probable it is that a value is true of an item, 0 to 1. */
    public double getProbability(String item, String value) {
        return truths.probability(at(items, item), at(values, value));
    }

    /** How often a rater says a value where another, or the same, is true; 0 to 1. */
    public double getRate(String rater, String said, String truth) {
        return truths.row(at(raters, rater), at(values, said), at(values, truth));
    }

    /** The natural logarithm of the likelihood of all ratings, in their order. */
    public double logLikelihood() {
        return logLikelihood;
    }

    private double climb(double[] weight) {
        truths.maximise();
        double reached = truths.expect(weight);
        for (int step = 0; step < MOST_STEPS; step++) {
            truths.maximise();
            double next = truths.expect(weight);
            if (next - reached <= LEAST_GAIN * Math.abs(next)) {
                return next;
            }
            reached = next;
        }
        return reached;
    }

    private static double[] sharesOfVotes(Votes votes) {
        double[] shares = new double[votes.items * votes.values];
        for (int item = 0; item < votes.items; item++) {
            int count = votes.start[item + 1] - votes.start[item];
            for (int vote = votes.start[item]; vote < votes.start[item + 1]; vote++) {
                shares[item * votes.values + votes.value[vote]] += 1.0 / count;
            }
        }
        return shares;
    }

    private static List<String> sorted(List<String> names) {
        return List.copyOf(new TreeSet<>(names));
    }

    private static int at(List<String> names, String name) {
        int at = Collections.binarySearch(names, name);
        if (at < 0) {
            throw new IllegalArgumentException("no such name among the ratings: " + name);
        }
        return at;
    }
}
