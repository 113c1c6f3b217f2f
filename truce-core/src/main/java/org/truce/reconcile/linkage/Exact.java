package org.truce.reconcile.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every partition of a small component, weighed. The weight of what is left after a set is taken
 * out is worked out once for each rest, from its lowest node on; a set's probability is its weight
 * times that of the rest over that of all. Sets of nodes are bits of a long.
 */
final class Exact {
    private static final int MOST_NODES = 40;
    private static final int MOST_SETS = 400;
    private static final int MOST_RESTS = 4_000;
    private static final double LEAST = 1e-9;

    private final Component component;
    private final Weigher weigher;
    private final long[] near;
    private final long[] sameSource;
    private final long[] sets = new long[MOST_SETS];
    /** Relative to the members apart, which weigh 1. */
    private final double[] weights = new double[MOST_SETS];
    /** Where the sets begin of which a node is the lowest. */
    private final int[] begin;

    private int held;
    private final Counts rests = new Counts();
    private int restsHeld;
    private boolean tooMany;

    private Exact(Component component, Accounts accounts, Weigher weigher) {
        this.component = component;
        this.weigher = weigher;
        int size = component.size();
        near = new long[size];
        sameSource = new long[size];
        begin = new int[size + 1];
        for (int node = 0; node < size; node++) {
            for (int other : component.near()[node]) {
                near[node] |= 1L << other;
            }
            for (int other = 0; other < size; other++) {
                if (other == node || component.rivals(other, node, accounts)) {
                    sameSource[node] |= 1L << other;
                }
            }
        }
    }

    /** Empty when there are too many partitions to weigh each. */
    static Optional<Posterior> find(Component component, Accounts accounts, Weigher weigher) {
        return component.size() > MOST_NODES
                ? Optional.empty()
                : new Exact(component, accounts, weigher).find();
    }

    private Optional<Posterior> find() {
        int size = component.size();
        for (int node = 0; node < size; node++) {
            begin[node] = held;
            long later = -1L << node;
            long alone = 1L << node;
            grow(alone, near[node] & later, sameSource[node], later);
        }
        begin[size] = held;
        // Weighing is dear, counting is not: first how many there are.
        for (int set = 0; set < held && !tooMany; set++) {
            weights[set] = weight(sets[set]);
        }
        long all = (1L << size) - 1;
        double total = tooMany ? 0 : rest(all);
        List<Posterior.Whole> wholes = new ArrayList<>();
        for (int set = 0; set < held && !tooMany; set++) {
            double probability = weights[set] * rest(all & ~sets[set]) / total;
            if (probability > LEAST) {
                wholes.add(new Posterior.Whole(nodes(sets[set]), probability));
            }
        }
        return tooMany ? Optional.empty() : Optional.of(new Posterior(size, wholes));
    }

    /**
     * Notes a connected set of unlike sources and all that grow from it: each neighbour is either
     * in from here on or out for good, so no set comes twice.
     *
     * @param open neighbours that may still come in
     * @param taken nodes of the sources that are in
     * @param allowed nodes that were not left out
     */
    private void grow(long set, long open, long taken, long allowed) {
        if (tooMany || held == MOST_SETS) {
            tooMany = true;
            return;
        }
        sets[held++] = set;
        long left = allowed;
        for (long may = open & ~taken; may != 0; may &= may - 1) {
            int node = Long.numberOfTrailingZeros(may);
            left &= ~(1L << node);
            long larger = set | 1L << node;
            grow(larger, (open | near[node]) & left & ~larger, taken | sameSource[node], left);
        }
    }

    /** What the partitions of {@code nodes} weigh in sum. */
    private double rest(long nodes) {
        if (nodes == 0 || tooMany) {
            return 1;
        }
        double known = rests.get(nodes);
        if (known != 0) {
            return known;
        }
        if (++restsHeld > MOST_RESTS) {
            tooMany = true;
            return 1;
        }
        double sum = 0;
        int lowest = Long.numberOfTrailingZeros(nodes);
        for (int set = begin[lowest]; set < begin[lowest + 1]; set++) {
            if ((sets[set] & ~nodes) == 0) {
                sum += weights[set] * rest(nodes & ~sets[set]);
            }
        }
        rests.add(nodes, sum);
        return sum;
    }

    private double weight(long set) {
        int[] members = nodes(set);
        if (members.length == 1) {
            return 1;
        }
        double apart = 0;
        for (int node : members) {
            int[] alone = component.nodes()[node];
            apart += weigher.log(alone, alone.length);
        }
        int[] all = component.listAccounts(members);
        return Math.exp(weigher.log(all, all.length) - apart);
    }

    private static int[] nodes(long set) {
        int[] nodes = new int[Long.bitCount(set)];
        long left = set;
        for (int k = 0; k < nodes.length; k++) {
            nodes[k] = Long.numberOfTrailingZeros(left);
            left &= left - 1;
        }
        return nodes;
    }
}
