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
import org.truce.show.FollowPage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A register of follow-up of every kind, as a reader's browser meets its pages. */
final class FollowServedTest {
    private static final Clock NOW =
            Clock.fixed(Instant.parse("2018-02-20T09:00:00Z"), ZoneOffset.UTC);
    private static final String TAG = "<img src=x onerror=alert(3)>";
    private static final String BREAKING = "\" onmouseover=\"alert(2)\" x='</script><b>Speaker";
    private static final String BASIS = "source,source_url,published,note\n";

    @TempDir
    Path folder;

    /**
     * Files of every kind.
     *
     * @param open what stands in columns that every reader sees
     * @param hidden what stands in those that are protected
     * @param address of the sources' pages
     */
    private Path register(boolean published, String open, String hidden, String address)
            throws IOException {
        Path register = Files.createDirectories(folder.resolve("desk"));
        Files.writeString(register.resolve("register.yaml"), """
            truce-register: 1
            title: A desk
            observes: unevenly
            entered-afterwards: false
            sources-published: %s
            """.formatted(published));
        Files.writeString(
                register.resolve("reports.csv"),
                ReportSheet.table(ReportSheet.row(
                        "report_id",
                        "R1",
                        "place_name",
                        hidden,
                        "note",
                        hidden,
                        "target",
                        hidden)));
        String basis = "," + row(hidden, address, "2018-01-02", hidden);
        write(
                register,
                "guarantees",
                "guarantee_id,guarantor,relation,party,under,from,to,",
                List.of(
                        row("G1", "Russia", "guarantees", open, "", "2017-05-04", "") + basis,
                        row("G2", open, "looks-to", "Russia", open, "", "") + basis));
        writePromised(register, open, hidden, basis);
        writeGiven(register, open, hidden, basis);
        writeNotices(register, open, hidden);
        writeArticle(register, open);
        return register;
    }

    private static void writePromised(Path register, String open, String hidden, String basis)
            throws IOException {
        write(
                register,
                "commitments",
                "commitment_id,actor,what,for_whom,made,due,every,from,to,shown_by,under,",
                List.of(
                        row(
                                        "C1",
                                        open,
                                        open,
                                        open,
                                        "2018-01-02",
                                        "2018-01-10",
                                        "",
                                        "",
                                        "",
                                        open,
                                        "")
                                + basis,
                        row(
                                        "C2",
                                        "Russia",
                                        open,
                                        "",
                                        "",
                                        "",
                                        "month",
                                        "2018-01-01",
                                        "",
                                        "",
                                        "round:T1")
                                + basis));
        write(
                register,
                "commitment-status",
                "commitment,period,status,on,evidence,why,by,",
                List.of(row("C2", "2018-01-01", "partly", "2018-02-01", "report:R1", open, hidden)
                        + basis));
    }

    private static void writeGiven(Path register, String open, String hidden, String basis)
            throws IOException {
        write(
                register,
                "talks",
                "round_id,process,round,from,to,place,convened_by,agenda,delegations,outcomes,",
                List.of(row(
                                "T1",
                                open,
                                open,
                                "2018-01-03",
                                "",
                                open,
                                open,
                                open,
                                open.replace("/", "|") + " / minister / attended",
                                open)
                        + basis));
        write(
                register,
                "deployments",
                "deployment_id,actor,kind,number_min,number_max,from,to,partners,mandate,"
                        + "mandate_under,disputed_by,place_name,admin1,lat,lon,place_precision,",
                List.of(row(
                                "D1",
                                open,
                                "forces",
                                "3",
                                "",
                                "2018-01-04",
                                "2018-01-20",
                                open,
                                "none-stated",
                                open,
                                open,
                                hidden,
                                "Daraa",
                                "32.7123",
                                "36.0456",
                                "exact")
                        + basis));
        writeContributions(register, open, basis);
    }

