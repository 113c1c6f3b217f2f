package org.truce.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.cli.Terminal;
import org.truce.app.feed.ReportSheet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** A write-ahead log that a killed writer left, with a damaged byte before finished batches. */
final class DamagedLogTest {
    private static final int WITHIN_FIRST_FRAME = 200;

    @TempDir
    Path folder;

    @Test
    void finishedBatchesBehindADamagedPlaceAreNotDroppedWithoutAWord() throws Exception {
        Path reports = Files.writeString(
                folder.resolve("reports.csv"),
                ReportSheet.table(IntStream.rangeClosed(1, 30_000)
                        .mapToObj(i -> ReportSheet.row("report_id", "A" + i))
                        .toList()));
        Path store = folder.resolve("a.truce");
        Path log = folder.resolve("a.truce-wal");
        try (Child child = Child.tellingImport(folder, store, reports)) {
            while (child.isAlive() && child.out().isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(2);
            }
            assertThat(child.kill()).isTrue();
        }
        byte[] bytes = Files.readAllBytes(log);
        bytes[WITHIN_FIRST_FRAME] ^= 1;
        Files.write(log, bytes);
        Terminal.Ran refused = Terminal.run("verify", "--store", store.toString());
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("damaged place").contains("a.truce-wal.damaged");
        assertThat(folder.resolve("a.truce-wal.damaged")).hasBinaryContent(bytes);
        assertThat(log).hasBinaryContent(bytes);
        // With the copy there, it goes on.
        assertThat(Terminal.run("verify", "--store", store.toString()).err())
                .doesNotContain("damaged place");
    }
}
