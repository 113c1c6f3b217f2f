package org.truce.reconcile.linkage;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/**
 * Pairs of accounts of different sources that cannot be of one event, since their days lie too far
 * apart, though else they might be: of one place and one kind; where those are too few, of one
 * place or of any, too. What is alike in them is alike by chance.
 */
final class Chance {
    private static final int MOST_ASKED = 5_000;
    private static final int PARTNERS = 4;
    private static final int LOOKED_AT = 16;
    private static final int ENOUGH_PAIRS = 1_000;

    private final Accounts accounts;
    private final int daysApart;
    private final double placeKm;
    private final int[] speaking;

    /**
     * @param reachDays how far the day of an account may be from its event's
     * @param placeKm how wide one place is
     */
    Chance(Accounts accounts, int reachDays, double placeKm) {
        this.accounts = accounts;
        this.daysApart = 2 * reachDays + 1;
        this.placeKm = placeKm;
        int[] found = new int[accounts.size];
        int count = 0;
        for (int i = 0; i < accounts.size; i++) {
            if (accounts.wording[i].words().length > 0) {
                found[count++] = i;
            }
        }
        speaking = Arrays.copyOf(found, count);
    }

    /** In an order that depends on the accounts alone. */
    void forEach(Cells.Meeting meeting) {
        int pairs = forEach(i -> mixed(place(i), kind(i)), meeting);
        if (pairs < ENOUGH_PAIRS) {
            pairs += forEach(this::place, meeting);
        }
        if (pairs < ENOUGH_PAIRS) {
            forEach(i -> 0, meeting);
        }
    }

    private long place(int i) {
        return Rarity.place(accounts, i, placeKm);
    }

    private long kind(int i) {
        long kind = 0;
        for (int field = 0; field < accounts.code.length; field++) {
            if (!accounts.codings.get(field).particular()) {
                kind = mixed(kind, accounts.code[field][i]);
            }
        }
        return kind;
    }

    private static long mixed(long one, long other) {
        long mixed = (one * 31 + other) * 0x9e3779b97f4a7c15L;
        return mixed ^ (mixed >>> 32);
    }

    /** Of each of one group with some later ones. */
    private int forEach(IntToLongFunction group, Cells.Meeting meeting) {
        long[] groups = new long[accounts.size];
        Integer[] ordered = new Integer[speaking.length];
        for (int k = 0; k < speaking.length; k++) {
            ordered[k] = speaking[k];
            groups[speaking[k]] = group.applyAsLong(speaking[k]);
        }
        // A stable sort: within a group the order of the accounts stays, which is that of days.
        Arrays.sort(ordered, (one, other) -> Long.compare(groups[one], groups[other]));
        int every = 1 + speaking.length / MOST_ASKED;
        int pairs = 0;
        for (int from = 0; from < ordered.length; ) {
            int to = from + 1;
            while (to < ordered.length && groups[ordered[to]] == groups[ordered[from]]) {
                to++;
            }
            for (int at = from; at < to; at++) {
                if (Long.remainderUnsigned(accounts.seed[ordered[at]], every) == 0) {
                    pairs += pair(ordered, at, to, meeting);
                }
            }
            from = to;
        }
        return pairs;
    }

    private int pair(Integer[] ordered, int at, int end, Cells.Meeting meeting) {
        int one = ordered[at];
        int pairs = 0;
        int first = later(ordered, at, end, accounts.toDay[one] + daysApart);
        for (int k = first; k < Math.min(end, first + LOOKED_AT) && pairs < PARTNERS; k++) {
            int other = ordered[k];
            if (accounts.source[one] != accounts.source[other] && !accounts.tied(one, other)) {
                meeting.of(one, other);
                pairs++;
            }
        }
        return pairs;
    }

    /** The first of a group that begins after a day. */
    private int later(Integer[] ordered, int from, int end, int day) {
        int low = from;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (accounts.fromDay[ordered[middle]] > day) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
