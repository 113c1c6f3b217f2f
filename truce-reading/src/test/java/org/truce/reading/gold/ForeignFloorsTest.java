package org.truce.reading.gold;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.reading.statement.Form;

import java.io.IOException;
import java.util.EnumSet;

/**
 * What the reader reaches on the Arabic and Russian texts that its rules were made with: no measure
 * of what it will do, but a change of the rules that loses some of them is noticed.
 */
final class ForeignFloorsTest {
    @ParameterizedTest
    @ValueSource(strings = {"arabic-dev", "russian-dev"})
    void statementsAreFoundWithTheirSpeakers(String set) throws IOException {
        StatementScore statements =
                ScoreSheet.of(GoldFiles.load(set), new WithReader()).statements();
        assertThat(statements.rate(Closeness.EXACT, EnumSet.of(Form.DIRECT)).f1())
                .isGreaterThanOrEqualTo(0.98);
        assertThat(statements.rate(Closeness.EXACT, StatementScore.REPORTED).f1())
                .isGreaterThanOrEqualTo(0.98);
    }
}
