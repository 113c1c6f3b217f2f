package org.truce.bench;

import org.truce.reconcile.linkage.Accounts;
import org.truce.reconcile.linkage.Coding;
import org.truce.reconcile.linkage.Linkage;
import org.truce.reconcile.linkage.Settings;
import org.truce.reconcile.linkage.Standing;
import org.truce.reconcile.linkage.Ties;
import org.truce.simulate.accounts.Ceiling;
import org.truce.simulate.accounts.FixedRule;
import org.truce.simulate.accounts.InventedAccounts;
import org.truce.simulate.accounts.Preset;
import org.truce.simulate.accounts.Scores;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * How well and how fast accounts are linked, in worlds whose truth is known. Each world makes one
 * JSON line.
 */
public final class Reconciling {
    private static final String USAGE = """
        usage: worlds [PRESET] SIZE SEED      one line a world: quality, time, the ceiling
               growth SIZE SEED               1,000 reports to SIZE, ten sources: time
               adding SIZE SEED [COUNT]       the last COUNT of SIZE, one after another: time;
                                              200 when no count is given
               write PRESET SIZE SEED FOLDER  one CSV a source, the taxonomies, the truth
        SIZE is how many reports the largest source makes; for growth and adding, how many
        all make.
        """;

    /** Points within a few kilometres, districts within some tens; days at most two off. */
    private static final Settings SETTINGS = new Settings(new double[] {2.5, 15}, 2, 10);

    private static final int THREADS = 2;
    private static final int GROWTH_SOURCES = 10;
    private static final int ADDED = 200;

    private final ExecutorService pool;

    /** What is linked, without the truth. */
    private record Task(List<Accounts.Row> rows, List<Coding> codings, int sources) {
        static Task of(InventedAccounts invented) {
            return new Task(
                    invented.rows(),
                    invented.codings(),
                    invented.plan().sources().size());
        }
    }

    private record Run(Linkage.Result result, double seconds, double cpuSeconds, long heapMb) {}

    private Reconciling(ExecutorService pool) {
        this.pool = pool;
    }

