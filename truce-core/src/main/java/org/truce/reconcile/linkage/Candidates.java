package org.truce.reconcile.linkage;

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

    private static final int PIECES = 32;

    private final Accounts accounts;
    private final Weigher weigher;
    private final int dayReach;
    private final Pairs pairs = new Pairs();
    private final Pairs company = new Pairs();

    private Candidates(Accounts accounts, Weigher weigher, Parameters parameters) {
        this.accounts = accounts;
        this.weigher = weigher;
        this.dayReach = 2 * parameters.reachDays();
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
        double[] widest = new double[accounts.placeClasses];
        for (double[] ofSource : parameters.sigmaKm()) {
            for (int c = 0; c < widest.length; c++) {
                widest[c] = Math.max(widest[c], ofSource[c]);
            }
        }
        Candidates all = new Candidates(accounts, weigher, parameters);
        for (int fine = 0; fine < accounts.placeClasses; fine++) {
            for (int coarse = fine; coarse < accounts.placeClasses; coarse++) {
                double radius = REACH_IN_SIGMAS * Math.hypot(widest[fine], widest[coarse]);
                Cells cells = new Cells(accounts, radius, coarse, among, all.dayReach);
                int placeClass = fine;
                if (!cells.empty()) {
                    Chunks.inOrder(
                                    PIECES,
                                    piece -> new Candidates(accounts, weigher.another(), parameters)
                                            .between(cells, placeClass, piece, among),
                                    executor)
                            .forEach(all::add);
                }
            }
        }
        all.unplaced(among);
        return all;
    }

    private Candidates between(Cells cells, int placeClass, int piece, boolean[] among) {
        int from = (int) ((long) accounts.size * piece / PIECES);
        int to = (int) ((long) accounts.size * (piece + 1) / PIECES);
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
