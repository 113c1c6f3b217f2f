package org.truce.reconcile.linkage;

/**
 * How much more happens on a day than on an average one of its month: an offensive's first day
 * makes coincidences that quiet days do not. How far days differ is told by the sources one by one,
 * for two accounts of one source are two events: were all days alike, a source would have as many
 * pairs of one day as pairs of two days some six to twelve apart. As many more there are, as far a
 * day is believed to be what is seen of it.
 */
final class Calendar {
    private static final int HALF_MONTH = 15;

    /** Near enough that a source that was silent for a month was so on both days or on neither. */
    private static final int FROM_LAG = 6;

    private static final int TO_LAG = 12;

    /** As if so many pairs of days that are alike had been seen. */
    private static final double PRIOR_PAIRS = 30;

    private final int firstDay;

    /** Of the accounts before each day that know their day. */
    private final double[] eventsBefore;

    /** The variance of the days' shares, over the square of their mean. */
    private final double spread;

    /** @param weight of each account, its share of an event */
    Calendar(Accounts accounts, double[] weight) {
        firstDay = accounts.firstDay;
        double[] events = new double[accounts.lastDay - accounts.firstDay + 1];
        int[] counts = new int[accounts.sources];
        for (int i = 0; i < accounts.size; i++) {
            if (isDay(accounts, i)) {
                events[day(accounts, i)] += weight[i];
                counts[accounts.source[i]]++;
            }
        }
        eventsBefore = new double[events.length + 1];
        for (int day = 0; day < events.length; day++) {
            eventsBefore[day + 1] = eventsBefore[day] + events[day];
        }
        spread = spread(daysOf(accounts, counts));
    }

    private static boolean isDay(Accounts accounts, int i) {
        return accounts.fromDay[i] == accounts.toDay[i];
    }

    private int day(Accounts accounts, int i) {
        return accounts.fromDay[i] - firstDay;
    }

    /** Of each source the days of its accounts in their order, which is that of the accounts. */
    private int[][] daysOf(Accounts accounts, int[] counts) {
        int[][] days = new int[counts.length][];
        for (int source = 0; source < counts.length; source++) {
            days[source] = new int[counts[source]];
        }
        int[] held = new int[counts.length];
        for (int i = 0; i < accounts.size; i++) {
            if (isDay(accounts, i)) {
                days[accounts.source[i]][held[accounts.source[i]]++] = day(accounts, i);
            }
        }
        return days;
    }

    private static double spread(int[][] daysOf) {
        double together = PRIOR_PAIRS;
        double apart = PRIOR_PAIRS;
        for (int[] days : daysOf) {
            int same = 0;
            int first = 0;
            int beyond = 0;
            for (int i = 0; i < days.length; i++) {
                same = i > 0 && days[i - 1] == days[i] ? same + 1 : 0;
                while (days[first] < days[i] - TO_LAG) {
                    first++;
                }
                while (days[beyond] <= days[i] - FROM_LAG) {
                    beyond++;
                }
                together += same;
                // Every two days are met once, and of each day its own pairs as often.
                apart += (beyond - first) / (2.0 * (TO_LAG - FROM_LAG + 1));
            }
        }
        return Math.max(0, together / apart - 1);
    }

    /**
     * Events on the account's day to those on an average day around, without the account; 1 on a
     * day of which nothing is known.
     *
     * @param own what the account itself was counted for; 0 when it was not
     */
    double ratio(Accounts accounts, int i, double own) {
        int day = day(accounts, i);
        int from = Math.max(0, day - HALF_MONTH);
        int to = Math.min(eventsBefore.length - 2, day + HALF_MONTH);
        if (!isDay(accounts, i) || from > day || to < day) {
            return 1;
        }
        double seen = Math.max(0, within(day, 0) - own);
        double around = Math.max(0, within(day, HALF_MONTH) - own);
        return (1 + spread * seen) / (1 + spread * around / (to - from + 1));
    }

    private double within(int day, int reach) {
        int to = Math.min(eventsBefore.length - 1, day + reach + 1);
        return eventsBefore[to] - eventsBefore[Math.max(0, day - reach)];
    }
}
