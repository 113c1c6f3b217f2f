package org.truce.reconcile.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One town in which something happens every day: all of its accounts hang together. */
final class StretchesTest {
    private static final Sampler.Length LENGTH = new Sampler.Length(100, 1_500);

    private final List<Accounts.Row> rows = DenseTown.of(400, 20170709).rows();

    private record Linked(Accounts accounts, Component component, Weigher weigher) {
        static Linked of(List<Accounts.Row> rows) {
            Accounts accounts = DenseTown.task().accounts(rows, Ties.NONE);
            Learner learner = new Learner(accounts, DenseTown.SETTINGS, Runnable::run);
            Model model = learner.learn();
            Weigher weigher = model.weigher(accounts, Runnable::run);
            Pairs candidates =
                    Candidates.find(accounts, weigher, model.parameters(), Runnable::run);
            Component largest = Components.of(accounts, candidates, Runnable::run).stream()
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
            boolean[] each = new boolean[component.size()];
            Arrays.fill(each, true);
            List<Stretch> stretches =
                    Stretches.of(component, each, accounts, weigher, LENGTH, executor);
            Map<String, Double> found = new HashMap<>();
            for (Stretch stretch : stretches) {
                Pairs pairs = stretch.pairs();
                for (int pair = 0; pair < pairs.count(); pair++) {
                    Double before = found.put(
                            stretch.node(pairs.one(pair)) + " " + stretch.node(pairs.other(pair)),
                            pairs.value(pair));
                    assertThat(before).as("decided twice").isNull();
                }
            }
            return found;
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
