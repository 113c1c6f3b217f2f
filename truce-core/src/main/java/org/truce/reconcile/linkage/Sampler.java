package org.truce.reconcile.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A component too large to weigh every partition of: a Markov chain over partitions, started at the
 * greedy one. A step takes one node and puts it where its neighbours are, or alone, as likely as
 * each of these partitions is against the others (Gibbs); or lets two nodes of one source change
 * places (Metropolis), without which a chain would have to pass through unlikely partitions to undo
 * a mix-up. The chance comes from the accounts' own keys.
 *
 * <p>What is noted of a step is not where the node went but how likely it was to go where (Gelfand
 * and Smith 1990): of two partitions that differ in one node a single step tells the odds exactly.
 */
final class Sampler {
    /** What is less likely is noted as likely as this, in as many cases as keep the sum right. */
    private static final double LEAST_SHARE = 0.02;

    private static final int[] NO_NODES = {};

    private final Component component;
    private final Accounts accounts;
    private final Sets sets;
    private final SplittableRandom chance;
    private final long[] seeds;
    private final int[] groupOf;
    private final int[][] members;
    private final int[] sizes;
    private final double[] logWeight;
    private final long[] key;
    private final int[] free;
    private int freeGroups;
    private final int[][] rivals;

    /** Of a node that is one account with nothing said of it beforehand its source, else -1. */
    private final int[] plainSource;

    private final int[] scratch;
    private final Tally tally;
    private boolean recording;

    private Sampler(Component component, Accounts accounts, Weigher weigher) {
        this.component = component;
        this.accounts = accounts;
        this.sets = new Sets(component, weigher);
        int n = component.size();
        seeds = new long[n];
        long seed = 0;
        for (int node = 0; node < n; node++) {
            for (int account : component.nodes()[node]) {
                seeds[node] ^= accounts.seed[account];
            }
            seed = seed * 31 + seeds[node];
        }
        chance = new SplittableRandom(seed);
        groupOf = new int[n];
        members = new int[n][];
        sizes = new int[n];
        logWeight = new double[n];
        key = new long[n];
        free = new int[n];
        scratch = new int[Math.min(n, accounts.sources) + 2];
        for (int node = 0; node < n; node++) {
            groupOf[node] = node;
            members[node] = new int[4];
            members[node][0] = node;
            sizes[node] = 1;
            logWeight[node] = alone(node);
            key[node] = seeds[node];
        }
        tally = new Tally();
        plainSource = new int[n];
        Arrays.setAll(plainSource, node -> component.plainSource(node, accounts));
        rivals = rivals();
    }

    /**
     * How long a chain is.
     *
     * @param warmUp sweeps over all nodes that are not counted
     * @param sweeps that are
     */
    record Length(int warmUp, int sweeps) {
        private static final Length LEAST = new Length(5, 10);

        /** A part of it, but no less than is needed to tell likely pairs from unlikely ones. */
        Length times(double share) {
            return new Length(
                    shorter(warmUp, share, LEAST.warmUp), shorter(sweeps, share, LEAST.sweeps));
        }

        private static int shorter(int whole, double share, int least) {
            return Math.min(whole, Math.max(least, (int) (whole * share)));
        }
    }

    static Posterior sample(
            Component component, Accounts accounts, Weigher weigher, Length length) {
        Sampler sampler = new Sampler(component, accounts, weigher);
        sampler.greedy();
        for (int sweep = 0; sweep < length.warmUp(); sweep++) {
            sampler.sweep();
        }
        sampler.recording = true;
        for (int sweep = 0; sweep < length.sweeps(); sweep++) {
            sampler.sweep();
        }
        return new Posterior(
                component.size(), sampler.tally.wholes(component.size(), length.sweeps()));
    }

    private void greedy() {
        int[] edges = component.edges();
        for (int edge = 0; edge < edges.length; edge += 2) {
            int one = groupOf[edges[edge]];
            int other = groupOf[edges[edge + 1]];
            if (one != other && fit(one, other)) {
                int n = sizes[one] + sizes[other];
                int[] union = Arrays.copyOf(members[one], n);
                System.arraycopy(members[other], 0, union, sizes[one], sizes[other]);
                double joined = sets.log(key[one] ^ key[other], union, n);
                if (joined > logWeight[one] + logWeight[other]) {
                    for (int k = 0; k < sizes[other]; k++) {
                        groupOf[members[other][k]] = one;
                    }
                    members[one] = union;
                    sizes[one] = n;
                    logWeight[one] = joined;
                    key[one] ^= key[other];
                    sizes[other] = 0;
                    free[freeGroups++] = other;
                }
            }
        }
    }

