package org.truce.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.cli.Terminal.Ran;
import org.truce.app.feed.ReportSheet;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Backups, and coming back from one without a second history. */
final class BackupTest {
    @TempDir
    private Path folder;

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private Ran truce(String... words) {
        Ran ran = Terminal.run(words);
        assertThat(ran.exit()).as(String.join(" ", words) + "\n" + ran.err()).isZero();
        return ran;
    }

    private void take(String store, String register, int first, int last) throws IOException {
        Path table = folder.resolve(register + ".csv");
        Files.writeString(
                table,
                ReportSheet.table(IntStream.rangeClosed(first, last)
                        .mapToObj(i -> ReportSheet.row("report_id", "A" + i))
                        .toList()));
        truce("import", "--store", at(store), "--register", register, table.toString());
    }

    private String incidents(String store) {
        return truce("incidents", "--store", at(store), "--json").out();
    }

    @Test
    void aBackupIsWholeAnswersAlikeAndHoldsNoKeys() throws IOException {
        take("a.truce", "north", 1, 30);
        Ran ran = truce("backup", "--store", at("a.truce"), at("b.truce"), "--json");
        assertThat(Shape.of("backup").problems(ran.out())).isEmpty();
        JsonNode said = Shape.read(ran.out());
        assertThat(said.path("entries").asLong()).isEqualTo(32);
        assertThat(said.path("bytes").asLong()).isEqualTo(Files.size(folder.resolve("b.truce")));
        assertThat(ran.err()).contains("a.truce.keys").contains("not in it");
        assertThat(incidents("b.truce")).isEqualTo(incidents("a.truce")).isNotBlank();
        assertThat(truce("verify", "--json", "--store", at("b.truce")).out())
                .isEqualTo(truce("verify", "--json", "--store", at("a.truce")).out());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("a.truce", "a.truce.keys", "b.truce", "north.csv");
        }
    }

    @Test
    void whatIsThereIsNeverWrittenOver() throws IOException {
        take("a.truce", "north", 1, 3);
        Path there = Files.writeString(folder.resolve("there"), "something else");
        Ran ran = Terminal.run("backup", "--store", at("a.truce"), there.toString());
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("is there already: name another file");
        assertThat(there).hasContent("something else");
        Ran nowhere = Terminal.run("backup", "--store", at("a.truce"), at("no/folder"));
        assertThat(nowhere.exit()).isEqualTo(2);
        assertThat(nowhere.err()).contains("see that the folder is there");
    }

    @Test
    void ofAStoreThatIsNotWholeNoneIsKept() throws IOException, SQLException {
        take("a.truce", "north", 1, 9);
        try (Connection store = DriverManager.getConnection("jdbc:sqlite:" + at("a.truce"));
                Statement statement = store.createStatement()) {
            statement.executeUpdate("DROP TRIGGER entry_is_never_changed");
            statement.executeUpdate("UPDATE entry SET body = x'00' WHERE id = 'A4'");
        }
        Ran ran = Terminal.run("backup", "--store", at("a.truce"), at("b.truce"), "--json");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(Shape.of("backup").problems(ran.out())).isEmpty();
        assertThat(ran.err()).contains("A4").contains("no backup was kept");
        assertThat(folder.resolve("b.truce")).doesNotExist();
    }

    /** Each backup ends with a whole batch of every register, whatever is written meanwhile. */
    @Test
    void backupsWhileFourWrite() throws Exception {
        take("a.truce", "w0", 1, 1);
        AtomicBoolean done = new AtomicBoolean();
        List<Future<?>> writers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int writer = 0; writer < 4; writer++) {
                String register = "w" + writer;
                writers.add(threads.submit(() -> {
                    for (int batch = 0; batch < 50 && !done.get(); batch++) {
                        take("a.truce", register, batch * 20 + 2, batch * 20 + 21);
                    }
                    return true;
                }));
            }
            long last = 0;
            for (int i = 0; i < 5; i++) {
                Ran ran = truce("backup", "--store", at("a.truce"), at("b" + i), "--json");
                long entries = Shape.read(ran.out()).path("entries").asLong();
                assertThat(entries).isGreaterThanOrEqualTo(last);
                last = entries;
            }
            done.set(true);
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        truce("verify", "--store", at("a.truce"));
    }

    /** docs/reference/backup.md, step by step. */
    @Test
    void theRestoreDrillLeavesOneHistory() throws IOException {
        take("a.truce", "north", 1, 20);
        truce("backup", "--store", at("a.truce"), at("backup.truce"));
        take("a.truce", "north", 21, 40);
        truce(
                "export",
                "--protected",
                "--store",
                at("a.truce"),
                "--register",
                "north",
                at("n.bundle"));
        truce("accept", "--store", at("follower.truce"), at("n.bundle"));
        String before = incidents("a.truce");

        Files.delete(folder.resolve("a.truce"));
        Files.copy(folder.resolve("backup.truce"), folder.resolve("a.truce"));
        Ran refused = Terminal.run(
                "import", "--store", at("a.truce"), "--register", "north", at("north.csv"));
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err())
                .contains("signed up to entry 42")
                .contains("ends with entry 22")
                .contains("truce accept");
        Ran checked = Terminal.run("verify", "--store", at("a.truce"));
        assertThat(checked.exit()).isEqualTo(1);
        assertThat(checked.err())
                .contains("north was signed here up to entry 42, and its log ends with entry 22");
        Ran rotated = Terminal.run(
                "register", "rotate", "--store", at("a.truce"), "north", "--reason", "r");
        assertThat(rotated.exit()).isEqualTo(2);

        truce(
                "export",
                "--protected",
                "--store",
                at("follower.truce"),
                "--register",
                "north",
                at("back.bundle"));
        truce("accept", "--store", at("a.truce"), at("back.bundle"));
        assertThat(incidents("a.truce")).isEqualTo(before);
        take("a.truce", "north", 41, 50);
        truce("verify", "--store", at("a.truce"));
        truce("export", "--store", at("a.truce"), "--register", "north", at("more.bundle"));
        Ran again = truce("accept", "--json", "--store", at("follower.truce"), at("more.bundle"));
        assertThat(again.out()).contains("\"result\":\"taken-in\"").contains("\"added\":10");
    }

    /** Without the folder's memory, a waiting bundle of the follower tells the same. */
    @Test
    void aBundleThatWaitsTellsOfNewerEntriesToo() throws IOException {
        take("a.truce", "north", 1, 5);
        truce("backup", "--store", at("a.truce"), at("backup.truce"));
        take("a.truce", "north", 6, 10);
        take("a.truce", "north", 11, 15);
        truce(
                "export",
                "--store",
                at("a.truce"),
                "--register",
                "north",
                "--since",
                "12",
                at("late.bundle"));
        Files.delete(folder.resolve("a.truce"));
        Files.copy(folder.resolve("backup.truce"), folder.resolve("a.truce"));
        try (Stream<Path> files = Files.list(folder.resolve("a.truce.keys"))) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".signed")).toList()) {
                Files.delete(file);
            }
        }
        truce("accept", "--store", at("a.truce"), at("late.bundle"));
        Ran refused = Terminal.run(
                "import", "--store", at("a.truce"), "--register", "north", at("north.csv"));
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("signed up to entry 17").contains("ends with entry 7");
    }

    /**
     * A follower who was never given the protected values can still give the entries back. Nothing
     * was altered, and work goes on; but whoever signs here is told that values are gone.
     */
    @Test
    void whatComesHomeWithoutProtectedValuesIsToldWhereItIsSigned() throws IOException {
        take("a.truce", "north", 1, 5);
        truce("backup", "--store", at("a.truce"), at("backup.truce"));
        take("a.truce", "north", 6, 10);
        truce("export", "--store", at("a.truce"), "--register", "north", at("n.bundle"));
        truce(
                "export",
                "--protected",
                "--store",
                at("a.truce"),
                "--register",
                "north",
                at("full.bundle"));
        Files.delete(folder.resolve("a.truce"));
        Files.copy(folder.resolve("backup.truce"), folder.resolve("a.truce"));

        truce("accept", "--store", at("a.truce"), at("n.bundle"));
        Ran lost = Terminal.run("verify", "--json", "--store", at("a.truce"));
        assertThat(lost.exit()).isEqualTo(1);
        JsonNode without = Shape.read(lost.out());
        long withheld = without.path("withheld").asLong();
        assertThat(withheld).isPositive();
        assertThat(without.path("problems")).hasSize(1);
        assertThat(lost.err())
                .contains("register north is signed here, yet %d of its protected values"
                        .formatted(withheld))
                .contains(" are missing (entries A6, A7, A8, A9, A10)");
        incidents("a.truce");
        truce("accept", "--store", at("a.truce"), at("full.bundle"));
        JsonNode with =
                Shape.read(truce("verify", "--json", "--store", at("a.truce")).out());
        assertThat(with.path("withheld").asLong()).isZero();
        take("a.truce", "north", 11, 12);
        truce("verify", "--store", at("a.truce"));
    }

    /** Where nobody has what came after, the recovery key goes on, and the old end is set aside. */
    @Test
    void theRecoveryKeyGoesOnWhereNobodyHasTheRest() throws IOException {
        take("a.truce", "north", 1, 5);
        truce("backup", "--store", at("a.truce"), at("backup.truce"));
        take("a.truce", "north", 6, 10);
        truce("export", "--store", at("a.truce"), "--register", "north", at("lost.bundle"));
        Files.delete(folder.resolve("a.truce"));
        Files.copy(folder.resolve("backup.truce"), folder.resolve("a.truce"));
        Recovery.revoke(at("a.truce"), "north", "disk lost");
        take("a.truce", "north", 6, 8);
        truce("verify", "--store", at("a.truce"));
        Ran aside = truce("accept", "--json", "--store", at("a.truce"), at("lost.bundle"));
        assertThat(aside.out()).contains("\"result\":\"one-set-aside\"");
        take("a.truce", "north", 11, 12);
    }
}
