package org.truce.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pages on what was promised, without a script, by keyboard, in both directions. */
final class FollowBrowserTest {
    @TempDir
    static Path folder;

    private static Optional<EntryStore> store = Optional.empty();
    private static Optional<Server> server = Optional.empty();
    private static Optional<TestBrowser> browser = Optional.empty();

    @BeforeAll
    static void serve() throws IOException {
        browser = Optional.of(TestBrowser.launch());
        Path file = Files.copy(Path.of(SampleStore.file()), folder.resolve("sample.truce"));
        EntryStore entries = SqliteStore.openExisting(file, new TestKeys(), Clock.systemUTC());
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

    @AfterEach
    void nothingForeignAndNothingBroken() {
        browser.orElseThrow().closePages();
    }

    private static Page open(String path, Browser.NewContextOptions options) {
        return browser.orElseThrow()
                .open(
                        "http://localhost:" + server.orElseThrow().port() + path,
                        options,
                        TestBrowser.Allowed.DATA);
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
        TestBrowser.picture(page, path.replaceAll("[^a-z0-9]+", "-") + "-" + how);
    }

    @Test
    void assistiveTechnologyFindsNothingInTheWay() throws IOException {
        for (String path : paths()) {
            Page page = open(path, TestBrowser.size(1280, 1000));
            page.waitForLoadState();
            assertThat(TestBrowser.violations(page)).as(path).isEqualTo(List.of());
            picture(page, path, "wide");
        }
    }

    @Test
    void onAPhoneNothingScrollsSideways() {
        for (String path : paths()) {
            Page page = open(path, TestBrowser.size(360, 740));
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
