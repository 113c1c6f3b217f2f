package org.truce.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.cli.Terminal.Ran;
import org.truce.app.serve.Altering;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** Who can write the file changes it: no command answers from what was altered. */
final class AlteredStoreTest {
    @TempDir
    private Path folder;

    private Path store = Path.of("");

    @BeforeEach
    void make() {
        store = folder.resolve("a.truce");
        Ran ran = Terminal.run("import", "--store", store.toString(), Terminal.SAMPLE.toString());
        assertThat(ran.exit()).as(ran.err()).isZero();
    }

    private List<List<String>> answers() {
        return List.of(
                List.of("incidents", "--json"),
                List.of(
                        "assess",
                        "--area",
                        "south-west",
                        "--from",
                        "2017-07-09",
                        "--to",
                        "2018-06-18"),
                List.of("decisions"),
                List.of("decide", "verify", "--by", "B", "--why", "W", "R0191"),
                List.of(
                        "report",
                        "--area",
                        "south-west",
                        "--out",
                        folder.resolve("report").toString()),
                List.of(
                        "export",
                        "--register",
                        "southwest-syria",
                        folder.resolve("b").toString()),
                List.of("serve", "--port", "0"));
    }

    @Test
    void noCommandAnswersFromAnAlteredEntry() throws Exception {
        Altering.file(
                store,
                "UPDATE entry SET body = CAST(replace(body, 'armed-clash', 'airstrike') AS BLOB)"
                        + " WHERE id = 'R0191' AND kind = 'report'");
        for (List<String> answer : answers()) {
            Ran ran = on(answer);
            assertThat(ran.exit()).as("%s", answer).isEqualTo(2);
            assertThat(ran.out()).as("%s", answer).isEmpty();
            assertThat(ran.err())
                    .as("%s", answer)
                    .contains("the store is not whole", "(report R0191) was altered");
        }
    }

    private Ran on(List<String> words) {
        return Terminal.run(Stream.concat(words.stream(), Stream.of("--store", store.toString()))
                .toArray(String[]::new));
    }

    /** The mark that says so is signed by nobody; the key folder knows better. */
    @Test
    void aValueTakenOutIsNotCalledWithheldWhereTheRegisterIsSigned() throws Exception {
        Altering.file(
                store,
                "UPDATE guarded SET held = '[\"received\"]' WHERE entry ="
                        + " (SELECT no FROM entry WHERE id = 'R0191' AND kind = 'report')");
        Ran ran = on(List.of("verify", "--json"));
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err())
                .contains("register southwest-syria is signed here, yet 7 of its protected values"
                        + " are missing (entries R0191)");
        moveKeys();
        assertThat(on(List.of("verify")).exit()).isZero();
    }

    /** Whoever checks a store is not told to check it. */
    @Test
    void whereVerifyCannotReadItSaysHowToComeBack() throws Exception {
        Altering.dropTable(store, "checkpoint");
        Ran part = on(List.of("verify"));
        assertThat(part.exit()).isEqualTo(1);
        assertThat(part.err())
                .contains("the files were not checked", "a backup in its place")
                .doesNotContain("run 'truce verify'");
        try (FileChannel file = FileChannel.open(store, StandardOpenOption.WRITE)) {
            file.truncate(file.size() / 2);
        }
        Ran cut = on(List.of("verify"));
        assertThat(cut.exit()).isEqualTo(2);
        assertThat(cut.err())
                .contains("the file is damaged", "put a backup in its place", "truce accept")
                .doesNotContain("run 'truce verify'");
    }

    private void moveKeys() throws IOException {
        Files.move(store.resolveSibling("a.truce.keys"), folder.resolve("elsewhere"));
    }
}
