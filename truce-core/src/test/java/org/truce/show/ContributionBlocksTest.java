package org.truce.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.truce.show.FollowRecord.contribution;
import static org.truce.show.FollowRecord.words;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.assess.HandRecord;
import org.truce.followup.FollowKind;
import org.truce.record.FollowUp;
import org.truce.record.Stage;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What is added up, and what is not. */
final class ContributionBlocksTest {
    private static final Optional<String> TRUCKS = Optional.of("trucks");

    private static FollowUp.Contribution delivered(String amount, String from, String to) {
        return contribution("D" + amount, Stage.DELIVERED, amount, from, to, "A1");
    }

    @Test
    void monthsThatFollowEachOtherAreAddedUpInAnyOrder() {
        assertThat(ContributionBlocks.findSum(
                        List.of(
                                delivered("12.5", "2018-02-01", "2018-02-28"),
                                delivered("30", "2018-01-01", "2018-01-31")),
                        TRUCKS))
                .contains(new BigDecimal("42.5"));
    }

    @ParameterizedTest
    @CsvSource({
        // The last day of the one is the first of the other.
        "2018-01-31, 2018-02-28, trucks",
        "2018-02-01, '', trucks",
        "'', 2018-02-28, trucks",
        "2018-02-01, 2018-02-28, persons",
    })
    void whatMayBeOneOrIsOfAnotherUnitIsNot(String from, String to, String unit) {
        assertThat(ContributionBlocks.findSum(
                        List.of(
                                delivered("30", "2018-01-01", "2018-01-31"),
                                delivered("12", from, to)),
                        Optional.of(unit)))
                .isEmpty();
    }

    @Test
    void whatWasAskedStandsAgainstWhatCameAndIsNotListedTwice() {
        HandRecord record = FollowRecord.of(true)
                .with(contribution("A1", Stage.ASKED, "100", "2018-01-01", "2018-02-28", ""))
                .with(contribution("B1", Stage.CLEARED, "60", "2018-01-01", "2018-01-31", "A1"))
                .with(contribution("B2", Stage.DELIVERED, "25", "2018-01-01", "2018-01-31", "A1"))
                .with(contribution("B3", Stage.DELIVERED, "10", "2018-02-01", "2018-02-28", "A1"))
                .with(contribution("X1", Stage.DELIVERED, "7", "2018-02-01", "2018-02-28", ""));
        FollowPage page = FollowRecord.page(record, FollowKind.CONTRIBUTIONS);
        List<FollowPage.Block> blocks = page.sections().getFirst().blocks();
        assertThat(page.sections()).hasSize(1);
        FollowPage.Table asked = (FollowPage.Table) blocks.getFirst();
        assertThat(asked.rows()).hasSize(1);
        assertThat(words(asked.rows().getFirst().get(1)))
                .containsExactly("cleared: 60 trucks, 2018-01-01 – 2018-01-31");
        assertThat(words(asked.rows().getFirst().get(2)))
                .containsExactly(
                        "delivered: 25 trucks, 2018-01-01 – 2018-01-31",
                        "delivered: 10 trucks, 2018-02-01 – 2018-02-28",
                        "together 35 trucks");
        FollowPage.Table others = (FollowPage.Table) blocks.getLast();
        assertThat(others.rows()).hasSize(1);
        assertThat(words(others.rows().getFirst().get(3))).containsExactly("delivered: 7 trucks");
    }

    @ParameterizedTest
    @CsvSource({
        "999, 999",
        "1000, 1_000",
        "7500000000, 7_500_000_000",
        "1234567.1234, 1_234_567.1234",
    })
    void digitsStandInThrees(String amount, String readable) {
        assertThat(ContributionBlocks.readable(amount)).isEqualTo(readable.replace('_', '\u202f'));
    }
}
