package org.truce.reconcile.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;

/** Cuts the graph of candidates into the parts that do not touch. */
final class Components {
    private Components() {}

    /**
     * Of two accounts or more, by where their first account lies ({@link Curve}).
     *
     * @param executor on which they are made, in pieces
     */
    static List<Component> of(Accounts accounts, Pairs candidates, Executor executor) {
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
        PairsOf pairsOf = new PairsOf(accounts, candidates, degree);
        int[] order = Curve.order(accounts, i -> members[i] != null);
        return Chunks.inRanges(
                        order.length,
                        (from, to) -> Arrays.stream(order, from, to)
                                .mapToObj(first -> component(
                                        members[first], accounts, pairsOf, node, candidates))
                                .toList(),
                        executor)
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /** The numbers of the pairs of each account, or of those that are settled to be one. */
    private static final class PairsOf {
        /** Where those of each begin in {@link #numbers}, and where the last one's end. */
        private final int[] begin;

        private final int[] numbers;

        /** @param degree of each, how many it has */
        PairsOf(Accounts accounts, Pairs candidates, int[] degree) {
            begin = new int[degree.length + 1];
            for (int i = 0; i < degree.length; i++) {
                begin[i + 1] = begin[i] + degree[i];
            }
            numbers = new int[begin[degree.length]];
            int[] next = begin.clone();
            for (int pair = 0; pair < candidates.count(); pair++) {
                numbers[next[accounts.head(candidates.one(pair))]++] = pair;
                numbers[next[accounts.head(candidates.other(pair))]++] = pair;
            }
        }

        int count(int of) {
            return begin[of + 1] - begin[of];
        }

        int number(int of, int k) {
            return numbers[begin[of] + k];
        }
    }

    private static Component component(
            int[] heads, Accounts accounts, PairsOf pairsOf, int[] node, Pairs candidates) {
        int[][] nodes = new int[heads.length][];
        int[][] near = new int[heads.length][];
        int count = 0;
        for (int head : heads) {
            count += pairsOf.count(head);
        }
        int[] edges = new int[count];
        long[] order = new long[count / 2];
        int held = 0;
        for (int v = 0; v < heads.length; v++) {
            nodes[v] = accounts.together(heads[v]);
            long[] byOther = byOther(v, heads[v], accounts, pairsOf, node, candidates);
            near[v] = others(byOther);
            for (long pair : byOther) {
                int number = (int) pair;
                if (node[accounts.head(candidates.one(number))] == v) {
                    edges[2 * held] = v;
                    edges[2 * held + 1] = (int) (pair >>> 32);
                    order[held] = (long) candidates.fallingOdds(number) << 32 | held;
                    held++;
                }
            }
        }
        Arrays.sort(order);
        int[] ordered = new int[2 * held];
        for (int edge = 0; edge < held; edge++) {
            System.arraycopy(edges, 2 * (int) order[edge], ordered, 2 * edge, 2);
        }
        return new Component(nodes, near, ordered);
    }

    /** The pairs of a node, each below the other node, by that. */
    private static long[] byOther(
            int v, int head, Accounts accounts, PairsOf pairsOf, int[] node, Pairs candidates) {
        long[] byOther = new long[pairsOf.count(head)];
        for (int k = 0; k < byOther.length; k++) {
            int pair = pairsOf.number(head, k);
            int one = node[accounts.head(candidates.one(pair))];
            int other = node[accounts.head(candidates.other(pair))];
            byOther[k] = (long) (one == v ? other : one) << 32 | pair;
        }
        Arrays.sort(byOther);
        return byOther;
    }

    /** Each once. */
    private static int[] others(long[] byOther) {
        int[] others = new int[byOther.length];
        int held = 0;
        for (long pair : byOther) {
            int other = (int) (pair >>> 32);
            if (held == 0 || others[held - 1] != other) {
                others[held++] = other;
            }
        }
        return held == others.length ? others : Arrays.copyOf(others, held);
    }
}
