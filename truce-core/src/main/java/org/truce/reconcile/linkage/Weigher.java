package org.truce.reconcile.linkage;

import java.util.concurrent.Executor;
import java.util.stream.IntStream;

/**
 * How well a set of accounts is explained by one event: the density, in natural logarithms, of an
 * event happening there and then, of just these sources reporting it, and of each giving the day,
 * place and codes that it gives, summed over all days, places and codes that the event may have
 * had. What a partition of all accounts weighs is the sum over its sets.
 *
 * <p>Like events may come in company: several of a kind in one town on one day. That raises the
 * weight of every partition that holds them apart; here instead a set weighs less, which gives two
 * accounts the same odds, and more of them nearly so: for each account but one, by {@code 1 +
 * company * r}, with r the mean by which the accounts' places, days and kinds speak for one event.
 */
final class Weigher {
    /** A few densities no smaller than this can be multiplied. */
    private static final double SMALL = 1e-50;

    /** Beyond this 1 + e^x is e^x. */
    private static final double LARGE = 40;

    private final Accounts accounts;
    private final Confusion[] confusions;
    private final int reach;
    private final double[][] upTo;
    private final double[] logSeason;
    private final Who who;
    private final Where where;
    private final Saying saying;
    private final Span span;
    private final double logCompany;
    private final int[] shared;
    private final int[] particular;
    private final double[] alone;
    /** What {@link #alone} says of what events in company have in common. */
    private final double[] common;

    private final double[] products;
    private final int[] pair = new int[2];

    /**
     * What an event at random is one of.
     *
     * @param events how many there are in all
     * @param days in how many days
     */
    record Span(double events, double days) {}

    /**
     * What accounts are weighed by.
     *
     * @param logSeason of each account, how much more happens in its area in its month
     */
    record Means(
            Parameters parameters,
            Confusion[] confusions,
            double[] logSeason,
            Who who,
            Where where,
            Saying saying,
            Span span) {}

    private Weigher(Accounts accounts, Means by) {
        this.accounts = accounts;
        confusions = by.confusions();
        logSeason = by.logSeason();
        who = by.who();
        where = by.where();
        saying = by.saying();
        span = by.span();
        reach = by.parameters().reachDays();
        logCompany = Math.log(by.parameters().company());
        shared = fields(false);
        particular = fields(true);
        upTo = upTo(by.parameters().offsets());
        int widest = 1;
        for (Confusion confusion : confusions) {
            widest = Math.max(widest, confusion.size);
        }
        products = new double[widest];
        alone = new double[accounts.size];
        common = new double[accounts.size];
    }

    /** @param executor on which what they weigh alone is worked out */
    static Weigher of(Accounts accounts, Means by, Executor executor) {
        Weigher weigher = new Weigher(accounts, by);
        Chunks.inRanges(
                accounts.size,
                (from, to) -> {
                    Weigher own = weigher.another();
                    for (int k = from; k < to; k++) {
                        own.weighAlone(accounts.along[k]);
                    }
                    return to;
                },
                executor);
        return weigher;
    }

    private void weighAlone(int i) {
        pair[0] = i;
        common[i] = place(pair, 1) + aloneCodes(i, shared);
        alone[i] = common[i] + aloneCodes(i, particular) + who.log(pair, 1);
    }

    private double aloneCodes(int i, int[] fields) {
        double sum = 0;
        for (int field : fields) {
            int code = accounts.code[field][i];
            if (code != Accounts.NONE) {
                sum += Math.log(confusions[field].alone[accounts.source[i]][code]);
            }
        }
        return sum;
    }

    private int[] fields(boolean particular) {
        return IntStream.range(0, confusions.length)
                .filter(field -> accounts.codings.get(field).particular() == particular)
                .toArray();
    }

