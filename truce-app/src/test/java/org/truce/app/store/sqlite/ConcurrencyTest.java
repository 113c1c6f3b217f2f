package org.truce.app.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.store.EntryStore;
import org.truce.app.store.EntryStore.Outcome;
import org.truce.app.store.Facts;
import org.truce.app.store.TestKeys;
import org.truce.record.Logged;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Several writers and readers of one file; what other programs do is tested with a child JVM. */
final class ConcurrencyTest {
    private static final int BATCHES = 20;
    private static final int BATCH = 5;

    @TempDir
    private Path folder;

    /** Writers 0 and 1 share a register with different entries, 2 has its own, 3 repeats 0. */
    @Test
    void writersOfOneFileLoseNothing() throws InterruptedException, ExecutionException {
        Path file = folder.resolve("store.db");
        List<Callable<Integer>> writers = List.of(
                () -> write(file, "shared", 0, 10),
                () -> write(file, "shared", 1000, 11),
                () -> write(file, "own", 0, 12),
                () -> write(file, "shared", 0, 13));
        int recorded = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Integer> written : threads.invokeAll(writers)) {
                recorded += written.get();
            }
        }
        assertThat(recorded).isEqualTo(3 * BATCHES * BATCH);
        try (EntryStore store = SqliteStore.openExisting(file, new TestKeys(), Invented.CLOCK)) {
            Set<String> there = new HashSet<>();
            Facts.of(store)
                    .forEach(logged -> there.add(
                            logged.entry().register() + " " + logged.entry().id()));
            assertThat(there)
                    .hasSize(3 * BATCHES * BATCH)
                    .contains("shared R100", "shared R1100", "own R1");
            assertThat(store.verify(Optional.empty()).problems()).isEmpty();
        }
    }

    @Test
    void threadsMayShareOneStore() throws InterruptedException, ExecutionException {
        try (EntryStore store = SqliteStore.openOrCreate(
                        folder.resolve("store.db"), new TestKeys(), Invented.CLOCK);
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                Invented invented = new Invented(i);
                String register = "r" + i % 2;
                int first = i * BATCH + 1;
                tasks.add(() ->
                        store.append(invented.reports(register, first, first + BATCH - 1)).stream()
                                .allMatch(Outcome.RECORDED::equals));
                tasks.add(() -> Facts.of(store).size() % BATCH == 0);
                tasks.add(() -> store.verify(Optional.empty()).ok());
            }
            for (Future<Boolean> task : threads.invokeAll(tasks)) {
                assertThat(task.get()).isTrue();
            }
            assertThat(store.verify(Optional.empty()).problems()).isEmpty();
        }
    }

    /** A reader sees whole batches only, more and more of them, and never a problem. */
    @Test
    void readersSeeWholeBatchesWhileSomebodyWrites()
            throws InterruptedException, ExecutionException {
        Path file = folder.resolve("store.db");
        SqliteStore.openOrCreate(file, new TestKeys(), Invented.CLOCK).close();
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Integer> written = threads.submit(() -> {
                int recorded = write(file, "a", 0, 1);
                done.set(true);
                return recorded;
            });
            Future<Integer> looks = threads.submit(() -> look(file, done));
            assertThat(written.get()).isEqualTo(BATCHES * BATCH);
            assertThat(looks.get()).isGreaterThan(1);
        }
    }

    private static int look(Path file, AtomicBoolean done) {
        int looks = 0;
        int seen = 0;
        try (EntryStore store = SqliteStore.openExisting(file, new TestKeys(), Invented.CLOCK)) {
            boolean last;
            do {
                last = done.get();
                List<Logged> all = Facts.of(store);
                assertThat(all.size() % BATCH).isZero();
                assertThat(all.size()).isGreaterThanOrEqualTo(seen);
                assertThat(store.verify(Optional.empty()).problems()).isEmpty();
                seen = all.size();
                looks++;
            } while (!last);
        }
        assertThat(seen).isEqualTo(BATCHES * BATCH);
        return looks;
    }

    private static int write(Path file, String register, int from, long seed) {
        Invented invented = new Invented(seed);
        int recorded = 0;
        try (EntryStore store = SqliteStore.openOrCreate(file, new TestKeys(), Invented.CLOCK)) {
            for (int batch = 0; batch < BATCHES; batch++) {
                int first = from + batch * BATCH + 1;
                for (Outcome outcome :
                        store.append(invented.reports(register, first, first + BATCH - 1))) {
                    assertThat(outcome).isNotEqualTo(Outcome.OTHER_CONTENT);
                    recorded += outcome == Outcome.RECORDED ? 1 : 0;
                }
            }
        }
        return recorded;
    }
}
