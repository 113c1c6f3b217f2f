package org.truce.reconcile.linkage;

import java.util.Arrays;

/**
 * How likely a source is to report an event, area by area: a source that has nobody in an area
 * reports nothing there, and its silence there says nothing. In each area a source's share of the
 * events is pulled towards its share of all, as if {@link #PRIOR_EVENTS} had been seen.
 */
final class Reach {
    private static final double AREA_KM = 60;
    private static final double PRIOR_EVENTS = 20;
    private static final double MOST = 0.97;

    private final Accounts accounts;
    private final double[] overall;
    private final Counts areas = new Counts();
    private final double[][] byArea;
    private final double[] logUnseen;
    private final int[] areaOf;

    /**
     * @param weight of each account, its share of an event
     * @param overall of each source, over all areas
     */
    Reach(Accounts accounts, double[] weight, double[] overall) {
        this.accounts = accounts;
        this.overall = overall;
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
        logUnseen = new double[count];
        for (int area = 0; area < count; area++) {
            share(area, events[area]);
        }
    }

    private long key(int i) {
        if (!accounts.placed(i)) {
            return 1;
        }
        double cell = AREA_KM / 0.8;
        int row = (int) Math.floor(accounts.y[i] / cell);
        int column = (int) Math.floor(accounts.x[i] / cell);
        return ((long) row << 32 ^ (column & 0xffffffffL)) * 2;
    }

    private void share(int area, double events) {
        double[] here = byArea[area];
        double[] reports = here.clone();
        double[] before = overall;
        // Who sees how much depends on how many events nobody saw, and that on who sees how much.
        for (int round = 0; round < 5; round++) {
            double unseen = 1;
            for (double detection : before) {
                unseen *= 1 - detection;
            }
            for (int source = 0; source < here.length; source++) {
                here[source] = Math.clamp(
                        (reports[source] + PRIOR_EVENTS * overall[source])
                                / (events / (1 - unseen) + PRIOR_EVENTS),
                        1e-6,
                        MOST);
            }
            before = here;
        }
        logUnseen[area] =
                Arrays.stream(here).map(detection -> Math.log(1 - detection)).sum();
    }

    /** Of the account's own source, where the account is: logarithm of d / (1 - d). */
    double logOdds(int i) {
        double detection = byArea[areaOf[i]][accounts.source[i]];
        return Math.log(detection / (1 - detection));
    }

    /** Logarithm of the probability that no source reports an event where the account is. */
    double logUnseen(int i) {
        return logUnseen[areaOf[i]];
    }
}
