package org.truce.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.cli.Terminal;
import org.truce.app.feed.ReportSheet;
import org.truce.app.serve.Visitor.Page;
import org.truce.app.store.EntryStore;
import org.truce.app.store.TestKeys;
import org.truce.app.store.sqlite.SqliteStore;
import org.truce.assess.AssessSettings;
import org.truce.record.Entry;
import org.truce.record.Logged;
import org.truce.show.Asked;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** A register whose texts are written to break out of a page: they are shown as what they are. */
final class HostileTest {
    private static final String SCRIPT = "</script><script>alert(1)</script>";
    private static final String ATTRIBUTE = "\" onmouseover=\"alert(2)\" x='";
    private static final String TAG = "<img src=x onerror=alert(3)>";
    private static final String LINK = "javascript:alert(4)";

    @TempDir
    Path folder;

    private Path store() throws IOException {
        Path register = Files.createDirectories(folder.resolve("hostile"));
        Files.writeString(register.resolve("register.yaml"), """
            truce-register: 1
            title: 'Hostile <img src=x onerror=alert(3)>'
            observes: unevenly
            entered-afterwards: true
            sources-published: true
            attribution: 'By </script><script>alert(1)</script>'
            limits: {en: ['<img src=x onerror=alert(3)>'], ar: ['<img src=x onerror=alert(3)>']}
            """);
        Files.writeString(
                register.resolve("reports.csv"),
                ReportSheet.table(
                        ReportSheet.row("report_id", "N1", "place_name", SCRIPT, "note", TAG),
                        ReportSheet.row(
                                "report_id",
                                "N2",
                                "place_name",
                                ATTRIBUTE,
                                "lat",
                                "32.8",
                                "lon",
                                "36.2",
                                "source",
                                TAG,
                                "source_url",
                                LINK,
                                "target",
                                SCRIPT),
                        ReportSheet.row(
                                "report_id",
                                "N3&<b>" + ATTRIBUTE,
                                "place_name",
                                TAG,
                                "lat",
                                "32.9",
                                "alleged_actor",
                                ATTRIBUTE + TAG,
                                "admin1",
                                TAG),
                        ReportSheet.row("report_id", "N4", "event_type", TAG + SCRIPT)));
        Files.writeString(register.resolve("statements.csv"), """
            speaker,role,date,place,kind,paraphrase,about,url
            <b>Speaker</b>,role,2018-01-17,,claim,Said <img src=x onerror=alert(3)>,truce,\
            javascript:alert(4)
            """);
        Path file = folder.resolve("hostile.truce");
        Terminal.run("import", "--store", file.toString(), register.toString());
        claims(register, statementId(file));
        Terminal.Ran ran = Terminal.run(
                "import",
                "--store",
                file.toString(),
                "--json",
                register.toString(),
                Terminal.SAMPLE.resolve("areas.geojson").toString(),
                Terminal.SAMPLE.resolve("agreements").toString());
        assertThat(ran.exit()).as(ran.err()).isZero();
        return file;
    }

    private static void claims(Path register, String statement) throws IOException {
        Files.writeString(register.resolve("claims.yaml"), """
            truce-claims: 1
            claims:
              - id: claim
                statement: %s
                quote: '<img src=x onerror=alert(3)>'
                measure: held
                area: south-west
                from: 2017-07-09
                to: 2018-01-17
                baseline-from: 2016-07-01
                baseline-to: 2017-07-08
            """.formatted(statement));
    }

    private static String statementId(Path file) {
        try (EntryStore store = SqliteStore.openExisting(file, new TestKeys(), Clock.systemUTC())) {
            return store.listAll().stream()
                    .map(Logged::entry)
                    .filter(Entry.Statement.class::isInstance)
                    .findFirst()
                    .orElseThrow()
                    .id();
        }
    }

    @Test
    void nothingBreaksOutOfAPageOrAReport() throws IOException {
        Path file = store();
        try (EntryStore store = SqliteStore.openExisting(file, new TestKeys(), Clock.systemUTC());
                Server server = Server.start(
                        store, 0, Asked.NOTHING, AssessSettings.USUAL, Clock.systemUTC());
                Visitor visitor = new Visitor(server.port())) {
            Map<String, Page> pages = visitor.crawl(
                    List.of(
                            "/?lang=en",
                            "/?lang=ar",
                            "/?place=south-west:announced&from=2017-07-09&to=2017-07-31"),
                    400);
            assertThat(pages).hasSizeGreaterThan(30);
            pages.forEach((path, page) -> {
                assertThat(page.status()).as(path).isEqualTo(200);
                if (page.body().startsWith("<!DOCTYPE")) {
                    assertTame(path, page.body());
                }
            });
            assertThat(pages.values()).anyMatch(page -> page.body().contains("alert(3)"));
            assertThat(visitor.get("/?lang=en").body()).contains("id=\"claim-claim\"");
            assertThat(visitor.get("/?from=%ff").status()).isEqualTo(400);
            assertTheDataIsWhole(
                    visitor.get("/?place=south-west:announced&from=2017-07-09&to=2017-07-31"));
        }
        Path out = folder.resolve("report");
        Terminal.Ran ran = Terminal.run(
                "report",
                "--store",
                file.toString(),
                "--area",
                "south-west",
                "--from",
                "2017-07-09",
                "--to",
                "2017-07-31",
                "--out",
                out.toString());
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertTame("report.html", Files.readString(out.resolve("report.html")));
    }

    static void assertTame(String path, String body) {
        Html html = Html.read(body);
        assertThat(html.problems()).as(path).isEmpty();
        assertThat(html.all("img")).as(path).isEmpty();
        assertThat(html.all("b")).as(path).noneMatch(b -> b.raw().contains("Speaker"));
        assertThat(html.all("script"))
                .as(path)
                .allSatisfy(
                        script -> assertThat(script.raw()).doesNotContain("<").doesNotContain(">"));
        for (Html.Element element : html.all()) {
            assertThat(element.attributes().keySet())
                    .as(path)
                    .noneMatch(name -> name.startsWith("on"));
        }
        assertThat(html.addresses()).as(path).noneMatch(a -> a.startsWith("javascript"));
    }

    /** The data for the map still says the name as it is. */
    private static void assertTheDataIsWhole(Page page) {
        String json = Html.read(page.body()).all("script").stream()
                .filter(script -> "explore-data".equals(script.attributes().get("id")))
                .findFirst()
                .orElseThrow()
                .raw();
        JsonNode data = new JsonMapper().readTree(json);
        assertThat(data.path("cells"))
                .extracting(cell -> cell.path("place").asString())
                .contains(SCRIPT.strip(), ATTRIBUTE.strip(), TAG);
    }
}
