package org.truce.app.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.store.EntryStore;
import org.truce.app.store.EntryStore.Outcome;
import org.truce.app.store.Facts;
import org.truce.app.store.TestKeys;
import org.truce.record.Entry;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Another program is killed while it writes: what it was told is recorded, is. */
final class DurabilityTest {
    private static final int BATCH = 7;
    private static final int LAST = 7000;
    private static final int ROUNDS = 3;

    @TempDir
    private Path folder;

    /** The child: appends batch after batch, and says after each that it is recorded. */
    public static void main(String[] arguments) {
        Invented invented = new Invented(Long.parseLong(arguments[1]));
        try (EntryStore store =
                SqliteStore.openOrCreate(Path.of(arguments[0]), new TestKeys(), Invented.CLOCK)) {
            for (int first = Integer.parseInt(arguments[2]); first < LAST; first += BATCH) {
                int last = first + BATCH - 1;
                store.append(invented.reports("killed", first, last));
                System.out.println(last);
            }
        }
    }

    @Test
    void whatWasAcknowledgedOutlivesAKilledWriter() throws IOException, InterruptedException {
        long seed = 20170709;
        Random random = new Random(seed);
        Path file = folder.resolve("store.db");
        int next = 1;
        int mostUnacknowledged = 0;
        for (int round = 0; round < ROUNDS; round++) {
            int acknowledged = runAndKill(file, seed + round, next, random);
            String which = "seed %d, round %d".formatted(seed, round);
            try (EntryStore store =
                    SqliteStore.openExisting(file, new TestKeys(), Invented.CLOCK)) {
                assertThat(store.verify(Optional.empty()).problems()).as(which).isEmpty();
                int there = Facts.of(store).size();
                assertThat(there).as(which).isGreaterThanOrEqualTo(acknowledged);
                assertThat(there % BATCH).as("%s: whole batches only", which).isZero();
                mostUnacknowledged = Math.max(mostUnacknowledged, there - acknowledged);
                next = there + 1;
            }
        }
        assertThat(next).as("something was written in the end").isGreaterThan(BATCH);
        assertThat(mostUnacknowledged)
                .as("one batch may be recorded and not yet told")
                .isLessThanOrEqualTo(BATCH);
        importAgain(file, next - 1, seed);
    }

    /** The last entry that the child said was recorded before it was killed. */
    private static int runAndKill(Path file, long seed, int first, Random random)
            throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DurabilityTest.class.getName(),
                        file.toString(),
                        Long.toString(seed),
                        Integer.toString(first))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int acknowledged = first - 1;
        int after = 1 + random.nextInt(40);
        int more = random.nextInt(20_000);
        try (BufferedReader lines = child.inputReader()) {
            for (int batch = 0; batch < after; batch++) {
                acknowledged = Integer.parseInt(lines.readLine());
            }
            // Not only just after it told us: somewhere within the batches that follow.
            TimeUnit.MICROSECONDS.sleep(more);
            // By its handle: the process itself would close what it printed last before we read it.
            assertThat(child.toHandle().destroyForcibly()).isTrue();
            child.waitFor();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                acknowledged = Integer.parseInt(line);
            }
        }
        assertThat(child.exitValue()).as("it was killed, it did not end").isNotZero();
        return acknowledged;
    }

    private static void importAgain(Path file, int there, long seed) {
        List<Entry> all = new Invented(seed + 99).reports("killed", 1, there + 20);
        try (EntryStore store = SqliteStore.openExisting(file, new TestKeys(), Invented.CLOCK)) {
            List<Outcome> outcomes = store.append(all);
            assertThat(Collections.frequency(outcomes, Outcome.ALREADY_THERE)).isEqualTo(there);
            assertThat(outcomes.subList(there, there + 20)).containsOnly(Outcome.RECORDED);
            Set<String> ids = new HashSet<>();
            Facts.of(store).forEach(logged -> ids.add(logged.entry().id()));
            assertThat(ids).hasSize(there + 20);
            assertThat(store.verify(Optional.empty()).problems()).isEmpty();
        }
    }
}
