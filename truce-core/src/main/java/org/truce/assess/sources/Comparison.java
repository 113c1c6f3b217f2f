package org.truce.assess.sources;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which raters say the same more often than their rows explain, compared by two: in the spirit of
 * Dong, Berti-Equille and Srivastava (Integrating Conflicting Data: The Role of Source Dependence,
 * PVLDB 2, 2009, section 3), where two that share what is false depend on each other more probably
 * than two that share what is true.
 *
 * <p>With {@code p} the probability of a vote given all other votes of its item, and one rater
 * repeating the other in a share {@code c} of items, the odds against none repeating are multiplied
 * by {@code (1 - c) + c / p} where they agree and by {@code 1 - c} where they do not. {@code c} is
 * as probable at each tenth from 0.1 to 0.9 before counting. As either may be the one that repeats,
 * the mean of both logarithms is taken.
 */
final class Comparison {
    private static final int TENTHS = 9;
    private static final double PROBABLE = 0.5;
    private static final int NO_PAIR = -1;

    /** Two raters of which one may repeat the other, with the share of items, 0 to below 1. */
    private record Edge(int one, int other, double logOdds, double probability, double share) {}

    private final Truths truths;
    private final Votes votes;
    private final int named;
    private final WeighingSettings settings;
    private final int[] pairs;

    /** @param named how many raters have a name; the others are several in one and not compared */
    Comparison(Truths truths, int named, WeighingSettings settings) {
        this.truths = truths;
        this.votes = truths.votes();
        this.named = named;
        this.settings = settings;
        pairs = numberPairs();
    }

    /**
     * Who repeats whom, as the truths now are: by vote, how often it repeats the one that it agrees
     * with, 0 where it repeats none. In each item every vote repeats at most one other, nobody in a
     * circle, by the tree of the largest shares (Prim 1957).
     *
     * @param weight that each vote had when the truths were last computed
     */
    double[] repeats(double[] weight) {
        double[] shares = new double[named * named];
        for (Edge edge : listEdges(weight)) {
            shares[edge.one() * named + edge.other()] = edge.share();
            shares[edge.other() * named + edge.one()] = edge.share();
        }
        double[] repeated = new double[votes.count()];
        for (int item = 0; item < votes.items; item++) {
            int[] compared = IntStream.range(votes.start[item], votes.start[item + 1])
                    .filter(this::isCompared)
                    .toArray();
            span(compared, shares, repeated);
        }
        return repeated;
    }

    private void span(int[] compared, double[] shares, double[] repeated) {
        int left = compared.length;
        double[] best = new double[left];
        int[] original = new int[left];
        while (left > 0) {
            int next = 0;
            for (int i = 1; i < left; i++) {
                next = best[i] > best[next] ? i : next;
            }
            int vote = compared[next];
            boolean agrees = votes.value[vote] == votes.value[original[next]];
            repeated[vote] = best[next] > 0 && agrees ? best[next] : 0;
            left--;
            compared[next] = compared[left];
            best[next] = best[left];
            original[next] = original[left];
            for (int i = 0; i < left; i++) {
                double share = shares[votes.rater[vote] * named + votes.rater[compared[i]]];
                if (share > best[i]) {
                    best[i] = share;
                    original[i] = vote;
                }
            }
        }
    }

    /** The pairs that say the same too often to be independent, the surest first. */
    List<Likeness> list(double[] weight, List<Voices.Rater> raters) {
        return listEdges(weight).stream()
                .map(edge -> new Likeness(
                        name(raters, edge.one()),
                        name(raters, edge.other()),
                        edge.probability(),
                        edge.share()))
                .toList();
    }

    private static String name(List<Voices.Rater> raters, int rater) {
        return raters.get(rater).name().orElseThrow();
    }

