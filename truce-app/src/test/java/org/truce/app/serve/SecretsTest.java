package org.truce.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.cli.Terminal;
import org.truce.app.cli.Terminal.Ran;
import org.truce.app.feed.ReportSheet;
import org.truce.app.serve.Visitor.Page;
import org.truce.app.store.EntryStore;
import org.truce.app.store.TestKeys;
import org.truce.app.store.sqlite.SqliteStore;
import org.truce.assess.AssessSettings;
import org.truce.record.Entry;
import org.truce.record.Logged;
import org.truce.show.Asked;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A register whose sources are not public, beside one whose sources are: no page, header, report or
 * message says who told it, where exactly, what they wrote or where it can be read.
 */
final class SecretsTest {
    /** 15 August 2017, noon in Damascus. */
    private static final Clock NOW =
            Clock.fixed(Instant.parse("2017-08-15T09:00:00Z"), ZoneOffset.UTC);

    /** Stands in every protected column of the quiet register, and nowhere else. */
    private static final List<String> SECRETS = List.of(
            "Zulu-Seven",
            "Paper Kite",
            "secret-host",
            "Hidden Well",
            "baker",
            "Yarub",
            "abu-ahmad",
            "32.7123",
            "36.0456",
            "32.712",
            "36.045",
            "32.6567",
            "36.1891",
            "32.656",
            "36.189",
            "32.6571",
            "36.1893",
            // Who decided, and what they noted: of every register, public sources or not.
            "Officer Nimr",
            "told the wife");

    @TempDir
    static Path folder;

    private static Path file;
    private static EntryStore store;
    private static Server server;
    private static Visitor visitor;
    private static final Map<String, Page> PAGES = new LinkedHashMap<>();

    @BeforeAll
    static void start() throws IOException {
        file = folder.resolve("both.truce");
        Ran ran = Terminal.run(
                "import",
                "--store",
                file.toString(),
                register("quiet-watch", false, quietRows()).toString(),
                register("open-watch", true, openRows()).toString(),
                Terminal.SAMPLE.resolve("areas.geojson").toString(),
                Terminal.SAMPLE.resolve("agreements").toString());
        assertThat(ran.exit()).as(ran.err()).isZero();
        decide("quiet-watch", "verify", "Q4");
        decide("quiet-watch", "attribute", "Q4", "--actor", "syrian-government");
        decide("quiet-watch", "refute", "Q1");
        decide("open-watch", "dispute", "Q4");
        decide("open-watch", "attribute", "O1", "--actor", "undetermined");
        decide("open-watch", "split", "O1", "O3");
        decide("open-watch", "link", "O1", "quiet-watch:Q4");
        decide("quiet-watch", "split", "O3", "Q1");
        store = SqliteStore.openExisting(file, new TestKeys(), NOW);
        server = Server.start(store, 0, Asked.NOTHING, AssessSettings.USUAL, NOW);
        visitor = new Visitor(server.port());
    }

    @AfterAll
    static void stop() {
        visitor.close();
        server.close();
        store.close();
    }

