package org.truce.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.app.review.Queued;
import org.truce.app.review.ReviewFolder;
import org.truce.app.review.ReviewQueue;
import org.truce.app.store.EntryStore;
import org.truce.app.store.TestKeys;
import org.truce.app.store.sqlite.SqliteStore;
import org.truce.base.Hash;
import org.truce.intake.Format;
import org.truce.intake.Intake;
import org.truce.reading.Reader;
import org.truce.reading.Reading;
import org.truce.reading.draft.Drafts;
import org.truce.reading.draft.Extractor;
import org.truce.reading.statement.Statement;
import org.truce.reading.text.Original;
import org.truce.record.Entry;
import org.truce.record.Guarded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The reviewer's page lets in whoever has its address, and nobody else. */
final class ReviewServerTest {
    private static final String SCRIPT = "</script><script>alert(1)</script>";

    @TempDir
    Path folder;

    private EntryStore store;
    private ReviewQueue queue;
    private ReviewServer server;
    private Visitor visitor;
    private String id = "";

    @BeforeEach
    void serve() {
        Path file = folder.resolve("a.truce");
        store = SqliteStore.openOrCreate(file, new TestKeys(), Clock.systemUTC());
        store.append(List.of(
                Intake.declarationFor(Format.STATEMENTS, "north", new Guarded.Clear("test"))));
        queue = new ReviewQueue(ReviewFolder.of(file, Map.of()));
        save("Anna Vell said: \"The " + SCRIPT + " \u202Eroad\u202C is open.\" Vell said: \"We hear"
                + " \\\" onmouseover='alert(2)' you.\"");
        server = ReviewServer.start(queue, store, 0, Clock.systemUTC());
        visitor = new Visitor(server.port());
        id = queue.listAll().getFirst().id();
    }

    private void save(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Original original = new Original(Hash.of(bytes), text);
        Reading reading = new Reader()
                .read(original, Optional.of(LocalDate.of(2031, 3, 4)), Optional.of("en"));
        queue.save(
                bytes,
                reading.document(),
                Drafts.of(reading, original),
                Clock.systemUTC().instant());
    }

    @AfterEach
    void stop() {
        visitor.close();
        server.close();
        store.close();
    }

    private String host() {
        return "localhost:" + server.port();
    }

    private String ask(String path, String... headers) throws IOException {
        String[] lines = new String[headers.length + 2];
        lines[0] = "GET " + path + " HTTP/1.1";
        lines[1] = "Host: " + host();
        System.arraycopy(headers, 0, lines, 2, headers.length);
        return visitor.say(lines);
    }

    /** As the browser of whoever opened the printed address. */
    private String cookie() throws IOException {
        String answer = ask(server.address().replaceFirst("^http://[^/]*", ""));
        assertThat(answer).startsWith("HTTP/1.1 303");
        Matcher cookie = Pattern.compile("(?i)set-cookie: ([^;\r]+)(.*)").matcher(answer);
        assertThat(cookie.find()).isTrue();
        assertThat(cookie.group(2)).contains("HttpOnly").contains("SameSite=Strict");
        assertThat(answer).containsPattern("(?i)location: /\r");
        return "Cookie: " + cookie.group(1);
    }

    private String secret(String page) {
        Matcher secret =
                Pattern.compile("name=\"form\" value=\"([0-9a-f]{64})\"").matcher(page);
        assertThat(secret.find()).isTrue();
        return secret.group(1);
    }

