package org.truce.reconcile.linkage;

import java.util.Arrays;
import java.util.concurrent.Executor;

/**
 * The pairs worth a second look: two sources, days that may meet, points within reach of each
 * other, and odds above a floor. Found by cells of place, and within a cell by day, so that each
 * account meets only what is near.
 */
final class Candidates {
    private static final double REACH_IN_SIGMAS = 3.7;

    /** Below one in two hundred a pair is not looked at again. */
    private static final double LEAST_LOG_ODDS = Math.log(0.005);

    private static final double LEAST_SHARE = 0.02;

    /** Three times as many as an event has accounts at most in all but the largest records. */
    private static final int MOST_LIKELY = 12;

    private final Accounts accounts;
    private final Weigher weigher;
    private final int dayReach;
    private final double[] widest;
    private final Pairs pairs = new Pairs();
    private final Pairs company = new Pairs();

    private Candidates(Accounts accounts, Weigher weigher, Parameters parameters) {
        this.accounts = accounts;
        this.weigher = weigher;
        this.dayReach = 2 * parameters.reachDays();
        this.widest = widestKm(parameters, accounts.placeClasses);
    }

    private static double[] widestKm(Parameters parameters, int placeClasses) {
        double[] widest = new double[placeClasses];
        for (double[] ofSource : parameters.sigmaKm()) {
            for (int c = 0; c < widest.length; c++) {
                widest[c] = Math.max(widest[c], ofSource[c]);
            }
        }
        return widest;
    }

    /** How far two accounts with a point may lie from each other that are candidates. */
    private double radiusKm(int onePlaceClass, int otherPlaceClass) {
        return reachKm(widest[onePlaceClass], widest[otherPlaceClass]);
    }

    private static double reachKm(double oneSigmaKm, double otherSigmaKm) {
        return REACH_IN_SIGMAS * Math.hypot(oneSigmaKm, otherSigmaKm);
    }

    /** How far from an account with a point any may lie that has one and is a candidate for it. */
    static double radiusKm(Parameters parameters, int placeClasses, int placeClass) {
        double[] widest = widestKm(parameters, placeClasses);
        double most = 0;
        for (double other : widest) {
            most = Math.max(most, reachKm(widest[placeClass], other));
        }
        return most;
    }

    /** The pairs of a few accounts alone, with each other and with the rest; all are looked at. */
    static Pairs of(boolean[] few, Accounts accounts, Weigher weigher, Parameters parameters) {
        Candidates all = new Candidates(accounts, weigher, parameters);
        for (int one = 0; one < accounts.size; one++) {
            for (int other = 0; few[one] && other < accounts.size; other++) {
                if ((other > one || !few[other]) && all.reaches(one, other)) {
                    all.offer(one, other);
                }
            }
        }
        return all.pairs;
    }

    private boolean reaches(int one, int other) {
        return !accounts.placed(one)
                || !accounts.placed(other)
                || accounts.isWithin(
                        one, other, radiusKm(accounts.placeClass[one], accounts.placeClass[other]));
    }

    /**
     * In an order that depends on the accounts alone.
     *
     * @param among which accounts are looked at; the others find no pair
     */
    static Candidates find(
            Accounts accounts,
            Weigher weigher,
            Parameters parameters,
            boolean[] among,
            Executor executor) {
        Candidates all = new Candidates(accounts, weigher, parameters);
        for (int fine = 0; fine < accounts.placeClasses; fine++) {
            for (int coarse = fine; coarse < accounts.placeClasses; coarse++) {
                double radius = all.radiusKm(fine, coarse);
                Cells cells = new Cells(accounts, radius, coarse, among, all.dayReach);
                int placeClass = fine;
                if (!cells.empty()) {
                    Chunks.inRanges(
                                    accounts.size,
                                    (from, to) -> new Candidates(
                                                    accounts, weigher.another(), parameters)
                                            .between(cells, placeClass, from, to, among),
                                    executor)
                            .forEach(all::add);
                }
            }
        }
        all.unplaced(among);
        return all;
    }

    private Candidates between(Cells cells, int placeClass, int from, int to, boolean[] among) {
        for (int i = from; i < to; i++) {
            if (among[i] && accounts.placeClass[i] == placeClass) {
                cells.meet(i, this::offer);
            }
        }
        return this;
    }

