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

/** Two registers on one page, and nothing of either that is protected. */
final class SidesPageTest {
    private static final String SECRET = "Observer Saqr";

    @TempDir
    Path folder;

    private String take(String register, String... rows) throws IOException {
        Path table = folder.resolve(register + ".csv");
        Files.writeString(table, ReportSheet.table(rows));
        String store = folder.resolve("a.truce").toString();
        Terminal.Ran ran =
                Terminal.run("import", "--store", store, "--register", register, table.toString());
        assertThat(ran.exit()).as(ran.err()).isZero();
        return store;
    }

    private static String row(String id, String type) {
        return ReportSheet.row(
                "report_id",
                id,
                "event_type",
                type,
                "source",
                SECRET,
                "place_name",
                SECRET,
                "note",
                SECRET);
    }

    @Test
    void eachIncidentStandsOnceAndAsTheTwoHaveIt() throws Exception {
        take("north", row("N1", "mortar"), row("N2", "airstrike"));
        take("south", row("S1", "mortar"));
        String file = folder.resolve("a.truce").toString();
        Terminal.Ran linked = Terminal.run(
                "decide",
                "--store",
                file,
                "--register",
                "north",
                "--by",
                "x",
                "--why",
                "same",
                "link",
                "N1",
                "south:S1");
        assertThat(linked.exit()).as(linked.err()).isZero();
        try (EntryStore store =
                        SqliteStore.openExisting(Path.of(file), new TestKeys(), Clock.systemUTC());
                Server server = Server.start(
                        store, 0, Asked.NOTHING, AssessSettings.USUAL, Clock.systemUTC());
                Visitor visitor = new Visitor(server.port())) {
            String sides = visitor.get("/sides?one=south&other=north&lang=en").body();
            Html html = Html.read(sides);
            assertThat(html.problems()).isEmpty();
            assertThat(sides).contains("only south", "only north", "agreed").doesNotContain(SECRET);
            assertThat(sides).containsPattern("north:N1</a>: [^<]*, agreed");
            assertThat(sides).containsPattern("north:N2</a>: [^<]*, only the second");
            assertThat(visitor.get("/doubts?lang=ar").body()).doesNotContain(SECRET);
            assertThat(visitor.get("/sides?one=south&other=nowhere&lang=en").status())
                    .isEqualTo(404);
        }
    }
}