    private static double[][] upTo(double[][] offsets) {
        double[][] upTo = new double[offsets.length][];
        for (int source = 0; source < offsets.length; source++) {
            upTo[source] = new double[offsets[source].length + 1];
            for (int k = 0; k < offsets[source].length; k++) {
                upTo[source][k + 1] = upTo[source][k] + offsets[source][k];
            }
        }
        return upTo;
    }

    /** The same for another thread. */
    Weigher another() {
        return new Weigher(this);
    }

    private Weigher(Weigher from) {
        accounts = from.accounts;
        confusions = from.confusions;
        reach = from.reach;
        upTo = from.upTo;
        logSeason = from.logSeason;
        who = from.who.another();
        alone = from.alone;
        common = from.common;
        logCompany = from.logCompany;
        shared = from.shared;
        particular = from.particular;
        products = new double[from.products.length];
        where = from.where.another();
        saying = from.saying;
        span = from.span;
    }

    Saying saying() {
        return saying;
    }

    double alone(int account) {
        return alone[account];
    }

    /** Of {@code members[0..n-1]} as one event; negative infinity when they cannot be. */
    double log(int[] members, int n) {
        if (n == 1) {
            return alone[members[0]];
        }
        double sum = common(members, n);
        if (sum == Double.NEGATIVE_INFINITY) {
            return sum;
        }
        double apart = 0;
        for (int k = 0; k < n; k++) {
            apart += common[members[k]];
        }
        return who.log(members, n)
                + sum
                + logTimes(1, members, n, particular)
                + saying.texts(members, n)
                - (n - 1) * logInCompany((sum - apart) / (n - 1));
    }

