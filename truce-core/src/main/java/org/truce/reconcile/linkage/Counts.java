package org.truce.reconcile.linkage;

import java.util.Arrays;

/** Sums by key, in open addressing: millions of cells without an object each. */
final class Counts {
    private static final long EMPTY = Long.MIN_VALUE;

    private static final int FEW = 32;

    private long[] keys;
    private double[] sums;
    private int held;

    /** Where something was added last: where accounts come along a curve, mostly there again. */
    private int last;

    Counts() {
        this(FEW);
    }

    /** @param expected about so many keys */
    Counts(int expected) {
        int room = Integer.highestOneBit(Math.max(FEW, expected)) * 4;
        keys = new long[room];
        sums = new double[room];
        Arrays.fill(keys, EMPTY);
    }

    void add(long key, double amount) {
        if (keys[last] != key) {
            last = find(key);
        }
        sums[last] += amount;
        if (keys[last] == EMPTY) {
            keys[last] = key;
            if (++held * 2 > keys.length) {
                grow();
            }
        }
    }

    double get(long key) {
        int at = find(key);
        return keys[at] == EMPTY ? 0 : sums[at];
    }

    /** Those that something was added to, ascending. */
    long[] sortedKeys() {
        return Arrays.stream(keys).filter(key -> key != EMPTY).sorted().toArray();
    }

    /** Where keys are of two numbers, the first times 2^32 and the second: by the keys. */
    Pairs pairs() {
        Pairs pairs = new Pairs();
        for (long key : sortedKeys()) {
            pairs.add((int) (key >>> 32), (int) key, get(key));
        }
        return pairs;
    }

    private int find(long key) {
        long mixed = key * 0x9e3779b97f4a7c15L;
        int at = (int) (mixed >>> 32) & (keys.length - 1);
        while (keys[at] != EMPTY && keys[at] != key) {
            at = (at + 1) & (keys.length - 1);
        }
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        double[] oldSums = sums;
        keys = new long[oldKeys.length * 2];
        sums = new double[keys.length];
        Arrays.fill(keys, EMPTY);
        last = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != EMPTY) {
                int at = find(oldKeys[i]);
                keys[at] = oldKeys[i];
                sums[at] = oldSums[i];
            }
        }
    }
}
