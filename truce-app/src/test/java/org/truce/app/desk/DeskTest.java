package org.truce.app.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.feed.RandomSealer;
import org.truce.app.feed.ReportSheet;
import org.truce.app.store.EntryStore;
import org.truce.app.store.TestKeys;
import org.truce.app.store.sqlite.SqliteStore;
import org.truce.assess.Evidence;
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
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
}
