package org.truce.assess.change;

import org.truce.assess.Rate;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a series is best cut into segments: the cuts with the least sum of what each segment costs
 * and of a penalty for each cut, exactly, by dynamic programming that leaves out what can never be
 * best (PELT: Killick, Fearnhead and Eckley, Optimal detection of changepoints with a linear
 * computational cost, Journal of the American Statistical Association 107, 2012, pages 1590 to
 * 1598).
 */
public final class SeveralChanges {
    private SeveralChanges() {}

    /** What it costs to take some of a series as one segment. Cutting one never costs more. */
    public interface Cost {
        /** Of the points {@code from} to {@code to - 1}, at least one. */
        double of(int from, int to);
    }

    /**
     * The first point of each segment but the first, ascending.
     *
     * @param size how many points there are, 1 or more
     * @param penalty what each cut costs, 0 or more
     * @param least how many points a segment has at least, 1 or more
     */
    public static List<Integer> find(int size, Cost cost, double penalty, int least) {
        if (size < 1 || !(penalty >= 0) || least < 1) {
            throw new IllegalArgumentException("no cuts of %d points at %s, segments from %d on"
                    .formatted(size, penalty, least));
        }
        double[] best = new double[size + 1];
        int[] cut = new int[size + 1];
        best[0] = -penalty;
        List<Integer> open = new ArrayList<>();
        for (int to = 1; to <= size; to++) {
            best[to] = Double.POSITIVE_INFINITY;
            if (to >= least) {
                int start = to - least;
                if (start == 0 || best[start] < Double.POSITIVE_INFINITY) {
                    open.add(start);
                }
            }
            double[] costs = new double[open.size()];
            for (int k = 0; k < costs.length; k++) {
                costs[k] = best[open.get(k)] + cost.of(open.get(k), to);
                if (costs[k] + penalty < best[to]) {
                    best[to] = costs[k] + penalty;
                    cut[to] = open.get(k);
                }
            }
            open = left(open, costs, best[to]);
        }
        List<Integer> cuts = new ArrayList<>();
        for (int at = cut[size]; at > 0; at = cut[at]) {
            cuts.addFirst(at);
        }
        return cuts;
    }

    /** Starts that cost more than the best even without a penalty stay behind for good. */
    private static List<Integer> left(List<Integer> open, double[] costs, double best) {
        List<Integer> left = new ArrayList<>();
        for (int k = 0; k < costs.length; k++) {
            if (costs[k] <= best) {
                left.add(open.get(k));
            }
        }
        return left;
    }

    /**
     * Cuts of a series of Poisson counts, which may scatter more than that ({@link Scatter}). A
     * segment costs {@code 2 (N - N ln(N / T)) / scatter}: twice its negative log-likelihood at its
     * own rate, but for what is the same however the series is cut, with the likelihood of counts
     * that scatter more (McCullagh and Nelder 1989, section 6.2.3). A cut costs {@code 3 ln n}, for
     * the date and for the rate of what follows, of which the date costs more where it may lie
     * anywhere (Zhang and Siegmund 2007, Biometrics 63, pages 22 to 32).
     *
     * @param series the stretches in order of time; at least one
     */
    public static List<Integer> find(List<Rate> series) {
        double scatter = Scatter.ofNeighbours(series).mean();
        int[] events = new int[series.size() + 1];
        double[] days = new double[series.size() + 1];
        for (int k = 0; k < series.size(); k++) {
            events[k + 1] = events[k] + series.get(k).events();
            days[k + 1] = days[k] + series.get(k).days();
        }
        return find(
                series.size(),
                (from, to) -> {
                    double n = events[to] - events[from];
                    return n == 0
                            ? 0
                            : 2 * (n - n * Math.log(n / (days[to] - days[from]))) / scatter;
                },
                3 * Math.log(series.size()),
                1);
    }
}