    private boolean fit(int one, int other) {
        for (int a = 0; a < sizes[one]; a++) {
            if (holdsRival(other, members[one][a])) {
                return false;
            }
        }
        return true;
    }

    private boolean holdsRival(int group, int node) {
        for (int k = 0; k < sizes[group]; k++) {
            if (areRivals(members[group][k], node)) {
                return true;
            }
        }
        return false;
    }

    private boolean areRivals(int one, int other) {
        if (plainSource[one] >= 0 && plainSource[other] >= 0) {
            return plainSource[one] == plainSource[other];
        }
        return component.rivals(one, other, accounts);
    }

    /** Pairs of nodes of one source that have a candidate in common. */
    private int[][] rivals() {
        List<int[]> found = new ArrayList<>();
        int[] seen = new int[component.size()];
        for (int node = 0; node < component.size(); node++) {
            for (int between : component.near()[node]) {
                for (int other : component.near()[between]) {
                    if (other > node && mayChange(node, other) && seen[other] != node + 1) {
                        seen[other] = node + 1;
                        found.add(new int[] {node, other});
                    }
                }
            }
        }
        return found.toArray(int[][]::new);
    }

    /** Whether each of two nodes stands for their one source alone. */
    private boolean mayChange(int node, int other) {
        return plainSource[node] >= 0 && plainSource[node] == plainSource[other];
    }

    private void sweep() {
        for (int step = 0; step < component.size(); step++) {
            move(step);
        }
        // Where many are alike there are more such pairs than nodes; one change for each node is
        // enough to undo mix-ups.
        for (int step = 0; step < Math.min(rivals.length, component.size()); step++) {
            int[] rival = rivals[chance.nextInt(rivals.length)];
            swap(rival[0], rival[1]);
        }
    }

    private int[] options = new int[16];
    private double[] optionLog = new double[16];
    private double[] optionWhole = new double[16];
    private double[] optionShare = new double[16];

    private void move(int node) {
        int home = groupOf[node];
        double homeWithout = without(home, node);
        int count = 0;
        options[count] = -1;
        optionWhole[count] = alone(node);
        optionLog[count++] = alone(node);
        for (int next : component.near()[node]) {
            int group = groupOf[next];
            if (listed(group, count)) {
                continue;
            }
            double whole;
            double before;
            if (group == home) {
                whole = logWeight[home];
                before = homeWithout;
            } else if (holdsRival(group, node)) {
                continue;
            } else {
                whole = with(group, node);
                before = logWeight[group];
            }
            if (count == options.length) {
                options = Arrays.copyOf(options, count * 2);
                optionLog = Arrays.copyOf(optionLog, count * 2);
                optionWhole = Arrays.copyOf(optionWhole, count * 2);
                optionShare = Arrays.copyOf(optionShare, count * 2);
            }
            options[count] = group;
            optionWhole[count] = whole;
            optionLog[count++] = whole - before;
        }
        int chosen = choose(count);
        if (recording) {
            record(node, home, count);
        }
        int target = options[chosen];
        if (target == home || (target < 0 && sizes[home] == 1)) {
            return;
        }
        leave(home, node, homeWithout);
        if (target < 0) {
            target = open();
        }
        join(target, node, optionWhole[chosen]);
        groupOf[node] = target;
    }

    private boolean listed(int group, int count) {
        for (int k = 1; k < count; k++) {
            if (options[k] == group) {
                return true;
            }
        }
        return false;
    }

