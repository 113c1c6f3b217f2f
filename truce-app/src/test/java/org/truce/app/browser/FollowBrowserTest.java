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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.cli.SampleStore;
import org.truce.app.serve.Server;
import org.truce.app.store.EntryStore;
import org.truce.app.store.TestKeys;
import org.truce.app.store.sqlite.SqliteStore;
import org.truce.assess.AssessSettings;
import org.truce.show.Asked;
import org.truce.show.FollowPage;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pages on what was promised, without a script, by keyboard, in both directions. */
final class FollowBrowserTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    /** Where pictures of the pages go when somebody wants to look at them. */
    private static final Optional<Path> PICTURES =
            Optional.ofNullable(System.getProperty("truce.pictures")).map(Path::of);

    @TempDir
    static Path folder;

    private static Optional<EntryStore> store = Optional.empty();
    private static Optional<Server> server = Optional.empty();
    private static Optional<Playwright> playwright = Optional.empty();
    private static Optional<Browser> browser = Optional.empty();

    private final List<String> complaints = new ArrayList<>();
    private final List<BrowserContext> contexts = new ArrayList<>();

    @BeforeAll
    static void serve() throws IOException {
        assumeTrue(
                Files.isExecutable(CHROMIUM),
                "no browser at " + CHROMIUM + ": install Debian's package chromium");
        Path file = Files.copy(Path.of(SampleStore.file()), folder.resolve("sample.truce"));
        EntryStore entries = SqliteStore.openExisting(file, new TestKeys(), Clock.systemUTC());
        store = Optional.of(entries);
        server = Optional.of(
                Server.start(entries, 0, Asked.NOTHING, AssessSettings.USUAL, Clock.systemUTC()));
        Playwright started = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        playwright = Optional.of(started);
        browser = Optional.of(started.chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-background-networking"))));
    }

    @AfterAll
    static void stop() {
        browser.ifPresent(Browser::close);
        playwright.ifPresent(Playwright::close);
        server.ifPresent(Server::close);
        store.ifPresent(EntryStore::close);
    }

    @AfterEach
    void nothingForeignAndNothingBroken() {
        contexts.forEach(BrowserContext::close);
        assertThat(complaints).isEmpty();
    }

    private Page open(String path, Browser.NewContextOptions options) {
        BrowserContext context = browser.orElseThrow().newContext(options);
        contexts.add(context);
        Page page = context.newPage();
        page.onRequest(request -> {
            URI to = URI.create(request.url());
            if (!"data".equals(to.getScheme()) && !"localhost".equals(to.getHost())) {
                complaints.add("foreign request: " + request.url());
            }
        });
        page.onResponse(response -> {
            if (response.status() >= 400) {
                complaints.add(response.status() + " " + response.url());
            }
        });
        page.onPageError(error -> complaints.add("script: " + error));
        page.navigate("http://localhost:" + server.orElseThrow().port() + path);
        return page;
    }

    private static List<String> paths() {
        List<String> paths = new ArrayList<>();
        for (FollowPage.Name name : FollowPage.Name.values()) {
            paths.add("/" + name.code() + "?lang=en");
            paths.add("/" + name.code() + "?lang=ar");
        }
        paths.add("/commitments?by=instrument&lang=en");
        paths.add("/article?id=sputnik-2018-01-17&lang=en");
        paths.add("/article?id=sputnik-2018-01-17&lang=ar");
        return paths;
    }

    private static void picture(Page page, String path, String how) {
        PICTURES.ifPresent(to -> page.screenshot(new Page.ScreenshotOptions()
                .setPath(to.resolve(path.replaceAll("[^a-z0-9]+", "-") + "-" + how + ".png"))
                .setFullPage(true)));
    }

    @Test
    void assistiveTechnologyFindsNothingInTheWay() throws IOException {
        String axe = Files.readString(Path.of("src/main/web/node_modules/axe-core/axe.min.js"));
        for (String path : paths()) {
            Page page = open(path, new Browser.NewContextOptions().setViewportSize(1280, 1000));
            page.waitForLoadState();
            page.evaluate(axe);
            Object violations = page.evaluate("axe.run().then(found => found.violations.map("
                    + "rule => rule.id + ': ' + rule.nodes[0].html.slice(0, 200)))");
            assertThat(violations).as(path).isEqualTo(List.of());
            picture(page, path, "wide");
        }
    }

    @Test
    void onAPhoneNothingScrollsSideways() {
        for (String path : paths()) {
            Page page = open(path, new Browser.NewContextOptions().setViewportSize(360, 740));
            assertThat(page.locator("html").getAttribute("dir"))
                    .isEqualTo(path.endsWith("ar") ? "rtl" : "ltr");
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as(path)
                    .isEqualTo(360);
            picture(page, path, "phone");
        }
    }

    @Test
    void fromTheFirstPageToACommitmentsEntryByKeyboardAlone() {
        Page page = open("/?lang=en", new Browser.NewContextOptions().setJavaScriptEnabled(false));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("What was promised"))
                .first()
                .focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/follow-up?lang=en");
        page.getByLabel("Area").selectOption("south-west");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show"))
                .focus();
        page.keyboard().press("Enter");
        page.waitForURL("**area=south-west**");
        page.locator("table.follow a[href^='/commitments']").focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/commitments?lang=en&area=south-west");
        assertThat(page.getByLabel("Area").inputValue()).isEqualTo("south-west");
        page.locator("table.follow a[href^='/entry']").first().focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/entry?register=**");
        assertThat(page.locator("article.entry-page h1").count()).isEqualTo(1);
    }

    @Test
    void theLineOfTimeStandsAsADrawingAndAsAList() {
        Page page = open(
                "/?place=south-west:announced&from=2017-07-09&to=2018-06-18&lang=ar",
                new Browser.NewContextOptions().setJavaScriptEnabled(false));
        assertThat(page.locator("#course svg rect.happened").count()).isGreaterThan(3);
        assertThat(page.locator("#course svg rect.band").count()).isEqualTo(12);
        page.locator("#course summary").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#course table.follow tbody tr").count()).isGreaterThan(3);
        assertThat(page.locator("#course table.follow a[href^='/entry']")
                        .first()
                        .isVisible())
                .isTrue();
        picture(page, "course", "wide");
    }
}
