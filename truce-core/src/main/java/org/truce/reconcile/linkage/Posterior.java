package org.truce.reconcile.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * What is known of one component: sets of its nodes, each with the probability that it is the whole
 * of one event. For each node the probabilities of the sets that hold it add up to 1, or, where
 * they were sampled, nearly so.
 */
final class Posterior {
    /**
     * Some nodes, ascending.
     *
     * @param probability that they are all of one event, and the event has no other
     */
    record Whole(int[] nodes, double probability) {}

    /** Beyond so many nodes a chain is shorter: time is then what there is too little of. */
    private static final int FEW_NODES = 600;

    /** In nodes; no component beyond is sampled as a whole. */
    private static final int MOST_NODES = 4_000;

    /** Whether two nodes cannot be of one event. */
    interface Rivals {
        boolean test(int one, int other);
    }

    private static final int[] GONE = {};

    private final int size;
    private final List<Whole> wholes;

    Posterior(int size, List<Whole> wholes) {
        this.size = size;
        this.wholes = wholes;
    }

    /**
     * Of a component: exactly where there are few partitions, else by sampling them, and that in
     * stretches of time where there are very many.
     *
     * @param length how long to sample
     */
    static Posterior infer(
            Component component, Accounts accounts, Weigher weigher, Sampler.Length length) {
        return Exact.find(component, accounts, weigher).orElseGet(() -> {
            Sampler.Length shorter = length.times((double) FEW_NODES / component.size());
            return component.size() > MOST_NODES
                    ? Stretches.posterior(component, accounts, weigher, shorter)
                    : Sampler.sample(component, accounts, weigher, shorter);
        });
    }

    List<Whole> wholes() {
        return wholes;
    }

    /** Pairs of nodes that may be of one event, by their nodes, with how probable that is. */
    Pairs together() {
        Counts sums = new Counts();
        for (Whole whole : wholes) {
            int[] nodes = whole.nodes();
            for (int a = 0; a < nodes.length; a++) {
                for (int b = a + 1; b < nodes.length; b++) {
                    sums.add((long) nodes[a] << 32 | nodes[b], whole.probability());
                }
            }
        }
        return sums.pairs();
    }

    /** What pairs above the bar connect. */
    static Roots roots(int size, Pairs together, double bar) {
        Roots roots = Roots.ofEach(size);
        for (int pair = 0; pair < together.count(); pair++) {
            if (together.value(pair) > bar) {
                roots.join(together.one(pair), together.other(pair));
            }
        }
        return roots;
    }

    /**
     * The partition to show: from single nodes on, the two groups whose pairs exceed the bar by
     * most in sum are joined, as long as any do and no source is twice in one. With a bar of one
     * half that is where the fewest pairs are expected to be wrong. Groups by their first node.
     *
     * <p>Of two groups that exceed it in sum some pair exceeds it alone. So what no such pair
     * connects is joined without regard to the rest.
     *
     * @param size how many nodes there are
     * @param together {@link #together}
     * @param rivals whether two nodes cannot be of one event
     */
    static List<int[]> partition(int size, Pairs together, Rivals rivals, double bar) {
        Roots roots = roots(size, together, bar);
        Map<Integer, Joining> joinings = new HashMap<>();
        List<int[]> groups = new ArrayList<>();
        for (int pair = 0; pair < together.count(); pair++) {
            int one = roots.find(together.one(pair));
            if (one == roots.find(together.other(pair))) {
                joinings.computeIfAbsent(one, unseen -> new Joining(rivals, bar))
                        .put(together.one(pair), together.other(pair), together.value(pair));
            }
        }
        for (int node = 0; node < size; node++) {
            if (!joinings.containsKey(roots.find(node))) {
                groups.add(new int[] {node});
            }
        }
        joinings.values().forEach(joining -> groups.addAll(joining.partition()));
        groups.sort(Comparator.comparingInt(group -> group[0]));
        return groups;
    }

    /**
     * For each of {@code groups}, the probability that all of it is one event, with more or not.
     */
    double[] oneEvent(List<int[]> groups) {
        int[] groupOf = new int[size];
        for (int group = 0; group < groups.size(); group++) {
            for (int node : groups.get(group)) {
                groupOf[node] = group;
            }
        }
        double[] probability = new double[groups.size()];
        int[] met = new int[groups.size()];
        for (Whole whole : wholes) {
            for (int node : whole.nodes()) {
                met[groupOf[node]]++;
            }
            for (int node : whole.nodes()) {
                int group = groupOf[node];
                if (met[group] == groups.get(group).length) {
                    probability[group] += whole.probability();
                }
                met[group] = 0;
            }
        }
        for (int group = 0; group < probability.length; group++) {
            probability[group] = Math.min(1, probability[group]);
        }
        return probability;
    }

    /** Nodes that are joined to groups; each group goes by its first node. */
    private static final class Joining {
        private record Join(int one, int other, double gain) {}

        private final Rivals rivals;
        private final double bar;
        private final Map<Integer, Map<Integer, Double>> shared = new TreeMap<>();
        private final Map<Integer, int[]> groups = new TreeMap<>();

        Joining(Rivals rivals, double bar) {
            this.rivals = rivals;
            this.bar = bar;
        }

        void put(int one, int other, double probability) {
            shared(one).put(other, probability);
            shared(other).put(one, probability);
            groups.put(one, new int[] {one});
            groups.put(other, new int[] {other});
        }

        private Map<Integer, Double> shared(int node) {
            return shared.computeIfAbsent(node, unseen -> new HashMap<>());
        }

        private int[] group(int node) {
            return groups.getOrDefault(node, GONE);
        }

        List<int[]> partition() {
            PriorityQueue<Join> joins =
                    new PriorityQueue<>(Comparator.comparingDouble((Join join) -> -join.gain())
                            .thenComparingInt(Join::one)
                            .thenComparingInt(Join::other));
            for (int node : groups.keySet()) {
                offer(node, joins, true);
            }
            while (!joins.isEmpty()) {
                Join join = joins.poll();
                if (groups.containsKey(join.one())
                        && groups.containsKey(join.other())
                        && gain(join.one(), join.other()) == join.gain()) {
                    join(join.one(), join.other());
                    offer(join.one(), joins, false);
                }
            }
            return List.copyOf(groups.values());
        }

        private void offer(int one, PriorityQueue<Join> joins, boolean later) {
            for (int other : shared(one).keySet()) {
                if (groups.containsKey(other) && (!later || other > one)) {
                    double gain = gain(one, other);
                    if (gain > 0) {
                        joins.add(new Join(Math.min(one, other), Math.max(one, other), gain));
                    }
                }
            }
        }

        private double gain(int one, int other) {
            for (int a : group(one)) {
                for (int b : group(other)) {
                    if (rivals.test(a, b)) {
                        return 0;
                    }
                }
            }
            return shared(one).getOrDefault(other, 0.0)
                    - bar * group(one).length * group(other).length;
        }

        private void join(int one, int other) {
            int[] joined = Arrays.copyOf(group(one), group(one).length + group(other).length);
            System.arraycopy(group(other), 0, joined, group(one).length, group(other).length);
            Arrays.sort(joined);
            groups.put(one, joined);
            groups.remove(other);
            shared(other).forEach((third, probability) -> {
                if (third != one && groups.containsKey(third)) {
                    double sum = shared(one).merge(third, probability, Double::sum);
                    shared(third).put(one, sum);
                }
            });
        }
    }
}
