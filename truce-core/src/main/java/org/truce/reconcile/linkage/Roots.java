package org.truce.reconcile.linkage;

import java.util.Arrays;

/** Which of some numbers hang together; each such set goes by its least. */
final class Roots {
    private final int[] root;

    /** @param of numbers 0 to {@code of.length - 1}, each with one that it hangs together with */
    Roots(int[] of) {
        root = of.clone();
    }

    static Roots ofEach(int size) {
        int[] itself = new int[size];
        Arrays.setAll(itself, i -> i);
        return new Roots(itself);
    }

    void join(int one, int other) {
        int some = find(one);
        int more = find(other);
        root[Math.max(some, more)] = Math.min(some, more);
    }

    /** The least number that it hangs together with. */
    int find(int number) {
        int at = number;
        while (root[at] != at) {
            root[at] = root[root[at]];
            at = root[at];
        }
        return at;
    }
}