    /** @param arguments as {@link #USAGE} says */
    public static void main(String[] arguments) throws IOException {
        List<String> given = List.of(arguments);
        try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
            Reconciling reconciling = new Reconciling(pool);
            String what = given.isEmpty() ? "" : given.getFirst() + " " + given.size();
            switch (what) {
                case "worlds 3" ->
                    Arrays.stream(Preset.values())
                            .filter(preset -> preset != Preset.GROWTH)
                            .forEach(preset ->
                                    reconciling.world(preset, number(given, 1), number(given, 2)));
                case "worlds 4" ->
                    reconciling.world(Preset.get(given.get(1)), number(given, 2), number(given, 3));
                case "adding 3" -> reconciling.adding(number(given, 1), number(given, 2), ADDED);
                case "adding 4" ->
                    reconciling.adding(number(given, 1), number(given, 2), number(given, 3));
                case "growth 3" -> reconciling.growth(number(given, 1), number(given, 2));
                case "write 5" ->
                    InventedFiles.write(
                            invent(Preset.get(given.get(1)), number(given, 2), number(given, 3)),
                            Path.of(given.get(4)));
                default -> {
                    System.err.print(USAGE);
                    System.exit(2);
                }
            }
        }
    }

    private static int number(List<String> given, int at) {
        return Integer.parseInt(given.get(at));
    }

    private static InventedAccounts invent(Preset preset, int size, long seed) {
        return InventedAccounts.of(preset.plan(size), seed);
    }

    private void world(Preset preset, int size, long seed) {
        InventedAccounts invented = invent(preset, size, seed);
        Run run = run(Task.of(invented));
        Scores scores = Scores.of(groups(run.result()), invented.truth());
        Scores rule = Scores.of(FixedRule.link(invented), invented.truth());
        Scores ceiling = Scores.of(Ceiling.link(invented, pool), invented.truth());
        System.out.printf(
                Locale.ROOT,
                "{\"preset\":\"%s\",\"size\":%d,\"seed\":%d,\"reports\":%d,\"precision\":%.4f,"
                        + "\"recall\":%.4f,\"f1\":%.4f,\"bCubed\":%.4f,\"calibrationError\":%.4f,"
                        + "\"ruleF1\":%.4f,\"ceilingF1\":%.4f,\"ceilingCalibrationError\":%.4f,"
                        + "\"isCeiling\":%b,\"seconds\":%.2f,\"cpuSeconds\":%.2f,"
                        + "\"peakHeapMB\":%d}%n",
                preset.code(),
                size,
                seed,
                invented.reports().size(),
                scores.precision(),
                scores.recall(),
                scores.f1(),
                scores.bCubed(),
                scores.calibration().error(),
                rule.f1(),
                ceiling.f1(),
                ceiling.calibration().error(),
                Ceiling.holds(invented.plan()),
                run.seconds(),
                run.cpuSeconds(),
                run.heapMb());
    }

    private void growth(int most, long seed) {
        double before = 0;
        for (int reports = 1_000; reports <= most; reports *= 10) {
            // Invented twice, so that while it is linked memory holds nothing else.
            Run run = run(Task.of(invent(Preset.GROWTH, reports / GROWTH_SOURCES, seed)));
            InventedAccounts invented = invent(Preset.GROWTH, reports / GROWTH_SOURCES, seed);
            Scores scores = Scores.of(groups(run.result()), invented.truth());
            System.out.printf(
                    Locale.ROOT,
                    "{\"preset\":\"growth\",\"seed\":%d,\"reports\":%d,\"f1\":%.4f,"
                            + "\"calibrationError\":%.4f,\"seconds\":%.2f,\"cpuSeconds\":%.2f,"
                            + "\"peakHeapMB\":%d,\"exponent\":%.2f}%n",
                    seed,
                    invented.reports().size(),
                    scores.f1(),
                    scores.calibration().error(),
                    run.seconds(),
                    run.cpuSeconds(),
                    run.heapMb(),
                    before == 0 ? 0 : Math.log10(run.cpuSeconds() / before));
            before = run.cpuSeconds();
        }
    }

    /** One report after another, drawn evenly, to a world that stands but for them. */
    private void adding(int reports, long seed, int added) {
        InventedAccounts invented = invent(Preset.GROWTH, reports / GROWTH_SOURCES, seed);
        Standing.Task compared = new Standing.Task(GROWTH_SOURCES, invented.codings(), SETTINGS);
        List<Accounts.Row> rows = new ArrayList<>(invented.rows());
        Collections.shuffle(rows, new Random(seed));
        List<Accounts.Row> later = List.copyOf(rows.subList(rows.size() - added, rows.size()));
        List<Accounts.Row> known = List.copyOf(rows.subList(0, rows.size() - added));
        Standing standing = Standing.of(known, compared, Ties.NONE, pool);
        double[] millis = new double[added];
        double cpu = cpu();
        for (int i = 0; i < added; i++) {
            long began = System.nanoTime();
            standing.add(List.of(later.get(i)));
            millis[i] = (System.nanoTime() - began) / 1e6;
        }
        double cpuMillis = (cpu() - cpu) * 1e3 / added;
        double mean = Arrays.stream(millis).average().orElse(0);
        Arrays.sort(millis);
        Linkage.Result anew = Linkage.link(known, later, compared, Ties.NONE, pool);
        System.out.printf(
                Locale.ROOT,
                "{\"preset\":\"growth\",\"seed\":%d,\"reports\":%d,\"added\":%d,"
                        + "\"medianMillis\":%.2f,\"meanMillis\":%.2f,\"p90Millis\":%.2f,"
                        + "\"p99Millis\":%.2f,\"mostMillis\":%.2f,\"meanCpuMillis\":%.2f,"
                        + "\"sameAsAnew\":%b}%n",
                seed,
                rows.size(),
                added,
                millis[added / 2],
                mean,
                millis[added * 9 / 10],
                millis[added * 99 / 100],
                millis[added - 1],
                cpuMillis,
                standing.result().doubts().equals(anew.doubts())
                        && groups(standing.result()).equals(groups(anew)));
    }

    /** Inventing is not timed; what is linked is held in memory before. */
    private Run run(Task task) {
        System.gc();
        heaps().forEach(MemoryPoolMXBean::resetPeakUsage);
        double cpu = cpu();
        long began = System.nanoTime();
        Linkage.Result result = Linkage.link(
                task.rows(),
                new Standing.Task(task.sources(), task.codings(), SETTINGS),
                Ties.NONE,
                pool);
        double seconds = (System.nanoTime() - began) / 1e9;
        long peak = heaps().stream()
                .mapToLong(heap -> heap.getPeakUsage().getUsed())
                .sum();
        return new Run(result, seconds, cpu() - cpu, peak >> 20);
    }

    private static List<MemoryPoolMXBean> heaps() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(heap -> heap.getType() == MemoryType.HEAP)
                .toList();
    }

    /** Of the whole process, the compiler and the collector of garbage included. */
    private static double cpu() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .map(java.time.Duration::toMillis)
                        .orElse(0L)
                / 1e3;
    }

    private static List<Scores.Group> groups(Linkage.Result result) {
        return result.events().stream()
                .map(event -> new Scores.Group(event.accounts(), event.probability()))
                .toList();
    }
}
