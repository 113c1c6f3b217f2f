package org.truce.reconcile.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * A component too large to be weighed as a whole: where reports come every day, they hang together
 * through time without end, though what is far off says next to nothing. It is cut into stretches:
 * those of its nodes that begin within the same days of the calendar and reach each other over two
 * steps at a time. Each is weighed with what hangs together with it over two steps, and decides on
 * the pairs whose earlier node is its own.
 *
 * <p>Where a cut falls, how long a chain is and what its chance is depend on the nodes of a stretch
 * and around it alone. So a new account changes only the stretches that it reaches.
 */
final class Stretches {
    /** Counted from 1970-01-01. */
    static final int STRETCH_DAYS = 8;

    /** How far around its own nodes a stretch looks, in steps from a node to one it is near. */
    static final int STEPS = 2;

    /** Beyond so many nodes a chain is shorter. */
    private static final int FEW_NODES = 100;

    private final Component component;
    private final Accounts accounts;

    /** For each node where the edges begin that name it first, ascending. */
    private final int[][] edgesOf;

    /** Nodes are those of a component, the earliest first. */
    private record Cut(int[] nodes, boolean[] own) {}

    private Stretches(Component component, Accounts accounts) {
        this.component = component;
        this.accounts = accounts;
        int[] edges = component.edges();
        int[] count = new int[component.size()];
        for (int edge = 0; edge < edges.length; edge += 2) {
            count[edges[edge]]++;
        }
        edgesOf = new int[component.size()][];
        Arrays.setAll(edgesOf, node -> new int[count[node]]);
        for (int edge = edges.length - 2; edge >= 0; edge -= 2) {
            edgesOf[edges[edge]][--count[edges[edge]]] = edge;
        }
    }

    /**
     * By their earliest nodes.
     *
     * @param wanted which nodes' stretches; all that surrounds these must be there
     * @param length how long a chain of few nodes is
     * @param executor on which stretches are weighed; the result does not depend on it
     */
    static List<Stretch> of(
            Component component,
            boolean[] wanted,
            Accounts accounts,
            Weigher weigher,
            Sampler.Length length,
            Executor executor) {
        Stretches all = new Stretches(component, accounts);
        List<Cut> cuts = all.cut(wanted);
        return Chunks.inOrder(
                cuts.size(), number -> all.stretch(cuts.get(number), weigher, length), executor);
    }

    /** What all stretches say together: of a set, the one that has its first node. */
    static Posterior posterior(
            Component component, Accounts accounts, Weigher weigher, Sampler.Length length) {
        Stretches all = new Stretches(component, accounts);
        boolean[] each = new boolean[component.size()];
        Arrays.fill(each, true);
        List<Posterior.Whole> wholes = new ArrayList<>();
        for (Cut cut : all.cut(each)) {
            for (Posterior.Whole whole : all.weigh(cut, weigher, length).wholes()) {
                int[] nodes = whole.nodes();
                if (cut.own()[nodes[0]]) {
                    Arrays.setAll(nodes, k -> cut.nodes()[nodes[k]]);
                    wholes.add(new Posterior.Whole(nodes, whole.probability()));
                }
            }
        }
        return new Posterior(component.size(), wholes);
    }

    /** Which days of the calendar an account is of that begins on a day. */
    static int number(int fromDay) {
        return Math.floorDiv(fromDay, STRETCH_DAYS);
    }

    private int number(int node, Accounts of) {
        return number(of.fromDay[component.first(node)]);
    }

    private List<Cut> cut(boolean[] wanted) {
        List<Cut> cuts = new ArrayList<>();
        boolean[] done = new boolean[component.size()];
        byte[] steps = new byte[component.size()];
        Arrays.fill(steps, Byte.MAX_VALUE);
        for (int node = 0; node < component.size(); node++) {
            if (wanted[node] && !done[node]) {
                Cut cut = around(node, steps);
                for (int k = 0; k < cut.nodes().length; k++) {
                    done[cut.nodes()[k]] |= cut.own()[k];
                    steps[cut.nodes()[k]] = Byte.MAX_VALUE;
                }
                cuts.add(cut);
            }
        }
        return cuts;
    }

    /** @param steps from the nearest of the stretch's own nodes; at first all far */
    private Cut around(int first, byte[] steps) {
        int number = number(first, accounts);
        int[] found = new int[64];
        int[] queue = new int[64];
        int held = 0;
        int queued = 0;
        steps[first] = 0;
        found[held++] = first;
        queue[queued++] = first;
        for (int at = 0; at < queued; at++) {
            int node = queue[at];
            for (int next : component.near()[node]) {
                int there = number(next, accounts) == number ? 0 : steps[node] + 1;
                if (steps[node] < STEPS && there < steps[next]) {
                    if (steps[next] == Byte.MAX_VALUE) {
                        found = held == found.length ? Arrays.copyOf(found, 2 * held) : found;
                        found[held++] = next;
                    }
                    steps[next] = (byte) there;
                    queue = queued == queue.length ? Arrays.copyOf(queue, 2 * queued) : queue;
                    queue[queued++] = next;
                }
            }
        }
        int[] nodes = Arrays.copyOf(found, held);
        Arrays.sort(nodes);
        boolean[] own = new boolean[held];
        for (int k = 0; k < held; k++) {
            own[k] = steps[nodes[k]] == 0;
        }
        return new Cut(nodes, own);
    }

    private Stretch stretch(Cut cut, Weigher weigher, Sampler.Length length) {
        String[] keys = new String[cut.nodes().length];
        Arrays.setAll(keys, place -> accounts.key(component.first(cut.nodes()[place])));
        return new Stretch(
                keys, cut.own(), weigh(cut, weigher.another(), length).wholes());
    }

    private Posterior weigh(Cut cut, Weigher weigher, Sampler.Length length) {
        Component part = part(cut.nodes());
        return Exact.find(part, accounts, weigher)
                .orElseGet(() -> Sampler.sample(
                        part, accounts, weigher, length.times((double) FEW_NODES / part.size())));
    }

    /** What some nodes are to each other. */
    private Component part(int[] of) {
        int[][] nodes = new int[of.length][];
        int[][] near = new int[of.length][];
        int[] numbers = new int[64];
        int held = 0;
        for (int place = 0; place < of.length; place++) {
            nodes[place] = component.nodes()[of[place]];
            near[place] = places(component.near()[of[place]], of);
            for (int edge : edgesOf[of[place]]) {
                if (Arrays.binarySearch(of, component.edges()[edge + 1]) >= 0) {
                    numbers = held == numbers.length ? Arrays.copyOf(numbers, 2 * held) : numbers;
                    numbers[held++] = edge;
                }
            }
        }
        Arrays.sort(numbers, 0, held);
        int[] edges = new int[2 * held];
        for (int k = 0; k < edges.length; k++) {
            edges[k] = Arrays.binarySearch(of, component.edges()[numbers[k / 2] + k % 2]);
        }
        return new Component(nodes, near, edges);
    }

    /** Those that are there. */
    private static int[] places(int[] some, int[] of) {
        int[] places = new int[some.length];
        int held = 0;
        for (int node : some) {
            int place = Arrays.binarySearch(of, node);
            if (place >= 0) {
                places[held++] = place;
            }
        }
        return Arrays.copyOf(places, held);
    }
}
