package org.truce.reconcile.linkage;

import java.util.Arrays;

/**
 * When each source was silent altogether: over stretches of ten days it speaks or it does not, and
 * goes on as it was, mostly. While it speaks it reports its share of what all report, as chance has
 * it; while it is silent, nothing. How likely it is which follows from all of its reports, by the
 * forward and backward passes over such chains (L. E. Baum and others 1970). Where much happens a
 * short silence shows, where little happens only a long one.
 */
final class Silence {
    private static final int STRETCH_DAYS = 10;
    private static final double FALLS_SILENT = 0.02;
    private static final double SPEAKS_AGAIN = 0.2;
    private static final int ROUNDS = 3;

    /** Who reports less often may have other reasons to say nothing for long. */
    private static final int LEAST_REPORTS = 30;

    /** Nobody is held to be silent for certain. */
    private static final double LEAST_SPEAKING = 0.02;

    private final int firstDay;
    private final int stretches;
    /** {@code [source][stretch]}: how likely it speaks, above 0 to 1. */
    private final double[][] speaking;

    /** Of each source over all that happens. */
    private final double[] mean;

    /** @param weight of each account, its share of an event */
    Silence(Accounts accounts, double[] weight) {
        firstDay = accounts.firstDay;
        stretches = Math.floorDiv(accounts.lastDay - firstDay, STRETCH_DAYS) + 1;
        double[][] reports = new double[accounts.sources][stretches];
        double[] events = new double[stretches];
        for (int i = 0; i < accounts.size; i++) {
            if (isOfOneStretch(accounts, i)) {
                int stretch = stretch(accounts, i);
                reports[accounts.source[i]][stretch]++;
                events[stretch] += weight[i];
            }
        }
        speaking = new double[accounts.sources][stretches];
        mean = new double[accounts.sources];
        for (int source = 0; source < accounts.sources; source++) {
            Arrays.fill(speaking[source], 1);
            boolean known = Arrays.stream(reports[source]).sum() >= LEAST_REPORTS;
            for (int round = 0; round < ROUNDS && known; round++) {
                listen(reports[source], events, speaking[source]);
            }
            mean[source] = mean(speaking[source], events);
        }
    }

    private static double mean(double[] speaking, double[] events) {
        double spoken = 0;
        for (int stretch = 0; stretch < events.length; stretch++) {
            spoken += speaking[stretch] * events[stretch];
        }
        double all = Arrays.stream(events).sum();
        return all == 0 ? 1 : spoken / all;
    }

    private static void listen(double[] reports, double[] events, double[] speaking) {
        double told = 0;
        double heard = 0;
        for (int stretch = 0; stretch < reports.length; stretch++) {
            told += reports[stretch];
            heard += events[stretch] * speaking[stretch];
        }
        double share = told / Math.max(Double.MIN_NORMAL, heard);
        double[] before = new double[reports.length];
        double speaks = SPEAKS_AGAIN / (SPEAKS_AGAIN + FALLS_SILENT);
        for (int stretch = 0; stretch < reports.length; stretch++) {
            before[stretch] = speaks;
            double now = told(reports, events, share, stretch);
            double likely = speaks * now / (speaks * now + (1 - speaks) * silent(reports, stretch));
            speaks = likely * (1 - FALLS_SILENT) + (1 - likely) * SPEAKS_AGAIN;
        }
        double after = 1;
        double afterSilence = 1;
        for (int stretch = reports.length - 1; stretch >= 0; stretch--) {
            double now = told(reports, events, share, stretch) * after;
            double nothing = silent(reports, stretch) * afterSilence;
            double likely = before[stretch] * now;
            speaking[stretch] =
                    Math.max(LEAST_SPEAKING, likely / (likely + (1 - before[stretch]) * nothing));
            after = (1 - FALLS_SILENT) * now + FALLS_SILENT * nothing;
            afterSilence = SPEAKS_AGAIN * now + (1 - SPEAKS_AGAIN) * nothing;
            double most = Math.max(after, afterSilence);
            after /= most;
            afterSilence /= most;
        }
    }

    /** How likely it is that a source which speaks is not heard of, or 1 when it is. */
    private static double told(double[] reports, double[] events, double share, int stretch) {
        return reports[stretch] > 0 ? 1 : Math.exp(-share * events[stretch]);
    }

    private static double silent(double[] reports, int stretch) {
        return reports[stretch] > 0 ? 0 : 1;
    }

    /** Of an account that may be of any of many days, or is of a time that nobody spoke of. */
    static final int UNKNOWN = -1;

    /** The stretch of the first day of an account; {@link #UNKNOWN}. */
    int stretch(Accounts accounts, int i) {
        int stretch = Math.floorDiv(accounts.fromDay[i] - firstDay, STRETCH_DAYS);
        boolean told = isOfOneStretch(accounts, i) && stretch >= 0 && stretch < stretches;
        return told ? stretch : UNKNOWN;
    }

    private static boolean isOfOneStretch(Accounts accounts, int i) {
        return accounts.toDay[i] - accounts.fromDay[i] < STRETCH_DAYS;
    }

    /** How much more a source reports there than over all of the time: 0 to some. */
    double ratio(int source, int stretch) {
        return stretch == UNKNOWN ? 1 : speaking[source][stretch] / mean[source];
    }
}
