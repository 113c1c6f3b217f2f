package org.truce.reading.gold;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.reading.statement.Form;

import java.io.IOException;
import java.util.EnumSet;

/**
 * What the reader reaches on Arabic and Russian texts by the authors of its rules, dev2 apart from
 * those that the rules were made with: a change of the rules that loses some of them is noticed.
 */
final class ForeignFloorsTest {
    @ParameterizedTest
    @CsvSource({
        "arabic-dev, 0.98, 0.98",
        "russian-dev, 0.98, 0.98",
        "arabic-dev2, 0.78, 0.79",
        "russian-dev2, 0.90, 0.85"
    })
    void statementsAreFoundWithTheirSpeakers(String set, double direct, double reported)
            throws IOException {
        StatementScore statements =
                ScoreSheet.of(GoldFiles.load(set), new WithReader()).statements();
        assertThat(statements.rate(Closeness.EXACT, EnumSet.of(Form.DIRECT)).f1())
                .isGreaterThanOrEqualTo(direct);
        assertThat(statements.rate(Closeness.EXACT, StatementScore.REPORTED).f1())
                .isGreaterThanOrEqualTo(reported);
    }
}
