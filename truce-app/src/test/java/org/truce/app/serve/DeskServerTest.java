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

    /**
     * Whoever has no token, or asks for what is not there, is told of the desk and not of another.
     */
    @Test
    void errorsSpeakOfTheDesk() {
        try (Visitor stranger = new Visitor(week.port())) {
            assertThat(stranger.get("/").body())
                    .contains("truce desk")
                    .doesNotContain("review --serve", "All drafts", "reviewers");
            assertThat(stranger.get("/?lang=ar").body()).contains("truce desk");
        }
        assertThat(amal.get("/no-such-page").body())
                .contains("Truce: desk")
                .doesNotContain("review --serve", "All drafts", "reviewers");
        assertThat(amal.get("/notice?id=N-none").body())
                .contains("no notice N-none")
                .doesNotContain("All drafts", "reviewers");
    }

    /** As steps came from files, and from before letters were kept. */
    @Test
    void aLetterThatWasNotKeptIsSaidToBeMadeAnew() throws IOException {
        week.take(
                "notices.csv",
                "notice_id,about,addressee,severity,drafted,due,by,text\nN1,"
                        + ExerciseWeek.REGISTER
                        + ":E1,An office,grave,2018-03-05,,Amal,Please look into this.\n");
        week.take(
                "notice-steps.csv",
                "notice,act,on,by,via,reply,level,evidence,text\n"
                        + "N1,approved,2018-03-05,Basim,,,,,\nN1,sent,2018-03-05,Amal,file,,,,\n");
        assertThat(amal.page("/notice?id=N1")).contains("What went out was not kept");
        String step = week.notice("N1").steps().getLast().id();
        assertThat(amal.page("/letter?lang=en&id=N1&step=" + step))
                .startsWith("Made anew on 2018-03-05")
                .contains("To: An office");
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
