package org.truce.reconcile.linkage;

import java.util.Arrays;
import java.util.List;

/**
 * What was found of one stretch of a group that is too large to be weighed as a whole: for some
 * accounts that begin within some days, its own, sets of them and of what stands around them, each
 * with the probability that it is the whole of one event. Nodes are named by their first accounts,
 * so that what was found can be kept while others come and go.
 */
final class Stretch {
    private final String[] nodes;
    private final boolean[] own;
    /** Of one set after the other; the last member of each as its complement. */
    private final int[] members;

    private final float[] probabilities;

    /** What is done with each set. */
    interface Visit {
        /** @param members places in {@link #nodes} {@code [0..n-1]}, ascending */
        void whole(int[] members, int n, double probability);
    }

    /**
     * @param nodes keys of their first accounts, the earliest first
     * @param own which of them are the stretch's own
     * @param wholes of which those are kept that hold one of its own
     */
    Stretch(String[] nodes, boolean[] own, List<Posterior.Whole> wholes) {
        this.nodes = nodes;
        this.own = own;
        int sets = 0;
        int count = 0;
        for (Posterior.Whole whole : wholes) {
            sets += isOwn(whole) ? 1 : 0;
            count += isOwn(whole) ? whole.nodes().length : 0;
        }
        members = new int[count];
        probabilities = new float[sets];
        int set = 0;
        int at = 0;
        for (Posterior.Whole whole : wholes) {
            if (isOwn(whole)) {
                for (int node : whole.nodes()) {
                    members[at++] = node;
                }
                members[at - 1] = ~members[at - 1];
                probabilities[set++] = (float) whole.probability();
            }
        }
    }

    private boolean isOwn(Posterior.Whole whole) {
        for (int node : whole.nodes()) {
            if (own[node]) {
                return true;
            }
        }
        return false;
    }

    /** How many accounts or groups of them it was weighed with, itself counted. */
    int size() {
        return nodes.length;
    }

    String node(int place) {
        return nodes[place];
    }

    boolean isOwn(int place) {
        return own[place];
    }

    /** In an order that depends on the accounts alone. */
    void forEach(Visit visit) {
        int[] whole = new int[nodes.length];
        int n = 0;
        int set = 0;
        for (int member : members) {
            whole[n++] = Math.max(member, ~member);
            if (member < 0) {
                visit.whole(whole, n, probabilities[set++]);
                n = 0;
            }
        }
    }

    /**
     * How probable it is that two nodes are of one event, of those pairs of which the stretch
     * decides: those whose earlier node is its own.
     *
     * @param number of each of its nodes, ascending; -1 for one whose pairs are left out
     */
    void addPairs(int[] number, Counts sums) {
        forEach((whole, n, probability) -> {
            for (int a = 0; a < n; a++) {
                for (int b = a + 1; b < n && own[whole[a]] && number[whole[a]] >= 0; b++) {
                    if (number[whole[b]] >= 0) {
                        sums.add((long) number[whole[a]] << 32 | number[whole[b]], probability);
                    }
                }
            }
        });
    }

    /** Of all its nodes, by their places. */
    Pairs pairs() {
        int[] places = new int[nodes.length];
        Arrays.setAll(places, place -> place);
        Counts sums = new Counts();
        addPairs(places, sums);
        return sums.pairs();
    }
}
