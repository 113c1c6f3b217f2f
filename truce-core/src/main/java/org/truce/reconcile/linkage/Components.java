package org.truce.reconcile.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts the graph of candidates into the parts that do not touch. */
final class Components {
    private Components() {}

    /** Of two accounts or more, by where their first account lies ({@link Curve}). */
    static List<Component> of(Accounts accounts, Pairs candidates) {
        int all = accounts.size;
        int[] head = new int[all];
        Arrays.setAll(head, accounts::head);
        Roots roots = new Roots(head);
        int[] degree = new int[all];
        for (int pair = 0; pair < candidates.count(); pair++) {
            roots.join(candidates.one(pair), candidates.other(pair));
            degree[accounts.head(candidates.one(pair))]++;
            degree[accounts.head(candidates.other(pair))]++;
        }
        int[] size = new int[all];
        int[] heads = new int[all];
        for (int i = 0; i < all; i++) {
            int first = roots.find(i);
            size[first]++;
            heads[first] += accounts.head(i) == i ? 1 : 0;
        }
        int[][] members = new int[all][];
        int[] node = new int[all];
        int[] filled = new int[all];
        for (int i = 0; i < all; i++) {
            int first = roots.find(i);
            if (size[first] > 1 && accounts.head(i) == i) {
                members[first] = members[first] == null ? new int[heads[first]] : members[first];
                node[i] = filled[first];
                members[first][filled[first]++] = i;
            }
        }
        int[][] pairsOf = new int[all][];
        for (int i = 0; i < all; i++) {
            pairsOf[i] = new int[degree[i]];
        }
        int[] placed = new int[all];
        for (int pair = 0; pair < candidates.count(); pair++) {
            int one = accounts.head(candidates.one(pair));
            int other = accounts.head(candidates.other(pair));
            pairsOf[one][placed[one]++] = pair;
            pairsOf[other][placed[other]++] = pair;
        }
        List<Component> components = new ArrayList<>();
        for (int first : Curve.order(accounts, i -> members[i] != null)) {
            components.add(component(members[first], accounts, pairsOf, node, candidates));
        }
        return components;
    }

    private static Component component(
            int[] heads, Accounts accounts, int[][] pairsOf, int[] node, Pairs candidates) {
        int[][] nodes = new int[heads.length][];
        int[][] near = new int[heads.length][];
        int count = 0;
        for (int head : heads) {
            count += pairsOf[head].length;
        }
        int[][] edges = new int[count / 2][];
        long[] order = new long[count / 2];
        int held = 0;
        for (int v = 0; v < heads.length; v++) {
            nodes[v] = accounts.together(heads[v]);
            int[] pairs = pairsOf[heads[v]];
            near[v] = new int[pairs.length];
            long[] byOther = new long[pairs.length];
            for (int k = 0; k < pairs.length; k++) {
                int one = node[accounts.head(candidates.one(pairs[k]))];
                int other = node[accounts.head(candidates.other(pairs[k]))];
                near[v][k] = one == v ? other : one;
                byOther[k] = (long) near[v][k] << 32 | pairs[k];
            }
            Arrays.sort(byOther);
            for (long pair : byOther) {
                int other = (int) (pair >>> 32);
                int number = (int) pair;
                if (node[accounts.head(candidates.one(number))] == v) {
                    edges[held] = new int[] {v, other};
                    order[held] = (long) candidates.fallingOdds(number) << 32 | held;
                    held++;
                }
            }
            near[v] = Arrays.stream(near[v]).sorted().distinct().toArray();
        }
        Arrays.sort(order);
        int[][] ordered = new int[held][];
        Arrays.setAll(ordered, e -> edges[(int) order[e]]);
        return new Component(nodes, near, ordered);
    }
}