    /** Where and when, and of what kind: what events that keep company have in common. */
    private double common(int[] members, int n) {
        // First what is soonest worked out: most sets that are tried cannot be of one day.
        double days = days(members, n);
        if (days <= 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return place(members, n) + logTimes(days, members, n, shared) + saying.names(members, n);
    }

    /** Of a density times those of some fields; negative infinity when one of them is 0. */
    private double logTimes(double density, int[] members, int n, int[] fields) {
        double product = density;
        double sum = 0;
        for (int field : fields) {
            double codes = codes(field, members, n);
            if (codes <= 0) {
                return Double.NEGATIVE_INFINITY;
            }
            if (codes < SMALL) {
                sum += Math.log(codes);
            } else {
                product *= codes;
            }
        }
        return sum + Math.log(product);
    }

    /**
     * How much likelier two accounts are as two events than if events came singly, as a logarithm.
     *
     * @param alike how much likelier what they say is of one event than of two that have nothing to
     *     do with each other: so much likelier, too, of two of which one keeps the other company
     */
    private double logInCompany(double alike) {
        double more = logCompany + alike;
        // Exact to sixteen places, which is all that a sum of logarithms keeps, and fast.
        return more > LARGE ? more : Math.log(1 + Math.exp(more));
    }

    /**
     * How much likelier what two accounts say of place, day and kind is of one event than of two,
     * as a logarithm; negative infinity when they cannot be of one.
     */
    double alike(int one, int other) {
        pair[0] = one;
        pair[1] = other;
        return common(pair, 2) - common[one] - common[other];
    }

    /** What the odds of two being one event are made of. */
    Evidence evidence(int one, int other) {
        pair[0] = one;
        pair[1] = other;
        double where = this.where.log(pair, 2)
                - whereAlone(one)
                - whereAlone(other)
                + Math.log(span.events() / span.days());
        pair[0] = one;
        pair[1] = other;
        double days = Math.log(days(pair, 2) * span.days());
        double[] codes = new double[confusions.length];
        double sum = where + days;
        for (int field = 0; field < codes.length; field++) {
            if (accounts.code[field][one] != Accounts.NONE
                    && accounts.code[field][other] != Accounts.NONE) {
                codes[field] = Math.log(codes(field, pair, 2))
                        - Math.log(aloneCode(field, one))
                        - Math.log(aloneCode(field, other));
            }
            sum += codes[field];
        }
        double names = saying.names(pair, 2);
        double texts = saying.texts(pair, 2);
        double company = -logInCompany(alike(one, other));
        double prior = logOdds(one, other) - sum - names - texts - company;
        return new Evidence(prior, where, days, codes, names, texts, company);
    }

    private double whereAlone(int account) {
        pair[0] = account;
        return where.log(pair, 1);
    }

    private double aloneCode(int field, int account) {
        return confusions[field].alone[accounts.source[account]][accounts.code[field][account]];
    }

    /** How much likelier it is that two are one event than that they are two. */
    double logOdds(int one, int other) {
        pair[0] = one;
        pair[1] = other;
        return log(pair, 2) - alone[one] - alone[other];
    }

    /** The points, and the season. */
    private double place(int[] members, int n) {
        double season = 0;
        for (int k = 0; k < n; k++) {
            season += logSeason[members[k]];
        }
        return season / n + where.log(members, n);
    }

    double[] salience(int[] members, int n) {
        return who.salience(members, n);
    }

    int firstDay(int[] members, int n) {
        int latest = Integer.MIN_VALUE;
        for (int k = 0; k < n; k++) {
            latest = Math.max(latest, accounts.fromDay[members[k]]);
        }
        return latest - reach;
    }

    int lastDay(int[] members, int n) {
        int earliest = Integer.MAX_VALUE;
        for (int k = 0; k < n; k++) {
            earliest = Math.min(earliest, accounts.toDay[members[k]]);
        }
        return earliest + reach;
    }

    private double days(int[] members, int n) {
        double sum = 0;
        int last = lastDay(members, n);
        for (int day = firstDay(members, n); day <= last; day++) {
            sum += onDay(members, n, day);
        }
        return sum;
    }

    /** Probability that all give the days they give, were the event on that day. */
    double onDay(int[] members, int n, int day) {
        double product = 1;
        for (int k = 0; k < n && product > 0; k++) {
            int i = members[k];
            double[] sums = upTo[accounts.source[i]];
            int from = Math.max(0, accounts.fromDay[i] - day + reach);
            int to = Math.min(sums.length - 1, accounts.toDay[i] - day + reach + 1);
            product *= to <= from
                    ? 0
                    : (sums[to] - sums[from]) / (accounts.toDay[i] - accounts.fromDay[i] + 1);
        }
        return product;
    }

    private double codes(int field, int[] members, int n) {
        Confusion confusion = confusions[field];
        int said = 0;
        int size = confusion.size;
        for (int k = 0; k < n; k++) {
            int code = accounts.code[field][members[k]];
            if (code == Accounts.NONE) {
                continue;
            }
            double[] given = confusion.given[accounts.source[members[k]]];
            int at = code * size;
            double[] from = said == 0 ? confusion.prior : products;
            for (int meant = 0; meant < size; meant++) {
                products[meant] = from[meant] * given[at + meant];
            }
            said++;
        }
        if (said == 0) {
            return 1;
        }
        double sum = 0;
        for (int meant = 0; meant < size; meant++) {
            sum += products[meant];
        }
        return sum;
    }

    /**
     * Adds the members' expected rings, {@code share} in all for each, to what is being learned.
     */
    void addRings(int field, int[] members, int n, double share, double[][] rings) {
        double total = codes(field, members, n);
        Confusion confusion = confusions[field];
        int[] code = accounts.code[field];
        int said = 0;
        for (int k = 0; k < n; k++) {
            said += code[members[k]] == Accounts.NONE ? 0 : 1;
        }
        if (said < 2 || total <= 0) {
            return;
        }
        for (int meant = 0; meant < confusion.size; meant++) {
            double part = products[meant] / total * share;
            for (int k = 0; k < n && part > 0; k++) {
                int observed = code[members[k]];
                if (observed != Accounts.NONE) {
                    rings[accounts.source[members[k]]][confusion.ring(meant, observed)] += part;
                }
            }
        }
    }
}
