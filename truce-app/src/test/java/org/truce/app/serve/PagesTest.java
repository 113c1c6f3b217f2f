package org.truce.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.app.cli.SampleStore;
import org.truce.app.cli.Terminal;
import org.truce.app.feed.ReportSheet;
import org.truce.app.serve.Visitor.Page;
import org.truce.app.store.EntryStore;
import org.truce.app.store.TestKeys;
import org.truce.app.store.sqlite.SqliteStore;
import org.truce.assess.AssessSettings;
import org.truce.show.Asked;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The server over the bundled sample, as a reader's browser meets it. */
final class PagesTest {
    private static final String QUESTION =
            "place=south-west:announced&from=2017-07-09&to=2018-06-18"
                    + "&baseline-from=2016-07-01&baseline-to=2017-07-08";

    private static final Map<String, Page> SEEN = new HashMap<>();

    @TempDir
    static Path folder;

    private static Path file;
    private static EntryStore store;
    private static Server server;
    private static Visitor visitor;

    @BeforeAll
    static void start() throws IOException {
        file = Files.copy(Path.of(SampleStore.file()), folder.resolve("sample.truce"));
        store = SqliteStore.openExisting(file, new TestKeys(), Clock.systemUTC());
        server = Server.start(store, 0, Asked.NOTHING, AssessSettings.USUAL, Clock.systemUTC());
        visitor = new Visitor(server.port());
    }

    @AfterAll
    static void stop() {
        visitor.close();
        server.close();
        store.close();
    }

    static Stream<String> pages() {
        return Stream.of(
                        "/?",
                        "/?" + QUESTION,
                        "/?" + QUESTION + "&as-known=2018-01-17",
                        "/?place=south-west:without-suwayda&from=2017-07-09&to=2018-06-18",
                        "/?place=idlib:",
                        "/?place=&from=&to=&baseline-from=&baseline-to=&as-known=",
                        "/incident?id=southwest-syria%3AR0169",
                        "/doubts?",
                        "/sides?",
                        "/sides?page=-3",
                        "/beside?",
                        "/beside?place=idlib:",
                        "/readings?",
                        "/readings?place=south-west",
                        "/follow-up?",
                        "/follow-up?area=idlib&actor=russia&as-known=2018-01-17",
                        "/notices?",
                        "/commitments?",
                        "/commitments?by=instrument",
                        "/talks?",
                        "/deployments?",
                        "/contributions?",
                        "/statements?area=south-west",
                        "/guarantors?",
                        "/excluded-groups?area=south-west",
                        "/article?",
                        "/article?id=sputnik-2018-01-17",
                        "/entry?register=southwest-syria&id=R0001",
                        "/register?name=southwest-syria",
                        "/register?name=southwest-syria&kind=tally&page=2",
                        "/register?name=southwest-syria&kind=report&page=999",
                        "/register?name=southwest-syria&kind=report&page=-1")
                .flatMap(page -> Stream.of(page + "&lang=en", page + "&lang=ar"));
    }

