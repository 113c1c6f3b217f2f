package org.truce.reconcile.linkage;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * An order of accounts in which those that lie near each other mostly come after one another (G. M.
 * Morton 1966), as long as the map is cut into squares some kilometres wide. Of a million accounts
 * whose columns are in the order of time, what is near in space lies all over the memory; taken in
 * this order, what one account looks up is still at hand for the next.
 */
final class Curve {
    /** On the map, at the equator. */
    private static final double SQUARE_KM = 20;

    /** Of a row or column, so that both fit above an account's number. */
    private static final int BITS = 12;

    private static final int INDEX_BITS = 32;

    private Curve() {}

    /** All of some accounts along the curve, and within a square by their numbers. */
    static int[] along(Accounts accounts) {
        long[] order = new long[accounts.size];
        Arrays.setAll(order, i -> square(accounts, i) << INDEX_BITS | i);
        Arrays.parallelSort(order);
        int[] along = new int[order.length];
        Arrays.setAll(along, k -> (int) order[k]);
        return along;
    }

    /** Those that are wanted, in the same order. */
    static int[] order(Accounts accounts, IntPredicate wanted) {
        return Arrays.stream(accounts.along).filter(wanted).toArray();
    }

    private static long square(Accounts accounts, int i) {
        return accounts.placed(i) ? spread(at(accounts.y[i])) << 1 | spread(at(accounts.x[i])) : 0;
    }

    private static int at(double map) {
        int half = 1 << (BITS - 1);
        return Math.clamp((long) Math.floor(map / SQUARE_KM) + half, 0, 2 * half - 1);
    }

    /** Its bits, each with a zero before it. */
    private static long spread(int number) {
        long spread = 0;
        for (int bit = 0; bit < BITS; bit++) {
            spread |= ((number >> bit) & 1L) << (2 * bit);
        }
        return spread;
    }
}
