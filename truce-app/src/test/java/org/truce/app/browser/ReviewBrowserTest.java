package org.truce.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.review.Queued;
import org.truce.app.review.ReviewAct;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A reviewer with a keyboard and nothing else, with and without a script, in both directions. */
final class ReviewBrowserTest {
    /** A form that is refused is answered with 422. */
    private static final TestBrowser.Allowed ALLOWED =
            new TestBrowser.Allowed(Set.of("data"), Optional.of(422));

    private static Optional<TestBrowser> browser = Optional.empty();

    @TempDir
    Path folder;

    private ReviewBench bench;

    @BeforeAll
    static void launch() {
        browser = Optional.of(TestBrowser.launch());
    }

    @AfterAll
    static void quit() {
        browser.ifPresent(TestBrowser::close);
    }

    @BeforeEach
    void serve() {
        bench = new ReviewBench(folder);
        bench.save(
                "en",
                "Foreign Minister Anna Vell spoke on Monday in the capital of her country.\n"
                        + "\"We will open the road to Hama,\" Vell said. \"It takes time.\"\n"
                        + "She said that <b>the truce</b> had held in Damascus and Aleppo.\n");
        bench.save("ar", "سجّل الجانب الروسي 7 خروقات: 3 في محافظة حماة و2 في محافظة حمص.\n");
    }

    @AfterEach
    void nothingForeignAndNothingBroken() {
        try {
            browser.orElseThrow().closePages();
        } finally {
            bench.close();
        }
    }

    private Page open(Browser.NewContextOptions options) {
        return browser.orElseThrow().open(bench.address(), options, ALLOWED);
    }

    private Queued first() {
        return bench.drafts().getFirst();
    }

    @Test
    void theAddressLosesItsTokenAndTheFirstDraftIsAcceptedByKeysAlone() {
        Page page = open(TestBrowser.size(1280, 900));
        assertThat(page.url()).doesNotContain("token");
        TestBrowser.picture(page, "list-wide");
        page.keyboard().press("n");
        page.waitForURL("**/draft?**");
        assertThat(page.locator("mark").allTextContents().toString())
                .contains("We will open the road to ", "Hama", "Vell");
        TestBrowser.picture(page, "draft-wide");
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
        assertThat(bench.entries("statement")).hasSize(1);
    }

    @Test
    void withoutAScriptAFaultIsSaidAndPutRight() {
        Page page = open(TestBrowser.size(1280, 900).setJavaScriptEnabled(false));
        page.locator("#next").click();
        page.getByLabel("Date").fill("yesterday");
        page.getByLabel("Your role").fill("officer");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Put down with"))
                .click();
        assertThat(page.locator("[role=alert]").textContent()).contains("not a date");
        TestBrowser.picture(page, "refused-wide");
        page.getByLabel("Date").fill("2031-03-05");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Put down with"))
                .click();
        assertThat(first().findLast().orElseThrow().edited()).isEqualTo(List.of("date"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Drop"))
                .click();
        assertThat(bench.drafts().get(1).findLast().orElseThrow().act()).isEqualTo(ReviewAct.DROP);
    }

    /** Tab reaches the text, every field and every act, in the order in which they stand. */
    @Test
    void tabGoesThroughAllOfIt() {
        Page page = open(TestBrowser.size(1280, 900));
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
        Page page = open(TestBrowser.size(360, 740));
        String arabic = bench.drafts().getLast().id();
        for (String language : List.of("en", "ar")) {
            page.navigate("http://localhost:%d/?lang=%s".formatted(bench.port(), language));
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
            for (String id : List.of(first().id(), arabic)) {
                page.navigate("http://localhost:%d/draft?id=%s&lang=%s"
                        .formatted(bench.port(), id, language));
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .isEqualTo(360);
                TestBrowser.picture(
                        page, "phone-" + language + (id.equals(arabic) ? "-arabic" : "-english"));
            }
        }
        assertThat(page.locator("html").getAttribute("dir")).isEqualTo("rtl");
        assertThat(page.evaluate("getComputedStyle(document.querySelector('.text p')).direction"))
                .isEqualTo("rtl");
        page.setViewportSize(1280, 900);
        TestBrowser.picture(page, "wide-ar-arabic");
    }

    @Test
    void assistiveTechnologyFindsNothingInTheWay() throws IOException {
        Page page = open(TestBrowser.size(1280, 900));
        for (String path : List.of("/?lang=en", "/draft?id=" + first().id() + "&lang=ar")) {
            page.navigate("http://localhost:" + bench.port() + path);
            assertThat(TestBrowser.violations(page)).as(path).isEqualTo(List.of());
        }
    }
}
