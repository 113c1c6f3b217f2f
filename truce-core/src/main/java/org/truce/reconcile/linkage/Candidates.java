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

    private final Accounts accounts;
    private final Weigher weigher;
    private final int dayReach;
    private final double[] widest;
    private final Pairs pairs = new Pairs();
    private final Pairs company = new Pairs();
    private final boolean seeksCompany;

    private Candidates(
            Accounts accounts,
            Weigher weigher,
            int dayReach,
            double[] widest,
            boolean seeksCompany) {
        this.accounts = accounts;
        this.weigher = weigher;
        this.dayReach = dayReach;
        this.widest = widest;
        this.seeksCompany = seeksCompany;
    }

    private Candidates(
            Accounts accounts, Weigher weigher, Parameters parameters, boolean seeksCompany) {
        this(
                accounts,
                weigher,
                2 * parameters.reachDays(),
                widestKm(parameters, accounts.placeClasses),
                seeksCompany);
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

    /** The pairs of a few accounts alone, with each other and with the rest. */
    static Pairs of(boolean[] few, Accounts accounts, Weigher weigher, Parameters parameters) {
        Candidates all = new Candidates(accounts, weigher, parameters, false);
        int longest = accounts.longestDays();
        for (int one = 0; one < accounts.size; one++) {
            if (few[one]) {
                int last = accounts.toDay[one] + all.dayReach;
                int other = accounts.firstFrom(accounts.fromDay[one] - all.dayReach - longest);
                for (; other < accounts.size && accounts.fromDay[other] <= last; other++) {
                    if ((other > one || (other < one && !few[other])) && all.reaches(one, other)) {
                        all.offer(one, other);
                    }
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

    /** The pairs of all accounts, in an order that depends on the accounts alone. */
    static Pairs find(
            Accounts accounts, Weigher weigher, Parameters parameters, Executor executor) {
        return new Candidates(accounts, weigher, parameters, false).find(executor).pairs;
    }

    /** With those in {@link #company}. */
    static Candidates withCompany(
            Accounts accounts, Weigher weigher, Parameters parameters, Executor executor) {
        return new Candidates(accounts, weigher, parameters, true).find(executor);
    }

    private Candidates find(Executor executor) {
        for (int fine = 0; fine < accounts.placeClasses; fine++) {
            int placeClass = fine;
            int[] order = Curve.order(accounts, i -> accounts.placeClass[i] == placeClass);
            for (int coarse = fine; coarse < accounts.placeClasses; coarse++) {
                double radius = radiusKm(fine, coarse);
                Cells cells = new Cells(accounts, radius, coarse, dayReach);
                if (!cells.empty()) {
                    Chunks.inRanges(
                                    order.length,
                                    (from, to) -> another().between(cells, order, from, to),
                                    executor)
                            .forEach(this::add);
                }
            }
        }
        unplaced();
        return this;
    }

    /** The same for another thread, with no pairs. */
    private Candidates another() {
        return new Candidates(accounts, weigher.another(), dayReach, widest, seeksCompany);
    }

    private Candidates between(Cells cells, int[] order, int from, int to) {
        for (int k = from; k < to; k++) {
            cells.meet(order[k], this::offer);
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
    private void unplaced() {
        int longest = accounts.longestDays();
        for (int a = 0; a < accounts.size; a++) {
            if (accounts.placed(a)) {
                continue;
            }
            int last = accounts.toDay[a] + dayReach;
            int b = accounts.firstFrom(accounts.fromDay[a] - dayReach - longest);
            for (; b < accounts.size && accounts.fromDay[b] <= last; b++) {
                if (b != a && (accounts.placed(b) || b > a)) {
                    offer(a, b);
                }
            }
        }
    }

    /** The earlier always comes first: what a pair weighs hangs a little on the order. */
    private void offer(int some, int more) {
        int i = Math.min(some, more);
        int j = Math.max(some, more);
        if (accounts.fromDay[i] > accounts.toDay[j] + dayReach
                || accounts.fromDay[j] > accounts.toDay[i] + dayReach) {
            return;
        }
        if (accounts.rivals(i, j) || accounts.tied(i, j)) {
            if (seeksCompany && accounts.source[i] == accounts.source[j] && !accounts.tied(i, j)) {
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
