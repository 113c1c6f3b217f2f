package org.truce.app.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.cli.AskedByCommand;
import org.truce.simulate.Broken;
import org.truce.simulate.Plan;

import java.nio.file.Path;

/** A short run; {@code truce simulate} makes long ones. */
final class SimulationTest {
    private static final long FIRST_SEED = 100;
    private static final int STEPS = 60;
    private static final int RUNS = 4;

    @TempDir
    private Path folder;

    private static Runs run() {
        return Runs.of(FIRST_SEED, STEPS, RUNS, Seams.NONE, new AskedByCommand(), run -> {});
    }

    @Test
    void allThatMustHoldHoldsAndASeedDoesTheSameAgain() {
        Runs runs = run();
        assertThat(runs.failure()).as(String.valueOf(runs.failure())).isEmpty();
        assertThat(runs.tally().counts())
                .containsKeys(
                        "settled",
                        "bundle: taken-in",
                        "bundle: refused",
                        "past answers: the same to the byte",
                        "network: cut short",
                        "network: doubled",
                        "network: lost")
                .hasSizeGreaterThan(30);
        Runs again = run();
        assertThat(again.digest()).isEqualTo(runs.digest());
        assertThat(again.tally().counts()).isEqualTo(runs.tally().counts());
    }

    @Test
    void anotherSeedDoesSomethingElse() {
        Simulation.Result one = once(1);
        Simulation.Result other = once(2);
        assertThat(one.broken().map(Broken::getMessage)).isEmpty();
        assertThat(one.digest()).isNotEqualTo(other.digest());
    }

    private Simulation.Result once(long seed) {
        return Simulation.run(
                seed, Plan.of(seed, 10), folder, Seams.NONE, new AskedByCommand());
    }
}
