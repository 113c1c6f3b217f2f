package org.truce.app.simulate;

import org.truce.app.store.StoreException;
import org.truce.base.Hash;
import org.truce.simulate.Broken;
import org.truce.simulate.Plan;
import org.truce.simulate.Shrinking;
import org.truce.simulate.Step;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * Run after run, each with the next seed, up to the first that fails.
 *
 * @param runs how many were begun
 * @param digest over the digests of all
 */
public record Runs(int runs, Hash digest, Tally tally, Optional<Failure> failure) {
    private static final int TRIES = 60;

    /**
     * Runs with the seeds from {@code seed} on.
     *
     * @param steps of each run
     * @param progress told how many are done
     */
    public static Runs of(
            long seed,
            int steps,
            int runs,
            Seams seams,
            Questions questions,
            IntConsumer progress) {
        Path folder = makeFolder();
        try {
            Tally tally = new Tally();
            Hash digest = Hash.ZERO;
            for (int run = 0; run < runs; run++) {
                List<Step> plan = Plan.of(seed + run, steps);
                Simulation.Result result =
                        Simulation.run(seed + run, plan, folder, seams, questions);
                tally.addAll(result.tally());
                digest = Hash.of(digest.bytes(), result.digest().bytes());
                if (result.broken().isPresent()) {
                    Failing failing = new Failing(seed + run, folder, seams, questions);
                    Failure failure = failing.describe(plan, result.broken().get(), result.at());
                    return new Runs(run + 1, digest, tally, Optional.of(failure));
                }
                progress.accept(run + 1);
            }
            return new Runs(runs, digest, tally, Optional.empty());
        } finally {
            remove(folder);
        }
    }

    /** Finds which of its steps a failing run needs. */
    private record Failing(long seed, Path folder, Seams seams, Questions questions) {
        Failure describe(List<Step> plan, Broken broken, int at) {
            List<Step> upTo = plan.subList(0, Math.min(plan.size(), at + 1));
            List<Step> needed = upTo.isEmpty()
                    ? upTo
                    : Shrinking.shrink(upTo, part -> fails(part, broken.invariant()), TRIES);
            return new Failure(
                    seed,
                    at + 1,
                    broken.invariant(),
                    String.valueOf(broken.getMessage()),
                    needed.stream().map(Step::toString).toList(),
                    "truce simulate --seed %d --steps %d --runs 1".formatted(seed, plan.size()));
        }

        private boolean fails(List<Step> part, String invariant) {
            return Simulation.run(seed, part, folder, seams, questions)
                    .broken()
                    .filter(broken -> broken.invariant().equals(invariant))
                    .isPresent();
        }
    }

    private static Path makeFolder() {
        try {
            return Files.createTempDirectory("truce-simulate");
        } catch (IOException refused) {
            throw new StoreException(
                    "no folder for temporary files can be made: see that the disk has room",
                    refused);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
