package org.truce.reconcile.linkage;

import java.util.Arrays;

/** Pairs of accounts, each with a number, in the order in which they were put. */
final class Pairs {
    private int[] ones = new int[256];
    private int[] others = new int[256];
    private double[] values = new double[256];
    private int count;

    void add(int one, int other, double value) {
        if (count == ones.length) {
            ones = Arrays.copyOf(ones, count * 2);
            others = Arrays.copyOf(others, count * 2);
            values = Arrays.copyOf(values, count * 2);
        }
        ones[count] = Math.min(one, other);
        others[count] = Math.max(one, other);
        values[count++] = value;
    }

    void addAll(Pairs more) {
        for (int pair = 0; pair < more.count; pair++) {
            add(more.ones[pair], more.others[pair], more.values[pair]);
        }
    }

    int count() {
        return count;
    }

    /** The earlier account. */
    int one(int pair) {
        return ones[pair];
    }

    int other(int pair) {
        return others[pair];
    }

    /** A number that ascends as the odds fall of which {@link #value} is the logarithm. */
    int fallingOdds(int pair) {
        int bits = Float.floatToIntBits((float) -values[pair]);
        return bits ^ ((bits >> 31) & 0x7fffffff);
    }

    double value(int pair) {
        return values[pair];
    }
}