    private void add(Candidates more) {
        pairs.addAll(more.pairs);
        company.addAll(more.company);
    }

    /** Each with the logarithm of its odds. */
    Pairs pairs() {
        return pairs;
    }

    /** See {@link #likely(Pairs, Accounts)}. */
    Pairs likely() {
        return likely(pairs, accounts);
    }

    /**
     * Those pairs worth weighing with all that hang together with them: of either account one of
     * the likeliest, and, where both have a point, likely beside what else the account may be one
     * event with. Where much happens nearly all accounts hang together by pairs that better ones
     * leave no chance. What is kept of an account depends on its own pairs and on those of whom
     * they lead to; more accounts never let more be kept.
     */
    static Pairs likely(Pairs pairs, Accounts accounts) {
        double[] all = new double[accounts.size];
        Arrays.fill(all, 1);
        long[] order = new long[pairs.count()];
        for (int pair = 0; pair < order.length; pair++) {
            int one = accounts.head(pairs.one(pair));
            int other = accounts.head(pairs.other(pair));
            order[pair] = (long) pairs.fallingOdds(pair) << 32 | pair;
            if (accounts.placed(pairs.one(pair)) && accounts.placed(pairs.other(pair))) {
                double odds = Math.exp(pairs.value(pair));
                all[one] += odds;
                all[other] += odds;
            }
        }
        Arrays.parallelSort(order);
        int[] better = new int[accounts.size];
        Pairs likely = new Pairs();
        int from = 0;
        for (int to = 1; to <= order.length; to++) {
            if (to < order.length && order[to] >> 32 == order[from] >> 32) {
                continue;
            }
            for (int at = from; at < to; at++) {
                int pair = (int) order[at];
                int one = accounts.head(pairs.one(pair));
                int other = accounts.head(pairs.other(pair));
                boolean placed =
                        accounts.placed(pairs.one(pair)) && accounts.placed(pairs.other(pair));
                if (Math.min(better[one], better[other]) < MOST_LIKELY
                        && (!placed
                                || Math.exp(pairs.value(pair))
                                        >= LEAST_SHARE * Math.min(all[one], all[other]))) {
                    likely.add(pairs.one(pair), pairs.other(pair), pairs.value(pair));
                }
            }
            for (; from < to; from++) {
                int pair = (int) order[from];
                better[accounts.head(pairs.one(pair))]++;
                better[accounts.head(pairs.other(pair))]++;
            }
        }
        return likely;
    }

    /**
     * Pairs of accounts of one source, and so of two events, that are more alike than chance: each
     * with {@link Weigher#alike}.
     */
    Pairs company() {
        return company;
    }

    /** Accounts without a point meet all that are near in time. */
    private void unplaced(boolean[] among) {
        int longest = 0;
        for (int i = 0; i < accounts.size; i++) {
            longest = Math.max(longest, accounts.toDay[i] - accounts.fromDay[i]);
        }
        int first = 0;
        for (int a = 0; a < accounts.size; a++) {
            if (accounts.placed(a) || !among[a]) {
                continue;
            }
            while (accounts.fromDay[first] < accounts.fromDay[a] - dayReach - longest) {
                first++;
            }
            int last = accounts.toDay[a] + dayReach;
            for (int b = first; b < accounts.size && accounts.fromDay[b] <= last; b++) {
                if (among[b] && b != a && (accounts.placed(b) || b > a)) {
                    offer(a, b);
                }
            }
        }
    }

    private void offer(int i, int j) {
        if (accounts.fromDay[i] > accounts.toDay[j] + dayReach
                || accounts.fromDay[j] > accounts.toDay[i] + dayReach) {
            return;
        }
        if (accounts.rivals(i, j) || accounts.tied(i, j)) {
            if (accounts.source[i] == accounts.source[j] && !accounts.tied(i, j)) {
                double alike = weigher.alike(i, j);
                if (alike > 0) {
                    company.add(i, j, alike);
                }
            }
            return;
        }
        double logOdds = weigher.logOdds(i, j);
        if (logOdds >= LEAST_LOG_ODDS) {
            pairs.add(i, j, logOdds);
        }
    }
}
