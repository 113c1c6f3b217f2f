package org.truce.reconcile.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts the graph of candidates into the parts that do not touch. */
final class Components {
    private Components() {}

    /** Of two accounts or more, by their first account. */
    static List<Component> of(int accounts, Candidates candidates) {
        int[] root = new int[accounts];
        Arrays.setAll(root, i -> i);
        int[] degree = new int[accounts];
        for (int pair = 0; pair < candidates.count(); pair++) {
            int one = find(root, candidates.one(pair));
            int other = find(root, candidates.other(pair));
            root[Math.max(one, other)] = Math.min(one, other);
            degree[candidates.one(pair)]++;
            degree[candidates.other(pair)]++;
        }
        int[] size = new int[accounts];
        for (int i = 0; i < accounts; i++) {
            size[find(root, i)]++;
        }
        int[][] members = new int[accounts][];
        int[] node = new int[accounts];
        int[] filled = new int[accounts];
        for (int i = 0; i < accounts; i++) {
            int first = find(root, i);
            if (size[first] > 1) {
                members[first] = members[first] == null ? new int[size[first]] : members[first];
                node[i] = filled[first];
                members[first][filled[first]++] = i;
            }
        }
        int[][] pairsOf = new int[accounts][];
        for (int i = 0; i < accounts; i++) {
            pairsOf[i] = new int[degree[i]];
        }
        int[] placed = new int[accounts];
        for (int pair = 0; pair < candidates.count(); pair++) {
            pairsOf[candidates.one(pair)][placed[candidates.one(pair)]++] = pair;
            pairsOf[candidates.other(pair)][placed[candidates.other(pair)]++] = pair;
        }
        List<Component> components = new ArrayList<>();
        for (int[] accountsHere : members) {
            if (accountsHere != null) {
                components.add(component(accountsHere, pairsOf, node, candidates));
            }
        }
        return components;
    }

    private static Component component(
            int[] accounts, int[][] pairsOf, int[] node, Candidates candidates) {
        int[][] near = new int[accounts.length][];
        List<double[]> edges = new ArrayList<>();
        for (int v = 0; v < accounts.length; v++) {
            int[] pairs = pairsOf[accounts[v]];
            near[v] = new int[pairs.length];
            for (int k = 0; k < pairs.length; k++) {
                int one = node[candidates.one(pairs[k])];
                int other = node[candidates.other(pairs[k])];
                near[v][k] = one == v ? other : one;
                if (one == v) {
                    edges.add(new double[] {candidates.logOdds(pairs[k]), one, other});
                }
            }
            Arrays.sort(near[v]);
        }
        edges.sort((a, b) -> a[0] != b[0]
                ? Double.compare(b[0], a[0])
                : a[1] != b[1] ? Double.compare(a[1], b[1]) : Double.compare(a[2], b[2]));
        int[][] ordered = new int[edges.size()][];
        for (int e = 0; e < ordered.length; e++) {
            ordered[e] = new int[] {(int) edges.get(e)[1], (int) edges.get(e)[2]};
        }
        return new Component(accounts, near, ordered);
    }

    private static int find(int[] root, int i) {
        int at = i;
        while (root[at] != at) {
            root[at] = root[root[at]];
            at = root[at];
        }
        return at;
    }
}