    private static void decide(String register, String act, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "decide",
                act,
                "--store",
                file.toString(),
                "--register",
                register,
                "--by",
                "Officer Nimr",
                "--why",
                "reason for all to see",
                "--note",
                "told the wife of the owner"));
        words.addAll(List.of(more));
        Ran ran = Terminal.run(words.toArray(String[]::new));
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out() + ran.err()).doesNotContain("Officer Nimr", "told the wife");
    }

    private static Path register(String name, boolean open, List<String> rows) throws IOException {
        Path register = Files.createDirectories(folder.resolve(name));
        Files.writeString(register.resolve("register.yaml"), """
            truce-register: 1
            title: Register %s
            observes: unevenly
            entered-afterwards: true
            sources-published: %s
            """.formatted(name, open));
        String file = open ? "reports.csv" : "from-abu-ahmad.csv";
        Files.writeString(register.resolve(file), ReportSheet.table(rows));
        return register;
    }

    private static String quiet(String id, String... more) {
        List<String> values = new ArrayList<>(List.of(
                "report_id", id,
                "source", "Informant Zulu-Seven (via Paper Kite)",
                "source_url", "https://secret-host.example/" + id,
                "place_name", "Hidden Well farm",
                "lat", "32.7123",
                "lon", "36.0456",
                "place_precision", "exact",
                "target", "the baker",
                "note", "told by Yarub"));
        values.addAll(List.of(more));
        return ReportSheet.row(values.toArray(String[]::new));
    }

    private static List<String> quietRows() {
        return List.of(
                quiet("Q1"),
                quiet("Q2", "event_type", "none-observed", "alleged_actor", ""),
                quiet("Q3", "quality", "aggregate", "count", "9"),
                // The same thing as O1, and known more exactly: its place must not become O1's.
                quiet(
                        "Q4",
                        "occurred_from",
                        "2017-07-20",
                        "lat",
                        "32.6567",
                        "lon",
                        "36.1891",
                        "place_name",
                        "Market town Hidden Well",
                        "killed_min",
                        "4",
                        "killed_max",
                        "4"),
                quiet("Q5", "occurred_from", "2017-08-14"),
                quiet("Q6", "occurred_from", "2017-01-10"),
                // Columns that slipped, and figures that cannot be.
                quiet("B1", "lat", "Zulu-Seven", "lon", "Hidden Well"),
                quiet("B2", "occurred_from", "told by Yarub"),
                quiet("B3", "event_type", "Paper Kite"),
                quiet("B4", "lat", "36.0456", "lon", "32.7123"),
                quiet("B5", "killed_min", "baker"),
                quiet("Q1", "note", "told by Yarub again"));
    }

    private static List<String> openRows() {
        return List.of(
                ReportSheet.row(
                        "report_id",
                        "O1",
                        "occurred_from",
                        "2017-07-20",
                        "source",
                        "Open desk",
                        "place_name",
                        "Market town",
                        "lat",
                        "32.6571",
                        "lon",
                        "36.1893",
                        "killed_min",
                        "4",
                        "killed_max",
                        "4"),
                ReportSheet.row(
                        "report_id",
                        "O2",
                        "occurred_from",
                        "2017-08-14T18:00",
                        "date_precision",
                        "hour",
                        "source",
                        "Open desk",
                        "place_name",
                        "Late Village",
                        "lat",
                        "32.8511",
                        "lon",
                        "36.2522"),
                ReportSheet.row(
                        "report_id",
                        "O3",
                        "occurred_from",
                        "2017-08-10",
                        "source",
                        "Open desk",
                        "place_name",
                        "Early Village",
                        "lat",
                        "32.8511",
                        "lon",
                        "36.2522"));
    }

    /** Every address that a link leads to, and every question that we can think of. */
    private static Map<String, Page> allPages() {
        if (PAGES.isEmpty()) {
            PAGES.putAll(visitor.crawl(starts(), 5_000));
        }
        return PAGES;
    }

    private static List<String> starts() {
        List<String> starts = new ArrayList<>();
        List<String> registers =
                List.of("quiet-watch", "open-watch", "southwest-syria", "agreements");
        List<String> kinds = List.of(
                "register",
                "report",
                "summary-report",
                "calm-report",
                "tally",
                "published-total",
                "period-count",
                "statement",
                "claim-test",
                "area-outline",
                "agreement",
                "rejected-row",
                "decision");
        for (String language : List.of("en", "ar", "xx")) {
            String lang = "lang=" + language;
            starts.add("/?" + lang);
            starts.add("/beside?" + lang);
            starts.add("/readings?" + lang);
            starts.add("/readings?" + lang + "&place=idlib");
            for (String place :
                    List.of("", "south-west:announced", "south-west:without-suwayda", "idlib:")) {
                for (String times : List.of(
                        "",
                        "&from=2017-07-09&to=2017-08-15",
                        "&from=2017-08-12&to=2017-08-15",
                        "&from=2017-07-12T00:00&to=2017-07-12T23:59",
                        "&from=2017-07-09&to=2017-08-15&baseline-from=2016-07-01"
                                + "&baseline-to=2017-07-08",
                        "&from=2017-07-09&to=2017-08-15&as-known=2017-08-01",
                        "&from=2017-07-09&to=2017-08-15&as-known=2017-07-01")) {
                    starts.add("/?" + lang + "&place=" + place + times);
                }
            }
            for (String register : registers) {
                for (String kind : kinds) {
                    starts.add("/register?%s&name=%s&kind=%s".formatted(lang, register, kind));
                }
            }
            for (Logged logged : store.listAll()) {
                Entry entry = logged.entry();
                starts.add("/entry?%s&register=%s&id=%s"
                        .formatted(lang, encoded(entry.register()), encoded(entry.id())));
                starts.add("/incident?%s&id=%s"
                        .formatted(lang, encoded(entry.register() + ":" + entry.id())));
                starts.add("/incident?%s&id=%s".formatted(lang, encoded(entry.id())));
            }
        }
        starts.addAll(List.of(
                "/entry?register=quiet-watch&id=Zulu",
                "/entry?register=quiet-watch",
                "/incident?id=quiet-watch",
                "/register?name=quiet-watch&page=x",
                "/error",
                "/?from=x",
                "/?place=quiet-watch"));
        return starts;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Map<String, String> leaksIn(Map<String, Page> pages) {
        Map<String, String> leaks = new LinkedHashMap<>();
        pages.forEach((path, page) -> {
            for (String secret : SECRETS) {
                int at = page.everything().indexOf(secret);
                if (at >= 0) {
                    leaks.put(
                            path + " says " + secret,
                            page.everything()
                                    .substring(
                                            Math.max(0, at - 60),
                                            Math.min(page.everything().length(), at + 60)));
                }
            }
        });
        return leaks;
    }

    private static List<String> leaksOf(String text, Map<String, Page> pages) {
        return pages.entrySet().stream()
                .filter(page -> page.getValue().everything().contains(text))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Test
    void noPageSaysWhatTheQuietRegisterProtects() {
        Map<String, Page> pages = allPages();
        assertThat(pages.values().stream().filter(page -> page.status() == 200).count())
                .isGreaterThan(200);
        assertThat(pages.values()).noneMatch(page -> page.status() >= 500);
        assertThat(pages.values())
                .as("the rows are there, without what they protect")
                .anyMatch(page -> page.body().contains("Q1") && page.body().contains("withheld"));
        assertThat(leaksIn(pages)).isEmpty();
    }

    /**
     * The incident stands on one report of each register: the test above would be idle otherwise.
     */
    @Test
    void theTwoRegistersMeetInOneIncident() {
        Ran ran = Terminal.run(
                "incidents",
                "--json",
                "--store",
                file.toString(),
                "--from",
                "2017-07-20",
                "--to",
                "2017-07-20");
        assertThat(ran.lines()).singleElement().asString().contains("\"O1\"").contains("\"Q4\"");
    }

    @Test
    void noReportFileSaysIt() throws IOException {
        for (String language : List.of("en", "ar")) {
            Path out = folder.resolve("report-" + language);
            Ran ran = Terminal.runAt(
                    NOW,
                    "report",
                    "--store",
                    file.toString(),
                    "--area",
                    "south-west",
                    "--from",
                    "2017-07-09",
                    "--to",
                    "2017-08-15",
                    "--language",
                    language,
                    "--out",
                    out.toString());
            assertThat(ran.exit()).as(ran.err()).isZero();
            Map<String, Page> files = new LinkedHashMap<>();
            files.put("streams", new Page(0, ran.out() + ran.err(), Map.of()));
            for (String name : List.of("report.html", "report.txt")) {
                String text = Files.readString(out.resolve(name));
                assertThat(text).contains("Q1");
                files.put(name, new Page(0, text, Map.of()));
            }
            assertThat(leaksIn(files)).isEmpty();
        }
    }

    /** The test above would be idle if no page told of the decisions. */
    @Test
    void decisionsAreShownWithTheirReasonsAndWithoutWhoDecided() {
        String incident = visitor.get("/incident?id=quiet-watch:Q4").body();
        assertThat(incident)
                .contains("disputed", "reason for all to see", "quiet-watch", "open-watch")
                .contains("Whom a register holds responsible")
                .contains("decided to be different incidents");
        assertThat(visitor.get("/incident?lang=ar&id=quiet-watch:Q1").body())
                .contains("دُحض", "reason for all to see");
        assertThat(visitor.get("/register?name=open-watch&kind=decision").body())
                .contains("reason for all to see", "withheld");
    }

    /** What a map or a page shows in the last 72 hours says the governorate and no more. */
    @Test
    void theLastThreeDaysAreWithoutAPlace() {
        Map<String, Page> pages = allPages();
        assertThat(leaksOf("Late Village", pages)).isEmpty();
        assertThat(pages.values())
                .as("older ones have theirs")
                .anyMatch(page -> page.body().contains("Early Village"));
        assertThat(leaksOf("32.8511", pages)).as("nor an exact point of any").isEmpty();
        Page day = visitor.get("/?place=south-west:announced&from=2017-08-12&to=2017-08-15");
        assertThat(day.body()).contains("open-watch:O2").doesNotContain("data-cell=\"32.8");
    }

    /** In a process of its own, as people run it: what it writes to its terminal included. */
    @Test
    void theServersOwnStreamsSayNothing() throws Exception {
        Path terminal = folder.resolve("serve.txt");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.truce.app.cli.Main",
                        "serve",
                        "--store",
                        file.toString(),
                        "--port",
                        "0")
                .redirectErrorStream(true)
                .redirectOutput(terminal.toFile())
                .start();
        try {
            int port = awaitPort(terminal, child);
            try (Visitor other = new Visitor(port)) {
                assertThat(other.get("/?lang=ar").status()).isEqualTo(200);
                for (Logged logged : store.listAll()) {
                    if (logged.entry().register().equals("quiet-watch")) {
                        other.get("/entry?register=quiet-watch&id="
                                + logged.entry().id());
                    }
                }
                assertThat(other.get("/entry?register=quiet-watch").status()).isEqualTo(400);
                assertThat(other.get("/register?name=quiet-watch&page=x").status())
                        .isEqualTo(400);
            }
        } finally {
            child.destroy();
            assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        String said = Files.readString(terminal);
        assertThat(said).contains("serving http://localhost:");
        assertThat(leaksIn(Map.of("terminal", new Page(0, said, Map.of())))).isEmpty();
    }

    private static int awaitPort(Path terminal, Process child) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < until && child.isAlive()) {
            String said = Files.readString(terminal);
            int at = said.indexOf("localhost:");
            if (at >= 0 && said.indexOf(" (stop", at) > 0) {
                return Integer.parseInt(said.substring(at + 10, said.indexOf(" (stop", at)));
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the server did not start:\n" + Files.readString(terminal));
    }
}
