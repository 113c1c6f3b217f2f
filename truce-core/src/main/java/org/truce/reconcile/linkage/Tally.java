package org.truce.reconcile.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How likely sets of nodes were found to be, summed over the steps of a chain; see Sampler. */
final class Tally {
    private static final int ROUNDS = 5;

    private long[] keys = new long[64];
    private double[] sums = new double[64];
    private int[][] sets = new int[64][];
    private int held;

    /**
     * Of a set that holds {@code node} beside the others; 64 bits of it are its key.
     *
     * @param others {@code [0..n-1]}, which may hold the node too
     */
    void add(long key, double share, int[] others, int n, int node) {
        int at = find(key);
        if (sets[at] == null) {
            keys[at] = key;
            sets[at] = sorted(others, n, node);
            held++;
        }
        sums[at] += share;
        if (held * 2 > keys.length) {
            grow();
        }
    }

    private static int[] sorted(int[] others, int n, int node) {
        boolean within = false;
        for (int k = 0; k < n; k++) {
            within |= others[k] == node;
        }
        int[] set = Arrays.copyOf(others, within ? n : n + 1);
        if (!within) {
            set[n] = node;
        }
        Arrays.sort(set);
        return set;
    }

    private int find(long key) {
        int at = (int) (key >>> 20) & (keys.length - 1);
        while (sets[at] != null && keys[at] != key) {
            at = (at + 1) & (keys.length - 1);
        }
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        double[] oldSums = sums;
        int[][] oldSets = sets;
        keys = new long[oldKeys.length * 2];
        sums = new double[keys.length];
        sets = new int[keys.length][];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldSets[i] != null) {
                int at = find(oldKeys[i]);
                keys[at] = oldKeys[i];
                sums[at] = oldSums[i];
                sets[at] = oldSets[i];
            }
        }
    }

    /**
     * Each with its probability, in an order that depends on the chain alone. A set is asked after
     * from each of its nodes, which do not agree to the last hundredth; so all are brought to where
     * those of each node add up to 1.
     *
     * @param nodes how many there are
     * @param sweeps in each of which every node was asked once
     */
    List<Posterior.Whole> wholes(int nodes, int sweeps) {
        int[][] held = new int[this.held][];
        double[] probability = new double[held.length];
        int count = 0;
        for (int i = 0; i < keys.length; i++) {
            if (sets[i] != null) {
                held[count] = sets[i];
                probability[count++] = sums[i] / sets[i].length / sweeps;
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            double[] total = new double[nodes];
            for (int set = 0; set < count; set++) {
                for (int node : held[set]) {
                    total[node] += probability[set];
                }
            }
            for (int set = 0; set < count; set++) {
                double scale = 0;
                for (int node : held[set]) {
                    scale += 1 / total[node];
                }
                probability[set] *= scale / held[set].length;
            }
        }
        List<Posterior.Whole> wholes = new ArrayList<>();
        for (int set = 0; set < count; set++) {
            wholes.add(new Posterior.Whole(held[set], Math.min(1, probability[set])));
        }
        return wholes;
    }
}
