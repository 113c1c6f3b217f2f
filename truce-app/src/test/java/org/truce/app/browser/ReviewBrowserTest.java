package org.truce.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.review.Queued;
import org.truce.app.review.ReviewAct;
import org.truce.app.review.ReviewFolder;
import org.truce.app.review.ReviewQueue;
import org.truce.app.serve.ReviewServer;
import org.truce.app.store.EntryStore;
import org.truce.app.store.TestKeys;
import org.truce.app.store.sqlite.SqliteStore;
import org.truce.base.Hash;
import org.truce.intake.Format;
import org.truce.intake.Intake;
import org.truce.reading.Reader;
import org.truce.reading.Reading;
import org.truce.reading.draft.Drafts;
import org.truce.reading.text.Original;
import org.truce.record.Guarded;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A reviewer with a keyboard and nothing else, with and without a script, in both directions. */
final class ReviewBrowserTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    /** Where pictures of the pages go when somebody wants to look at them. */
    private static final Optional<Path> PICTURES =
            Optional.ofNullable(System.getProperty("truce.pictures")).map(Path::of);

    private static Optional<Playwright> playwright = Optional.empty();
    private static Optional<Browser> browser = Optional.empty();

    @TempDir
    Path folder;

    private final List<String> complaints = new ArrayList<>();
    private Optional<BrowserContext> context = Optional.empty();
    private EntryStore store;
    private ReviewQueue queue;
    private ReviewServer server;

    @BeforeAll
    static void launch() {
        assumeTrue(
                Files.isExecutable(CHROMIUM),
                "no browser at " + CHROMIUM + ": install Debian's package chromium");
        Playwright started = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        playwright = Optional.of(started);
        browser = Optional.of(started.chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-background-networking"))));
    }

    @AfterAll
    static void quit() {
        browser.ifPresent(Browser::close);
        playwright.ifPresent(Playwright::close);
    }

    @BeforeEach
    void serve() {
        Path file = folder.resolve("a.truce");
        store = SqliteStore.openOrCreate(file, new TestKeys(), Clock.systemUTC());
        store.append(List.of(
                Intake.declarationFor(Format.STATEMENTS, "north", new Guarded.Clear("test"))));
        queue = new ReviewQueue(ReviewFolder.of(file, Map.of()));
        save(
                "en",
                "Foreign Minister Anna Vell spoke on Monday in the capital of her country.\n"
                        + "\"We will open the road to Hama,\" Vell said. \"It takes time.\"\n"
                        + "She said that <b>the truce</b> had held in Damascus and Aleppo.\n");
        save("ar", "سجّل الجانب الروسي 7 خروقات: 3 في محافظة حماة و2 في محافظة حمص.\n");
        server = ReviewServer.start(queue, store, 0, Clock.systemUTC());
    }

    private void save(String language, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Original original = new Original(Hash.of(bytes), text);
        Reading said = new Reader()
                .read(original, Optional.of(LocalDate.of(2031, 3, 4)), Optional.of(language));
        queue.save(
                bytes,
                said.document(),
                Drafts.of(said, original),
                Clock.systemUTC().instant());
    }

    @AfterEach
    void nothingForeignAndNothingBroken() {
        context.ifPresent(BrowserContext::close);
        server.close();
        store.close();
        assertThat(complaints).isEmpty();
    }

    private Page open(Browser.NewContextOptions options) {
        BrowserContext made = browser.orElseThrow().newContext(options);
        context = Optional.of(made);
        Page page = made.newPage();
        page.onRequest(request -> {
            URI to = URI.create(request.url());
            if (!"data".equals(to.getScheme()) && !"localhost".equals(to.getHost())) {
                complaints.add("foreign request: " + request.url());
            }
        });
        page.onPageError(error -> complaints.add("script: " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("422")) {
                complaints.add("console: " + message.text());
            }
        });
        page.navigate(server.address());
        return page;
    }

    private static Browser.NewContextOptions size(int width, int height) {
        return new Browser.NewContextOptions().setViewportSize(width, height);
    }

    private static void picture(Page page, String name) {
        PICTURES.ifPresent(to -> page.screenshot(
                new Page.ScreenshotOptions().setPath(to.resolve(name + ".png")).setFullPage(true)));
    }

    private Queued first() {
        return queue.listAll().getFirst();
    }

    @Test
    void theAddressLosesItsTokenAndTheFirstDraftIsAcceptedByKeysAlone() {
        Page page = open(size(1280, 900));
        assertThat(page.url()).doesNotContain("token");
        picture(page, "list-wide");
        page.keyboard().press("n");
        page.waitForURL("**/draft?**");
        assertThat(page.locator("mark").allTextContents().toString())
                .contains("We will open the road to ", "Hama", "Vell");
        picture(page, "draft-wide");
        page.locator("#by").focus();
        page.keyboard().type("duty officer a");
        page.keyboard().press("Enter");
        page.keyboard().press("Escape");
        assertThat(first().reviews()).isEmpty();
        page.keyboard().press("a");
        page.waitForURL("**done=**");
        assertThat(page.locator("[role=status]").textContent()).contains("north:S-");
        assertThat(first().findLast().orElseThrow().act()).isEqualTo(ReviewAct.ACCEPT);
        assertThat(page.locator("#by").inputValue()).isEqualTo("duty officer a");
        assertThat(store.listOfKind("statement")).hasSize(1);
    }

    @Test
    void withoutAScriptAFaultIsSaidAndPutRight() {
        Page page = open(size(1280, 900).setJavaScriptEnabled(false));
        page.locator("#next").click();
        page.getByLabel("Date").fill("yesterday");
        page.getByLabel("Your role").fill("officer");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Put down with"))
                .click();
        assertThat(page.locator("[role=alert]").textContent()).contains("not a date");
        picture(page, "refused-wide");
        page.getByLabel("Date").fill("2031-03-05");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Put down with"))
                .click();
        assertThat(first().findLast().orElseThrow().edited()).isEqualTo(List.of("date"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Drop"))
                .click();
        assertThat(queue.listAll().get(1).findLast().orElseThrow().act()).isEqualTo(ReviewAct.DROP);
    }

    /** Tab reaches the text, every field and every act, in the order in which they stand. */
    @Test
    void tabGoesThroughAllOfIt() {
        Page page = open(size(1280, 900));
        page.keyboard().press("n");
        page.waitForURL("**/draft?**");
        List<String> reached = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            page.keyboard().press("Tab");
            reached.add(String.valueOf(page.evaluate("document.activeElement.value !== undefined"
                    + " && document.activeElement.tagName === 'BUTTON'"
                    + " ? document.activeElement.value"
                    + " : document.activeElement.id || document.activeElement.className")));
        }
        assertThat(reached)
                .containsSubsequence(
                        "text",
                        "field-speaker",
                        "field-kind",
                        "field-paraphrase",
                        "register",
                        "by",
                        "why",
                        "accept",
                        "edit",
                        "drop",
                        "next");
    }

    @Test
    void inArabicItRunsRightToLeftAndNothingScrollsSidewaysOnAPhone() {
        Page page = open(size(360, 740));
        String arabic = queue.listAll().getLast().id();
        for (String language : List.of("en", "ar")) {
            page.navigate("http://localhost:%d/?lang=%s".formatted(server.port(), language));
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
            for (String id : List.of(first().id(), arabic)) {
                page.navigate("http://localhost:%d/draft?id=%s&lang=%s"
                        .formatted(server.port(), id, language));
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .isEqualTo(360);
                picture(page, "phone-" + language + (id.equals(arabic) ? "-arabic" : "-english"));
            }
        }
        assertThat(page.locator("html").getAttribute("dir")).isEqualTo("rtl");
        assertThat(page.evaluate("getComputedStyle(document.querySelector('.text p')).direction"))
                .isEqualTo("rtl");
        page.setViewportSize(1280, 900);
        picture(page, "wide-ar-arabic");
    }

    @Test
    void assistiveTechnologyFindsNothingInTheWay() throws IOException {
        Path axe = Path.of("src/main/web/node_modules/axe-core/axe.min.js");
        assumeTrue(Files.exists(axe), "skipped: the web app was not built here");
        Page page = open(size(1280, 900));
        for (String path : List.of("/?lang=en", "/draft?id=" + first().id() + "&lang=ar")) {
            page.navigate("http://localhost:" + server.port() + path);
            page.evaluate(Files.readString(axe));
            Object violations = page.evaluate("axe.run().then(found => found.violations.map("
                    + "rule => rule.id + ': ' + rule.nodes[0].html.slice(0, 200)))");
            assertThat(violations).as(path).isEqualTo(List.of());
        }
    }
}
