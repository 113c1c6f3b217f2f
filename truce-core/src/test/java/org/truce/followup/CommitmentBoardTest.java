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
