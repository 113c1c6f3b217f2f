package org.truce.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;

/** That what measures works; what it measures is no test's business. */
final class BenchmarksRunTest {
    @TempDir
    private Path folder;

    @Test
    void everyBenchmarkRunsOnce() throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("org.truce.bench")
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementTime(org.openjdk.jmh.runner.options.TimeValue.milliseconds(1))
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        // Six methods in two classes of one size each, and two methods with two sizes.
        assertThat(results).hasSize(3 + 3 + 2 * 2);
    }

    @Test
    void aStoreMadeAtScaleLoadsAndVerifies() throws Exception {
        String file = folder.resolve("scale.db").toString();
        for (String what : new String[] {"append", "single", "writers"}) {
            assertThat(printed(what, file, "120")).contains("\"entries\":120,");
        }
        // 24 more were written before the clock started; the register's first key stands before
        // all.
        assertThat(printed("load", file, "0")).contains("\"entries\":146,");
        assertThat(printed("verify", file, "0")).contains("\"entries\":146,\"ok\":true");
    }

    @Test
    void aScanMakesALineForEachModel() throws Exception {
        assertThat(captured(() -> Scanning.main(new String[] {"12", "5", "9", "0.5", "1"})))
                .containsSubsequence("PoissonCounts", "PermutedDays", "SharedTotal")
                .contains("\"places\":12,\"days\":5,", "\"replicates\":9,");
    }

    private static String printed(String what, String file, String entries) throws Exception {
        return captured(() -> Scale.main(new String[] {what, file, entries, "5"}));
    }

    private interface Run {
        void run() throws Exception;
    }

    private static String captured(Run run) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream caught = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(caught, true, StandardCharsets.UTF_8)) {
            System.setOut(out);
            run.run();
        } finally {
            System.setOut(before);
        }
        return caught.toString(StandardCharsets.UTF_8);
    }
}
