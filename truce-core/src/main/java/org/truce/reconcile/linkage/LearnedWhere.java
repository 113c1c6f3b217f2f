package org.truce.reconcile.linkage;

/**
 * Places by what was learned: where things happen ({@link Intensity}, and {@link Sites} as far as
 * the reports around bear it), and how far off each source's points are.
 *
 * <p>Each point is the event's plus a normal error in two directions. With n points, W the sum of
 * 1/variance and SS the weighted sum of squares around their weighted mean, and as many events
 * everywhere around, the integral over the event's place is {@code rate (2 pi)^(1-n)
 * prod(1/variance) / W exp(-SS/2)}. Points known only coarsely come after the others: each has the
 * density of its distance from where the others put the event.
 */
final class LearnedWhere implements Where {
    /** An account of which the map of sites can say nothing. */
    static final double OFF_THE_MAP = Double.NEGATIVE_INFINITY;

    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    private final Accounts accounts;
    private final double[][] sigmaKm;
    private final double[] logRate;
    private final double[] trust;
    private final Sites sites;
    private final Sites.Scratch scratch = new Sites.Scratch();
    private final int[] fine;
    private final double[] variances;

    /**
     * @param logRate of each account, events per square kilometre and day around its point; per day
     *     where it has none
     * @param trust of each account, 0 to 1, how far the map of sites is believed there;
     *     {@link #OFF_THE_MAP}
     */
    LearnedWhere(
            Accounts accounts, double[][] sigmaKm, double[] logRate, double[] trust, Sites sites) {
        this.accounts = accounts;
        this.sigmaKm = sigmaKm;
        this.logRate = logRate;
        this.trust = trust;
        this.sites = sites;
        fine = new int[Math.max(2, accounts.mostMembers())];
        variances = new double[fine.length];
    }

    @Override
    public LearnedWhere another() {
        return new LearnedWhere(accounts, sigmaKm, logRate, trust, sites);
    }

    double variance(int i) {
        double sigma = sigmaKm[accounts.source[i]][accounts.placeClass[i]];
        return sigma * sigma;
    }

    @Override
    public double log(int[] members, int n) {
        int fines = 0;
        int coarse = 0;
        for (int k = 0; k < n; k++) {
            int placeClass = accounts.placeClass[members[k]];
            if (placeClass == 0) {
                fine[fines++] = members[k];
            } else if (placeClass != Accounts.NONE) {
                coarse++;
            }
        }
        if (fines + coarse == 0) {
            return meanRate(members, n);
        }
        if (coarse == 0) {
            return finely(fines);
        }
        if (fines == 0) {
            int held = 0;
            for (int k = 0; k < n; k++) {
                if (accounts.placed(members[k])) {
                    fine[held++] = members[k];
                }
            }
            return evenly(held);
        }
        return finely(fines) + coarsely(members, n, fines);
    }

    private double meanRate(int[] of, int n) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
            sum += logRate[of[k]];
        }
        return sum / n;
    }

    private double finely(int n) {
        double trusted = 0;
        for (int k = 0; k < n; k++) {
            trusted += trust[fine[k]];
            variances[k] = variance(fine[k]);
        }
        double share = trusted / n;
        if (share <= 0) {
            return evenly(n);
        }
        double bySites = share * sites.log(accounts, fine, n, variances, scratch);
        return share == 1 ? bySites : bySites + (1 - share) * evenly(n);
    }

    private double evenly(int n) {
        double logVariance = 0;
        double w = 0;
        double wx = 0;
        double wy = 0;
        double squares = 0;
        for (int k = 0; k < n; k++) {
            double variance = variance(fine[k]);
            double east = accounts.eastKm(fine[0], fine[k]);
            double north = accounts.northKm(fine[0], fine[k]);
            logVariance += Math.log(variance);
            w += 1 / variance;
            wx += east / variance;
            wy += north / variance;
            squares += (east * east + north * north) / variance;
        }
        return meanRate(fine, n)
                - (n - 1) * LOG_TWO_PI
                - logVariance
                - Math.log(w)
                - (squares - (wx * wx + wy * wy) / w) / 2;
    }

    private double coarsely(int[] members, int n, int fines) {
        double w = 0;
        double wx = 0;
        double wy = 0;
        for (int k = 0; k < fines; k++) {
            double variance = variance(fine[k]);
            w += 1 / variance;
            wx += accounts.eastKm(fine[0], fine[k]) / variance;
            wy += accounts.northKm(fine[0], fine[k]) / variance;
        }
        double sum = 0;
        for (int k = 0; k < n; k++) {
            int i = members[k];
            if (accounts.placeClass[i] > 0) {
                double variance = variance(i) + 1 / w;
                double east = accounts.eastKm(fine[0], i) - wx / w;
                double north = accounts.northKm(fine[0], i) - wy / w;
                sum -= LOG_TWO_PI
                        + Math.log(variance)
                        + (east * east + north * north) / (2 * variance);
            }
        }
        return sum;
    }
}
