package org.truce.reconcile.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One town in which something happens every day: all of its accounts hang together. */
final class StretchesTest {
    private static final int SOURCES = 4;
    private static final int DAYS = 400;
    private static final Sampler.Length LENGTH = new Sampler.Length(100, 1_500);

    private final List<Accounts.Row> rows = new ArrayList<>();

    @BeforeEach
    void happen() {
        Random random = new Random(20170709);
        for (int event = 0; event < 3 * DAYS / 2; event++) {
            int day = 17_000 + random.nextInt(DAYS);
            int type = random.nextInt(4);
            double north = random.nextGaussian() * 0.03;
            double east = random.nextGaussian() * 0.03;
            for (int source = 0; source < SOURCES; source++) {
                if (random.nextDouble() < 0.6) {
                    int said = day + random.nextInt(2);
                    rows.add(row("r" + rows.size(), source, said, north, east, type, random));
                }
            }
        }
    }

    private static Accounts.Row row(
            String key, int source, int day, double north, double east, int type, Random random) {
        return new Accounts.Row(
                key,
                source,
                day,
                day,
                32.6 + north + random.nextGaussian() * 0.01,
                36.1 + east + random.nextGaussian() * 0.01,
                0,
                new int[] {random.nextDouble() < 0.8 ? type : random.nextInt(4)},
                Set.of());
    }

    private record Linked(Accounts accounts, Component component, Weigher weigher) {
        static Linked of(List<Accounts.Row> rows) {
            Accounts accounts =
                    new Accounts(rows, SOURCES, List.of(Coding.nominal("type", 4)), 1, Ties.NONE);
            Settings settings = new Settings(new double[] {1.2}, 2, 0);
            Learner learner = new Learner(accounts, settings, Runnable::run);
            Model model = learner.learn();
            Weigher weigher = model.weigher(accounts, Runnable::run);
            Candidates candidates = Candidates.find(
                    accounts, weigher, model.parameters(), accounts.all(), Runnable::run);
            Component largest = Components.of(accounts, candidates.pairs()).stream()
                    .reduce((one, other) -> one.size() >= other.size() ? one : other)
                    .orElseThrow();
            return new Linked(accounts, largest, weigher);
        }

        Map<String, Double> pairs(Posterior posterior) {
            Map<String, Double> pairs = new HashMap<>();
            Pairs together = posterior.together();
            for (int pair = 0; pair < together.count(); pair++) {
                pairs.put(
                        accounts.key(component.first(together.one(pair)))
                                + " "
                                + accounts.key(component.first(together.other(pair))),
                        together.value(pair));
            }
            return pairs;
        }

        Map<String, Double> inStretches(Executor executor) {
            return pairs(Stretches.sample(component, accounts, weigher, LENGTH, executor));
        }
    }

    @Test
    void whatIsSampledInStretchesIsWhatIsSampledAsAWhole() {
        Linked linked = Linked.of(rows);
        assertThat(linked.component().size()).isGreaterThan(500);
        Map<String, Double> whole = linked.pairs(
                Sampler.sample(linked.component(), linked.accounts(), linked.weigher(), LENGTH));
        Map<String, Double> inStretches = linked.inStretches(Runnable::run);

        assertThat(whole.values().stream().filter(p -> p > 0.2 && p < 0.8).count())
                .as("pairs in doubt")
                .isGreaterThan(50);
        whole.forEach((pair, probability) -> assertThat(inStretches.getOrDefault(pair, 0.0))
                .as(pair)
                .isCloseTo(probability, within(0.12)));
        assertThat(whole.entrySet().stream()
                        .mapToDouble(pair -> Math.abs(
                                inStretches.getOrDefault(pair.getKey(), 0.0) - pair.getValue()))
                        .average()
                        .orElseThrow())
                .isLessThan(0.01);
    }

    @Test
    void threadsChangeNothing() {
        Linked linked = Linked.of(rows);
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            assertThat(linked.inStretches(threads)).isEqualTo(linked.inStretches(Runnable::run));
        }
    }
}
