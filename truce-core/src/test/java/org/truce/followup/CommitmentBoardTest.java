package org.truce.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.truce.followup.HandFollowUp.commitment;
import static org.truce.followup.HandFollowUp.day;
import static org.truce.followup.HandFollowUp.status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.assess.HandRecord;
import org.truce.record.Entry;
import org.truce.record.Fulfilment;
import org.truce.record.Recurrence;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What became of commitments on a day. */
final class CommitmentBoardTest {
    private static CommitmentState on(String today, Entry... entries) {
        HandRecord record = new HandRecord().with(HandRecord.uneven(HandFollowUp.DESK));
        record.withAll(List.of(entries));
        return new CommitmentBoard(record.evidence().known(), day(today)).list().getFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "2018-01-31,NOT_DUE,false",
        "2018-02-01,,true",
        "2018-02-10,PARTLY,false",
        "2018-03-02,NOT_HONOURED,false"
    })
    void theLatestJudgementCountsAndSilenceIsNone(
            String today, Fulfilment wanted, boolean overdue) {
        CommitmentState state = on(
                today,
                commitment("M1", Optional.of("2018-01-31"), Optional.empty(), "", ""),
                status("M1", "", Fulfilment.NOT_HONOURED, "2018-03-01"),
                status("M1", "", Fulfilment.PARTLY, "2018-02-05"));
        assertThat(state.status()).isEqualTo(Optional.ofNullable(wanted));
        assertThat(state.overdue()).isEqualTo(overdue);
    }

    /** In force since 1 January with no day set: nobody can say that it is not due yet. */
    @Test
    void whatHasNoDayIsNeverCalledNotDue() {
        Entry since = commitment("M1", Optional.empty(), Optional.empty(), "", "");
        CommitmentState silent = on("2018-01-20", since);
        assertThat(silent.status()).isEmpty();
        assertThat(silent.code()).isEqualTo("not-judged");
        assertThat(silent.overdue()).isFalse();
        assertThat(silent.flags()).isEmpty();
        CommitmentState judged =
                on("2018-01-20", since, status("M1", "", Fulfilment.NOT_DUE, "2018-01-10"));
        assertThat(judged.status()).isEmpty();
        assertThat(judged.judged()).isPresent();
        assertThat(judged.flags()).containsExactly(CommitmentState.Flag.NOT_DUE_WITHOUT_DAY);
        assertThat(on("2018-01-20", since, status("M1", "", Fulfilment.PARTLY, "2018-01-10"))
                        .status())
                .contains(Fulfilment.PARTLY);
    }

    /** Due by 31 January: until the end of that day nobody can say that it did not come in time. */
    @ParameterizedTest
    @CsvSource({
        "NOT_HONOURED,2018-01-10,2018-01-20,true,false",
        "NOT_HONOURED,2018-01-10,2018-02-01,true,true",
        "LATE,2018-01-31,2018-02-01,true,true",
        "LATE,2018-02-01,2018-02-01,false,false",
        "HONOURED,2018-01-10,2018-02-01,false,false"
    })
    void aJudgementOfATimeInWhichItWasInTimeEndsNoWait(
            Fulfilment judged, String on, String today, boolean early, boolean overdue) {
        CommitmentState state = on(
                today,
                commitment("M1", Optional.of("2018-01-31"), Optional.empty(), "", ""),
                status("M1", "", judged, on));
        assertThat(state.status()).contains(judged);
        assertThat(state.overdue()).isEqualTo(overdue);
        assertThat(state.flags().contains(CommitmentState.Flag.JUDGED_BEFORE_DUE))
                .isEqualTo(early);
    }

    @Test
    void aPeriodJudgedBeforeItsEndStillWaits() {
        CommitmentState state = on(
                "2018-02-01",
                commitment("M1", Optional.empty(), Optional.of(Recurrence.MONTH), "2018-01-01", ""),
                status("M1", "2018-01-01", Fulfilment.NOT_HONOURED, "2018-01-20"));
        assertThat(state.overdue()).isTrue();
        assertThat(state.flags()).containsExactly(CommitmentState.Flag.JUDGED_BEFORE_DUE);
        assertThat(state.findFirstOverdue().orElseThrow().from()).isEqualTo(day("2018-01-01"));
    }

    @Test
    void dueBeforeItWasMadeDoesNotFit() {
        assertThat(on(
                                "2018-01-20",
                                commitment(
                                        "M1", Optional.of("2017-12-31"), Optional.empty(), "", ""))
                        .flags())
                .containsExactly(CommitmentState.Flag.DUE_BEFORE_MADE);
    }

    /**
     * From 1 January 1900 to 1 March 2018: 36,524 days of a century less one, 18 years, 60 days.
     */
    @Test
    void ofManyPeriodsTheLatestAreShownAndTheFirstThatWaits() {
        CommitmentState state = on(
                "2018-03-01",
                commitment("M1", Optional.empty(), Optional.of(Recurrence.DAY), "1900-01-01", ""),
                status("M1", "1900-01-01", Fulfilment.HONOURED, "1900-01-02"),
                status("M1", "2018-02-28", Fulfilment.PARTLY, "2018-03-01"));
        assertThat(state.periods()).hasSize(43_159);
        assertThat(state.countPeriods())
                .isEqualTo(
                        Map.of("honoured", 1L, "partly", 1L, "not-due", 1L, "not-judged", 43_156L));
        assertThat(state.listShownPeriods())
                .hasSize(13)
                .first()
                .extracting(CommitmentState.PeriodState::from)
                .isEqualTo(day("1900-01-02"));
        assertThat(state.listShownPeriods().getLast().from()).isEqualTo(day("2018-03-01"));
    }

    /** From Wednesday 10 January: to the 14th, whole weeks from Mondays, the last cut short. */
    @Test
    void weeksBeginOnMondays() {
        CommitmentState state = on(
                "2018-03-01",
                commitment(
                        "M1",
                        Optional.empty(),
                        Optional.of(Recurrence.WEEK),
                        "2018-01-10",
                        "2018-01-24"));
        assertThat(state.periods())
                .map(period -> period.from() + "/" + period.to())
                .containsExactly(
                        "2018-01-10/2018-01-14", "2018-01-15/2018-01-21", "2018-01-22/2018-01-24");
        assertThat(state.status()).isEmpty();
        assertThat(state.overdue()).isTrue();
    }

    @Test
    void whatRecursIsWhatItsPeriodsAreTogether() {
        Entry monthly =
                commitment("M1", Optional.empty(), Optional.of(Recurrence.MONTH), "2018-01-01", "");
        Entry january = status("M1", "2018-01-01", Fulfilment.HONOURED, "2018-02-02");
        Entry february = status("M1", "2018-02-01", Fulfilment.NOT_HONOURED, "2018-03-02");
        assertThat(on("2018-01-20", monthly).status()).contains(Fulfilment.NOT_DUE);
        assertThat(on("2018-02-20", monthly, january).status()).contains(Fulfilment.HONOURED);
        CommitmentState march = on("2018-03-20", monthly, january, february);
        assertThat(march.status()).contains(Fulfilment.PARTLY);
        assertThat(march.overdue()).isFalse();
        assertThat(march.periods()).hasSize(3);
        assertThat(on("2018-04-01", monthly, january, february).overdue()).isTrue();
    }

    @Test
    void obligationsOfAgreementsAreThereFromTheStart() {
        HandRecord record = HandRecord.square().with(HandRecord.obligation("pact", "2018-01-31"));
        CommitmentState state = new CommitmentBoard(record.evidence().known(), day("2018-02-01"))
                .list()
                .getFirst();
        assertThat(state.id()).isEqualTo("pact/maps");
        assertThat(state.status()).isEmpty();
        assertThat(state.overdue()).isTrue();
        record.with(status("pact/maps", "", Fulfilment.LATE, "2018-02-01"));
        assertThat(new CommitmentBoard(record.evidence().known(), day("2018-02-01"))
                        .list()
                        .getFirst()
                        .status())
                .contains(Fulfilment.LATE);
    }
}
