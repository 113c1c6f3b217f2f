package org.truce.app.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.store.EntryStore;
import org.truce.app.store.Facts;
import org.truce.app.store.StoreException;
import org.truce.app.store.sqlite.Invented;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The server's processes are killed while a node appends: what was acknowledged is there. */
final class BrokenLineTest {
    private static final int BATCH = 7;
    private static final long SEED = 20170709;

    @TempDir
    Path folder;

    @Test
    void aNodeWhoseBackendIsKilledLosesNothingAndGoesOn()
            throws SQLException, InterruptedException, ExecutionException {
        TestServer server = TestServer.shared();
        String database = server.newDatabase();
        Random random = new Random(SEED);
        AtomicInteger acknowledged = new AtomicInteger();
        int broken = 0;
        try (EntryStore store = PostgresStoreTest.open(server.address(database));
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            store.append(new Invented(SEED).reports("a", 1, BATCH));
            acknowledged.set(BATCH);
            for (int round = 0; round < 8; round++) {
                Future<Boolean> writing =
                        thread.submit(() -> writeUntilBroken(store, acknowledged));
                TimeUnit.MICROSECONDS.sleep(20_000 + random.nextInt(60_000));
                server.run(
                        "postgres",
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
                                + database + "'");
                broken += writing.get() ? 1 : 0;
                acknowledged.set(check(store, acknowledged.get(), "round " + round));
            }
        }
        assertThat(broken).as("an append was cut off").isPositive();
    }

    /** True when the line broke; a kill between two batches is not even noticed. */
    private static boolean writeUntilBroken(EntryStore store, AtomicInteger acknowledged) {
        Invented invented = new Invented(acknowledged.get());
        for (int batch = 0; batch < 60; batch++) {
            int last = acknowledged.get() + BATCH;
            try {
                store.append(invented.reports("a", last - BATCH + 1, last));
            } catch (StoreException cutOff) {
                return true;
            }
            acknowledged.set(last);
        }
        return false;
    }

    /** How many entries there are: what was acknowledged, and at most one batch more. */
    private static int check(EntryStore store, int acknowledged, String which) {
        int there = Facts.of(store).size();
        assertThat(there)
                .as("seed %d, %s", SEED, which)
                .isBetween(acknowledged, acknowledged + BATCH);
        assertThat(there % BATCH).as("whole batches only").isZero();
        assertThat(store.verify(Optional.empty()).problems()).isEmpty();
        return there;
    }

    @Test
    void aKilledServerHasWhatItAcknowledged()
            throws IOException, SQLException, InterruptedException, ExecutionException {
        Random random = new Random(SEED);
        AtomicInteger acknowledged = new AtomicInteger();
        try (TestServer server = TestServer.start(folder);
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            try (EntryStore store = PostgresStoreTest.open(server.address(server.newDatabase()))) {
                for (int round = 0; round < 3; round++) {
                    Future<Boolean> writing =
                            thread.submit(() -> writeUntilBroken(store, acknowledged));
                    TimeUnit.MICROSECONDS.sleep(100_000 + random.nextInt(200_000));
                    server.kill();
                    writing.get();
                    server.restart();
                    acknowledged.set(check(store, acknowledged.get(), "round " + round));
                }
            }
        }
        assertThat(acknowledged.get()).as("something was written").isPositive();
    }
}
