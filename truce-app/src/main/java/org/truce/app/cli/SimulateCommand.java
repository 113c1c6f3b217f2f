package org.truce.app.cli;

import org.truce.app.simulate.Failure;
import org.truce.app.simulate.Runs;
import org.truce.app.simulate.Seams;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Try Truce on invented registers, broken disks, bad networks and liars.",
            "Works in a folder of its own, and removes it. Exit code 1 when something that must"
                    + " hold did not; the same seed and steps show it again."
        })
final class SimulateCommand implements Callable<Integer> {
    private static final int REPORT_EACH = 10;

    private final Surroundings surroundings;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description =
                    "The first run's seed; 1 when not given. Each further run takes the next.")
    private long seed = 1;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Steps in each run, 1 to 100,000; 120 when not given.")
    private int steps = 120;

    @Option(
            names = "--runs",
            paramLabel = "N",
            description = "How many runs, 1 or more; 20 when not given.")
    private int runs = 20;

    @Option(names = "--json", description = "Print the result as one JSON object.")
    private boolean json;

    /** The stable JSON shape. */
    record Result(
            long seed,
            int steps,
            int runs,
            boolean ok,
            String digest,
            long millis,
            Map<String, Long> did,
            Optional<Failure> failure) {}

    SimulateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (steps < 1 || steps > 100_000 || runs < 1) {
            throw new UsageException(
                    "--steps takes a number from 1 to 100000, and --runs one of 1 or more");
        }
        long started = surroundings.clock().millis();
        Runs done = Runs.of(seed, steps, runs, Seams.NONE, new AskedByCommand(), ran -> {
            if (ran % REPORT_EACH == 0 || ran == runs) {
                surroundings.err().printf("%,d of %,d runs%n", ran, runs);
            }
        });
        long millis = surroundings.clock().millis() - started;
        if (json) {
            surroundings
                    .out()
                    .println(Json.text(new Result(
                            seed,
                            steps,
                            done.runs(),
                            done.failure().isEmpty(),
                            done.digest().hex(),
                            millis,
                            done.tally().counts(),
                            done.failure())));
        } else {
            print(done);
        }
        return done.failure().isEmpty() ? 0 : 1;
    }

    private void print(Runs done) {
        done.tally()
                .counts()
                .forEach((name, count) -> surroundings.out().printf("%,10d  %s%n", count, name));
        surroundings.out().printf("digest %s%n", done.digest().hex());
        done.failure().ifPresent(this::print);
        if (done.failure().isEmpty()) {
            surroundings
                    .out()
                    .printf("all that must hold held in %,d runs of %,d steps%n", runs, steps);
        }
    }

    private void print(Failure failure) {
        surroundings
                .out()
                .printf(
                        "seed %d, step %d: %s%n",
                        failure.seed(), failure.step(), failure.message());
        surroundings.out().printf("the steps that it takes:%n");
        failure.needed().forEach(step -> surroundings.out().printf("  %s%n", step));
        surroundings.out().printf("again: %s%n", failure.replay());
    }
}
