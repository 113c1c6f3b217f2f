package org.truce.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.truce.followup.HandFollowUp.day;

import org.junit.jupiter.api.Test;
import org.truce.assess.HandRecord;
import org.truce.assess.HandReport;
import org.truce.base.Moment;
import org.truce.record.Channel;
import org.truce.record.Entry;
import org.truce.record.FollowUp;
import org.truce.record.Guarded;
import org.truce.record.NoticeAct;
import org.truce.record.PointState;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Open points of the log, who has them, and what a shift tells the next. */
final class PointBookTest {
    private static FollowUp.LogLine line(
            String id, String at, String point, PointState state, String holder) {
        return new FollowUp.LogLine(
                HandFollowUp.DESK,
                id,
                HandRecord.ENTERED,
                Moment.get(at),
                Channel.HOTLINE,
                Optional.empty(),
                HandRecord.open("Amal"),
                HandRecord.open("line " + id),
                Optional.of(point),
                Optional.of(state),
                Optional.of(holder).filter(name -> !name.isEmpty()).map(HandRecord::open),
                List.of());
    }

    private static HandRecord record(Entry... entries) {
        return new HandRecord()
                .with(HandRecord.uneven(HandFollowUp.DESK))
                .withAll(List.of(entries));
    }

    private static PointBook book(HandRecord record) {
        return new PointBook(record.evidence().known(), HandRecord.DAMASCUS);
    }

    @Test
    void aPointIsOpenUntilItIsClosedAndIsHeldByWhoeverTookItLast() {
        PointBook book = book(record(
                // Entered out of order: what was said later counts.
                line("L3", "2018-01-03T10:00", "road", PointState.TAKEN, "Basim"),
                line("L1", "2018-01-01T10:00", "road", PointState.OPENED, "Amal"),
                line("L2", "2018-01-02T10:00", "water", PointState.OPENED, "Amal"),
                line("L4", "2018-01-04T10:00", "water", PointState.CLOSED, ""),
                line("L5", "2018-01-05T10:00", "handover", PointState.TAKEN, "Basim")));
        assertThat(book.listOpen()).singleElement().satisfies(open -> {
            assertThat(open.opened().id()).isEqualTo("L1");
            assertThat(open.last().id()).isEqualTo("L3");
            assertThat(open.holder().flatMap(Guarded::find)).contains("Basim");
        });
        assertThat(book.findHandover().orElseThrow().entry().id()).isEqualTo("L5");
    }

    @Test
    void whoeverHoldsAPointKeepsItWhereALineSaysNothing() {
        PointBook book = book(record(
                line("L1", "2018-01-01", "road", PointState.OPENED, "Amal"),
                line("L2", "2018-01-02", "road", PointState.TAKEN, "")));
        assertThat(book.listOpen().getFirst().holder().flatMap(Guarded::find)).contains("Amal");
        assertThat(book.findHandover()).isEmpty();
    }

    @Test
    void newIsWhatWasTakenInAfterTheLastHandover() {
        Instant before = Instant.parse("2018-01-10T09:00:00Z");
        HandRecord record = new HandRecord()
                .with(HandRecord.uneven(HandFollowUp.DESK))
                .with(new HandReport(HandFollowUp.DESK, "R1", "2018-01-01").report(), before)
                .with(HandFollowUp.notice("N1", "2018-01-08"), before)
                .with(
                        line("L1", "2018-01-10", "handover", PointState.TAKEN, "Basim"),
                        before.plusSeconds(60))
                .with(
                        new HandReport(HandFollowUp.DESK, "R2", "2018-01-09").report(),
                        before.plusSeconds(120))
                .with(
                        HandFollowUp.step("N1", NoticeAct.APPROVED, "2018-01-10", "Basim"),
                        before.plusSeconds(180));
        Handover handover = Handover.of(record.list(), Optional.empty(), before.plusSeconds(300));
        assertThat(handover.since()).contains(before.plusSeconds(60));
        assertThat(handover.reports()).isEqualTo(1);
        assertThat(handover.came())
                .map(one -> one.entry().id())
                .containsExactly("N1-approved-2018-01-10");
        assertThat(handover.notices())
                .map(NoticeState::phase)
                .containsExactly(NoticeState.Phase.APPROVED);
        assertThat(handover.today()).isEqualTo(day("2018-01-10"));
        Handover since = Handover.of(record.list(), Optional.of(before), before.plusSeconds(300));
        assertThat(since.came()).hasSize(2);
        Handover all = Handover.of(
                record.list(), Optional.of(before.minusSeconds(1)), before.plusSeconds(300));
        assertThat(all.reports()).isEqualTo(2);
        assertThat(all.came()).hasSize(3);
    }
}
