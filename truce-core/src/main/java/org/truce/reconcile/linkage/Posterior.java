package org.truce.reconcile.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;

/**
 * What is known of one component: sets of its nodes, each with the probability that it is the whole
 * of one event. For each node the probabilities of the sets that hold it add up to 1.
 */
final class Posterior {
    /**
     * Some nodes, ascending.
     *
     * @param probability that they are all of one event, and the event has no other
     */
    record Whole(int[] nodes, double probability) {}

    /** Up to so many nodes a component is sampled with all its candidates, and for long. */
    private static final int FEW_NODES = 1_000;

    /**
     * Beyond, so many candidates of each node are looked at, the likeliest: three times as many as
     * an event has accounts at most in all but the largest records. Where there are very many
     * nodes, time is what there is too little of.
     */
    private static final int MOST_NEAR = 12;

    /** Whether two nodes cannot be of one event. */
    interface Rivals {
        boolean test(int one, int other);
    }

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
     * @param executor on which stretches of time are sampled
     */
    static Posterior infer(
            Component component,
            Accounts accounts,
            Weigher weigher,
            Sampler.Length length,
            Executor executor) {
        return Exact.find(component, accounts, weigher).orElseGet(() -> {
            if (component.size() <= FEW_NODES) {
                return Sampler.sample(component, accounts, weigher, length);
            }
            Component sparse = component.sparse(MOST_NEAR);
            Sampler.Length shorter = length.times((double) FEW_NODES / component.size());
            return component.size() > Stretches.LARGEST_WHOLE
                    ? Stretches.sample(sparse, accounts, weigher, shorter, executor)
                    : Sampler.sample(sparse, accounts, weigher, shorter);
        });
    }

    List<Whole> wholes() {
        return wholes;
    }

    /**
     * For each node, the later nodes that may be of one event with it and how probable that is, at
     * least {@code least}.
     */
    List<Map<Integer, Double>> together(double least) {
        List<Map<Integer, Double>> together = new ArrayList<>(size);
        for (int node = 0; node < size; node++) {
            together.add(new HashMap<>());
        }
        for (Whole whole : wholes) {
            int[] nodes = whole.nodes();
            for (int a = 0; a < nodes.length; a++) {
                for (int b = a + 1; b < nodes.length; b++) {
                    together.get(nodes[a]).merge(nodes[b], whole.probability(), Double::sum);
                }
            }
        }
        together.forEach(of -> of.values().removeIf(probability -> probability < least));
        return together;
    }

    /**
     * The partition to show: from single nodes on, the two groups whose pairs exceed the bar by
     * most in sum are joined, as long as any do and no source is twice in one. With a bar of one
     * half that is where the fewest pairs are expected to be wrong. Groups by their first node.
     *
     * @param rivals whether two nodes cannot be of one event
     */
    List<int[]> partition(Rivals rivals, double bar) {
        return new Joining(rivals, bar).partition();
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

    private final class Joining {
        private static final int[] GONE = {};

        private record Join(int one, int other, double gain) {}

        private final Rivals rivals;
        private final double bar;
        private final List<Map<Integer, Double>> shared = new ArrayList<>(size);
        private final int[][] groups = new int[size][];

        Joining(Rivals rivals, double bar) {
            this.rivals = rivals;
            this.bar = bar;
            for (int node = 0; node < size; node++) {
                shared.add(new HashMap<>());
                groups[node] = new int[] {node};
            }
            List<Map<Integer, Double>> together = together(0);
            for (int node = 0; node < size; node++) {
                int one = node;
                together.get(node).forEach((other, probability) -> {
                    shared.get(one).put(other, probability);
                    shared.get(other).put(one, probability);
                });
            }
        }

        List<int[]> partition() {
            PriorityQueue<Join> joins =
                    new PriorityQueue<>(Comparator.comparingDouble((Join join) -> -join.gain())
                            .thenComparingInt(Join::one)
                            .thenComparingInt(Join::other));
            for (int node = 0; node < size; node++) {
                offer(node, joins, true);
            }
            while (!joins.isEmpty()) {
                Join join = joins.poll();
                if (groups[join.one()].length > 0
                        && groups[join.other()].length > 0
                        && gain(join.one(), join.other()) == join.gain()) {
                    join(join.one(), join.other());
                    offer(join.one(), joins, false);
                }
            }
            return Arrays.stream(groups).filter(group -> group.length > 0).toList();
        }

        private void offer(int one, PriorityQueue<Join> joins, boolean later) {
            for (int other : shared.get(one).keySet()) {
                if (groups[other].length > 0 && (!later || other > one)) {
                    double gain = gain(one, other);
                    if (gain > 0) {
                        joins.add(new Join(Math.min(one, other), Math.max(one, other), gain));
                    }
                }
            }
        }

        private double gain(int one, int other) {
            for (int a : groups[one]) {
                for (int b : groups[other]) {
                    if (rivals.test(a, b)) {
                        return 0;
                    }
                }
            }
            return shared.get(one).getOrDefault(other, 0.0)
                    - bar * groups[one].length * groups[other].length;
        }

        private void join(int one, int other) {
            int[] joined = Arrays.copyOf(groups[one], groups[one].length + groups[other].length);
            System.arraycopy(groups[other], 0, joined, groups[one].length, groups[other].length);
            Arrays.sort(joined);
            groups[one] = joined;
            groups[other] = GONE;
            shared.get(other).forEach((third, probability) -> {
                if (third != one && groups[third].length > 0) {
                    double sum = shared.get(one).merge(third, probability, Double::sum);
                    shared.get(third).put(one, sum);
                }
            });
        }
    }
}
