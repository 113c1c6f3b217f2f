package org.truce.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.feed.Importer;
import org.truce.app.feed.Progress;
import org.truce.app.feed.RandomSealer;
import org.truce.app.serve.Server;
import org.truce.app.store.EntryStore;
import org.truce.app.store.TestKeys;
import org.truce.app.store.sqlite.SqliteStore;
import org.truce.assess.AssessSettings;
import org.truce.show.Asked;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A person with a keyboard, a mouse or neither, in English and Arabic, on the bundled sample. */
final class FrontPageBrowserTest {
    private static final String QUESTION = "/?place=south-west:announced&from=2017-07-09"
            + "&to=2018-06-18&baseline-from=2016-07-01&baseline-to=2017-07-08";
    private static final String[] FLAGS = {
        "--enable-unsafe-swiftshader",
        "--use-angle=swiftshader",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run"
    };
    private static final TestBrowser.Allowed ALLOWED =
            new TestBrowser.Allowed(Set.of("data", "blob"), Optional.empty());

    @TempDir
    static Path folder;

    private static Optional<EntryStore> store = Optional.empty();
    private static Optional<Server> server = Optional.empty();
    private static Optional<TestBrowser> browser = Optional.empty();

    @BeforeAll
    static void serve() {
        browser = Optional.of(TestBrowser.launch(FLAGS));
        EntryStore entries = SqliteStore.openOrCreate(
                folder.resolve("sample.truce"), new TestKeys(), Clock.systemUTC());
        new Importer(entries, new RandomSealer(), new Silent(), Clock.systemUTC())
                .run(
                        List.of(Path.of("../samples/southwest-syria")),
                        Optional.empty(),
                        Optional.empty());
        store = Optional.of(entries);
        server = Optional.of(
                Server.start(entries, 0, Asked.NOTHING, AssessSettings.USUAL, Clock.systemUTC()));
    }

    @AfterAll
    static void stop() {
        browser.ifPresent(TestBrowser::close);
        server.ifPresent(Server::close);
        store.ifPresent(EntryStore::close);
    }

    /** Whatever a test does: nothing is fetched from elsewhere, and nothing goes wrong unseen. */
    @AfterEach
    void nothingForeignAndNothingBroken() {
        browser.orElseThrow().closePages();
    }

    private static Page open(String path, Browser.NewContextOptions options) {
        return browser.orElseThrow()
                .open("http://localhost:" + server.orElseThrow().port() + path, options, ALLOWED);
    }

    private Page openWide(String path) {
        return open(path, TestBrowser.size(1280, 1000));
    }

    private static Locator slider(Page page) {
        Locator slider = page.getByRole(AriaRole.SLIDER);
        slider.waitFor();
        return slider;
    }

    private static int shownRows(Page page) {
        return page.locator("#breaches tbody tr:not([hidden])").count();
    }

    @Test
    void theAnswersStandFirstWithTheirFiguresAndWhatTheyRestOn() {
        Page page = openWide(QUESTION);
        assertThat(page.locator("article.answer").count()).isEqualTo(5);
        Locator first = page.locator("article.answer").first();
        assertThat(first.getAttribute("data-status")).isEqualTo("holding-with-exceptions");
        // 177 lethal events in 345 days against 497 in 373: 0.513 and 1.332 a day.
        assertThat(first.locator(".sentence").textContent()).contains("0.51").contains("1.33");
        first.locator("summary").focus();
        page.keyboard().press("Enter");
        Locator count = first.locator("a[href*='/entry?']").first();
        count.waitFor();
        count.click();
        assertThat(page.locator("h1").textContent()).contains("counts by period");
        assertThat(page.content()).contains("lethal-events-by-month.csv:");
    }