    private static void writeContributions(Path register, String open, String basis)
            throws IOException {
        write(
                register,
                "contributions",
                "contribution_id,actor,kind,stage,what,for_whom,place,amount,unit,from,to,against,",
                List.of(
                        row(
                                        "A1",
                                        open,
                                        "aid-convoy",
                                        "asked",
                                        open,
                                        open,
                                        open,
                                        "5",
                                        open,
                                        "2018-01-01",
                                        "2018-01-31",
                                        "")
                                + basis,
                        row(
                                        "A2",
                                        open,
                                        "aid-convoy",
                                        "delivered",
                                        open,
                                        open,
                                        open,
                                        "2",
                                        open,
                                        "2018-01-01",
                                        "2018-01-31",
                                        "A1")
                                + basis));
    }

    private static void writeNotices(Path register, String open, String hidden) throws IOException {
        String inner = hidden + " on duty";
        Files.writeString(
                register.resolve("notices.csv"),
                "notice_id,about,addressee,severity,drafted,due,by,text\n"
                        + row(
                                "N1",
                                "desk:R1",
                                open,
                                "grave",
                                "2018-01-05",
                                "2018-01-09",
                                inner,
                                inner)
                        + "\n");
        Files.writeString(
                register.resolve("notice-steps.csv"),
                "notice,act,on,by,via,reply,level,evidence,text\n"
                        + row("N1", "sent", "2018-01-06", inner, "hotline", "", "", "", inner)
                        + "\n"
                        + row("N1", "escalated", "2018-01-12", inner, "", "", open, "", inner)
                        + "\n");
    }

    private static void writeArticle(Path register, String open) throws IOException {
        Files.writeString(register.resolve("article.yaml"), """
            truce-article: 1
            id: speech
            title: '%1$s'
            publisher: '%1$s'
            published: 2018-01-18
            sha256: %2$s
            lines:
              - start: 0
                end: 170
                paraphrase: {en: '%1$s', ar: '%1$s'}
                records: ['deployment:D1', 'commitment:C1', 'commitment:C2', 'round:T1',
                  'contribution:A1', 'guarantee:G1', 'report:R1', 'notice:N1']
            """.formatted(
                        open.replace("'", "''"), "ab".repeat(32)));
    }

    private static void write(Path register, String name, String columns, List<String> rows)
            throws IOException {
        Files.writeString(
                register.resolve(name + ".csv"), columns + BASIS + String.join("\n", rows) + "\n");
    }

    private static String row(String... values) {
        List<String> quoted = new ArrayList<>();
        for (String value : values) {
            quoted.add('"' + value.replace("\"", "\"\"") + '"');
        }
        return String.join(",", quoted);
    }

    private Path store(Path register) {
        Path file = folder.resolve("desk.truce");
        Terminal.Ran ran = Terminal.run(
                "import",
                "--store",
                file.toString(),
                register.toString(),
                Terminal.SAMPLE.resolve("areas.geojson").toString(),
                Terminal.SAMPLE.resolve("agreements").toString());
        assertThat(ran.exit()).as(ran.out() + ran.err()).isZero();
        return file;
    }

    private static List<String> starts(EntryStore store) {
        List<String> starts = new ArrayList<>();
        for (String language : List.of("en", "ar")) {
            starts.add("/?lang=" + language);
            for (FollowPage.Name name : FollowPage.Name.values()) {
                starts.add("/" + name.code() + "?lang=" + language);
            }
            starts.add("/commitments?by=instrument&lang=" + language);
            starts.add("/statements?as-known=2018-02-01&lang=" + language);
            for (Logged logged : store.listAll()) {
                Entry entry = logged.entry();
                starts.add("/entry?register=%s&id=%s&lang=%s"
                        .formatted(entry.register(), entry.id(), language));
            }
        }
        return starts;
    }

    private Map<String, Page> pages(Path register) {
        Map<String, Page> pages = new LinkedHashMap<>();
        try (EntryStore store = SqliteStore.openExisting(store(register), new TestKeys(), NOW);
                Server server = Server.start(store, 0, Asked.NOTHING, AssessSettings.USUAL, NOW);
                Visitor visitor = new Visitor(server.port())) {
            pages.putAll(visitor.crawl(starts(store), 600));
        }
        return pages;
    }

