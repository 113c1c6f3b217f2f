package org.truce.reconcile.linkage;

import java.util.Arrays;

/**
 * Places by what was learned: where things happen ({@link Intensity}, and {@link Sites} as far as
 * the reports around bear it), and how far off each source's points are.
 *
 * <p>Each point is the event's plus a normal error in two directions. With n points, W the sum of
 * 1/variance and SS the weighted sum of squares around their weighted mean, and as many events
 * everywhere around, the integral over the event's place is {@code rate (2 pi)^(1-n)
 * prod(1/variance) / W exp(-SS/2)}. Points known only coarsely come after the others: each has the
 * density of its distance from where the others put the event.
 *
 * <p>One out of a list ({@link Districts}) may also be given because it is the nearest of all,
 * whatever its distance. It is then as dense as if it were spread evenly over {@code 2 pi variance}
 * square kilometres, which is as dense as the normal error is where it is most so.
 */
final class LearnedWhere implements Where {
    /** An account of which the map of sites can say nothing. */
    static final double OFF_THE_MAP = Double.NEGATIVE_INFINITY;

    private static final double TWO_PI = 2 * Math.PI;
    private static final double LOG_TWO_PI = Math.log(TWO_PI);

    private final Accounts accounts;
    private final Parameters parameters;
    private final double[] logRate;
    private final double[] trust;
    private final Middles middles;
    private final Sites sites;
    private final Sites.Scratch scratch = new Sites.Scratch();
    private final int[] fine;
    private final double[] variances;
    private final double[][] variance;
    /** {@code [source][place class]}: of {@code 2 pi variance}. */
    private final double[][] logNorm;

    private double centreVariance;
    private double centreEastKm;
    private double centreNorthKm;

    /**
     * @param logRate of each account, events per square kilometre and day around its point; per day
     *     where it has none
     * @param trust of each account, 0 to 1, how far the map of sites is believed there;
     *     {@link #OFF_THE_MAP}
     */
    LearnedWhere(
            Accounts accounts,
            Parameters parameters,
            double[] logRate,
            double[] trust,
            Middles middles,
            Sites sites) {
        this.accounts = accounts;
        this.parameters = parameters;
        this.logRate = logRate;
        this.trust = trust;
        this.middles = middles;
        this.sites = sites;
        fine = new int[Math.max(2, accounts.mostMembers())];
        variances = new double[fine.length];
        variance = Arrays.stream(parameters.sigmaKm())
                .map(ofSource ->
                        Arrays.stream(ofSource).map(sigma -> sigma * sigma).toArray())
                .toArray(double[][]::new);
        logNorm = Arrays.stream(variance)
                .map(ofSource -> Arrays.stream(ofSource)
                        .map(one -> Math.log(TWO_PI * one))
                        .toArray())
                .toArray(double[][]::new);
    }

    @Override
    public LearnedWhere another() {
        return new LearnedWhere(accounts, parameters, logRate, trust, middles, sites);
    }

    /**
     * What accounts give that know no more than a district.
     *
     * @param districts those that are listed
     * @param number of each account, its district; {@link Districts#NONE}
     * @param eventsADay of each account with a district, what that stands for, without the account
     */
    record Middles(Districts districts, int[] number, double[] eventsADay) {
        boolean listed(int i) {
            return number[i] != Districts.NONE;
        }
    }

    double variance(int i) {
        return variance[accounts.source[i]][accounts.placeClass[i]];
    }

