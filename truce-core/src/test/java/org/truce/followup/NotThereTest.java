package org.truce.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.truce.followup.HandFollowUp.commitment;
import static org.truce.followup.HandFollowUp.day;
import static org.truce.followup.HandFollowUp.notice;
import static org.truce.followup.HandFollowUp.status;
import static org.truce.followup.HandFollowUp.step;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.assess.HandRecord;
import org.truce.record.Entry;
import org.truce.record.Fulfilment;
import org.truce.record.NoticeAct;
import org.truce.record.Recurrence;

import java.util.List;
import java.util.Optional;

/** What is named and is not there, by hand. */
final class NotThereTest {
    private static final Entry WEEKLY = commitment(
            "W", Optional.empty(), Optional.of(Recurrence.WEEK), "2018-01-10", "2018-01-31");

    private static List<String> missing(Entry... entries) {
        HandRecord record = HandRecord.square()
                .with(HandRecord.uneven(HandFollowUp.DESK))
                .with(HandRecord.obligation("pact", "2018-01-31"));
        record.withAll(List.of(entries));
        return new NotThere(record.evidence().known().entries())
                .list().stream().map(one -> one.column() + " " + one.named()).toList();
    }

    @Test
    void aJudgementOfNothingIsTold() {
        assertThat(missing(status("NOPE", "", Fulfilment.LATE, "2018-01-20")))
                .containsExactly("commitment NOPE", "evidence report:R1");
        assertThat(missing(status("pact/maps", "", Fulfilment.LATE, "2018-01-20")))
                .containsExactly("evidence report:R1");
        assertThat(missing(status("pact/maps", "2018-01-10", Fulfilment.LATE, "2018-01-20")))
                .startsWith("period pact/maps 2018-01-10");
    }

    /** Weeks from Wednesday 10 January, then Mondays: the 15th, the 22nd and the 29th. */
    @ParameterizedTest
    @CsvSource({
        "2018-01-10,true",
        "2018-01-11,false",
        "2018-01-15,true",
        "2018-01-29,true",
        "2018-02-05,false",
        "2018-01-08,false"
    })
    void aPeriodIsNamedByItsFirstDay(String period, boolean there) {
        List<String> missing =
                missing(WEEKLY, status("W", period, Fulfilment.HONOURED, "2018-02-20"));
        assertThat(missing.contains("period W " + period)).isEqualTo(!there);
    }

    @Test
    void whatComesLaterCountsThen() {
        Entry judged = status("W", "2018-01-15", Fulfilment.HONOURED, "2018-02-20");
        assertThat(missing(judged)).contains("commitment W");
        HandRecord record = new HandRecord()
                .with(HandRecord.uneven(HandFollowUp.DESK))
                .with(judged)
                .with(WEEKLY);
        assertThat(new CommitmentBoard(record.evidence().known(), day("2018-03-01"))
                        .list()
                        .getFirst()
                        .status())
                .contains(Fulfilment.HONOURED);
    }

    @Test
    void aStepOfNoNoticeIsTold() {
        assertThat(missing(
                        notice("N1", "2018-01-04"),
                        step("N1", NoticeAct.SENT, "2018-01-05", "Basim"),
                        step("N2", NoticeAct.SENT, "2018-01-05", "Basim")))
                .containsExactly("notice notice:N2");
    }
}
