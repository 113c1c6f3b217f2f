package org.truce.app.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.cli.Terminal;
import org.truce.app.store.EntryStore;
import org.truce.app.store.Facts;
import org.truce.app.store.TestKeys;
import org.truce.app.store.sqlite.SqliteStore;
import org.truce.record.Entry;
import org.truce.record.EntryCodec;
import org.truce.record.Logged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** An import that is killed in the middle leaves whole batches, and importing again mends it. */
final class KilledImportTest {
    private static final int ROWS = 12_000;

    @TempDir
    Path folder;

    @Test
    void killedInTheMiddleAndRepeatedGivesTheSameEntries() throws Exception {
        Path reports = table();
        Path killed = folder.resolve("killed.truce");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.truce.app.cli.Main",
                        "import",
                        "--store",
                        killed.toString(),
                        reports.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("child.txt").toFile())
                .start();
        try {
            awaitSomeEntries(killed, child);
        } finally {
            child.destroyForcibly();
            assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }

        try (EntryStore store =
                SqliteStore.openExisting(killed, new TestKeys(), Clock.systemUTC())) {
            assertThat(store.size()).as("stopped in the middle").isBetween(1L, ROWS - 1L);
            assertThat(store.verify(Optional.empty()).problems()).isEmpty();
        }
        Path undisturbed = folder.resolve("undisturbed.truce");
        Terminal.run("import", "--store", killed.toString(), reports.toString());
        Terminal.run("import", "--store", undisturbed.toString(), reports.toString());
        assertThat(contents(killed)).isEqualTo(contents(undisturbed)).hasSize(ROWS + 1);
    }

    private Path table() throws IOException {
        List<String> rows = new ArrayList<>();
        for (int i = 1; i <= ROWS; i++) {
            rows.add(ReportSheet.row("report_id", "A" + i, "note", "the note of row " + i));
        }
        return Files.writeString(folder.resolve("reports.csv"), ReportSheet.table(rows));
    }

    /** Waits until the child has acknowledged more than one batch. */
    private void awaitSomeEntries(Path store, Process child) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        Path log = store.resolveSibling(store.getFileName() + "-wal");
        while (System.nanoTime() < until) {
            if (!child.isAlive()) {
                throw new AssertionError("the import ended before it could be killed:\n"
                        + Files.readString(folder.resolve("child.txt")));
            }
            // The write-ahead log grows with every batch of 1,000 rows, by about 700 bytes a row.
            if (Files.exists(log) && Files.size(log) > 1_000_000) {
                return;
            }
            Thread.sleep(5);
        }
        throw new AssertionError("the import did not begin to write in 30 seconds");
    }

    /** Everything an entry says, in its order; salts and times differ from import to import. */
    private static List<String> contents(Path file) {
        EntryCodec codec = new EntryCodec();
        try (EntryStore store = SqliteStore.openExisting(file, new TestKeys(), Clock.systemUTC())) {
            assertThat(store.verify(Optional.empty()).problems()).isEmpty();
            List<String> contents = new ArrayList<>();
            for (Logged logged : Facts.of(store)) {
                Entry entry = logged.entry();
                contents.add(logged.seq() + " " + codec.plainText(entry));
            }
            return contents;
        }
    }
}
