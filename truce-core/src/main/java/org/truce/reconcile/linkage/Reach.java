package org.truce.reconcile.linkage;

import java.util.Arrays;

/**
 * How likely a source is to report an event, area by area: a source that has nobody in an area
 * reports nothing there, and its silence there says nothing. In each area a source's share of the
 * events is pulled towards its share of all, as if {@link #PRIOR_EVENTS} had been seen.
 *
 * <p>Some events are reported by everybody and some by hardly anyone. So each event is of one of
 * four kinds ({@link Parameters#SALIENCE}), by which every source's probability is multiplied: who
 * finds one report of an event may expect a second more than sources' shares alone would say.
 */
final class Reach {
    private static final double AREA_KM = 60;
    private static final double PRIOR_EVENTS = 20;
    static final double LEAST = 1e-6;
    static final double MOST = 0.97;
    private static final int ROUNDS = 5;
    private static final int KINDS = Parameters.SALIENCE.length;

    private final int sources;
    private final double[] overall;
    private final double[] shares;
    private final double[] logShares;
    /** Areas in which something was reported, from 1; 0 is everywhere else. */
    private final Counts areas = new Counts();

    /** {@code [area * KINDS + kind]}. */
    private final double[] logUnseen;

    /** {@code [(area * sources + source) * KINDS + kind]}: d / (1 - d). */
    private final double[] logOdds;

    private final double[] logSeen;

    /**
     * @param weight of each account, its share of an event
     * @param parameters what sources report over all areas, and how salient events are
     */
    Reach(Accounts accounts, double[] weight, Parameters parameters) {
        sources = accounts.sources;
        overall = parameters.detection();
        shares = parameters.salience();
        logShares = Arrays.stream(shares).map(Math::log).toArray();
        int[] areaOf = new int[accounts.size];
        int count = 1;
        for (int i = 0; i < accounts.size; i++) {
            long key = key(accounts, i);
            if (areas.get(key) == 0) {
                areas.add(key, count++);
            }
            areaOf[i] = area(accounts, i);
        }
        double[] events = new double[count];
        double[][] reports = new double[count][sources];
        for (int i = 0; i < accounts.size; i++) {
            events[areaOf[i]] += weight[i];
            reports[areaOf[i]][accounts.source[i]]++;
        }
        logUnseen = new double[count * KINDS];
        logSeen = new double[count];
        logOdds = new double[count * sources * KINDS];
        for (int area = 0; area < count; area++) {
            detect(area, reports[area], events[area]);
        }
    }

    private static long key(Accounts accounts, int i) {
        if (!accounts.placed(i)) {
            return 1;
        }
        int row = (int) Math.floor(accounts.y[i] / AREA_KM);
        int column = (int) Math.floor(accounts.x[i] / AREA_KM);
        return ((long) row << 32 ^ (column & 0xffffffffL)) * 2;
    }

    private int area(Accounts accounts, int i) {
        return (int) areas.get(key(accounts, i));
    }

    static double detection(double common, int kind) {
        return Math.clamp(common * Parameters.SALIENCE[kind], LEAST, MOST);
    }

    /** The probability that nobody reports an event of one kind. */
    static double unseen(double[] common, int kind) {
        double unseen = 1;
        for (double detection : common) {
            unseen *= 1 - detection(detection, kind);
        }
        return unseen;
    }

    private double unseen(double[] common) {
        double sum = 0;
        for (int kind = 0; kind < KINDS; kind++) {
            sum += shares[kind] * unseen(common, kind);
        }
        return sum;
    }

    /** Who sees how much depends on how many events nobody saw, and that on who sees how much. */
    private void detect(int area, double[] reports, double events) {
        double[] here = new double[sources];
        double unseen = unseen(overall);
        for (int round = 0; round < ROUNDS; round++) {
            for (int source = 0; source < sources; source++) {
                here[source] = Math.clamp(
                        (reports[source] + PRIOR_EVENTS * overall[source])
                                / (events / (1 - unseen) + PRIOR_EVENTS),
                        LEAST,
                        MOST);
            }
            unseen = unseen(here);
        }
        for (int kind = 0; kind < KINDS; kind++) {
            logUnseen[area * KINDS + kind] = Math.log(unseen(here, kind));
            for (int source = 0; source < sources; source++) {
                double detection = detection(here[source], kind);
                logOdds[(area * sources + source) * KINDS + kind] =
                        Math.log(detection / (1 - detection));
            }
        }
        logSeen[area] = Math.log(1 - unseen);
    }

    /** Who reports what of accounts, these or others of the same sources. */
    Who of(Accounts accounts) {
        int[] areaOf = new int[accounts.size];
        for (int i = 0; i < accounts.size; i++) {
            areaOf[i] = area(accounts, i);
        }
        return new Here(accounts.source, areaOf);
    }

    private final class Here implements Who {
        private final int[] sourceOf;
        private final int[] areaOf;

        Here(int[] sourceOf, int[] areaOf) {
            this.sourceOf = sourceOf;
            this.areaOf = areaOf;
        }

        @Override
        public double log(int[] members, int n) {
            double[] kinds = kinds(members, n);
            double most = most(kinds);
            double sum = 0;
            for (double kind : kinds) {
                sum += Math.exp(kind - most);
            }
            double seen = 0;
            for (int k = 0; k < n; k++) {
                seen += logSeen[areaOf[members[k]]];
            }
            return most + Math.log(sum) - seen / n;
        }

        private double[] kinds(int[] members, int n) {
            double[] kinds = new double[KINDS];
            for (int kind = 0; kind < KINDS; kind++) {
                double odds = 0;
                double unseen = 0;
                for (int k = 0; k < n; k++) {
                    int area = areaOf[members[k]];
                    odds += logOdds[(area * sources + sourceOf[members[k]]) * KINDS + kind];
                    unseen += logUnseen[area * KINDS + kind];
                }
                kinds[kind] = logShares[kind] + odds + unseen / n;
            }
            return kinds;
        }

        @Override
        public double[] salience(int[] members, int n) {
            double[] likely = kinds(members, n);
            double most = most(likely);
            double sum = 0;
            for (int kind = 0; kind < KINDS; kind++) {
                likely[kind] = Math.exp(likely[kind] - most);
                sum += likely[kind];
            }
            for (int kind = 0; kind < KINDS; kind++) {
                likely[kind] /= sum;
            }
            return likely;
        }

        private static double most(double[] kinds) {
            double most = Double.NEGATIVE_INFINITY;
            for (double kind : kinds) {
                most = Math.max(most, kind);
            }
            return most;
        }
    }
}
