package org.truce.reconcile.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** The two ways to weigh partitions, against writing down every partition. */
final class PosteriorTest {
    private static final int SOURCES = 3;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void exactIsEveryPartitionWeighed(long seed) {
        Crowd crowd = new Crowd(seed, 7);
        double[][] expected = crowd.byEveryPartition();

        Posterior exact =
                Exact.find(crowd.component, crowd.accounts, crowd.weigher).orElseThrow();

        assertThat(together(exact, 7)).as("seed %d", seed).isDeepEqualTo(rounded(expected));
    }

    /** Two are settled to be one event, of one source even; two others are settled not to be. */
    private static final Ties TIES = new Ties(
            List.of(Set.of("r0", "r3"), Set.of("r1", "r2")), List.of(new Ties.Pair("r2", "r4")));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void withTiesOnlyPartitionsThatKeepThemAreWeighed(long seed) {
        Crowd crowd = new Crowd(seed, 8, TIES);
        double[][] expected = rounded(crowd.byEveryPartition());

        Posterior exact =
                Exact.find(crowd.component, crowd.accounts, crowd.weigher).orElseThrow();
        assertThat(crowd.together(exact)).as("seed %d", seed).isDeepEqualTo(expected);

        double[][] sampled = crowd.together(Sampler.sample(
                crowd.component, crowd.accounts, crowd.weigher, new Sampler.Length(100, 20_000)));
        for (int one = 0; one < 8; one++) {
            assertThat(sampled[one])
                    .as("seed %d", seed)
                    .containsExactly(expected[one], within(0.02));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void samplingComesCloseToExact(long seed) {
        Crowd crowd = new Crowd(seed, 9);
        double[][] exact = together(
                Exact.find(crowd.component, crowd.accounts, crowd.weigher).orElseThrow(), 9);

        double[][] sampled = together(
                Sampler.sample(
                        crowd.component,
                        crowd.accounts,
                        crowd.weigher,
                        new Sampler.Length(100, 20_000)),
                9);

        for (int one = 0; one < 9; one++) {
            assertThat(sampled[one]).as("seed %d", seed).containsExactly(exact[one], within(0.02));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theProbabilitiesOfANodesSetsAddUpToOne(long seed) {
        Crowd crowd = new Crowd(seed, 9);
        List<Posterior> both = List.of(
                Exact.find(crowd.component, crowd.accounts, crowd.weigher).orElseThrow(),
                Sampler.sample(
                        crowd.component,
                        crowd.accounts,
                        crowd.weigher,
                        new Sampler.Length(5, 200)));

        for (Posterior posterior : both) {
            double[] sum = new double[9];
            for (Posterior.Whole whole : posterior.wholes()) {
                for (int node : whole.nodes()) {
                    sum[node] += whole.probability();
                }
            }
            assertThat(sum)
                    .as("seed %d", seed)
                    .containsExactly(new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1}, within(0.01));
        }
    }

    private static double[][] together(Posterior posterior, int size) {
        double[][] together = new double[size][size];
        for (Posterior.Whole whole : posterior.wholes()) {
            for (int one : whole.nodes()) {
                for (int other : whole.nodes()) {
                    together[one][other] += whole.probability();
                }
            }
        }
        return rounded(together);
    }

    private static double[][] rounded(double[][] values) {
        return Arrays.stream(values)
                .map(row -> Arrays.stream(row)
                        .map(value -> Math.rint(value * 1e6) / 1e6)
                        .toArray())
                .toArray(double[][]::new);
    }

    /** Accounts so near to each other that all partitions are in question. */
    private static final class Crowd {
        private final Accounts accounts;
        private final Weigher weigher;
        private final Component component;

        Crowd(long seed, int size) {
            this(seed, size, Ties.NONE);
        }

        Crowd(long seed, int size, Ties ties) {
            Random random = new Random(seed);
            List<Accounts.Row> rows = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                int day = 17_000 + random.nextInt(3);
                rows.add(new Accounts.Row(
                        "r" + i,
                        i % SOURCES,
                        day,
                        day,
                        32.6 + random.nextGaussian() * 0.02,
                        36.1 + random.nextGaussian() * 0.02,
                        0,
                        new int[] {random.nextInt(3)},
                        Set.of()));
            }
            Settings settings = new Settings(new double[] {2}, 2, 0);
            accounts = new Accounts(rows, SOURCES, List.of(Coding.nominal("type", 3)), 1, ties);
            Learner learner = new Learner(accounts, settings, Runnable::run);
            weigher = learner.learn().weigher(accounts, Runnable::run);
            int[][] nodes = IntStream.range(0, size)
                    .filter(account -> accounts.head(account) == account)
                    .mapToObj(accounts::together)
                    .toArray(int[][]::new);
            Component alone = new Component(nodes, new int[0][], new int[0]);
            int[][] near = new int[nodes.length][];
            List<Integer> edges = new ArrayList<>();
            for (int node = 0; node < nodes.length; node++) {
                int one = node;
                near[node] = IntStream.range(0, nodes.length)
                        .filter(other -> other != one && !alone.rivals(one, other, accounts))
                        .toArray();
                for (int other : near[node]) {
                    if (other > node) {
                        edges.addAll(List.of(node, other));
                    }
                }
            }
            component = new Component(
                    nodes, near, edges.stream().mapToInt(edge -> edge).toArray());
        }

        /** By accounts. */
        double[][] together(Posterior posterior) {
            double[][] together = new double[accounts.size][accounts.size];
            for (Posterior.Whole whole : posterior.wholes()) {
                int[] members = component.listAccounts(whole.nodes());
                for (int one : members) {
                    for (int other : members) {
                        together[one][other] += whole.probability();
                    }
                }
            }
            return rounded(together);
        }

        /** Each pair's share of the weight of all partitions. */
        double[][] byEveryPartition() {
            int size = accounts.size;
            double[][] together = new double[size][size];
            double total = partitions(0, new ArrayList<>(), together);
            for (double[] row : together) {
                for (int other = 0; other < size; other++) {
                    row[other] /= total;
                }
            }
            return together;
        }

        private boolean keepsTies(List<List<Integer>> groups) {
            return groups.stream()
                    .allMatch(group -> group.stream()
                            .allMatch(one -> Arrays.stream(accounts.together(one))
                                    .allMatch(group::contains)));
        }

        private double partitions(int next, List<List<Integer>> groups, double[][] together) {
            if (next == accounts.size && !keepsTies(groups)) {
                return 0;
            }
            if (next == accounts.size) {
                double weight = Math.exp(groups.stream()
                        .mapToDouble(group -> weigher.log(
                                        group.stream()
                                                .mapToInt(Integer::intValue)
                                                .toArray(),
                                        group.size())
                                - group.stream().mapToDouble(weigher::alone).sum())
                        .sum());
                groups.forEach(group -> group.forEach(
                        one -> group.forEach(other -> together[one][other] += weight)));
                return weight;
            }
            double sum = 0;
            for (int g = 0; g < groups.size(); g++) {
                List<Integer> group = groups.get(g);
                if (group.stream()
                        .allMatch(one -> accounts.tied(one, next) || !accounts.rivals(one, next))) {
                    group.add(next);
                    sum += partitions(next + 1, groups, together);
                    group.removeLast();
                }
            }
            groups.add(new ArrayList<>(List.of(next)));
            sum += partitions(next + 1, groups, together);
            groups.removeLast();
            return sum;
        }
    }
}
