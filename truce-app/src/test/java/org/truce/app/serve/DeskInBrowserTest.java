package org.truce.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.browser.TestBrowser;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A duty officer with a keyboard, in both directions, on a laptop and a phone. */
final class DeskInBrowserTest {
    @TempDir
    Path folder;

    private TestBrowser browser;
    private ExerciseWeek week;

    @BeforeEach
    void sit() throws IOException {
        browser = TestBrowser.launch();
        week = new ExerciseWeek(folder, "2018-03-05");
        week.report("E1", "2018-03-05");
        week.take("rules.yaml", """
            truce-notice-rules: 1
            from: 2018-01-01
            answer-days: {minor: 14, serious: 7, grave: 2}
            remind-days: 1
            ladder:
              - {after-days: 3, to: liaison officer}
            """);
    }

    @AfterEach
    void stop() {
        try {
            browser.closePages();
        } finally {
            week.close();
            browser.close();
        }
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .focus();
        page.keyboard().press("Enter");
    }

    /** The desk of somebody, by the address that it printed. */
    private Page at(String who, Browser.NewContextOptions options) {
        return browser.open(week.address(who), options, TestBrowser.Allowed.DATA);
    }

    private static String drafted(Page page) {
        page.navigate(page.url().replaceAll("^(http://[^/]+/).*", "$1") + "new?about="
                + ExerciseWeek.REGISTER + ":E1");
        page.locator("[name=other]").fill("A ministry");
        page.locator("[name=severity]").selectOption("grave");
        page.locator("[name=text]").fill("Please say what happened.");
        press(page, "Put the draft down");
        page.waitForURL("**/notice?id=**");
        return page.url();
    }

    @Test
    void aNoticeIsDraftedByKeyboardAndNothingStandsInTheWay() throws IOException {
        Page page = at("Amal", TestBrowser.size(1280, 900));
        String notice = drafted(page);
        assertThat(week.notices()).hasSize(1);
        String root = notice.replaceAll("^(http://[^/]+).*", "$1");
        for (String path : List.of("/", "/log", "/handover", "/new")) {
            for (String language : List.of("en", "ar")) {
                page.navigate(root + path + "?lang=" + language);
                assertThat(TestBrowser.violations(page)).as(path).isEqualTo(List.of());
                TestBrowser.picture(page, "desk" + path.replace('/', '-') + "-" + language);
            }
        }
        for (String language : List.of("en", "ar")) {
            page.navigate(notice.replaceAll("&.*", "") + "&lang=" + language);
            assertThat(TestBrowser.violations(page)).as(notice).isEqualTo(List.of());
            TestBrowser.picture(page, "desk-notice-" + language);
        }
    }

    @Test
    void onAPhoneNothingScrollsSideways() {
        Page page = at("Amal", TestBrowser.size(360, 740));
        String notice = drafted(page);
        String root = notice.replaceAll("^(http://[^/]+).*", "$1");
        for (String language : List.of("en", "ar")) {
            for (String path :
                    List.of("/?", "/log?", "/handover?", notice.replaceAll("&.*", "&"))) {
                page.navigate((path.startsWith("http") ? "" : root) + path + "lang=" + language);
                assertThat(page.locator("html").getAttribute("dir"))
                        .isEqualTo(language.equals("ar") ? "rtl" : "ltr");
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as(path)
                        .isEqualTo(360);
                TestBrowser.picture(
                        page, "desk-phone" + path.replaceAll(".*/|[^a-z]", "") + "-" + language);
            }
        }
    }
}
