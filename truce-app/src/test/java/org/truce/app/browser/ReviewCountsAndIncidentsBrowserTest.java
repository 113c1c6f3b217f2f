package org.truce.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.app.review.Queued;
import org.truce.app.review.Review;
import org.truce.app.review.ReviewAct;
import org.truce.base.PlacePrecision;
import org.truce.reading.draft.DraftType;
import org.truce.record.Entry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Counts and incidents go through the reviewer's page as statements do, by keyboard alone. */
final class ReviewCountsAndIncidentsBrowserTest {
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
    }

    @AfterEach
    void nothingForeignAndNothingBroken() {
        try {
            browser.orElseThrow().closePages();
        } finally {
            bench.close();
        }
    }

    private void counts() {
        bench.save(
                "en",
                "The Russian party registered 9 violations in total: 3 in Hama province, 2 in Homs"
                        + " province and 4 in Idlib province.\n");
        assertThat(bench.drafts()).hasSize(3);
    }

    private void incidents() {
        bench.save(
                "en",
                "Shelling by government forces killed two people and injured at least five in"
                        + " Saraqib on 2 March 2031.\n\n"
                        + "Gunmen attacked a checkpoint near Hama with mortar fire on 3 March"
                        + " 2031.\n\n"
                        + "An air strike hit a market in Homs on 1 March 2031.\n");
        assertThat(bench.drafts())
                .hasSize(3)
                .allSatisfy(
                        queued -> assertThat(queued.draft().type()).isEqualTo(DraftType.INCIDENT));
    }

    /** The first draft is a count and the last an incident, or the other way round. */
    private void both() {
        bench.save(
                "en",
                "The Russian party registered 9 violations in total: 3 in Hama province.\n\n"
                        + "Shelling by government forces killed two people and injured at least"
                        + " five in Saraqib on 2 March 2031.\n");
        assertThat(List.of(
                        bench.drafts().getFirst().draft().type(),
                        bench.drafts().getLast().draft().type()))
                .containsExactlyInAnyOrder(DraftType.TALLY, DraftType.INCIDENT);
    }

    private Page open(boolean script) {
        Browser.NewContextOptions options =
                TestBrowser.size(1280, 900).setJavaScriptEnabled(script);
        return browser.orElseThrow().open(bench.address(), options, ALLOWED);
    }

    /** Puts the text into a field as a person at a keyboard does. */
    private static void type(Page page, String field, String text) {
        page.locator("#" + field).focus();
        page.keyboard().press("Control+A");
        page.keyboard().type(text);
    }

    /**
     * Presses one of the three: its key where there is a script, which a field must be left for
     * first; else its button, reached by the keyboard.
     */
    private static void act(Page page, boolean script, String act) {
        String id = page.locator("input[name=id]").inputValue();
        if (script) {
            page.keyboard().press("Escape");
            page.keyboard().press(act.substring(0, 1));
        } else {
            page.locator("button[value=" + act + "]").focus();
            page.keyboard().press("Enter");
        }
        page.waitForURL("**done=" + id + "**");
    }

    private static void begin(Page page) {
        page.locator("#next").focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/draft?**");
    }

    /** What the page says of how a value was come by. */
    private static String how(Page page, String column) {
        return page.locator(".input:has(#field-" + column + ") .how").textContent();
    }

    private Review review(int draft) {
        return bench.drafts().get(draft).findLast().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCountIsAcceptedThenOneEditedThenOneDropped(boolean script) {
        counts();
        Page page = open(script);
        begin(page);
        assertThat(page.locator("#field-count").inputValue()).isEqualTo("3");
        assertThat(page.locator("#field-province").inputValue()).contains("Hama");
        assertThat(how(page, "date")).isEqualTo("came with the text");
        assertThat(how(page, "province")).isEqualTo("said in so many words");
        assertThat(page.locator("#field-stated_total").inputValue()).isEqualTo("9");
        type(page, "by", "duty officer");
        act(page, script, "accept");
        assertThat(page.locator("[role=status]").textContent()).contains("north:T-");
        type(page, "field-count", "5");
        act(page, script, "edit");
        act(page, script, "drop");
        assertThat(review(0).act()).isEqualTo(ReviewAct.ACCEPT);
        assertThat(review(1).edited()).isEqualTo(List.of("count"));
        assertThat(review(2).act()).isEqualTo(ReviewAct.DROP);
        assertThat(bench.entries("tally"))
                .extracting(entry -> ((Entry.Tally) entry).count())
                .containsExactlyInAnyOrder(3, 5);
        assertThat(page.locator("main").textContent()).contains("No draft waits");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anIncidentIsAcceptedThenOneEditedThenOneDropped(boolean script) {
        incidents();
        Page page = open(script);
        begin(page);
        assertThat(page.locator("#field-event_type").inputValue()).isEqualTo("artillery-shelling");
        assertThat(page.locator("#field-occurred_from").inputValue()).isEqualTo("2031-03-02");
        assertThat(page.locator("#field-killed_min").inputValue()).isEqualTo("2");
        assertThat(page.locator("#field-note").inputValue()).isEqualTo("injured: at least 5");
        type(page, "by", "duty officer");
        type(page, "field-source", "field office");
        page.locator("#field-place_precision").selectOption("town");
        act(page, script, "accept");
        assertThat(page.locator("[role=status]").textContent()).contains("north:D-");
        assertThat(page.locator("#field-weapon").inputValue()).isEqualTo("mortar");
        assertThat(page.locator("#field-weapon option:checked").textContent()).isEqualTo("mortar");
        type(page, "field-source", "field office");
        page.locator("#field-place_precision").selectOption("district");
        type(page, "field-killed_max", "2");
        act(page, script, "edit");
        act(page, script, "drop");
        assertThat(review(0).act()).isEqualTo(ReviewAct.ACCEPT);
        assertThat(review(1).edited()).isEqualTo(List.of("killed_max"));
        assertThat(review(2).act()).isEqualTo(ReviewAct.DROP);
        assertThat(bench.entries("report"))
                .extracting(Entry.Report.class::cast)
                .extracting(report -> report.account().place().precision())
                .containsExactlyInAnyOrder(PlacePrecision.TOWN, PlacePrecision.DISTRICT);
        assertThat(bench.entries("report"))
                .extracting(Entry.Report.class::cast)
                .extracting(report -> report.casualties().killedMax())
                .containsExactlyInAnyOrder(OptionalInt.of(2), OptionalInt.of(2));
    }

    /** A choice is made with the keyboard alone, and what is missing is said at its field. */
    @Test
    void aMissingChoiceIsSaidAndMadeByKeyboard() {
        incidents();
        Page page = open(true);
        begin(page);
        type(page, "by", "duty officer");
        type(page, "field-source", "field office");
        page.keyboard().press("Escape");
        page.keyboard().press("a");
        assertThat(page.locator("[role=alert]").textContent()).contains("Place known to");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("field-place_precision");
        page.keyboard().type("The town");
        page.keyboard().press("Escape");
        String chosen = page.locator("#field-place_precision option:checked").textContent();
        assertThat(page.locator("#field-place_precision").inputValue())
                .as(chosen)
                .isEqualTo("town");
        page.keyboard().press("a");
        page.waitForURL("**done=**");
        assertThat(review(0).act()).isEqualTo(ReviewAct.ACCEPT);
    }

    @Test
    void onAPhoneAndInArabicNothingIsCutOff() {
        both();
        Page page = open(true);
        for (String language : List.of("en", "ar")) {
            for (Queued queued :
                    List.of(bench.drafts().getFirst(), bench.drafts().getLast())) {
                String name = "%s-%s".formatted(queued.draft().type().code(), language);
                page.setViewportSize(360, 740);
                page.navigate("http://localhost:%d/draft?id=%s&lang=%s"
                        .formatted(bench.port(), queued.id(), language));
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as(name)
                        .isEqualTo(360);
                TestBrowser.picture(page, "phone-" + name);
                page.setViewportSize(1280, 900);
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as(name)
                        .isEqualTo(1280);
                TestBrowser.picture(page, "wide-" + name);
            }
        }
    }

    @Test
    void assistiveTechnologyFindsNothingInTheWay() throws IOException {
        both();
        Page page = open(true);
        for (String language : List.of("en", "ar")) {
            for (Queued queued :
                    List.of(bench.drafts().getFirst(), bench.drafts().getLast())) {
                page.navigate("http://localhost:%d/draft?id=%s&lang=%s"
                        .formatted(bench.port(), queued.id(), language));
                assertThat(TestBrowser.violations(page)).isEqualTo(List.of());
            }
        }
    }
}
