package org.truce.reconcile.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * A component too large to be sampled as a whole: where reports come every day, they hang together
 * through time without end, though what is far off says next to nothing. It is sampled in stretches
 * of the calendar, each with what hangs together with it on both sides over two steps; a set counts
 * in the stretch in which its first account begins. So the work grows with the number of accounts,
 * and a new account changes only the stretches that it reaches.
 */
final class Stretches {
    /** In nodes; a component up to this size is sampled as a whole. */
    static final int LARGEST_WHOLE = 4_000;

    private static final int STRETCH_DAYS = 64;

    private final Component component;
    private final Accounts accounts;
    private final Weigher weigher;

    /** For each node the numbers of the edges that name it first, ascending. */
    private final int[][] edgesOf;

    private Stretches(Component component, Accounts accounts, Weigher weigher) {
        this.component = component;
        this.accounts = accounts;
        this.weigher = weigher;
        int[][] edges = component.edges();
        int[] count = new int[component.size()];
        for (int[] edge : edges) {
            count[edge[0]]++;
        }
        edgesOf = new int[component.size()][];
        Arrays.setAll(edgesOf, node -> new int[count[node]]);
        for (int e = edges.length - 1; e >= 0; e--) {
            edgesOf[edges[e][0]][--count[edges[e][0]]] = e;
        }
    }

    /** @param executor on which stretches are sampled; the result does not depend on it */
    static Posterior sample(
            Component component,
            Accounts accounts,
            Weigher weigher,
            Sampler.Length length,
            Executor executor) {
        Stretches all = new Stretches(component, accounts, weigher);
        List<int[]> stretches = all.list();
        List<Posterior.Whole> wholes = new ArrayList<>();
        Chunks.inOrder(
                        stretches.size(),
                        number -> all.sample(
                                stretches.get(number)[0], stretches.get(number)[1], length),
                        executor)
                .forEach(wholes::addAll);
        return new Posterior(component.size(), wholes);
    }

    /** Each as its first node, and one past its last. */
    private List<int[]> list() {
        List<int[]> stretches = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= component.size(); to++) {
            if (to == component.size() || stretch(to) != stretch(from)) {
                stretches.add(new int[] {from, to});
                from = to;
            }
        }
        return stretches;
    }

    private int stretch(int node) {
        return Math.floorDiv(accounts.fromDay[component.first(node)], STRETCH_DAYS);
    }

    /** The sets whose first node is one of {@code from} to {@code to - 1}. */
    private List<Posterior.Whole> sample(int from, int to, Sampler.Length length) {
        List<Posterior.Whole> wholes = new ArrayList<>();
        int first = earliest(earliest(from, to), to);
        int end = latest(from, latest(from, to));
        Component part = part(first, end);
        for (Posterior.Whole whole :
                Sampler.sample(part, accounts, weigher.another(), length).wholes()) {
            int[] nodes = whole.nodes();
            if (nodes[0] + first >= from && nodes[0] + first < to) {
                Arrays.setAll(nodes, k -> nodes[k] + first);
                wholes.add(new Posterior.Whole(nodes, whole.probability()));
            }
        }
        return wholes;
    }

    /** The first node that is a candidate for one of {@code from} to {@code to - 1}, or is one. */
    private int earliest(int from, int to) {
        int earliest = from;
        for (int node = from; node < to; node++) {
            earliest = Math.min(earliest, component.near()[node][0]);
        }
        return earliest;
    }

    /** One past the last node that is a candidate for one of them, or is one. */
    private int latest(int from, int to) {
        int last = to - 1;
        for (int node = from; node < to; node++) {
            int[] near = component.near()[node];
            last = Math.max(last, near[near.length - 1]);
        }
        return last + 1;
    }

    private Component part(int from, int to) {
        int[][] nodes = Arrays.copyOfRange(component.nodes(), from, to);
        int[][] near = new int[to - from][];
        List<Integer> numbers = new ArrayList<>();
        for (int node = from; node < to; node++) {
            near[node - from] = Arrays.stream(component.near()[node])
                    .filter(other -> other >= from && other < to)
                    .map(other -> other - from)
                    .toArray();
            for (int edge : edgesOf[node]) {
                int other = component.edges()[edge][1];
                if (other >= from && other < to) {
                    numbers.add(edge);
                }
            }
        }
        int[][] edges = numbers.stream()
                .sorted()
                .map(number -> component.edges()[number])
                .map(edge -> new int[] {edge[0] - from, edge[1] - from})
                .toArray(int[][]::new);
        return new Component(nodes, near, edges);
    }
}
