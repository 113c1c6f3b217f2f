package org.truce.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.cli.Terminal;
import org.truce.app.cli.Terminal.Ran;
import org.truce.app.feed.ReportSheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** A small disk of its own, in memory: full, and then not to be written to. Needs root. */
final class DiskTest {
    @TempDir
    private Path folder;

    private Path disk;
    private boolean mounted;

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        disk = Files.createDirectory(folder.resolve("disk"));
        mounted = run("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", disk.toString());
        assumeTrue(mounted, "skipped: only root may mount a small disk");
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        if (mounted) {
            assertThat(run("umount", disk.toString())).isTrue();
        }
    }

    private static boolean run(String... words) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    private Path table(String name, int first, int last) throws IOException {
        return Files.writeString(
                folder.resolve(name),
                ReportSheet.table(IntStream.rangeClosed(first, last)
                        .mapToObj(i -> ReportSheet.row("report_id", "A" + i))
                        .toList()));
    }

    private Ran truce(String command, String... words) {
        String[] all = new String[words.length + 3];
        all[0] = command;
        all[1] = "--store";
        all[2] = disk.resolve("a.truce").toString();
        System.arraycopy(words, 0, all, 3, words.length);
        return Terminal.run(all);
    }

    private void fill() throws IOException {
        byte[] piece = new byte[4_096];
        try (OutputStream out = Files.newOutputStream(disk.resolve("filler"))) {
            while (true) {
                out.write(piece);
            }
        } catch (IOException full) {
            assertThat(Files.size(disk.resolve("filler"))).isPositive();
        }
    }

    @Test
    void onAFullDiskNothingAcknowledgedIsLostAndWithRoomAllGoesOn() throws IOException {
        assertThat(truce("import", table("first.csv", 1, 200).toString()).exit())
                .isZero();
        String before = truce("incidents", "--json").out();
        fill();
        Path second = table("second.csv", 201, 1_200);
        Ran refused = truce("import", second.toString());
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("full");
        assertThat(truce("verify").exit()).isZero();
        assertThat(truce("incidents", "--json").out()).startsWith(before.substring(0, 100));

        Files.delete(disk.resolve("filler"));
        assertThat(truce("import", second.toString()).exit()).isZero();
        assertThat(truce("verify").err()).contains("1,202 entries, all whole");
    }

    @Test
    void onAReadOnlyDiskWhatReadsWorksAndWhatWritesSaysWhatToDo()
            throws IOException, InterruptedException {
        Path first = table("first.csv", 1, 50);
        Path second = table("second.csv", 51, 60);
        assertThat(truce("import", "--register", "north", first.toString()).exit())
                .isZero();
        String before = truce("incidents", "--json").out();
        assertThat(run("mount", "-o", "remount,ro", disk.toString())).isTrue();

        assertThat(truce("verify").err()).contains("52 entries, all whole");
        assertThat(truce("incidents", "--json").out()).isEqualTo(before).isNotBlank();
        assertThat(truce("checkpoint", "--register", "north").exit()).isZero();
        Path bundle = folder.resolve("north.bundle");
        assertThat(truce("export", "--register", "north", bundle.toString()).exit())
                .isZero();
        Ran refused = truce("import", "--register", "north", second.toString());
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("may not be written to").contains("copy");
    }
}