    @Test
    void nothingBreaksOutOfAPage() throws IOException {
        String hostile = TAG + BREAKING;
        Map<String, Page> pages = pages(register(true, hostile, hostile, "javascript:alert(4)"));
        assertThat(pages).hasSizeGreaterThan(60);
        pages.forEach((path, page) -> {
            assertThat(page.status()).as(path).isEqualTo(200);
            if (page.body().startsWith("<!DOCTYPE")) {
                HostileTest.assertTame(path, page.body());
            }
        });
        for (String path : List.of(
                "/follow-up?lang=en",
                "/notices?lang=en",
                "/commitments?lang=en",
                "/talks?lang=ar",
                "/deployments?lang=ar",
                "/contributions?lang=en",
                "/guarantors?lang=ar",
                "/article?lang=en&id=speech")) {
            assertThat(pages).as("reached by links").containsKey(path);
            assertThat(pages.get(path))
                    .isNotNull()
                    .satisfies(page -> assertThat(page.body()).as(path).contains("alert(3)"));
        }
    }

    @Test
    void noPageSaysWhatTheRegisterProtects() throws IOException {
        Map<String, Page> pages = pages(
                register(false, "Daraa council", "Zulu-Seven", "https://secret-host.example/"));
        assertThat(pages).hasSizeGreaterThan(60);
        pages.forEach((path, page) -> {
            assertThat(page.status()).as(path).isEqualTo(200);
            assertThat(page.everything())
                    .as(path)
                    .doesNotContain("Zulu-Seven", "secret-host", "32.7123", "36.0456", "32.712");
        });
        assertThat(pages.get("/notices?lang=en"))
                .isNotNull()
                .satisfies(page -> assertThat(page.body())
                        .contains("Daraa council", "overdue", "due by 2018-01-09"));
        assertThat(pages.get("/deployments?lang=en"))
                .isNotNull()
                .satisfies(page -> assertThat(page.body())
                        .contains("Daraa council", "withheld")
                        .doesNotContain("<circle"));
    }

    /** The same register with its sources public: the test above would be idle otherwise. */
    @Test
    void aRegisterWithPublicSourcesNamesThemAndItsOverdueThingsStandOnTheFirstPage()
            throws IOException {
        Map<String, Page> pages =
                pages(register(true, "Daraa council", "Open desk", "https://open.example/"));
        assertThat(pages.get("/deployments?lang=en"))
                .isNotNull()
                .satisfies(page -> assertThat(page.body())
                        .contains("Open desk", "https://open.example/", "<circle")
                        .doesNotContain("36.0456"));
        assertThat(pages.get("/?lang=en")).isNotNull().satisfies(page -> {
            assertThat(page.body())
                    .contains("What is overdue", "an answer was due by 2018-01-09")
                    .contains("/follow-up?lang=en");
            assertThat(Html.read(page.body()).words()).contains("Daraa council (by 2018-01-10)");
        });
        assertThat(pages.get("/notices?lang=en"))
                .isNotNull()
                .satisfies(page -> assertThat(page.body())
                        .as("who drafted it stays inside, whoever's sources are public")
                        .doesNotContain("on duty"));
    }

    @Test
    void whatIsNotThereIsSaidToBeNotThere() throws IOException {
        Path file = store(register(true, "a", "b", "https://open.example/"));
        try (EntryStore store = SqliteStore.openExisting(file, new TestKeys(), NOW);
                Server server = Server.start(store, 0, Asked.NOTHING, AssessSettings.USUAL, NOW);
                Visitor visitor = new Visitor(server.port())) {
            assertThat(visitor.get("/talks?area=nowhere").status()).isEqualTo(404);
            assertThat(visitor.get("/article?id=nothing").status()).isEqualTo(404);
            assertThat(visitor.get("/notices?as-known=x").status()).isEqualTo(400);
            assertThat(visitor.get("/commitments?actor=nobody").status()).isEqualTo(404);
            assertThat(visitor.get("/commitments?actor=Government%20of%20Russia")
                            .status())
                    .isEqualTo(200);
        }
    }
}
