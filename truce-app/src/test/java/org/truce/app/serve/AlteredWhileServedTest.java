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

/** Pages read what is new as it comes: each batch is held against its signature. */
final class AlteredWhileServedTest {
    @TempDir
    private Path folder;

    private Path store() {
        return folder.resolve("a.truce");
    }

    private void take(String id) throws IOException {
        Path table = folder.resolve("rows.csv");
        Files.writeString(table, ReportSheet.table(ReportSheet.row("report_id", id)));
        run("import", "--store", store().toString(), "--register", "north", table.toString());
    }

    private static void run(String... words) {
        Terminal.Ran ran = Terminal.run(words);
        assertThat(ran.exit()).as(ran.err()).isZero();
    }

    @Test
    void aBatchThatIsNotAsSignedIsNotShown() throws Exception {
        take("A1");
        try (EntryStore store =
                        SqliteStore.openExisting(store(), new TestKeys(), Clock.systemUTC());
                Server server = Server.start(
                        store, 0, Asked.NOTHING, AssessSettings.USUAL, Clock.systemUTC());
                Visitor visitor = new Visitor(server.port())) {
            assertThat(visitor.get("/register?name=north&kind=report").body())
                    .contains("A1")
                    .doesNotContain("A2");
            take("A2");
            run(
                    "register",
                    "rotate",
                    "--store",
                    store().toString(),
                    "north",
                    "--reason",
                    "so that keys that changed are followed too");
            take("A3");
            assertThat(visitor.get("/register?name=north&kind=report").body()).contains("A2", "A3");
            take("A4");
            Altering.file(
                    store(),
                    "UPDATE entry SET body = CAST(replace(body, '\"A4\"', '\"B4\"') AS BLOB)"
                            + " WHERE id = 'A4'");
            Visitor.Page page = visitor.get("/register?name=north&kind=report");
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.body()).doesNotContain("A4", "B4");
            assertThat(visitor.get("/entry?register=north&id=A1").status()).isEqualTo(503);
            Altering.file(
                    store(),
                    "UPDATE entry SET body = CAST(replace(body, '\"B4\"', '\"A4\"') AS BLOB)"
                            + " WHERE id = 'A4'");
            assertThat(visitor.get("/register?name=north&kind=report").body()).contains("A4");
        }
    }
}
