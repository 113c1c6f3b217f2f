package org.truce.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.cli.Terminal;
import org.truce.app.feed.ReportSheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Programs that write into one store at the same moment, which none of them finds made: half of
 * them into one register, the others each into its own. {@code -Dtruce.processes=16} for the long
 * run.
 */
final class ManyProcessesTest {
    private static final int PROCESSES = Integer.getInteger("truce.processes", 4);
    private static final int ROWS = 1_200;

    @TempDir
    private Path folder;

    private static String register(int process) {
        return process % 2 == 0 ? "shared" : "own" + process;
    }

    private Path table(int process) throws IOException {
        List<String> rows = IntStream.rangeClosed(1, ROWS)
                .mapToObj(i -> ReportSheet.row("report_id", "P%dR%d".formatted(process, i)))
                .toList();
        return Files.writeString(folder.resolve("p" + process + ".csv"), ReportSheet.table(rows));
    }

    @Test
    void everyRowOfEachIsThereAndSignedInOneHistory() throws Exception {
        Path store = folder.resolve("a.truce");
        List<Child> children = new ArrayList<>();
        long start = System.nanoTime();
        try {
            for (int process = 0; process < PROCESSES; process++) {
                children.add(Child.truce(
                        folder,
                        "import",
                        "--json",
                        "--store",
                        store.toString(),
                        "--register",
                        register(process),
                        table(process).toString()));
            }
            for (Child child : children) {
                assertThat(child.await()).as(child.err()).isZero();
                assertThat(child.out())
                        .singleElement()
                        .asString()
                        .contains("\"accepted\":%d,\"duplicates\":0,".formatted(ROWS));
            }
        } finally {
            for (Child child : children) {
                child.close();
            }
        }
        System.out.printf(
                "%d processes recorded %,d rows in %.1f seconds%n",
                PROCESSES, (long) PROCESSES * ROWS, (System.nanoTime() - start) / 1e9);
        int own = PROCESSES / 2;
        // A key and a declaration for each register.
        long entries = (long) PROCESSES * ROWS + 2L * (own + 1);
        Terminal.Ran verified = Terminal.run("verify", "--store", store.toString());
        assertThat(verified.exit()).as(verified.err()).isZero();
        assertThat(verified.err()).contains("%,d entries, all whole".formatted(entries));
        AsLeft left = AsLeft.of(store, folder);
        assertThat(left.pages()).isEqualTo("ok");
        assertThat(left.entries()).isEqualTo(entries);
        for (int process = 0; process < PROCESSES; process++) {
            Terminal.Ran again = Terminal.run(
                    "import",
                    "--json",
                    "--store",
                    store.toString(),
                    "--register",
                    register(process),
                    table(process).toString());
            assertThat(again.out())
                    .as(register(process))
                    .contains("\"accepted\":0,\"duplicates\":%d,".formatted(ROWS));
        }
    }
}