    /** Leaves in {@link #optionShare} how likely each is. */
    private int choose(int count) {
        if (count == 1) {
            optionShare[0] = 1;
            return 0;
        }
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < count; k++) {
            most = Math.max(most, optionLog[k]);
        }
        double sum = 0;
        for (int k = 0; k < count; k++) {
            optionShare[k] = Math.exp(optionLog[k] - most);
            sum += optionShare[k];
        }
        double at = chance.nextDouble();
        int chosen = -1;
        for (int k = 0; k < count; k++) {
            optionShare[k] /= sum;
            at -= optionShare[k];
            chosen = at <= 0 && chosen < 0 ? k : chosen;
        }
        return chosen < 0 ? count - 1 : chosen;
    }

    private void record(int node, int home, int count) {
        for (int k = 0; k < count; k++) {
            double share = optionShare[k];
            if (share < LEAST_SHARE) {
                share = chance.nextDouble() * LEAST_SHARE < share ? LEAST_SHARE : 0;
            }
            if (share > 0) {
                int group = options[k];
                if (group < 0) {
                    tally.add(seeds[node], share, NO_NODES, 0, node);
                } else if (group == home) {
                    tally.add(key[home], share, members[home], sizes[home], node);
                } else {
                    tally.add(key[group] ^ seeds[node], share, members[group], sizes[group], node);
                }
            }
        }
    }

    private double alone(int node) {
        scratch[0] = node;
        return sets.log(seeds[node], scratch, 1);
    }

    private double without(int group, int node) {
        int n = 0;
        for (int k = 0; k < sizes[group]; k++) {
            if (members[group][k] != node) {
                scratch[n++] = members[group][k];
            }
        }
        return n == 0 ? 0 : sets.log(key[group] ^ seeds[node], scratch, n);
    }

    private double with(int group, int node) {
        System.arraycopy(members[group], 0, scratch, 0, sizes[group]);
        scratch[sizes[group]] = node;
        return sets.log(key[group] ^ seeds[node], scratch, sizes[group] + 1);
    }

    private double exchanged(int group, int out, int in) {
        int n = sizes[group];
        for (int k = 0; k < n; k++) {
            scratch[k] = members[group][k] == out ? in : members[group][k];
        }
        return sets.log(key[group] ^ seeds[out] ^ seeds[in], scratch, n);
    }

    private void swap(int one, int other) {
        int a = groupOf[one];
        int b = groupOf[other];
        if (a == b
                || (sizes[a] == 1 && sizes[b] == 1)
                || !belongs(one, a, one)
                || !belongs(one, b, other)
                || !belongs(other, b, other)
                || !belongs(other, a, one)) {
            return;
        }
        double newA = exchanged(a, one, other);
        double newB = exchanged(b, other, one);
        double gain = newA + newB - logWeight[a] - logWeight[b];
        if (gain < 0 && Math.log(chance.nextDouble()) >= gain) {
            return;
        }
        replace(a, one, other, newA);
        replace(b, other, one, newB);
        groupOf[one] = b;
        groupOf[other] = a;
    }

    /**
     * Whether a node is a candidate for one of a group's, or the group has none beside
     * {@code except}. What is not will hardly be there for long; asked before and after a change
     * alike.
     */
    private boolean belongs(int node, int group, int except) {
        for (int k = 0; k < sizes[group]; k++) {
            int member = members[group][k];
            if (member != except && Arrays.binarySearch(component.near()[node], member) >= 0) {
                return true;
            }
        }
        return sizes[group] == 1;
    }

    private void replace(int group, int out, int in, double whole) {
        for (int k = 0; k < sizes[group]; k++) {
            if (members[group][k] == out) {
                members[group][k] = in;
            }
        }
        logWeight[group] = whole;
        key[group] ^= seeds[out] ^ seeds[in];
    }

    private int open() {
        int group = free[--freeGroups];
        sizes[group] = 0;
        key[group] = 0;
        return group;
    }

    private void leave(int group, int node, double rest) {
        int n = 0;
        for (int k = 0; k < sizes[group]; k++) {
            if (members[group][k] != node) {
                members[group][n++] = members[group][k];
            }
        }
        sizes[group] = n;
        logWeight[group] = rest;
        key[group] ^= seeds[node];
        if (n == 0) {
            free[freeGroups++] = group;
        }
    }

    private void join(int group, int node, double whole) {
        if (sizes[group] == members[group].length) {
            members[group] = Arrays.copyOf(members[group], sizes[group] * 2);
        }
        members[group][sizes[group]++] = node;
        logWeight[group] = whole;
        key[group] ^= seeds[node];
    }
}
