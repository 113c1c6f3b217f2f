package org.truce.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.truce.app.serve.ExerciseWeek.draft;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.cli.Terminal;
import org.truce.followup.Handover;
import org.truce.followup.NoticeState;
import org.truce.followup.NoticeState.Phase;
import org.truce.record.Channel;
import org.truce.record.Entry;
import org.truce.record.FollowUp;
import org.truce.record.NoticeAct;
import org.truce.record.NoticeReply;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One week at the desk, with an invented incident each day, through the command line and the page:
 * answers are due after 5, 3 and 1 days, a reminder a day later, and the ladder has levels 1 and 2
 * days after the day on which the answer was due.
 */
final class ExerciseWeekTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String AMAL = "Amal Haddad";
    private static final String BASIM = "Basim Nasser";

    @TempDir
    Path folder;

    private ExerciseWeek week;
    private DeskBrowser amal;
    private DeskBrowser basim;
    private final List<String> letters = new ArrayList<>();

    /** Ids of the notices of each day, Monday first. */
    private final List<String> notices = new ArrayList<>();

    @BeforeEach
    void begin() throws IOException {
        week = new ExerciseWeek(folder, "2018-03-05");
        amal = week.sit(AMAL);
        basim = week.sit(BASIM);
    }

    @AfterEach
    void end() {
        amal.close();
        basim.close();
        week.close();
    }

    @Test
    void oneWeek() throws IOException {
        monday();
        assertListed("sent");
        tuesday();
        assertListed("answered sent");
        wednesday();
        assertListed("answered sent sent");
        thursday();
        assertListed("answered sent sent withdrawn");
        friday();
        assertListed("answered acknowledged sent withdrawn draft");
        saturday();
        assertListed("answered acknowledged answered withdrawn draft approved", id(1));
        sunday();
        assertListed("answered acknowledged closed withdrawn draft approved draft", id(1));
        nothingIsToldThatIsKept();
    }

    /** What the command lists: the status of each day's notice, and those that are overdue. */
    private void assertListed(String statuses, String... overdue) {
        Map<String, String> listed = new HashMap<>();
        week.done("notices", "--json")
                .lines()
                .map(JSON::readTree)
                .forEach(line -> listed.put(
                        line.path("id").asString(), line.path("status").asString()));
        assertThat(String.join(" ", notices.stream().map(listed::get).toList()))
                .isEqualTo(statuses);
        assertThat(listed).hasSameSizeAs(notices);
        assertThat(week.done("notices", "--overdue", "--json").lines().map(JSON::readTree))
                .map(line -> line.path("id").asString())
                .containsExactly(overdue);
    }

    private String id(int day) {
        return notices.get(day);
    }

    private NoticeState state(int day) {
        return week.notice(id(day));
    }

    /** A grave one by the command line: proposed, checked, approved by a second person, sent. */
    private void monday() throws IOException {
        Path sample = Terminal.SAMPLE;
        week.done(
                "import",
                sample.resolve("areas.geojson").toString(),
                sample.resolve("agreements").toString());
        week.take("rules.yaml", """
            truce-notice-rules: 1
            from: 2018-03-01
            answer-days: {minor: 5, serious: 3, grave: 1}
            remind-days: 1
            ladder:
              - {after-days: 1, to: liaison officer}
              - {after-days: 2, to: joint commission}
            """);
        week.take("guarantees.csv", """
            guarantee_id,guarantor,relation,party,under,from,to,source,source_url,published,note
            G1,Russia,guarantees,Syrian government,,2017-07-07,,A ministry's page,,2017-07-07,
            """);
        week.report("E1", "2018-03-05");
        week.refused(
                "Russia (guarantees",
                "notice draft",
                "--by",
                AMAL,
                "--about",
                ExerciseWeek.REGISTER + ":E1",
                "--severity",
                "grave",
                "--text",
                "Please say what happened.",
                "--register",
                ExerciseWeek.REGISTER);
        week.refused(
                "no report",
                "notice draft",
                draft(AMAL, "E9", "grave", "Please say what happened."));
        for (String betrays : List.of(
                "Shells fell on Hidden Well farm.",
                "Zulu-Seven saw it; this is from Informant Zulu-Seven.",
                "It was at 32.7123, 36.0456.",
                "See https://secret-host.example/E1.",
                "Ask " + AMAL + ".")) {
            week.refused("the text names", "notice draft", draft(AMAL, "E1", "grave", betrays));
        }
        approvedAndSent();
    }

    private void approvedAndSent() throws IOException {
        drafted(week.done(
                "notice draft",
                draft(AMAL, "E1", "grave", "Please say who fired, and have it stopped.")));
        week.refused(
                "is not approved", "notice send", id(0), "--by", AMAL, "--out", out("early.txt"));
        assertThat(week.at("early.txt")).doesNotExist();
        week.refused("cannot approve it", "notice approve", id(0), "--by", " amal  HADDAD");
        week.refused("was not sent", "notice reply", id(0), "--by", AMAL, "--kind", "denies");
        week.done("notice approve", id(0), "--by", BASIM);
        week.done("notice send", id(0), "--by", AMAL, "--out", out("first.txt"));
        String letter = Files.readString(week.at("first.txt"));
        letters.add(letter);
        assertThat(letter)
                .contains("To: Russia", "2018-03-05, Daraa: artillery shelling")
                .contains(
                        "Please say who fired",
                        "due by 2018-03-06",
                        "Clause that this breaks, as reported: ")
                .doesNotContain("04:30", "E1");
        week.refused("was sent on", "notice send", id(0), "--by", AMAL, "--out", out("x.txt"));
        assertThat(state(0).phase()).isEqualTo(Phase.SENT);
        assertThat(state(0).dueOn()).contains(LocalDate.parse("2018-03-06"));
    }

    private String out(String name) {
        return week.at(name).toString();
    }

    private void drafted(String json) {
        JsonNode done = JSON.readTree(json);
        assertThat(done.path("status").asString()).isEqualTo("draft");
        notices.add(done.path("notice").asString());
    }

    private String page(int day) {
        return "/notice?id=" + DeskBrowser.encoded(name(day));
    }

    private String name(int day) {
        return ExerciseWeek.REGISTER + ":" + id(day);
    }

    private DeskBrowser.Answer act(DeskBrowser who, int day, NoticeAct act, String... fields) {
        List<String> all = new ArrayList<>(List.of("id", name(day), "act", act.code()));
        all.addAll(List.of(fields));
        return who.fill("/log", "/notice", all.toArray(String[]::new));
    }

    private static void assertPutDown(DeskBrowser.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    }

    private static void assertRefused(String says, DeskBrowser.Answer answer) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains(says);
    }

    private void draftAtDesk(String incident, String severity) {
        String about = ExerciseWeek.REGISTER + ":" + incident;
        String form = "/new?about=" + DeskBrowser.encoded(about);
        assertThat(amal.page("/new")).contains(about);
        assertThat(amal.page(form)).contains("value=\"Russia\"", "guarantee:");
        assertRefused(
                "the text names",
                amal.fill(
                        form,
                        "/new",
                        "about",
                        about,
                        "to",
                        "Russia",
                        "severity",
                        severity,
                        "text",
                        "Hidden Well was hit."));
        DeskBrowser.Answer put = amal.fill(
                form,
                "/new",
                "about",
                about,
                "to",
                "Russia",
                "severity",
                severity,
                "text",
                "Please look into this.");
        assertPutDown(put);
        String id = put.location().replaceAll(".*%3A([A-Za-z0-9-]+)&.*", "$1");
        assertThat(id).startsWith("N-");
        notices.add(id);
    }

    /** A serious one at the desk: approved in another session, read out on the hotline. */
    private void tuesday() throws IOException {
        week.day("2018-03-06");
        week.report("E2", "2018-03-06", "event_type", "airstrike");
        draftAtDesk("E2", "serious");
        assertThat(amal.page(page(1))).doesNotContain("value=\"approved\"");
        assertThat(basim.page("/")).contains(id(1)).contains("second person");
        assertRefused("cannot approve it", act(amal, 1, NoticeAct.APPROVED));
        assertRefused("is not approved", act(basim, 1, NoticeAct.SENT, "way", "file"));
        assertPutDown(act(basim, 1, NoticeAct.APPROVED));
        assertRefused("hotline is empty", act(amal, 1, NoticeAct.SENT, "way", "hotline"));
        assertPutDown(
                act(amal, 1, NoticeAct.SENT, "way", "hotline", "with", "Colonel Example, liaison"));
        assertThat(state(1).steps().getLast().via()).contains(Channel.HOTLINE);
        assertThat(amal.page("/log")).contains("Colonel Example");
        assertThat(state(1).dueOn()).contains(LocalDate.parse("2018-03-09"));
        week.refused("Choose among accepts", "notice reply", id(0), "--by", AMAL);
        week.done(
                "notice reply",
                id(0),
                "--by",
                AMAL,
                "--kind",
                "denies",
                "--via",
                "e-mail",
                "--text",
                "whispered: it was not us");
        assertThat(state(0).phase()).isEqualTo(Phase.ANSWERED);
        assertThat(state(0).steps().getLast().reply()).contains(NoticeReply.DENIES);
        week.take("commitments.csv", """
            commitment_id,actor,what,for_whom,made,due,shown_by,under,source,source_url,\
            published,note
            C1,Russia,lets the convoy pass,,2018-03-05,2018-03-07,,,A ministry's page,,\
            2018-03-05,
            """);
        assertThat(week.isOverdue("C1")).isFalse();
    }

    /** Sent as a file that the page hands out. */
    private void wednesday() throws IOException {
        week.day("2018-03-07");
        week.report("E3", "2018-03-07");
        draftAtDesk("E3", "serious");
        assertPutDown(act(basim, 2, NoticeAct.APPROVED));
        assertPutDown(act(basim, 2, NoticeAct.SENT, "way", "file", "letter", "ar"));
        assertThat(state(2).sentOn()).as("it was not fetched yet").isEmpty();
        assertThat(amal.page("/")).contains("it is not known whether it went out");
        assertRefused("took notice", act(amal, 2, NoticeAct.SENT, "way", "file"));
        String letter = fetched(state(2).steps().getLast());
        letters.add(letter);
        assertThat(letter).contains("إلى: \u2068Russia\u2069", "، درعا: ", "2018-03-10");
        assertPutDown(act(basim, 2, NoticeAct.SENT, "ends", "1"));
        assertThat(state(2).sentOn()).contains(LocalDate.parse("2018-03-07"));
        FollowUp.NoticeStep sent = state(2).steps().getLast();
        assertThat(fetched(sent)).isEqualTo(letter);
        assertThat(amal.page(page(2)))
                .contains(sent.letter().orElseThrow().sha256().hex(), "Please look into this.");
        assertThat(amal.get("/letter?id=" + DeskBrowser.encoded(name(2)) + "&step=NS-none")
                        .status())
                .isEqualTo(404);
        assertThat(week.isOverdue("C1")).as("due today is not overdue").isFalse();
    }

    private String fetched(FollowUp.NoticeStep step) {
        return amal.page(
                "/letter?id=%s&step=%s&lang=en".formatted(DeskBrowser.encoded(name(2)), step.id()));
    }

    /** A report turns out wrong: what rests on it is not sent, and is withdrawn. */
    private void thursday() throws IOException {
        week.day("2018-03-08");
        week.report("E4", "2018-03-08");
        drafted(week.done("notice draft", draft(AMAL, "E4", "minor", "Please look into this.")));
        week.done("notice approve", id(3), "--by", BASIM);
        week.done(
                "decide refute",
                "--register",
                ExerciseWeek.REGISTER,
                "--by",
                BASIM,
                "--why",
                "the pictures are of another year",
                ExerciseWeek.REGISTER + ":E4");
        week.refused("is refuted", "notice send", id(3), "--by", AMAL, "--out", out("no.txt"));
        week.refused("text is empty", "notice withdraw", id(3), "--by", AMAL);
        week.done("notice withdraw", id(3), "--by", AMAL, "--text", "whispered: it was old");
        week.refused("is withdrawn", "notice approve", id(3), "--by", BASIM);
        assertThat(state(3).phase()).isEqualTo(Phase.WITHDRAWN);
        assertThat(week.isOverdue("C1")).isTrue();
        assertThat(amal.page("/handover")).contains("C1", "lets the convoy pass");
    }

    /** An acknowledgement is no answer; a commitment is judged; a point goes through the log. */
    private void friday() throws IOException {
        week.day("2018-03-09");
        week.report("E5", "2018-03-09");
        draftAtDesk("E5", "minor");
        assertPutDown(act(amal, 1, NoticeAct.ACKNOWLEDGED, "via", "hotline"));
        assertThat(state(1).phase()).isEqualTo(Phase.ACKNOWLEDGED);
        assertThat(state(1).overdue()).as("due today").isFalse();
        week.take("commitment-status.csv", """
            commitment,status,on,evidence,why,by,source,source_url,published,note
            C1,late,2018-03-09,report:E5,it passed a day late,Amal Haddad,A ministry's page,,\
            2018-03-09,
            """);
        assertThat(week.isOverdue("C1")).isFalse();
        String[] call = {
            "channel", "hotline",
            "with", "Colonel Example",
            "text", "whispered: the road is closed",
            "point", "road-east",
            "state", "opened"
        };
        assertPutDown(amal.fill("/log", "/log", call));
        assertRefused("is open", amal.fill("/log", "/log", call));
        assertRefused(
                "kept for the shift",
                amal.fill(
                        "/log",
                        "/log",
                        "channel",
                        "radio",
                        "text",
                        "x",
                        "point",
                        "handover",
                        "state",
                        "closed"));
        assertPutDown(basim.fill(
                "/log",
                "/log",
                "channel",
                "radio",
                "text",
                "whispered",
                "point",
                "road-east",
                "state",
                "taken"));
        assertThat(week.handover().points())
                .singleElement()
                .satisfies(
                        open -> assertThat(open.holder().orElseThrow().find()).contains(BASIM));
    }

    /** Tuesday's was never answered: a reminder is due, and the first level of the ladder. */
    private void saturday() throws IOException {
        week.day("2018-03-10");
        week.report("E6", "2018-03-10");
        drafted(week.done("notice draft", draft(BASIM, "E6", "minor", "Please look into this.")));
        week.done("notice approve", id(5), "--by", AMAL);
        assertThat(week.notices().getFirst().notice().id()).isEqualTo(id(1));
        assertThat(state(1).overdue()).isTrue();
        assertThat(state(1).reminderDue()).isTrue();
        assertThat(state(1).levelDue()).contains("liaison officer");
        String front = amal.page("/");
        assertThat(front.indexOf(id(1))).isPositive().isLessThan(front.indexOf(id(2)));
        assertThat(front).contains("overdue: was due on 2018-03-09", "reminder due");
        week.done("notice remind", id(1), "--by", AMAL, "--out", out("reminder.txt"));
        letters.add(Files.readString(week.at("reminder.txt")));
        assertThat(letters.getLast())
                .contains(
                        "Reminder",
                        "First sent on 2018-03-06.",
                        "Acknowledged on 2018-03-09.",
                        "No answer has come.",
                        "was due by 2018-03-09");
        assertThat(state(1).reminderDue()).isFalse();
        assertPutDown(act(basim, 2, NoticeAct.ACTION_TAKEN, "text", "whispered: they moved"));
        assertThat(state(2).phase()).isEqualTo(Phase.ANSWERED);
        assertPutDown(amal.fill("/handover", "/handover", "to", BASIM, "text", "whispered"));
        assertThat(week.handover().came()).as("since the handover").isEmpty();
    }

    /** It goes to the next level; one is closed with its outcome; the shift looks at what came. */
    private void sunday() throws IOException {
        week.day("2018-03-11");
        week.report("E7", "2018-03-11");
        draftAtDesk("E7", "grave");
        assertThat(state(1).levelDue()).contains("joint commission");
        week.refused(
                "the ladder has no",
                "notice escalate",
                id(1),
                "--by",
                AMAL,
                "--level",
                "the minister");
        week.done("notice escalate", id(1), "--by", AMAL, "--out", out("level.txt"));
        letters.add(Files.readString(week.at("level.txt")));
        assertThat(letters.getLast()).contains("put to: joint commission");
        assertThat(state(1).levelDue()).isEmpty();
        assertPutDown(act(basim, 2, NoticeAct.OUTCOME, "text", "whispered: no more firing"));
        assertRefused("is closed", act(basim, 2, NoticeAct.REMINDED, "way", "file"));
        Handover handover = week.handover();
        assertThat(handover.notices()).hasSize(5);
        assertThat(handover.reports()).as("Sunday's").isEqualTo(1);
        assertThat(handover.came().stream()
                        .filter(one -> one.entry() instanceof FollowUp.NoticeStep)
                        .map(one -> ((FollowUp.NoticeStep) one.entry()).act()))
                .containsExactly(NoticeAct.ESCALATED, NoticeAct.OUTCOME);
        assertThat(week.done("handover"))
                .contains("road-east", "with " + BASIM, id(4), "overdue: was due on 2018-03-09")
                .containsPattern("new since 2018-03-10T11:00:0\\d\\+02:00")
                .doesNotContain("Z");
        assertThat(JSON.readTree(week.done("handover", "--json", "--since", "2018-03-11"))
                        .path("came")
                        .size())
                .isEqualTo(3);
        week.done("verify");
    }

    /** Neither letters, nor pages for readers, nor what commands say. */
    private void nothingIsToldThatIsKept() {
        List<String> kept = ExerciseWeek.SECRETS;
        assertThat(letters)
                .hasSize(4)
                .allSatisfy(letter -> assertThat(letter)
                        .doesNotContain(kept)
                        .doesNotContain(ExerciseWeek.REGISTER));
        assertThat(String.join("\n", week.said())).doesNotContain(kept);
        try (Server server = week.serve();
                Visitor visitor = new Visitor(server.port())) {
            List<String> starts = new ArrayList<>(List.of("/?lang=en", "/?lang=ar"));
            for (Entry entry : week.listAll().stream().map(one -> one.entry()).toList()) {
                for (String language : List.of("en", "ar")) {
                    starts.add("/entry?lang=%s&register=%s&id=%s"
                            .formatted(
                                    language,
                                    DeskBrowser.encoded(entry.register()),
                                    DeskBrowser.encoded(entry.id())));
                }
            }
            var pages = visitor.crawl(starts, 2_000);
            assertThat(pages.values().stream()
                            .filter(page -> page.status() == 200)
                            .count())
                    .isGreaterThan(100);
            assertThat(pages.values().stream().filter(page -> page.body().contains(id(1))))
                    .as("the notices are there")
                    .isNotEmpty();
            pages.forEach(
                    (path, page) -> assertThat(page.everything()).as(path).doesNotContain(kept));
        }
    }
}
