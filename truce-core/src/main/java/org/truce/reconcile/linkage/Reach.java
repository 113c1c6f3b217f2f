package org.truce.reconcile.linkage;

/**
 * How likely a source is to report an event, area by area: a source that has nobody in an area
 * reports nothing there, and its silence there says nothing. In each area a source's share of the
 * events is pulled towards its share of all, as if {@link #PRIOR_EVENTS} had been seen.
 *
 * <p>Some events are reported by everybody and some by hardly anyone. So each event is of one of
 * four kinds ({@link Parameters#SALIENCE}), by which every source's probability is multiplied: who
 * finds one report of an event may expect a second more than sources' shares alone would say.
 */
final class Reach implements Who {
    private static final double AREA_KM = 60;
    private static final double PRIOR_EVENTS = 20;
    static final double LEAST = 1e-6;
    static final double MOST = 0.97;
    private static final int ROUNDS = 5;

    private final Accounts accounts;
    private final double[] overall;
    private final double[] shares;
    private final Counts areas = new Counts();
    private final int[] areaOf;
    private final double[][] byArea;
    /** {@code [kind][area]}. */
    private final double[][] logUnseen;
    /** {@code [kind][account]}, of the account's own source: d / (1 - d). */
    private final double[][] logOdds;

    private final double[] logSeen;

    /**
     * @param weight of each account, its share of an event
     * @param parameters what sources report over all areas, and how salient events are
     */
    Reach(Accounts accounts, double[] weight, Parameters parameters) {
        this.accounts = accounts;
        this.overall = parameters.detection();
        this.shares = parameters.salience();
        areaOf = new int[accounts.size];
        int count = 0;
        for (int i = 0; i < accounts.size; i++) {
            long key = key(i);
            if (areas.get(key) == 0) {
                areas.add(key, ++count);
            }
            areaOf[i] = (int) areas.get(key) - 1;
        }
        double[] events = new double[count];
        byArea = new double[count][accounts.sources];
        for (int i = 0; i < accounts.size; i++) {
            events[areaOf[i]] += weight[i];
            byArea[areaOf[i]][accounts.source[i]]++;
        }
        logUnseen = new double[shares.length][count];
        logSeen = new double[count];
        for (int area = 0; area < count; area++) {
            detect(area, events[area]);
        }
        logOdds = new double[shares.length][accounts.size];
        for (int kind = 0; kind < shares.length; kind++) {
            for (int i = 0; i < accounts.size; i++) {
                double detection = detection(byArea[areaOf[i]][accounts.source[i]], kind);
                logOdds[kind][i] = Math.log(detection / (1 - detection));
            }
        }
    }

    private long key(int i) {
        if (!accounts.placed(i)) {
            return 1;
        }
        int row = (int) Math.floor(accounts.y[i] / AREA_KM);
        int column = (int) Math.floor(accounts.x[i] / AREA_KM);
        return ((long) row << 32 ^ (column & 0xffffffffL)) * 2;
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
        for (int kind = 0; kind < shares.length; kind++) {
            sum += shares[kind] * unseen(common, kind);
        }
        return sum;
    }

    /** Who sees how much depends on how many events nobody saw, and that on who sees how much. */
    private void detect(int area, double events) {
        double[] here = byArea[area];
        double[] reports = here.clone();
        double unseen = unseen(overall);
        for (int round = 0; round < ROUNDS; round++) {
            for (int source = 0; source < here.length; source++) {
                here[source] = Math.clamp(
                        (reports[source] + PRIOR_EVENTS * overall[source])
                                / (events / (1 - unseen) + PRIOR_EVENTS),
                        LEAST,
                        MOST);
            }
            unseen = unseen(here);
        }
        for (int kind = 0; kind < shares.length; kind++) {
            logUnseen[kind][area] = Math.log(unseen(here, kind));
        }
        logSeen[area] = Math.log(1 - unseen);
    }

    @Override
    public double log(int[] members, int n) {
        double most = Double.NEGATIVE_INFINITY;
        for (int kind = 0; kind < shares.length; kind++) {
            most = Math.max(most, log(members, n, kind));
        }
        double sum = 0;
        for (int kind = 0; kind < shares.length; kind++) {
            sum += Math.exp(log(members, n, kind) - most);
        }
        double seen = 0;
        for (int k = 0; k < n; k++) {
            seen += logSeen[areaOf[members[k]]];
        }
        return most + Math.log(sum) - seen / n;
    }

    private double log(int[] members, int n, int kind) {
        double odds = 0;
        double unseen = 0;
        for (int k = 0; k < n; k++) {
            odds += logOdds[kind][members[k]];
            unseen += logUnseen[kind][areaOf[members[k]]];
        }
        return Math.log(shares[kind]) + odds + unseen / n;
    }

    @Override
    public double[] salience(int[] members, int n) {
        double all = Double.NEGATIVE_INFINITY;
        double[] likely = new double[shares.length];
        for (int kind = 0; kind < shares.length; kind++) {
            likely[kind] = log(members, n, kind);
            all = Math.max(all, likely[kind]);
        }
        double sum = 0;
        for (int kind = 0; kind < shares.length; kind++) {
            likely[kind] = Math.exp(likely[kind] - all);
            sum += likely[kind];
        }
        for (int kind = 0; kind < shares.length; kind++) {
            likely[kind] /= sum;
        }
        return likely;
    }
}
