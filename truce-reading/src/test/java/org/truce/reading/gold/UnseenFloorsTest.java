package org.truce.reading.gold;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.truce.reading.statement.Form;

import java.io.IOException;
import java.util.EnumSet;

/**
 * What the reader reaches on texts that rules were not made on, so that a new rule which helps one
 * set and harms another is noticed. Raised with each gain; the figures stand in
 * docs/reference/reading.md.
 */
final class UnseenFloorsTest {
    @Test
    void statementsOfTheTestSetAreFoundWithTheirSpeakers() throws IOException {
        StatementScore statements =
                ScoreSheet.of(GoldFiles.load("test"), new WithReader()).statements();
        assertThat(statements.rate(Closeness.EXACT, EnumSet.of(Form.DIRECT)).f1())
                .isGreaterThanOrEqualTo(0.84);
        assertThat(statements.rate(Closeness.EXACT, StatementScore.REPORTED).f1())
                .isGreaterThanOrEqualTo(0.68);
    }
}
