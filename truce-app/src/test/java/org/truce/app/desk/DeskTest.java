package org.truce.app.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.app.feed.RandomSealer;
import org.truce.app.feed.ReportSheet;
import org.truce.app.store.EntryStore;
import org.truce.app.store.TestKeys;
import org.truce.app.store.sqlite.SqliteStore;
import org.truce.assess.Evidence;
import org.truce.base.Hash;
import org.truce.base.Phrases;
import org.truce.intake.Caution;
import org.truce.intake.Defect;
import org.truce.intake.Format;
import org.truce.intake.Intake;
import org.truce.intake.Receiver;
import org.truce.record.Entry;
import org.truce.record.FollowUp;
import org.truce.record.Guarded;
import org.truce.record.Logged;
import org.truce.record.NoticeAct;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.SSLSocketFactory;

/** What is put down about notices, and what is not. */
final class DeskTest {
    private static final Clock NOW =
            Clock.fixed(Instant.parse("2018-03-05T09:00:00Z"), ZoneOffset.UTC);
    private static final Said.Who AMAL = new Said.Who("Amal", "");
    private static final Said.Who BASIM = new Said.Who("Basim", "");

    @TempDir
    Path folder;

    private EntryStore store;
    private Desk desk;
    private String notice = "";

    @BeforeEach
    void open() throws IOException {
        store = SqliteStore.openOrCreate(folder.resolve("a.truce"), new TestKeys(), NOW);
        List<Entry> entries = new ArrayList<>();
        entries.add(Intake.declarationFor(Format.REPORTS, "north", new Guarded.Clear("test")));
        String table = ReportSheet.table(
                ReportSheet.row("report_id", "R1"),
                ReportSheet.row("report_id", "R2", "occurred_from", "2017-09-12"));
        Intake.read(
                Format.REPORTS,
                "north",
                "reports.csv",
                new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)),
                new RandomSealer(),
                new Receiver() {
                    @Override
                    public void take(Entry entry) {
                        entries.add(entry);
                    }

                    @Override
                    public void refuse(Defect defect) {
                        throw new AssertionError(defect);
                    }

                    @Override
                    public void warn(Caution caution) {}
                });
        store.append(entries);
        desk = desk(Optional.empty());
        notice = Desk.name(desk.draft("north", AMAL, draft("north:R1")));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Said.Draft draft(String... about) {
        return new Said.Draft(
                List.of(about), "", "An office", "grave", "", "Please look into this.");
    }

    /** @param seen what it knows, where it knows no more than that */
    private Desk desk(Optional<List<Logged>> seen) {
        Memory memory = new Memory() {
            @Override
            public List<Logged> listAll() {
                return seen.orElseGet(store::listAll);
            }

            @Override
            public Evidence evidence() {
                return Evidence.of(listAll(), Optional.empty());
            }
        };
        return new Desk(store, memory, new RandomSealer(), NOW);
    }

    /** Two who saw the same draft: what the second does is not put down. */
    @Test
    void ofTwoStepsAtOneMomentOnlyOneIsRecorded() {
        Desk late = desk(Optional.of(store.listAll()));
        desk.step(notice, NoticeAct.WITHDRAWN, AMAL, said("a mistake"));
        long size = store.size();
        assertThatThrownBy(() -> late.step(notice, NoticeAct.APPROVED, BASIM, Said.Step.BARE))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("at the same moment");
        assertThat(store.size()).isEqualTo(size);
    }

    private static Said.Step said(String text) {
        return new Said.Step("", "", "", List.of(), text);
    }

    @Test
    void whatCannotBeWrittenWasNotSent() throws IOException {
        desk.step(notice, NoticeAct.APPROVED, BASIM, Said.Step.BARE);
        Path there = Files.writeString(folder.resolve("there.txt"), "mine");
        long size = store.size();
        for (Path file : List.of(there, folder.resolve("no/folder.txt"))) {
            assertThatThrownBy(() -> send(new Delivery.ToFile(file)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("--out");
        }
        assertThat(there).hasContent("mine");
        assertThat(store.size()).isEqualTo(size);
        assertThat(send(new Delivery.ToFile(folder.resolve("new.txt"))).act())
                .isEqualTo(NoticeAct.SENT);
    }

    private FollowUp.NoticeStep send(Delivery delivery) {
        return desk.send(notice, NoticeAct.SENT, AMAL, Said.Step.BARE, delivery, Phrases.in("en"));
    }

    @Test
    void aCallGoesIntoTheLogInTheSameBreath() {
        desk.step(notice, NoticeAct.APPROVED, BASIM, Said.Step.BARE);
        send(new Delivery.ByCall("Colonel Example"));
        assertThat(desk.points().listLines()).singleElement().satisfies(line -> {
            assertThat(line.entry().with().flatMap(Guarded::find)).contains("Colonel Example");
            assertThat(line.entry().about()).containsExactly("notice:" + notice.split(":")[1]);
        });
    }

    /** Every reader sees whom a notice went to, and what a point is called. */
    @ParameterizedTest
    @CsvSource({
        "The Observer’s office,observer’s",
        "An office at 32.737 36.204,'32.737'",
        "'An office, a ministry',more than one name"
    })
    void whatEveryReaderSeesIsCheckedToo(String name, String says) {
        assertThatThrownBy(() -> desk.draft(
                        "north",
                        AMAL,
                        new Said.Draft(List.of("north:R2"), "", name, "grave", "", "Please look.")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(says);
    }

    @Test
    void aPointThatNamesASourceIsNotOpened() {
        Said.Line line = new Said.Line("", "radio", "", "They called.", "observer", "opened", "");
        assertThatThrownBy(() -> desk.log("north", "Amal", line))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("'observer'");
        assertThat(desk.points().listOpen()).isEmpty();
    }

    /** A text that came by a file was not looked at when it was drafted. */
    @Test
    void aTextIsCheckedAgainBeforeItIsApprovedAndSent() {
        FollowUp.Notice plain = desk.get(notice).notice();
        store.append(List.of(new FollowUp.Notice(
                "north",
                "N-file",
                plain.entered(),
                plain.about(),
                "An office",
                plain.severity(),
                plain.drafted(),
                Optional.empty(),
                plain.by(),
                new RandomSealer().seal("The Observer saw it."))));
        assertThatThrownBy(() -> desk.step("N-file", NoticeAct.APPROVED, BASIM, Said.Step.BARE))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("'observer'");
    }

    @Test
    void daysMustFollowOneAnother() {
        assertRefused("still to come", NoticeAct.APPROVED, new Said.Who("Basim", "2018-03-06"));
        assertRefused("is before", NoticeAct.APPROVED, new Said.Who("Basim", "2018-03-04"));
        assertRefused("not a day", NoticeAct.APPROVED, new Said.Who("Basim", "soon"));
        assertRefused("by is empty", NoticeAct.APPROVED, new Said.Who(" ", ""));
        assertRefused("more than one line", NoticeAct.APPROVED, new Said.Who("a\nb", ""));
        assertThatThrownBy(() -> desk.draft("north", AMAL, draft()))
                .hasMessageContaining("which incidents");
        assertThatThrownBy(() -> desk.draft("north", AMAL, draft("north:R9")))
                .hasMessageContaining("no report north:R9");
        assertThatThrownBy(() -> desk.get("N-none")).hasMessageContaining("no notice N-none");
    }

    private void assertRefused(String says, NoticeAct act, Said.Who who) {
        assertThatThrownBy(() -> desk.step(notice, act, who, Said.Step.BARE))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(says);
    }

    private Delivery mail(MailServer server) {
        return new Delivery.ByMail(
                new Smtp((SSLSocketFactory) SSLSocketFactory.getDefault(), Duration.ofSeconds(2)),
                Mailbox.of(
                        "localhost:" + server.port(),
                        "desk@example.org",
                        "liaison@example.net",
                        Optional.empty()));
    }

    private void approved() {
        desk.step(notice, NoticeAct.APPROVED, BASIM, Said.Step.BARE);
    }

    private List<NoticeAct> recorded() {
        return store.listAll().stream()
                .filter(one -> one.entry() instanceof FollowUp.NoticeStep)
                .map(one -> ((FollowUp.NoticeStep) one.entry()).act())
                .toList();
    }

    /** Two who press send at one moment: one mail leaves, and the other is told. */
    @Test
    void whoeverSendsTakesTheNoticeFirst() throws Exception {
        approved();
        Desk late = desk(Optional.of(store.listAll()));
        try (MailServer one = new MailServer(Optional.empty(), "8BITMIME");
                MailServer other = new MailServer(Optional.empty(), "8BITMIME")) {
            send(mail(one));
            assertThatThrownBy(() -> late.send(
                            notice,
                            NoticeAct.SENT,
                            BASIM,
                            Said.Step.BARE,
                            mail(other),
                            Phrases.in("en")))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("at the same moment");
            assertThat(one.heard()).contains(".");
            assertThat(other.heard()).endsWith("DATA");
        }
        assertThat(recorded())
                .containsExactly(NoticeAct.APPROVED, NoticeAct.SENDING, NoticeAct.SENT);
    }

    @Test
    void whileItIsNotKnownWhetherItWentOutNothingIsSentAgain() throws Exception {
        approved();
        try (MailServer server = new MailServer(Optional.empty(), "HANGS-UP")) {
            assertThatThrownBy(() -> send(mail(server)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("not known whether it went out")
                    .hasMessageContaining("Ask the addressee before anything is sent again")
                    .hasMessageNotContaining("Nothing was sent");
        }
        assertThat(recorded()).containsExactly(NoticeAct.APPROVED, NoticeAct.SENDING);
        assertThatThrownBy(() -> send(new Delivery.ToFile(folder.resolve("again.txt"))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Amal took notice")
                .hasMessageContaining("not known whether it went out");
        assertThat(folder.resolve("again.txt")).doesNotExist();
        assertThatThrownBy(() -> desk.step(notice, NoticeAct.WITHDRAWN, AMAL, said("no")))
                .isInstanceOf(Refusal.class);
        assertThat(Steps.listOpen(desk.get(notice), "Amal"))
                .containsExactly(NoticeAct.SENT, NoticeAct.NOT_SENT);
        desk.step(notice, NoticeAct.NOT_SENT, BASIM, said("they have nothing"));
        send(new Delivery.ToFile(folder.resolve("again.txt")));
        assertThat(desk.get(notice).sentOn()).isPresent();
    }

    @Test
    void whoeverAskedPutsDownThatItWentOut() throws Exception {
        approved();
        try (MailServer server = new MailServer(Optional.empty(), "FALLS-SILENT")) {
            assertThatThrownBy(() -> send(mail(server))).isInstanceOf(Refusal.class);
        }
        Guarded went =
                desk.get(notice).sending().orElseThrow().letter().orElseThrow().text();
        FollowUp.NoticeStep sent = desk.wentOut(notice, BASIM);
        assertThat(sent.act()).isEqualTo(NoticeAct.SENT);
        assertThat(sent.letter().orElseThrow().text().find()).isEqualTo(went.find());
        assertThatThrownBy(() -> desk.wentOut(notice, BASIM))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is being sent");
    }

    @Test
    void aMailThatTheServerTurnedDownIsPutDownAsNotSent() throws Exception {
        approved();
        try (MailServer server = new MailServer(Optional.empty(), "TURNS-DOWN")) {
            assertThatThrownBy(() -> send(mail(server)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("554 not this one")
                    .hasMessageContaining("Nothing was sent, and that is put down");
        }
        assertThat(recorded()).endsWith(NoticeAct.SENDING, NoticeAct.NOT_SENT);
        assertThat(desk.get(notice).sending()).isEmpty();
    }

    @Test
    void theExactLetterIsKeptAndOnlyItsOwnerReadsTheFile() throws IOException {
        approved();
        Path file = folder.resolve("new.txt");
        FollowUp.NoticeStep sent = send(new Delivery.ToFile(file));
        FollowUp.NoticeStep.Letter kept =
                desk.get(notice).steps().getLast().letter().orElseThrow();
        assertThat(kept.text().find()).contains(Files.readString(file));
        assertThat(kept.sha256()).isEqualTo(Hash.of(Files.readAllBytes(file)));
        assertThat(sent.letter()).contains(kept);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    /** The hash of a kept letter is open: two letters of the same words must not have the same. */
    @Test
    void noTwoLettersAreAlike() {
        approved();
        FollowUp.NoticeStep sent = send(new Delivery.ByCall("Colonel Example"));
        desk.send(
                notice,
                NoticeAct.REMINDED,
                AMAL,
                Said.Step.BARE,
                new Delivery.ByCall("Colonel Example"),
                Phrases.in("en"));
        desk.send(
                notice,
                NoticeAct.REMINDED,
                AMAL,
                Said.Step.BARE,
                new Delivery.ByCall("Colonel Example"),
                Phrases.in("en"));
        assertThat(desk.get(notice).steps().stream()
                        .flatMap(step -> step.letter().stream())
                        .map(letter -> letter.sha256()))
                .hasSize(3)
                .doesNotHaveDuplicates()
                .contains(sent.letter().orElseThrow().sha256());
    }

    /** Two files for one notice: the one that is not put down does not lie about. */
    @Test
    void aLetterThatCannotBePutDownIsTakenAway() {
        approved();
        Desk late = desk(Optional.of(store.listAll()));
        send(new Delivery.ToFile(folder.resolve("one.txt")));
        assertThatThrownBy(() -> late.send(
                        notice,
                        NoticeAct.SENT,
                        BASIM,
                        Said.Step.BARE,
                        new Delivery.ToFile(folder.resolve("other.txt")),
                        Phrases.in("en")))
                .isInstanceOf(Refusal.class);
        assertThat(folder.resolve("one.txt")).exists();
        assertThat(folder.resolve("other.txt")).doesNotExist();
    }

    @Test
    void whatIsFetchedIsSentWhenItWasHandedOn() {
        approved();
        assertThat(send(new Delivery.ByHand()).act()).isEqualTo(NoticeAct.SENDING);
        assertThat(desk.get(notice).sentOn()).isEmpty();
        assertThat(desk.wentOut(notice, AMAL).act()).isEqualTo(NoticeAct.SENT);
        desk.send(
                notice,
                NoticeAct.ESCALATED,
                AMAL,
                new Said.Step("", "", "the capital", List.of(), ""),
                new Delivery.ByHand(),
                Phrases.in("en"));
        FollowUp.NoticeStep up = desk.wentOut(notice, AMAL);
        assertThat(up.act()).isEqualTo(NoticeAct.ESCALATED);
        assertThat(up.level()).contains("the capital");
        desk.send(
                notice,
                NoticeAct.REMINDED,
                AMAL,
                Said.Step.BARE,
                new Delivery.ByHand(),
                Phrases.in("en"));
        assertThat(desk.wentOut(notice, AMAL).act()).isEqualTo(NoticeAct.REMINDED);
    }

    @Test
    void nobodyIsRemindedOfWhatWasAnsweredOrPutToALevelTwice() {
        approved();
        send(new Delivery.ByCall("Colonel Example"));
        Said.Step capital = new Said.Step("", "", "the capital", List.of(), "");
        desk.step(notice, NoticeAct.ESCALATED, AMAL, capital);
        assertThatThrownBy(() -> desk.step(notice, NoticeAct.ESCALATED, AMAL, capital))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("was put to the capital on 2018-03-05");
        desk.step(notice, NoticeAct.REPLIED, AMAL, new Said.Step("", "accepts", "", List.of(), ""));
        assertThatThrownBy(() -> desk.step(notice, NoticeAct.REMINDED, AMAL, Said.Step.BARE))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("was answered on 2018-03-05: accepts");
        assertThat(Steps.listOpen(desk.get(notice), "Amal"))
                .contains(NoticeAct.ESCALATED)
                .doesNotContain(NoticeAct.REMINDED);
    }

    @Test
    void anAddresseeOfTwoLinesIsNeitherDraftedNorApproved() {
        assertThatThrownBy(() -> desk.draft(
                        "north",
                        AMAL,
                        new Said.Draft(
                                List.of("north:R1"),
                                "",
                                "Oland\nBcc: x@y",
                                "grave",
                                "",
                                "Please look into this.")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("line break or a control character");
        FollowUp.Notice plain = desk.get(notice).notice();
        store.append(List.of(new FollowUp.Notice(
                "north",
                "N-file",
                plain.entered(),
                plain.about(),
                "Oland\nBcc: x@y",
                plain.severity(),
                plain.drafted(),
                Optional.empty(),
                plain.by(),
                plain.text())));
        assertThatThrownBy(() -> desk.step("N-file", NoticeAct.APPROVED, BASIM, Said.Step.BARE))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("line break or a control character");
    }
}