    @Test
    void theTimelineIsBrushedByKeyboardAndTheTableFollows() {
        Page page = openWide(QUESTION);
        Locator slider = slider(page);
        int all = shownRows(page);
        assertThat(all).isGreaterThan(100);
        slider.focus();
        page.keyboard().press("ArrowRight");
        page.locator("#breaches tbody tr[hidden]").first().waitFor(attached());
        int some = shownRows(page);
        assertThat(some).isLessThan(all);
        page.waitForCondition(
                () -> page.locator("#selection").textContent().contains("Selected: 20"));
        assertThat(page.url()).contains("#days=");
        page.reload();
        slider(page);
        assertThat(shownRows(page)).isEqualTo(some);
        slider(page).focus();
        page.keyboard().press("Escape");
        page.waitForCondition(() -> shownRows(page) == all);
    }

    @Test
    void aPlaceChosenFromTheListFiltersTheTable() {
        Page page = openWide(QUESTION);
        slider(page);
        int all = shownRows(page);
        Locator place = page.locator("button[data-cell]").last();
        place.focus();
        page.keyboard().press("Enter");
        page.locator("#breaches tbody tr[hidden]").first().waitFor(attached());
        assertThat(shownRows(page)).isLessThan(all);
        assertThat(place.getAttribute("aria-pressed")).isEqualTo("true");
    }

    @Test
    void withoutScriptThePageIsWhole() {
        Page page = open(QUESTION, new Browser.NewContextOptions().setJavaScriptEnabled(false));
        assertThat(page.locator("#map svg circle").count()).isGreaterThan(20);
        assertThat(page.locator("#map svg path.outline").count()).isEqualTo(2);
        assertThat(page.locator("#timeline svg rect").count()).isGreaterThan(50);
        assertThat(page.locator("#breaches tbody tr").count()).isGreaterThan(100);
        page.getByLabel("To", new Page.GetByLabelOptions().setExact(true)).fill("2018-01-17");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ask"))
                .click();
        assertThat(page.url()).contains("to=2018-01-17");
        assertThat(page.locator(".sentence").first().textContent()).contains("17 January 2018");
    }

    @Test
    void theClaimsStandBesideWhatWasKnownThenAndNow() {
        Page page = openWide(QUESTION);
        assertThat(page.locator("article.claim").count()).isEqualTo(3);
        Locator held = page.locator("#claim-held-up-well .view").first();
        assertThat(held.locator(".then .badge").textContent()).isEqualTo("cannot tell");
        assertThat(held.locator(".now .badge").textContent()).isEqualTo("partly borne out");
        assertThat(page.locator("section.limits li").first().textContent())
                .contains("not how often");
    }

    @Test
    void anIncidentShowsItsAccountsAndEveryTest() {
        Page page = openWide(QUESTION);
        page.locator("#breaches tbody a", new Page.LocatorOptions().setHasText("R0169"))
                .first()
                .click();
        assertThat(page.locator("section.account").count()).isEqualTo(3);
        assertThat(page.locator(".badge[data-verdict=breach]").count()).isEqualTo(2);
        assertThat(page.content()).contains("undetermined");
    }

    @Test
    void inArabicItRunsRightToLeftAndNothingScrollsSidewaysOnAPhone() {
        for (String path : List.of(QUESTION, QUESTION + "&lang=ar")) {
            Page page = open(path, TestBrowser.size(360, 740));
            slider(page);
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
            if (path.endsWith("ar")) {
                assertThat(page.locator("html").getAttribute("dir")).isEqualTo("rtl");
                assertThat(page.locator("h1").textContent()).isEqualTo("هل تصمد الهدنة؟");
            }
        }
    }

    @Test
    void assistiveTechnologyFindsNothingInTheWay() throws IOException {
        for (String path : List.of(
                QUESTION,
                QUESTION + "&lang=ar",
                "/incident?id=southwest-syria:R0169",
                "/register?name=southwest-syria&kind=tally")) {
            Page page = openWide(path);
            page.waitForLoadState();
            assertThat(TestBrowser.violations(page)).as(path).isEqualTo(List.of());
        }
    }

    private static Locator.WaitForOptions attached() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
    }

    /** An import that tells nobody how far it is. */
    private static final class Silent implements Progress {
        @Override
        public void at(String file, long rows, double share) {}

        @Override
        public void leftAlone(String file, String why) {}
    }
}
