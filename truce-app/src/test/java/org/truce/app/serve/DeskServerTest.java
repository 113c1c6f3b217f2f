package org.truce.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.followup.NoticeState;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The desk lets in whoever has its address, under the name it was started with, and nobody else.
 */
final class DeskServerTest {
    private static final String SCRIPT = "</textarea><script>alert(1)</script>";

    @TempDir
    Path folder;

    private ExerciseWeek week;
    private DeskBrowser amal;

    @BeforeEach
    void sit() throws IOException {
        week = new ExerciseWeek(folder, "2018-03-05");
        week.report("E1", "2018-03-05");
        amal = week.sit("Amal " + SCRIPT);
    }

    @AfterEach
    void stop() {
        amal.close();
        week.close();
    }

    private DeskBrowser.Answer draft(String text) {
        String about = ExerciseWeek.REGISTER + ":E1";
        return amal.fill(
                "/new?about=" + DeskBrowser.encoded(about),
                "/new",
                "about",
                about,
                "other",
                "An office " + SCRIPT,
                "severity",
                "grave",
                "text",
                text);
    }

    @Test
    void withoutTheAddressNothingIsShown() {
        String notice = draft("Please say what happened.").location();
        assertThat(notice).startsWith("/notice?id=");
        try (Visitor stranger = new Visitor(week.port())) {
            for (String path : List.of("/", "/log", "/handover", "/new", notice, "/letter")) {
                assertThat(stranger.get(path).status()).as(path).isEqualTo(403);
                assertThat(stranger.get(path).body()).doesNotContain("An office", "E1");
            }
        }
        assertThat(amal.page(notice)).contains("An office");
        assertThat(amal.page("/?lang=ar")).contains("dir=\"rtl\"", "تسليم", "مسودات");
    }

    @Test
    void whateverIsTypedIsTextAndNothingIsFetched() {
        String notice = draft("Please " + SCRIPT).location();
        assertThat(notice).startsWith("/notice?id=");
        amal.fill(
                "/log", "/log", "channel", "radio", "text", SCRIPT, "point", SCRIPT, "state",
                "opened", "with", SCRIPT);
        for (String path : List.of("/", "/log", "/handover", "/new", notice)) {
            String page = amal.page(path);
            assertThat(page).as(path).doesNotContain("<script>alert").contains("&lt;script");
            assertThat(Pattern.compile("(?:src|href|action)=\"(?!/|data:,|#)")
                            .matcher(page)
                            .find())
                    .as(path)
                    .isFalse();
        }
        assertThat(amal.get("/notice?id=" + DeskBrowser.encoded(SCRIPT))).satisfies(answer -> {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body()).doesNotContain("<script>alert");
        });
    }

    @Test
    void aRefusedFormComesBackAsItWasFilledIn() {
        DeskBrowser.Answer refused = draft("It was at Hidden Well farm.");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("role=\"alert\"", "hidden well farm", "It was at Hidden Well farm.")
                .contains("value=\"grave\" selected");
        assertThat(week.notices()).isEmpty();
    }

    @Test
    void nobodyActsUnderAnotherNameThanTheirDesks() {
        String notice = draft("Please say what happened.").location();
        String name = notice.replaceAll("^/notice\\?id=|&.*", "").replace("%3A", ":");
        DeskBrowser.Answer own =
                amal.fill("/log", "/notice", "id", name, "act", "approved", "by", "Basim");
        assertThat(own.status()).isEqualTo(422);
        assertThat(own.body()).contains("cannot approve it");
        try (DeskBrowser basim = week.sit("Basim")) {
            assertThat(basim.fill("/log", "/notice", "id", name, "act", "approved")
                            .status())
                    .isEqualTo(303);
        }
        assertThat(week.notices()).singleElement().satisfies(state -> {
            assertThat(state.phase()).isEqualTo(NoticeState.Phase.APPROVED);
            assertThat(state.steps().getFirst().by().find()).contains("Basim");
        });
        assertThat(amal.page(notice)).contains("value=\"sent\"");
    }
}
