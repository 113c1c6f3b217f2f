package org.truce.simulate.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** Against cases worked out by hand. */
final class ScoresTest {
    private static final Map<String, Integer> TRUTH =
            Map.of("a1", 1, "a2", 1, "a3", 1, "b1", 2, "b2", 2, "c1", 3);

    private static Scores.Group group(double probability, String... reports) {
        return new Scores.Group(List.of(reports), probability);
    }

    @Test
    void twoEventsTakenForOneAndAReportLost() {
        Scores scores = Scores.of(
                List.of(group(0.8, "a1", "a2", "b1", "b2"), group(1, "a3"), group(1, "c1")), TRUTH);

        // Six pairs said, two of them right; four to be found.
        assertThat(scores.precision()).isEqualTo(2.0 / 6, within(1e-12));
        assertThat(scores.recall()).isEqualTo(2.0 / 4, within(1e-12));
        assertThat(scores.f1()).isEqualTo(0.4, within(1e-12));
        // Four reports see half of their group right, two all of it.
        assertThat(scores.bCubedPrecision()).isEqualTo(4.0 / 6, within(1e-12));
        // a1, a2: 2/3; a3: 1/3; b1, b2, c1: 1.
        assertThat(scores.bCubedRecall()).isEqualTo(14.0 / 18, within(1e-12));
        assertThat(scores.bCubed()).isEqualTo(28.0 / 39, within(1e-12));
    }

    @Test
    void allRightIsOne() {
        Scores scores = Scores.of(
                List.of(group(1, "a1", "a2", "a3"), group(1, "b2", "b1"), group(1, "c1")), TRUTH);

        assertThat(scores.f1()).isEqualTo(1);
        assertThat(scores.bCubed()).isEqualTo(1);
        assertThat(scores.calibration().error()).isZero();
    }

    @Test
    void allApartFindsNothingAndSaysNothingWrong() {
        Scores scores =
                Scores.of(TRUTH.keySet().stream().map(id -> group(1, id)).toList(), TRUTH);

        assertThat(scores.precision()).isEqualTo(1);
        assertThat(scores.recall()).isZero();
        assertThat(scores.f1()).isZero();
    }

    @Test
    void calibrationIsTheDistanceInEachBin() {
        Map<String, Integer> truth =
                Map.of("a1", 1, "a2", 1, "b1", 2, "b2", 2, "c1", 3, "c2", 3, "d1", 4, "e1", 5);
        Scores.Calibration calibration = Scores.of(
                        List.of(
                                group(0.9, "a1", "a2"),
                                group(0.95, "d1", "e1"),
                                group(0.55, "b1", "b2"),
                                group(1, "c1", "c2")),
                        truth)
                .calibration();

        assertThat(calibration.groups()).containsExactly(0, 0, 0, 0, 0, 1, 0, 0, 0, 3);
        assertThat(calibration.right()).containsExactly(0, 0, 0, 0, 0, 1, 0, 0, 0, 2);
        // |2.85 - 2| + |0.55 - 1|, over four groups.
        assertThat(calibration.error()).isEqualTo(1.3 / 4, within(1e-12));
        assertThat(calibration.and(calibration).error()).isEqualTo(1.3 / 4, within(1e-12));
    }

    @Test
    void aLoneReportIsNoStatementAboutAnIncident() {
        assertThat(Scores.of(List.of(group(1, "a1")), TRUTH).calibration().groups())
                .containsOnly(0);
    }
}
