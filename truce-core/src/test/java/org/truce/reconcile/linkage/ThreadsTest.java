package org.truce.reconcile.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.simulate.accounts.InventedAccounts;
import org.truce.simulate.accounts.Preset;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What comes of accounts does not depend on how many threads there are, nor on who is first. */
final class ThreadsTest {
    private static final int THREADS = 4;
    private static final int TIMES = 6;

    private static Linkage.Result link(InventedAccounts world, Executor executor) {
        return Linkage.link(
                world.rows(),
                new Standing.Task(
                        world.plan().sources().size(),
                        world.codings(),
                        new Settings(new double[] {2.5, 15}, 2, 4)),
                Ties.NONE,
                executor);
    }

    /** Worlds with and without places that are known to the district only. */
    @ParameterizedTest
    @ValueSource(strings = {"hard", "flat"})
    void oneThreadAndSeveralSayTheSame(String preset) {
        InventedAccounts world = InventedAccounts.of(Preset.get(preset).plan(400), 20170709);
        Linkage.Result alone = link(world, Runnable::run);
        assertThat(alone.events()).hasSizeLessThan(world.rows().size());
        try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
            for (int time = 0; time < TIMES; time++) {
                Linkage.Result together = link(world, pool);
                assertThat(together.events()).isEqualTo(alone.events());
                assertThat(together.doubts()).isEqualTo(alone.doubts());
            }
        }
    }
}
