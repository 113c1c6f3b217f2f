package org.truce.bench;

import org.truce.app.store.EntryStore;
import org.truce.app.store.sqlite.SqliteStore;
import org.truce.record.Entry;
import org.truce.record.Logged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One store from empty to large: how many entries a second go in, and how long it takes to load and
 * to verify all. Every figure is printed as one JSON line. What is measured is what users get: each
 * append is signed and synced to disk before it returns.
 */
public final class Scale {
    private static final int BATCH = 1_000;
    private static final String REGISTER = "bench";

    private final Path file;
    private final long seed;

    private Scale(Path file, long seed) {
        this.file = file;
        this.seed = seed;
    }

    /**
     * @param arguments what to do (append, appenders, single, writers, load, verify), the store's
     *     file, how many entries, and a seed
     */
    public static void main(String[] arguments)
            throws IOException, InterruptedException, ExecutionException {
        if (arguments.length != 4) {
            System.err.println(
                    "usage: append|appenders|single|writers|load|verify FILE ENTRIES SEED");
            System.exit(2);
        }
        Scale scale = new Scale(Path.of(arguments[1]), Long.parseLong(arguments[3]));
        long entries = Long.parseLong(arguments[2]);
        switch (arguments[0]) {
            case "append" -> scale.append(entries, BATCH, 1);
            case "single" -> scale.append(entries, 1, 1);
            case "appenders" -> scale.append(entries, BATCH, 4);
            case "writers" -> scale.append(entries, 1, 64);
            case "load" -> scale.load();
            case "verify" -> scale.verify();
            default -> throw new IllegalArgumentException("unknown: " + arguments[0]);
        }
    }

    private EntryStore open() {
        return SqliteStore.openOrCreate(file, new BenchKeys(), Clock.systemUTC());
    }

    private void append(long entries, int batch, int threads)
            throws IOException, InterruptedException, ExecutionException {
        for (String beside : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(Path.of(file + beside));
        }
        try (EntryStore store = open();
                ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            store.append(new InventedReports(seed).list(REGISTER, 0, 0));
            // A fifth more before the clock starts: a machine that just began is slower.
            run(store, pool, threads, 1, entries / 5, batch);
            double before = cpu();
            double seconds = run(store, pool, threads, entries / 5 + 1, entries, batch);
            System.out.printf(
                    "{\"what\":\"append\",\"batch\":%d,\"threads\":%d,\"entries\":%d,"
                            + "\"seconds\":%.2f,\"cpuSeconds\":%.2f,\"entriesPerSecond\":%.0f}%n",
                    batch, threads, entries, seconds, cpu() - before, entries / seconds);
        }
    }

    /** Gives the seconds that appending took, by the clock. */
    private double run(
            EntryStore store,
            ExecutorService pool,
            int threads,
            long first,
            long entries,
            int batch)
            throws InterruptedException, ExecutionException {
        List<Future<Long>> writers = new ArrayList<>();
        AtomicLong next = new AtomicLong(first);
        long began = System.nanoTime();
        for (int i = 0; i < threads; i++) {
            InventedReports reports = new InventedReports(seed + first + i);
            long last = first + entries - 1;
            writers.add(pool.submit(() -> write(store, reports, next, last, batch)));
        }
        long making = 0;
        for (Future<Long> writer : writers) {
            making += writer.get();
        }
        return (System.nanoTime() - began - making / threads) / 1e9;
    }

    /** Gives the nanoseconds that went into inventing, which is not what is measured. */
    private static long write(
            EntryStore store, InventedReports reports, AtomicLong next, long last, int batch) {
        long making = 0;
        while (true) {
            long first = next.getAndAdd(batch);
            if (first > last) {
                return making;
            }
            long began = System.nanoTime();
            List<Entry> some = reports.list(REGISTER, first, Math.min(last, first + batch - 1));
            making += System.nanoTime() - began;
            store.append(some);
        }
    }

    private void load() {
        try (EntryStore store = open()) {
            long began = System.nanoTime();
            List<Logged> all = store.listAll();
            double seconds = (System.nanoTime() - began) / 1e9;
            double cpu = cpu();
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            System.out.printf(
                    "{\"what\":\"load\",\"entries\":%d,\"seconds\":%.2f,\"cpuSeconds\":%.2f,\"heapUsedMB\":%d,"
                        + "\"heapMaxMB\":%d}%n",
                    all.size(),
                    seconds,
                    cpu,
                    (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                    runtime.maxMemory() >> 20);
            all.getFirst(); // still reachable: what was measured is what loading leaves behind
        }
    }

    /** What the whole process has used so far, its start included. */
    private static double cpu() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .map(java.time.Duration::toMillis)
                        .orElse(0L)
                / 1e3;
    }

    private void verify() {
        try (EntryStore store = open()) {
            long began = System.nanoTime();
            EntryStore.Check check = store.verify(Optional.empty());
            System.out.printf(
                    "{\"what\":\"verify\",\"entries\":%d,\"ok\":%s,\"seconds\":%.2f,\"cpuSeconds\":%.2f}%n",
                    check.entries(), check.ok(), (System.nanoTime() - began) / 1e9, cpu());
        }
    }
}
