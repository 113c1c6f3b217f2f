package org.truce.reconcile.linkage;

import java.util.Arrays;

/**
 * Which accounts tell of events that keep company: several of a kind in one place on one day.
 * Accounts of one source are of two events, so those of them that are as like as if they were of
 * one show how often that comes. Only those count that are as like as half of the accounts of one
 * event are: neighbouring towns on a day on which much happens are alike too, though less.
 *
 * <p>A source may also put one event down twice. Where events do keep company, another source that
 * reports one of them reports the other as often as any event; where a source repeats itself,
 * others seldom do so of the same event.
 */
final class Company {
    /** As if so many matched accounts in company had been seen whose events keep company. */
    private static final double PRIOR_MATCHED = 1;

    private static final double PRIOR_EVENTS = 15;

    /** Of the accounts of one event no fewer are held to be that much alike. */
    private static final double LEAST_SHARE = 0.1;

    private static final double BIN = 0.25;
    private static final int BINS = 160;

    private final double leastAlike;

    /** For each account, how likely another of its source keeps it company. */
    private final double[] kept;

    /** How many accounts are expected to keep company with an earlier one of their source. */
    private final double followers;

    /** By how alike they are, from 0 on: pairs of accounts of one event. */
    private final double[] alike = new double[BINS];

    private double matched;
    private double matchedOfKept;
    private double bothKept;

    /**
     * @param pairs of one source, each with {@link Weigher#alike}
     * @param perEvent how many more like it an event has, as far as is known
     * @param leastAlike what counts; infinite when it is not yet known
     */
    Company(Accounts accounts, Pairs pairs, double perEvent, double leastAlike) {
        this.leastAlike = leastAlike;
        double[] first = ones(accounts.size);
        double[] single = ones(accounts.size);
        for (int pair = 0; pair < pairs.count(); pair++) {
            if (pairs.value(pair) >= leastAlike) {
                double byChance = 1 / (1 + perEvent * Math.exp(pairs.value(pair)));
                first[pairs.other(pair)] *= byChance;
                single[pairs.other(pair)] *= byChance;
                single[pairs.one(pair)] *= byChance;
            }
        }
        followers = accounts.size - Arrays.stream(first).sum();
        kept = single;
        Arrays.setAll(kept, i -> 1 - single[i]);
    }

    private Company(Company of) {
        leastAlike = of.leastAlike;
        kept = of.kept;
        followers = of.followers;
    }

    /** The same with nothing added up. */
    Company another() {
        return new Company(this);
    }

    private static double[] ones(int size) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** @param share how likely the members are the whole of one event */
    void add(int[] members, int n, double share) {
        double sum = 0;
        double squares = 0;
        for (int k = 0; k < n; k++) {
            sum += kept[members[k]];
            squares += kept[members[k]] * kept[members[k]];
        }
        matched += share * n * (n - 1);
        matchedOfKept += share * (n - 1) * sum;
        bothKept += share * (sum * sum - squares);
    }

    /** Of a pair of accounts of one event. */
    void addAlike(double howMuch, double share) {
        alike[Math.clamp((int) (howMuch / BIN), 0, BINS - 1)] += share;
    }

    /** Takes in another piece's sums. */
    void add(Company more) {
        matched += more.matched;
        matchedOfKept += more.matchedOfKept;
        bothKept += more.bothKept;
        Arrays.setAll(alike, bin -> alike[bin] + more.alike[bin]);
    }

    /** Half of the pairs of accounts of one event are at least so much alike. */
    double medianAlike() {
        double half = Arrays.stream(alike).sum() / 2;
        int bin = 0;
        for (double below = alike[0]; below < half; below += alike[bin]) {
            bin++;
        }
        return bin * BIN;
    }

    /** Of the pairs of accounts of one event, the share that is alike enough to count. */
    private double share() {
        double enough = 0;
        for (int bin = (int) (leastAlike / BIN); bin < BINS; bin++) {
            enough += alike[bin];
        }
        return Math.max(LEAST_SHARE, enough / Math.max(1, Arrays.stream(alike).sum()));
    }

    /**
     * How many more like it that anybody reports an event has beside it.
     *
     * @param before what the round began with
     * @param reports of each source
     */
    double perEvent(Parameters before, double[] reports) {
        if (Double.isInfinite(leastAlike)) {
            return before.company();
        }
        double all = Arrays.stream(reports).sum();
        double squares = Arrays.stream(reports).map(of -> of * of).sum();
        double acrossSources = all * all - squares;
        double told = 0;
        for (int source = 0; source < reports.length; source++) {
            told += reports[source] * before.detection()[source];
        }
        // Of two like events a source reports both as often as two like sources report one event.
        double chances =
                acrossSources == 0 ? told : Math.max(told, matched * squares / acrossSources);
        double others = Arrays.stream(reports).filter(of -> of > 0).count() - 1.0;
        double share = share();
        return (2 * followers / share * genuine(all * others, share) * seen(before)
                        + PRIOR_EVENTS * Parameters.COMPANY_AT_FIRST)
                / (chances + PRIOR_EVENTS);
    }

    /** The share of all events that anybody reports. */
    private static double seen(Parameters before) {
        double seen = 0;
        for (int kind = 0; kind < Parameters.SALIENCE.length; kind++) {
            seen += before.salience()[kind] * (1 - Reach.unseen(before.detection(), kind));
        }
        return seen;
    }

    /**
     * Of the accounts that another of their source keeps company, the share that does so because
     * events do, 0 to 1.
     *
     * @param chances how often another source might have reported the event of an account
     * @param share of those that keep company, how many are seen to
     */
    private double genuine(double chances, double share) {
        if (matched == 0) {
            return 1;
        }
        double reported = matched / chances * share;
        double byChance = matchedOfKept / matched;
        double possible = (reported - byChance) * matchedOfKept;
        return possible <= 0
                ? 1
                : Math.clamp(
                        (bothKept - byChance * matchedOfKept + PRIOR_MATCHED)
                                / (possible + PRIOR_MATCHED),
                        0,
                        1);
    }
}