    private double logNorm(int i) {
        return logNorm[accounts.source[i]][accounts.placeClass[i]];
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
            return middles(held);
        }
        double sum = finely(fines);
        centre(fines);
        for (int k = 0; k < n; k++) {
            if (accounts.placeClass[members[k]] > 0) {
                sum += Math.log(asNearest(members[k]) + asFarOff(members[k]));
            }
        }
        return sum;
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
        double norm = 0;
        for (int k = 0; k < n; k++) {
            int source = accounts.source[fine[k]];
            trusted += trust[fine[k]];
            variances[k] = variance[source][0];
            norm += logNorm[source][0];
        }
        double share = trusted / n;
        if (share <= 0) {
            return evenly(n);
        }
        double bySites = share * (sites.log(accounts, fine, n, variances, scratch) - norm);
        return share == 1 ? bySites : bySites + (1 - share) * evenly(n);
    }

    private double evenly(int n) {
        double norm = 0;
        double w = 0;
        double wx = 0;
        double wy = 0;
        double squares = 0;
        for (int k = 0; k < n; k++) {
            double precision = 1 / variance(fine[k]);
            double east = accounts.eastKm(fine[0], fine[k]);
            double north = accounts.northKm(fine[0], fine[k]);
            norm += logNorm(fine[k]);
            w += precision;
            wx += east * precision;
            wy += north * precision;
            squares += (east * east + north * north) * precision;
        }
        return meanRate(fine, n)
                + LOG_TWO_PI
                - norm
                - Math.log(w)
                - (squares - (wx * wx + wy * wy) / w) / 2;
    }

    /** Where {@code fine[0..n-1]} put the event, from the first of them. */
    private void centre(int n) {
        double w = 0;
        double wx = 0;
        double wy = 0;
        for (int k = 0; k < n; k++) {
            double variance = variance(fine[k]);
            w += 1 / variance;
            wx += accounts.eastKm(fine[0], fine[k]) / variance;
            wy += accounts.northKm(fine[0], fine[k]) / variance;
        }
        centreVariance = 1 / w;
        centreEastKm = wx / w;
        centreNorthKm = wy / w;
    }

    /** How likely a source gives a point as the nearest of a list. */
    private double nearest(int i) {
        return middles.listed(i) ? parameters.nearest()[accounts.source[i]] : 0;
    }

    /** The density of a coarse point as the one nearest to {@link #centre}. */
    private double asNearest(int i) {
        double nearest = nearest(i);
        return nearest == 0
                ? 0
                : nearest
                        * middles.districts()
                                .nearest(
                                        middles.number()[i],
                                        centreEastKm - accounts.eastKm(fine[0], i),
                                        centreNorthKm - accounts.northKm(fine[0], i),
                                        Math.sqrt(centreVariance))
                        / (TWO_PI * variance(i));
    }

    /** The density of a coarse point by its distance from {@link #centre}. */
    private double asFarOff(int i) {
        double variance = variance(i) + centreVariance;
        double east = accounts.eastKm(fine[0], i) - centreEastKm;
        double north = accounts.northKm(fine[0], i) - centreNorthKm;
        // Not zero, though people may settle that two are one event which lie far from each other.
        return (1 - nearest(i))
                        * Math.exp(-(east * east + north * north) / (2 * variance))
                        / (TWO_PI * variance)
                + Double.MIN_NORMAL;
    }

    /** Of {@code fine[0..n-1]}, none of which is of the finest class. */
    private double middles(int n) {
        double even = evenly(n);
        double eventsADay = 0;
        double allNearest = 1;
        double logArea = 0;
        for (int k = 0; k < n; k++) {
            int i = fine[k];
            if (!middles.listed(i) || middles.number()[i] != middles.number()[fine[0]]) {
                return even + (allNearest(n) == 0 ? 0 : Math.log(1 - allNearest(n)));
            }
            eventsADay += middles.eventsADay()[i] / n;
            allNearest *= nearest(i);
            logArea += logNorm(i);
        }
        return Math.log(
                allNearest * eventsADay * Math.exp(-logArea) + (1 - allNearest) * Math.exp(even));
    }

    private double allNearest(int n) {
        double all = 1;
        for (int k = 0; k < n; k++) {
            all *= nearest(fine[k]);
        }
        return all;
    }

    /**
     * Adds for each member that gives a point out of a list how likely it does so as the one
     * nearest to the event, and how likely not, as far as others tell where that is.
     *
     * @param into {@code [source][as the nearest, not so]}
     */
    void addNearest(int[] members, int n, double share, double[][] into) {
        int fines = 0;
        for (int k = 0; k < n; k++) {
            if (accounts.placeClass[members[k]] == 0) {
                fine[fines++] = members[k];
            }
        }
        if (fines == 0) {
            return;
        }
        centre(fines);
        for (int k = 0; k < n; k++) {
            int i = members[k];
            if (accounts.placeClass[i] > 0 && middles.listed(i)) {
                double as = asNearest(i);
                double likely = as / (as + asFarOff(i));
                into[accounts.source[i]][0] += share * likely;
                into[accounts.source[i]][1] += share * (1 - likely);
            }
        }
    }
}