    private String send(String origin, String body, String cookie) throws IOException {
        byte[] form = body.getBytes(StandardCharsets.UTF_8);
        String head = String.join(
                "\r\n",
                "POST /draft HTTP/1.1",
                "Host: " + host(),
                "Origin: " + origin,
                cookie,
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: " + form.length,
                "Connection: close",
                "",
                "");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(form);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private boolean isReviewed() {
        return queue.find(id).map(Queued::reviews).filter(all -> !all.isEmpty()).isPresent();
    }

    @Test
    void withoutTheAddressNothingIsShown() throws IOException {
        for (String path : List.of(
                "/",
                "/draft?id=" + id,
                "/?token=",
                "/?token=" + "0".repeat(64),
                "/review/review.js")) {
            assertThat(ask(path)).as(path).startsWith("HTTP/1.1 403").doesNotContain("Vell");
        }
        String forged = "Cookie: truce-review-" + server.port() + "=" + "0".repeat(64);
        assertThat(ask("/", forged)).startsWith("HTTP/1.1 403");
        assertThat(ask("/", cookie())).startsWith("HTTP/1.1 200").contains(id);
    }

    @Test
    void anotherHostOrOriginIsRefused() throws IOException {
        String cookie = cookie();
        String good = "HTTP/1.1 200";
        assertThat(ask("/", cookie)).startsWith(good);
        assertThat(ask("/", cookie, "Origin: http://evil.example")).startsWith("HTTP/1.1 403");
        assertThat(ask("/", cookie, "Origin: null")).startsWith("HTTP/1.1 403");
        for (String other : List.of(
                "evil.example",
                "localhost",
                "localhost:1",
                "127.0.0.1.evil.example:" + server.port())) {
            assertThat(visitor.say("GET / HTTP/1.1", "Host: " + other, cookie))
                    .as(other)
                    .startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void onlyAFormOfThisServerPutsAnythingDown() throws IOException {
        String cookie = cookie();
        String secret = secret(ask("/draft?id=" + id, cookie));
        String drop = "id=" + id + "&act=drop&by=duty+officer";
        String ours = "http://" + host();
        assertThat(send(ours, drop, cookie)).startsWith("HTTP/1.1 403");
        assertThat(send(ours, drop + "&form=" + "0".repeat(64), cookie)).startsWith("HTTP/1.1 403");
        assertThat(send("http://evil.example", drop + "&form=" + secret, cookie))
                .startsWith("HTTP/1.1 403");
        assertThat(send(ours, drop + "&form=" + secret, "X: y")).startsWith("HTTP/1.1 403");
        assertThat(ask("/draft?" + drop + "&form=" + secret, cookie)).startsWith("HTTP/1.1 200");
        assertThat(isReviewed()).isFalse();
        assertThat(send(ours, drop + "&form=" + secret, cookie)).startsWith("HTTP/1.1 303");
        assertThat(isReviewed()).isTrue();
    }

    @Test
    void aRefusedFormComesBackAsItWasSent() throws IOException {
        String cookie = cookie();
        String secret = secret(ask("/draft?id=" + id, cookie));
        String body = "id=" + id + "&act=edit&by=officer&register=north&field.date=tomorrow&form="
                + secret;
        String page = send("http://" + host(), body, cookie);
        assertThat(page).startsWith("HTTP/1.1 422").contains("value=\"tomorrow\"");
        assertThat(page).contains("not a date of the calendar");
        assertThat(isReviewed()).isFalse();
        String right = body.replace("tomorrow", "2031-03-05");
        assertThat(send("http://" + host(), right, cookie)).startsWith("HTTP/1.1 303");
        List<Entry> statements = store.listOfKind("statement").stream()
                .map(one -> one.logged().entry())
                .toList();
        assertThat(statements).hasSize(1);
        assertThat(((Entry.Statement) statements.getFirst()).date())
                .isEqualTo(LocalDate.of(2031, 3, 5));
    }

    /** What is said of a refused form, between its first words and the end of the box. */
    private static String refusal(String page) {
        Matcher box =
                Pattern.compile("role=\"alert\">(.*?)</div>", Pattern.DOTALL).matcher(page);
        assertThat(box.find()).isTrue();
        return box.group(1).replaceAll("<[^>]*>", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "act=edit&by=officer&register=north&field.date=tomorrow | التاريخ | تاريخاً",
                "act=edit&by=officer&register=north&field.date=1200-01-01 | التاريخ | 1200",
                "act=edit&by=officer&register=north&field.date= | التاريخ | فارغ",
                "act=edit&by=officer&register=north&field.kind=nonsense | النوع | nonsense",
                "act=edit&by=officer&register=north&field.nonsense=x | nonsense | تصريح",
                "act=edit&by=officer&register=north | لم يتغيّر شيء | اقبلها كما اقتُرحت",
                "act=accept&by=officer&register=north&field.date=2031-03-05 | تغيّر | تعديلاتي",
                "act=accept&by=officer&register=south | السجل | south",
                "act=accept&by=officer&register= | السجل | إلى أي سجل",
                "act=accept&by=&register=north | صفتك | من يراجع",
            })
    void inArabicARefusalIsArabic(String form, String first, String second) throws IOException {
        String cookie = cookie();
        String secret = secret(ask("/draft?id=" + id, cookie));
        String body = "id=" + id + "&lang=ar&form=" + secret + "&" + form;
        String page = send("http://" + host(), body, cookie);
        assertThat(page).startsWith("HTTP/1.1 422");
        assertThat(refusal(page)).contains(first, second);
        // No words of English but what was sent, codes, and the names of commands.
        assertThat(refusal(page).replaceAll("\u2066[^\u2069]*\u2069", ""))
                .doesNotContainPattern("[a-z]+ [a-z]+");
        assertThat(isReviewed()).isFalse();
    }

    @Test
    void inArabicASecondReviewIsRefusedInArabic() throws IOException {
        String cookie = cookie();
        String secret = secret(ask("/draft?id=" + id, cookie));
        String body = "id=" + id + "&lang=ar&act=accept&by=officer&register=north&form=" + secret;
        assertThat(send("http://" + host(), body, cookie)).startsWith("HTTP/1.1 303");
        assertThat(refusal(send("http://" + host(), body, cookie)))
                .contains("راجع officer المسودة")
                .contains("truce correct");
    }

    /** Shown with its maker's name, whose signs are text. */
    @Test
    void aDraftOfAModelSaysSo() throws IOException {
        String text = "Anna Vell said the road is open.";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Original original = new Original(Hash.of(bytes), text);
        Reading reading = new Reader().read(original, Optional.empty(), Optional.of("en"));
        queue.save(
                bytes,
                reading.document(),
                Drafts.proposed(
                        new Extractor("model", "<b>m-1</b>, prompt 00"),
                        reading.statements().stream()
                                .map(one -> new Statement(
                                        one.content(),
                                        one.form(),
                                        one.speaker(),
                                        one.cue(),
                                        one.kind(),
                                        one.mentions(),
                                        List.of("model"),
                                        List.of("model-1")))
                                .toList(),
                        reading,
                        original),
                Clock.systemUTC().instant());
        Queued queued = queue.listAll().stream()
                .filter(one -> one.draft().flags().contains("model"))
                .findFirst()
                .orElseThrow();
        String cookie = cookie();
        assertThat(ask("/draft?id=" + queued.id(), cookie))
                .contains("proposed by a language model, not by the rules")
                .contains("&lt;b&gt;m-1&lt;/b&gt;, prompt 00")
                .contains("nothing says it, or hardly anything")
                .doesNotContain("said in so many words");
        assertThat(ask("/?lang=ar", cookie)).contains("اقترحها نموذج لغوي");
    }

    @Test
    void hostileTextIsTextAndNothingIsKeptOrFetched() throws IOException {
        String cookie = cookie();
        for (Queued queued : queue.listAll()) {
            String page = ask("/draft?id=" + queued.id(), cookie);
            assertThat(page)
                    .containsIgnoringCase("cache-control: no-store")
                    .containsIgnoringCase("content-security-policy: default-src 'self'")
                    .doesNotContain("<script>alert")
                    .doesNotContainPattern("<[^>]*\"\\s*onmouseover")
                    .doesNotContain("http://evil");
            String body = page.substring(page.indexOf("<!DOCTYPE"));
            assertThat(Pattern.compile("(?:src|href)=\"(?!/|data:,|#)")
                            .matcher(body)
                            .find())
                    .isFalse();
        }
        String first = ask("/draft?id=" + id, cookie);
        assertThat(first).contains("‹U+202E›").contains("&lt;script&gt;");
        String text = first.substring(first.indexOf("class=\"text\""), first.indexOf("</section>"));
        assertThat(text).doesNotContain("\u202E").contains("dir=\"auto\"").contains("<mark>");
    }

    @Test
    void inArabicTheWordsAreArabic() throws IOException {
        String page = ask("/draft?lang=ar&id=" + id, cookie());
        assertThat(page).contains("dir=\"rtl\"").contains("اقبلها كما اقتُرحت").contains("المتحدث");
    }
}
