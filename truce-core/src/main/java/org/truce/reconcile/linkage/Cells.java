package org.truce.reconcile.linkage;

import java.util.Arrays;

/** Accounts of one place class by cell and first day, as one sorted array of packed numbers. */
final class Cells {
    private static final int DAY_BITS = 17;
    private static final int INDEX_BITS = 24;

    private final Accounts accounts;
    private final int placeClass;
    private final double radius;
    /** On the map; as wide as the radius where the map is stretched most. */
    private final double cell;

    private final int dayReach;
    private final int longest;
    private final Counts numbers = new Counts();
    private final long[] packed;
    private int cells;

    /** What is done with two accounts that are near. */
    interface Meeting {
        void of(int one, int other);
    }

    Cells(Accounts accounts, double radius, int placeClass, int dayReach) {
        if (accounts.size >= 1 << INDEX_BITS || accounts.days() >= 1 << DAY_BITS) {
            throw new IllegalArgumentException("more than %d accounts or %d days at once"
                    .formatted(1 << INDEX_BITS, 1 << DAY_BITS));
        }
        this.accounts = accounts;
        this.placeClass = placeClass;
        this.radius = radius;
        this.dayReach = dayReach;
        double narrowest = 1;
        int days = 0;
        for (int i = 0; i < accounts.size; i++) {
            narrowest = Math.min(narrowest, accounts.scale[i]);
            days = Math.max(days, accounts.toDay[i] - accounts.fromDay[i]);
        }
        longest = days;
        cell = radius / narrowest;
        long[] all = new long[accounts.size];
        int held = 0;
        for (int i = 0; i < accounts.size; i++) {
            if (accounts.placeClass[i] == placeClass) {
                long number = number(at(accounts.y[i]), at(accounts.x[i]));
                all[held++] = pack(number, accounts.fromDay[i] - accounts.firstDay, i);
            }
        }
        packed = Arrays.copyOf(all, held);
        Arrays.parallelSort(packed);
    }

    boolean empty() {
        return packed.length == 0;
    }

    private int at(double map) {
        return (int) Math.floor(map / cell);
    }

    private static long key(int row, int column) {
        return ((long) row << 32) ^ (column & 0xffffffffL);
    }

    private long number(int row, int column) {
        double known = numbers.get(key(row, column));
        if (known == 0) {
            numbers.add(key(row, column), ++cells);
            return cells;
        }
        return (long) known;
    }

    private static long pack(long cell, int day, int index) {
        return (cell << (DAY_BITS + INDEX_BITS)) | ((long) day << INDEX_BITS) | index;
    }

    /**
     * All that lie within the radius and whose days may meet; of one's own class later ones only.
     */
    void meet(int i, Meeting meeting) {
        int row = at(accounts.y[i]);
        int column = at(accounts.x[i]);
        int early = Math.max(0, accounts.fromDay[i] - accounts.firstDay - dayReach - longest);
        int late = accounts.toDay[i] - accounts.firstDay + dayReach;
        for (int r = row - 1; r <= row + 1; r++) {
            for (int c = column - 1; c <= column + 1; c++) {
                long number = (long) numbers.get(key(r, c));
                if (number > 0) {
                    meet(i, pack(number, early, 0), pack(number, late + 1, 0), meeting);
                }
            }
        }
    }

    private void meet(int i, long from, long to, Meeting meeting) {
        boolean sameClass = accounts.placeClass[i] == placeClass;
        int at = Arrays.binarySearch(packed, from);
        at = at < 0 ? -at - 1 : at;
        for (; at < packed.length && packed[at] < to; at++) {
            int j = (int) (packed[at] & ((1L << INDEX_BITS) - 1));
            if (!sameClass || j > i) {
                if (accounts.isWithin(i, j, radius)) {
                    meeting.of(i, j);
                }
            }
        }
    }
}