    /** Each of these pages is asked for once. */
    private static Page page(String path) {
        return SEEN.computeIfAbsent(path, visitor::get);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageIsWholeInBothLanguages(String path) {
        Page page = page(path);
        assertThat(page.status()).as(path).isEqualTo(200);
        assertThat(page.headers().get("content-type"))
                .isEqualToIgnoringCase("text/html;charset=UTF-8");
        Html html = Html.read(page.body());
        assertThat(html.problems()).as(path).isEmpty();
        boolean arabic = path.endsWith("ar");
        Map<String, String> root = html.all("html").getFirst().attributes();
        assertThat(root).containsEntry("lang", arabic ? "ar" : "en");
        assertThat(root).containsEntry("dir", arabic ? "rtl" : "ltr");
        // Every page leads to itself in the other language.
        assertThat(html.addresses())
                .anyMatch(address -> address.startsWith("/")
                        && address.contains(arabic ? "lang=en" : "lang=ar"));
        assertHeaders(page);
    }

    private static void assertHeaders(Page page) {
        assertThat(page.headers())
                .containsEntry("x-content-type-options", "nosniff")
                .containsEntry("referrer-policy", "no-referrer")
                .containsEntry("cross-origin-resource-policy", "same-origin")
                .containsEntry("cache-control", "no-store");
        assertThat(page.headers().get("content-security-policy"))
                .contains("default-src 'self'")
                .contains("script-src 'self'")
                .contains("object-src 'none'")
                .contains("base-uri 'none'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().keySet().stream().map(name -> name.toLowerCase(Locale.ROOT)))
                .doesNotContain("set-cookie", "server", "x-powered-by");
    }

    @Test
    void theFirstPageAnswersForEveryAreaAndReading() {
        String words = Html.read(visitor.get("/?" + QUESTION).body()).words();
        assertThat(words).contains("177").contains("497").contains("156").contains("468");
        assertThat(words).contains("with only a few exceptions it has thus far held up well");
        assertThat(words).contains("Effort is uneven");
    }

    /** The sample is one register: there is doubt within it, and nothing to lay beside it. */
    @Test
    void doubtsStandWithBothReportsAndWithTheLimitsOfTheirRegister() {
        String doubts = page("/doubts?lang=en").body();
        assertThat(doubts)
                .contains("About one incident with a probability of", "truce decide split ")
                .contains("/entry?register=southwest-syria&amp;id=")
                .contains("how alike the words of the two notes are", "together, odds of");
        assertThat(Html.read(doubts).all("section")).hasSizeGreaterThan(20);
        String sides = page("/sides?lang=en").body();
        assertThat(sides).contains("Two registers with reports are needed");
        assertThat(List.of(doubts, sides)).allMatch(body -> body.contains("Effort uneven"));
    }

    /**
     * Two incidents of As-Suwayda are breaches as the area was announced, and outside without it.
     */
    @Test
    void readingsOfAPlaceThatIsNotThereAreNotThoseOfAnother() {
        Page page = page("/readings?place=no-such-place&lang=en");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body()).contains("There is no such area or line");
    }

    @Test
    void whatStandsBesideTheAnswerIsSaidWithoutSourceOrPlace() {
        String body =
                page("/beside?place=south-west:announced&from=2017-07-09&to=2018-06-18&lang=en")
                        .body();
        String words = Html.read(body).words();
        assertThat(words)
                .contains("Over the same times the ratio in Idlib")
                .contains("There is no outlook: breaches are not counted by day.")
                .contains("It is no finding of guilt");
        assertThat(words.substring(0, words.indexOf("Limits of what is shown")))
                .doesNotContain("SOHR", "SANA");
    }

    @Test
    void readingsSayHowMuchDependsOnThem() {
        String body = page("/readings?place=south-west&lang=en").body();
        String words = Html.read(body).words();
        assertThat(words)
                .contains("come to different findings", "The status is the same")
                .contains("as announced", "without Suwayda");
        assertThat(body).contains("/incident?id=southwest-syria%3AR0206");
        assertThat(Html.read(page("/readings?place=idlib&lang=en").body()).words())
                .contains("There is one reading");
    }

    @Test
    void readingsAreOfTheTimeAskedAbout() {
        String asked = "/readings?place=south-west:&from=2017-08-01&to=2017-08-31&lang=";
        String words = Html.read(page(asked + "en").body()).words();
        assertThat(words).contains("Time asked about: 1 August 2017 to 31 August 2017.");
        assertThat(page(asked + "ar").body()).contains("value=\"2017-08-31\"");
        assertThat(page("/readings?place=south-west&from=2017-08-31&to=2017-08-01&lang=en")
                        .status())
                .isEqualTo(400);
        assertThat(page("/readings?place=south-west&from=yesterday&lang=en").status())
                .isEqualTo(400);
    }

    /** Every id that a page names leads to a page of its own. */
    @Test
    void whatAPageRestsOnCanBeFollowed() {
        List<String> links = Html.read(visitor.get("/?" + QUESTION).body()).addresses().stream()
                .filter(link -> link.startsWith("/incident") || link.startsWith("/entry"))
                .distinct()
                .toList();
        assertThat(links).hasSizeGreaterThan(100);
        // Every seventh, for the sake of time; which ones changes with the sample only.
        for (int i = 0; i < links.size(); i += 7) {
            Page page = visitor.get(links.get(i));
            assertThat(page.status()).as(links.get(i)).isEqualTo(200);
            assertThat(Html.read(page.body()).problems()).as(links.get(i)).isEmpty();
        }
    }

    @Test
    void noPageLoadsAnythingFromElsewhere() {
        for (String path : pages().toList()) {
            for (Html.Element element : Html.read(page(path).body()).all()) {
                boolean loads = !element.name().equals("a");
                for (String attribute : List.of("src", "href", "action")) {
                    String address = element.attributes().getOrDefault(attribute, "/");
                    if (loads) {
                        assertThat(address).as(path + " " + element).matches("/.*|data:,");
                    } else {
                        assertThat(address).matches("(https?://|/|#).*");
                    }
                }
                assertThat(element.attributes().keySet())
                        .as("no script in attributes")
                        .noneMatch(name -> name.startsWith("on"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1|Host: evil.example",
                "GET /entry?register=southwest-syria&id=R0001 HTTP/1.1|Host: evil.example",
                "GET /?lang=ar HTTP/1.1|Host: localhost.evil.example:8080",
                "GET /app/app.css HTTP/1.1|Host: 192.168.1.7",
                "GET http://evil.example/ HTTP/1.1|Host: evil.example"
            })
    void whoAsksUnderAnotherNameGetsNothing(String request) throws IOException {
        String answer = visitor.say(request.split("\\|"));
        assertThat(answer).startsWith("HTTP/1.1 403");
        assertThat(answer).doesNotContain("Tasil").doesNotContain("497").doesNotContain(":root");
    }

    @Test
    void localhostAndItsNumberAreOurs() throws IOException {
        for (String host : List.of("localhost", "127.0.0.1", "127.0.0.1:" + server.port())) {
            assertThat(visitor.say("GET / HTTP/1.1", "Host: " + host)).startsWith("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/incident?id=R9999",
                "/incident?id=",
                "/entry?register=southwest-syria&id=nothing",
                "/entry?register=elsewhere&id=R0001",
                "/register?name=elsewhere",
                "/register?name=southwest-syria&kind=secret",
                "/nothing",
                "/../../etc/passwd",
                "/app/nothing.js",
                "/app/../entry",
                "/actuator/env",
                "/incident/R0001"
            })
    void whatIsNotThereIsSaidInWords(String path) throws IOException {
        for (String language : List.of("en", "ar")) {
            String target = path + (path.contains("?") ? "&" : "?") + "lang=" + language;
            String answer = visitor.say("GET " + target + " HTTP/1.1", "Host: localhost");
            assertThat(answer).as(target).matches("(?s)HTTP/1.1 40[04].*");
            assertNothingInside(answer);
        }
        assertThat(Html.read(visitor.get("/incident?id=R9999").body()).words())
                .contains("Go back and choose one from the list");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?from=9.7.2017",
                "/?from=2017-13-01",
                "/?to=tomorrow",
                "/?as-known=2018-01",
                "/?as-known=2018-02-30",
                "/?baseline-from=x",
                "/?baseline-to=%00",
                "/?from=%2B999999999-12-31",
                "/?from=-999999999-01-01",
                "/?place=south-west:announced&from=2018-06-18&to=2017-07-09&baseline-to=2019-01-01",
                "/?place=nowhere",
                "/?place=south-west:nobody",
                "/?place=%3Cscript%3Ealert(1)%3C/script%3E",
                "/?baseline-from=2017-07-01&baseline-to=2018-07-01&place=south-west:announced",
                "/incident",
                "/entry",
                "/entry?register=southwest-syria",
                "/register",
                "/register?name=southwest-syria&page=two",
                "/register?name=southwest-syria&page=99999999999"
            })
    void whatIsNoQuestionIsABadRequestInWords(String path) {
        for (String language : List.of("en", "ar")) {
            Page page = visitor.get(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
            assertThat(page.status()).as(path).isEqualTo(400);
            assertThat(Html.read(page.body()).problems()).as(path).isEmpty();
            assertThat(page.body()).doesNotContain("<script>alert");
            assertNothingInside(page.body());
            assertHeaders(page);
        }
    }

    private static void assertNothingInside(String answer) {
        assertThat(answer)
                .doesNotContain("Exception")
                .doesNotContain("org.truce")
                .doesNotContain("org.spring")
                .doesNotContain("at java.")
                .doesNotContain("Whitelabel")
                .doesNotContain("Tomcat")
                .doesNotContain(folder.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST / HTTP/1.1",
                "PUT /entry?register=southwest-syria&id=R0001 HTTP/1.1",
                "DELETE /entry?register=southwest-syria&id=R0001 HTTP/1.1",
                "TRACE / HTTP/1.1",
                "GET /%zz HTTP/1.1",
                "GET /?from=%zz HTTP/1.1",
                "GET /\\..\\secret HTTP/1.1",
                "NONSENSE",
                "GET / HTTP/9.9"
            })
    void nothingButReadingIsPossible(String request) throws IOException {
        long before = store.size();
        String answer = visitor.say(request, "Host: localhost", "Content-Length: 0");
        assertThat(answer).matches("(?s)HTTP/1.1 (400|403|404|405|501|505).*");
        assertNothingInside(answer);
        assertThat(store.size()).isEqualTo(before);
    }

    /** What another program takes in meanwhile is on the next page that is asked for. */
    @Test
    void entriesTakenInMeanwhileAppearOnTheNextRequest() throws IOException {
        assertThat(visitor.get("/entry?register=later&id=L1").status()).isEqualTo(404);
        Path reports = folder.resolve("later.csv");
        Files.writeString(
                reports,
                ReportSheet.table(ReportSheet.row(
                        "report_id",
                        "L1",
                        "occurred_from",
                        "2018-05-01",
                        "published",
                        "2018-05-02")));
        Terminal.Ran ran = Terminal.run(
                "import", "--store", file.toString(), "--register", "later", reports.toString());
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(visitor.get("/entry?register=later&id=L1").status()).isEqualTo(200);
        assertThat(visitor.get("/incident?id=later:L1").status()).isEqualTo(200);
        assertThat(visitor.get("/?" + QUESTION).body()).contains("later:L1", "later: ");
    }
}
