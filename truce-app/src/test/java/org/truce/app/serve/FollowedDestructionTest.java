package org.truce.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.cli.Terminal;
import org.truce.app.feed.ReportSheet;
import org.truce.app.store.EntryStore;
import org.truce.app.store.TestKeys;
import org.truce.app.store.sqlite.SqliteStore;
import org.truce.assess.AssessSettings;
import org.truce.show.Asked;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;

/** A decision that arrives over a line is carried out like one that arrives in a bundle. */
final class FollowedDestructionTest {
    @TempDir
    private Path folder;

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private static void run(String... words) {
        Terminal.Ran ran = Terminal.run(words);
        assertThat(ran.exit()).as(ran.err()).isZero();
    }

    private long filesHeld() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("b.truce.files"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void theFileOfAFollowerGoesToo() throws IOException {
        Files.writeString(
                folder.resolve("rows.csv"), ReportSheet.table(ReportSheet.row("report_id", "A1")));
        Files.writeString(folder.resolve("photo"), "an invented photo");
        run("import", "--store", at("a.truce"), "--register", "north", at("rows.csv"));
        run("attach", "--store", at("a.truce"), "--to", "A1", at("photo"));
        run(
                "export",
                "--protected",
                "--attachments",
                "--store",
                at("a.truce"),
                "--register",
                "north",
                at("n.bundle"));
        run("accept", "--store", at("b.truce"), at("n.bundle"));
        assertThat(filesHeld()).isEqualTo(1);
        run(
                "destroy",
                "--store",
                at("a.truce"),
                "--register",
                "north",
                "--by",
                "head",
                "--why",
                "asked",
                "--attachment",
                "--yes",
                "A1");
        try (EntryStore store = SqliteStore.openExisting(
                        folder.resolve("a.truce"), new TestKeys(), Clock.systemUTC());
                Server server = Server.start(
                        store, 0, Asked.NOTHING, AssessSettings.USUAL, Clock.systemUTC())) {
            EntryStore.Log log = store.findLog("north").orElseThrow();
            String name = log.keys().origin().substring("truce.register/".length());
            run(
                    "follow",
                    "--once",
                    "--store",
                    at("b.truce"),
                    "--key",
                    log.keys().current().orElseThrow().text(),
                    "http://localhost:" + server.port() + "/log/" + name);
        }
        assertThat(filesHeld()).isZero();
        run("verify", "--store", at("b.truce"));
    }
}
