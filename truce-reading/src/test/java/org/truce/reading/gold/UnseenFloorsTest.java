package org.truce.reading.gold;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.truce.reading.statement.Form;

import java.io.IOException;
import java.util.EnumSet;
import java.util.stream.Stream;

/**
 * What the reader reaches on each set, so that a new rule which helps one and harms another is
 * noticed. Raised with each gain; the figures stand in docs/reference/reading.md.
 */
final class UnseenFloorsTest {
    /**
     * @param direct F1 of direct quotations, span and speaker
     * @param reported F1 of what is indirect or mixed, span and speaker
     * @param kinds macro-averaged F1 of the kinds of what was found
     */
    record Floor(String set, double direct, double reported, double kinds) {}

    static Stream<Floor> floors() {
        return Stream.of(
                new Floor("dev", 0.99, 0.97, 0.86),
                new Floor("dev2", 0.95, 0.93, 0.83),
                new Floor("test-a", 0.93, 0.87, 0.85),
                new Floor("dev4", 0.88, 0.67, 0.76),
                new Floor("dev5", 0.64, 0.89, 0.75),
                new Floor("test-b", 0.94, 0.81, 0.64));
    }

    @ParameterizedTest
    @MethodSource("floors")
    void statementsAreFoundWithTheirSpeakersAndKinds(Floor floor) throws IOException {
        StatementScore statements =
                ScoreSheet.of(GoldFiles.load(floor.set()), new WithReader()).statements();
        assertThat(statements.rate(Closeness.EXACT, EnumSet.of(Form.DIRECT)).f1())
                .isGreaterThanOrEqualTo(floor.direct());
        assertThat(statements.rate(Closeness.EXACT, StatementScore.REPORTED).f1())
                .isGreaterThanOrEqualTo(floor.reported());
        assertThat(statements.kindsOfPairs().macroF1()).isGreaterThanOrEqualTo(floor.kinds());
    }
}
