package org.truce.reconcile.linkage;

import java.util.Arrays;

/**
 * Weights of sets of nodes, worked out once. A set is known by the exclusive or of its members'
 * 64-bit seeds, so that taking one in or out is one instruction; that two sets of one component
 * share it is no likelier than any 64-bit accident.
 */
final class Sets {
    /** Beyond so many it begins anew: what is asked for again is what is near, not what was. */
    private static final int MOST = 1 << 18;

    private final Component component;
    private final Weigher weigher;
    private final double[] alone;
    private final int[] accounts;
    private long[] keys = new long[256];
    private double[] weights = new double[256];
    private int held;

    Sets(Component component, Weigher weigher) {
        this.component = component;
        this.weigher = weigher;
        alone = new double[component.size()];
        int count = 0;
        for (int node = 0; node < alone.length; node++) {
            int[] members = component.nodes()[node];
            alone[node] = weigher.log(members, members.length);
            count += members.length;
        }
        accounts = new int[count];
    }

    /** Logarithm of the weight of nodes {@code [0..n-1]}, whose seeds make {@code key}. */
    double log(long key, int[] nodes, int n) {
        if (n == 1) {
            return alone[nodes[0]];
        }
        int at = find(key);
        if (keys[at] == key) {
            return weights[at];
        }
        double weight = weigher.log(accounts, component.listAccounts(nodes, n, accounts));
        keys[at] = key;
        weights[at] = weight;
        if (++held == MOST) {
            Arrays.fill(keys, 0);
            held = 0;
        } else if (held * 2 > keys.length) {
            grow();
        }
        return weight;
    }

    private int find(long key) {
        int at = (int) (key >>> 20) & (keys.length - 1);
        while (keys[at] != 0 && keys[at] != key) {
            at = (at + 1) & (keys.length - 1);
        }
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        double[] oldWeights = weights;
        keys = new long[oldKeys.length * 2];
        weights = new double[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int at = find(oldKeys[i]);
                keys[at] = oldKeys[i];
                weights[at] = oldWeights[i];
            }
        }
    }
}