    private List<Edge> listEdges(double[] weight) {
        double[] logOfDiffering = new double[TENTHS];
        for (int tenth = 0; tenth < TENTHS; tenth++) {
            logOfDiffering[tenth] = Math.log1p(-share(tenth));
        }
        int count = Arrays.stream(pairs).max().orElse(NO_PAIR) + 1;
        double[] odds = new double[count * TENTHS];
        double[] logs = logOddsByVote(weight);
        forEachPair((one, other) -> {
            int pair = pairs[pairOf(one, other)];
            for (int tenth = 0; pair != NO_PAIR && tenth < TENTHS; tenth++) {
                odds[pair * TENTHS + tenth] += votes.value[one] == votes.value[other]
                        ? (logs[one * TENTHS + tenth] + logs[other * TENTHS + tenth]) / 2
                        : logOfDiffering[tenth];
            }
        });
        List<Edge> edges = new ArrayList<>();
        for (int of = 0; of < pairs.length; of++) {
            if (pairs[of] != NO_PAIR) {
                int first = pairs[of] * TENTHS;
                edges.add(edge(
                        of / named, of % named, Arrays.copyOfRange(odds, first, first + TENTHS)));
            }
        }
        edges.removeIf(edge -> edge.probability() < PROBABLE);
        edges.sort(Comparator.comparingDouble((Edge edge) -> -edge.logOdds())
                .thenComparingInt(Edge::one)
                .thenComparingInt(Edge::other));
        return edges;
    }

    private Edge edge(int one, int other, double[] logOdds) {
        double largest = Arrays.stream(logOdds).max().orElseThrow();
        double sum = 0;
        double shares = 0;
        for (int tenth = 0; tenth < TENTHS; tenth++) {
            double part = Math.exp(logOdds[tenth] - largest);
            sum += part;
            shares += part * share(tenth);
        }
        double all = largest
                + Math.log(sum / TENTHS)
                + Math.log(settings.copying() / (1 - settings.copying()));
        double probability = 1 / (1 + Math.exp(-all));
        return new Edge(one, other, all, probability, probability * shares / sum);
    }

    private static double share(int tenth) {
        return (tenth + 1) / (TENTHS + 1.0);
    }

    /** By vote and tenth, the logarithm of what agreeing multiplies the odds with. */
    private double[] logOddsByVote(double[] weight) {
        double[] logs = new double[votes.count() * TENTHS];
        for (int item = 0; item < votes.items; item++) {
            for (int vote = votes.start[item]; vote < votes.start[item + 1]; vote++) {
                double predicted = truths.predicted(item, vote, weight[vote]);
                for (int tenth = 0; tenth < TENTHS; tenth++) {
                    double share = share(tenth);
                    logs[vote * TENTHS + tenth] = Math.log(1 - share + share / predicted);
                }
            }
        }
        return logs;
    }

    /** Numbers from 0 for pairs that share enough items, by {@link #pairOf}. */
    private int[] numberPairs() {
        int[] shared = new int[named * named];
        forEachPair((one, other) -> shared[pairOf(one, other)]++);
        int next = 0;
        for (int pair = 0; pair < shared.length; pair++) {
            shared[pair] = shared[pair] < settings.leastShared() ? NO_PAIR : next++;
        }
        return shared;
    }

    private int pairOf(int one, int other) {
        return votes.rater[one] * named + votes.rater[other];
    }

    /** Two votes on one item, the lower rater's first. */
    private interface PairOfVotes {
        void accept(int one, int other);
    }

    private void forEachPair(PairOfVotes visitor) {
        for (int item = 0; item < votes.items; item++) {
            int end = votes.start[item + 1];
            for (int one = votes.start[item]; one < end; one++) {
                for (int other = one + 1; isCompared(one) && other < end; other++) {
                    if (isCompared(other)) {
                        visitor.accept(one, other);
                    }
                }
            }
        }
    }

    /** A split account says nothing plain enough to be compared. */
    private boolean isCompared(int vote) {
        return votes.rater[vote] < named && votes.weight[vote] == 1;
    }
}
