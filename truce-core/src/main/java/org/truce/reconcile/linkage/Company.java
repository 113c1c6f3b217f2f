package org.truce.reconcile.linkage;

import java.util.Arrays;

/**
 * Which accounts tell of events that keep company: several of a kind in one place on one day.
 * Accounts of one source are of two events, so those of them that are as like as if they were of
 * one show how often that comes. Only those count that are as like as half of the accounts of one
 * event are: neighbouring towns on a day on which much happens are alike too, though less.
 *
 * <p>A source may also put one event down twice. Where events do keep company, other sources have
 * more accounts around two of one source than around any one account; where a source repeats
 * itself, they have as many. That is counted without regard to which account is of which event, for
 * where much happens nobody can tell.
 */
final class Company {
    /** As if so many accounts in company had been seen whose events keep company. */
    private static final double PRIOR_KEPT = 1;

    /** Who is less likely in company is looked at only as one of many. */
    private static final double LEAST_KEPT = 0.05;

    /** Of this many accounts one shows how much others have around it as a rule. */
    private static final int ONE_OF = 8;

    private static final double PRIOR_EVENTS = 15;

    /** Of the accounts of one event no fewer are held to be that much alike. */
    private static final double LEAST_SHARE = 0.1;

    private static final double BIN = 0.25;
    private static final int BINS = 160;

    private final Parameters before;
    private final double leastAlike;

    /** For each account, how likely another of its source keeps it company. */
    private final double[] kept;

    /** The share of all events that anybody reports. */
    private final double seen;

    /** How many accounts are expected to keep company with an earlier one of their source. */
    private final double followers;

    /** By how alike they are, from 0 on: pairs of accounts of one event. */
    private final double[] alike = new double[BINS];

    /** As in {@link Sofar}. */
    private final double around;

    private double matched;

    /**
     * What is known of pairs of one source when a round begins.
     *
     * @param perEvent how many more like it an event has, be they events or accounts made twice, of
     *     those that count
     * @param around how many accounts of other sources stand around those, to one around any
     * @param leastAlike what counts; infinite when it is not yet known
     */
    record Sofar(double perEvent, double around, double leastAlike) {
        /** Before the first round. */
        static final Sofar NOTHING =
                new Sofar(Parameters.COMPANY_AT_FIRST, 1, Double.POSITIVE_INFINITY);
    }

    /**
     * @param candidates all pairs of accounts that may be of one event or keep company
     * @param before what the round began with
     * @param sofar what earlier rounds found out of such pairs
     */
    Company(
            Accounts accounts,
            Candidates candidates,
            Weigher weigher,
            Parameters before,
            Sofar sofar) {
        this.before = before;
        leastAlike = sofar.leastAlike();
        Pairs pairs = candidates.company();
        double[] first = ones(accounts.size);
        double[] single = ones(accounts.size);
        for (int pair = 0; pair < pairs.count(); pair++) {
            if (pairs.value(pair) >= leastAlike) {
                double byChance = 1 / (1 + sofar.perEvent() * Math.exp(pairs.value(pair)));
                first[pairs.other(pair)] *= byChance;
                single[pairs.other(pair)] *= byChance;
                single[pairs.one(pair)] *= byChance;
            }
        }
        followers = accounts.size - Arrays.stream(first).sum();
        kept = single;
        Arrays.setAll(kept, i -> 1 - single[i]);
        seen = seen(before);
        around = Double.isInfinite(leastAlike)
                ? 1
                : around(sampled(accounts), candidates.pairs(), weigher, sofar.around());
    }

    private Company(Company of) {
        before = of.before;
        leastAlike = of.leastAlike;
        kept = of.kept;
        followers = of.followers;
        seen = of.seen;
        around = of.around;
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

    /** @param share how likely so many accounts are the whole of one event */
    void add(int n, double share) {
        matched += share * n * (n - 1);
    }

    /** Of a pair of accounts of one event. */
    void addAlike(double howMuch, double share) {
        alike[Math.clamp((int) (howMuch / BIN), 0, BINS - 1)] += share;
    }

    /** Takes in another piece's sums. */
    void add(Company more) {
        matched += more.matched;
        Arrays.setAll(alike, bin -> alike[bin] + more.alike[bin]);
    }

    /**
     * What the next round begins with.
     *
     * @param reports of each source
     */
    Sofar sofar(double[] reports) {
        double perEvent = Double.isInfinite(leastAlike)
                ? Parameters.COMPANY_AT_FIRST
                : perEvent(followers, reports);
        return new Sofar(perEvent, around, medianAlike());
    }

    /** Half of the pairs of accounts of one event are at least so much alike. */
    private double medianAlike() {
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
     * @param reports of each source
     */
    double perEvent(double[] reports) {
        return Double.isInfinite(leastAlike)
                ? before.company()
                : perEvent(followers * genuine(), reports);
    }

    private double perEvent(double following, double[] reports) {
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
        return (2 * following / share() * seen + PRIOR_EVENTS * Parameters.COMPANY_AT_FIRST)
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
     * events do, 0 to 1. Around an account stand those of other sources of its own event and of
     * those that keep it company, one event more where these do; around one that its source made
     * twice no more than around any.
     */
    private double genuine() {
        return Math.clamp((around - 1) * (1 + before.company() / seen), 0, 1);
    }

    /**
     * One step of expectation-maximisation: of the pairs across sources those that are of one event
     * or keep company, as far as likeness tells.
     */
    private double around(boolean[] sampled, Pairs across, Weigher weigher, double aroundKept) {
        double odds = seen + before.company();
        double keptAccounts = 0;
        double anyAccounts = 0;
        for (int i = 0; i < kept.length; i++) {
            keptAccounts += kept(i);
            anyAccounts += sampled[i] ? 1 : 0;
        }
        double ofKept = 0;
        double ofAny = 0;
        for (int pair = 0; pair < across.count(); pair++) {
            int one = across.one(pair);
            int other = across.other(pair);
            double kept = kept(one) + kept(other);
            int any = (sampled[one] ? 1 : 0) + (sampled[other] ? 1 : 0);
            if (kept + any > 0) {
                // However alike: who is like an account of its own source is like others, too.
                double alike = Math.exp(weigher.alike(one, other));
                ofKept += kept * share(aroundKept * odds * alike);
                ofAny += any * share(odds * alike);
            }
        }
        double usual = keptAccounts * ofAny / Math.max(1, anyAccounts);
        return (ofKept + PRIOR_KEPT) / (usual + PRIOR_KEPT);
    }

    private static double share(double odds) {
        return odds / (1 + odds);
    }

    private double kept(int i) {
        return kept[i] < LEAST_KEPT ? 0 : kept[i];
    }

    /** By their keys, so that it does not depend on the order. */
    private static boolean[] sampled(Accounts accounts) {
        boolean[] sampled = new boolean[accounts.size];
        for (int i = 0; i < sampled.length; i++) {
            sampled[i] = accounts.seed[i] % ONE_OF == 0;
        }
        return sampled;
    }
}
