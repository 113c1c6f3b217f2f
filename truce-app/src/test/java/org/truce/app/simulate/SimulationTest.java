package org.truce.app.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.cli.AskedByCommand;
import org.truce.simulate.Broken;
import org.truce.simulate.Fault;
import org.truce.simulate.Lie;
import org.truce.simulate.Plan;
import org.truce.simulate.Step;

import java.nio.file.Path;
import java.util.List;

/** A short run; {@code truce simulate} makes long ones. */
final class SimulationTest {
    private static final long FIRST_SEED = 100;
    private static final int STEPS = 50;
    private static final int RUNS = 3;

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
                        "network: sent")
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
        return perform(seed, Plan.of(seed, 10));
    }

    private Simulation.Result perform(long seed, List<Step> steps) {
        return Simulation.run(seed, steps, folder, Seams.NONE, new AskedByCommand());
    }

    private void assertHolds(Step... steps) {
        Simulation.Result result = perform(1, List.of(steps));
        assertThat(result.broken().map(Broken::getMessage)).isEmpty();
    }

    /** Found by a seed: what waited and was false kept the true log out for ever. */
    @Test
    void aFalseBundleThatWaitsDoesNotKeepTheTrueOnesOut() {
        assertHolds(
                new Step.Rotate(3),
                new Step.Deceive(Lie.OLD_KEY_IN_SILENCE, 4, 3, -777489785397669495L),
                new Step.Settle(5));
    }

    /** The hash tree in memory had grown by a second history that was then taken back. */
    @Test
    void aFailedWriteLeavesNothingBehindInMemory() {
        assertHolds(
                new Step.LoseLaptop(0),
                new Step.Enter(0, 1),
                new Step.Follow(0, 3, 0, 2),
                new Step.Break(3, Fault.SYNC_ERROR, 1),
                new Step.SignStolen(0, 3, 5),
                new Step.Follow(1, 3, 1, 2),
                new Step.Settle(9));
    }
}
