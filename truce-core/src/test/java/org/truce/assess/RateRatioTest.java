package org.truce.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Random;

final class RateRatioTest {
    /**
     * Case 10: 12 in 60 days before, 3 in 45 days during (computed with SciPy's F distribution).
     */
    private static final RateRatio CASE_10 = new RateRatio(new Rate(12, 60), new Rate(3, 45));

    @Test
    void posteriorOfTwelveAgainstThree() {
        assertThat(CASE_10.estimate().orElseThrow()).isCloseTo(1 / 3.0, within(1e-12));
        Interval interval = CASE_10.posteriorInterval(0.9);
        assertThat(interval.low()).isCloseTo(0.109687440757714, within(1e-8));
        assertThat(interval.high()).isCloseTo(0.8977651603575502, within(1e-8));
        assertThat(interval.level()).isEqualTo(0.9);
        assertThat(CASE_10.probabilityLower()).isCloseTo(0.9674995408839653, within(1e-10));
        assertThat(CASE_10.probabilityBelowHalf()).isCloseTo(0.7262001972043842, within(1e-10));
        assertThat(CASE_10.probabilityBelow(0.5)).isEqualTo(CASE_10.probabilityBelowHalf());
    }

    @Test
    void exactIntervalIsThatOfRsPoissonTest() {
        // Case 3: poisson.test(c(127, 64), c(41, 71)); the unit of time does not matter.
        RateRatio ratio = new RateRatio(new Rate(64, 71), new Rate(127, 41));
        assertThat(ratio.estimate().orElseThrow()).isCloseTo(3.436357, within(5e-7));
        Interval interval = ratio.exactInterval(0.95);
        assertThat(interval.low()).isCloseTo(2.525106, within(5e-7));
        assertThat(interval.high()).isCloseTo(4.716407, within(5e-7));
    }

    @Test
    void exactProbabilityIsThatOfRsPoissonTest() {
        assertThat(CASE_10.exactPValue()).isCloseTo(0.11471506731579739, within(1e-12));
        // The most probable outcome is no surprise, and none of none neither.
        assertThat(new RateRatio(new Rate(4, 30), new Rate(4, 30)).exactPValue())
                .isCloseTo(1, within(1e-12));
        assertThat(new RateRatio(new Rate(0, 30), new Rate(0, 10)).exactPValue())
                .isEqualTo(1);
        // Two of two during a quarter of the time: 1/16; none of two is the rest's 9/16 and more.
        assertThat(new RateRatio(new Rate(0, 30), new Rate(2, 10)).exactPValue())
                .isCloseTo(1 / 16.0, within(1e-12));
    }

    @Test
    void exactIntervalAtTheEdges() {
        // None during in equal days: P(none | share s of n) = (1-s)^n = 0.025, as odds 0.025^(-1/n)
        // - 1.
        Interval none = new RateRatio(new Rate(5, 30), new Rate(0, 30)).exactInterval(0.95);
        assertThat(none.low()).isZero();
        assertThat(none.high()).isCloseTo(Math.pow(0.025, -1 / 5.0) - 1, within(1e-8));
        Interval noneBefore = new RateRatio(new Rate(0, 30), new Rate(5, 30)).exactInterval(0.95);
        assertThat(noneBefore.low()).isCloseTo(1 / (Math.pow(0.025, -1 / 5.0) - 1), within(1e-8));
        assertThat(noneBefore.high()).isInfinite();
    }

    @Test
    void withoutAnEventBeforeThereIsNoEstimateButAPosterior() {
        RateRatio ratio = new RateRatio(new Rate(0, 30), new Rate(0, 30));
        assertThat(ratio.estimate()).isEmpty();
        // Two equal posteriors: as likely lower as higher.
        assertThat(ratio.probabilityLower()).isCloseTo(0.5, within(1e-9));
        // F with 1 and 1 degrees of freedom: P(F < x) = 2/pi atan(sqrt x).
        assertThat(ratio.probabilityBelow(3)).isCloseTo(2.0 / 3, within(1e-9));
    }

    @Test
    void refusesWhatHasNoMeaning() {
        assertThatThrownBy(() -> new Rate(-1, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rate(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rate(1, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CASE_10.posteriorInterval(1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CASE_10.probabilityBelow(0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anotherUnitOfTimeChangesNothingAndSwappingGivesTheReciprocal() {
        long seed = 20_170_709L;
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            Rate before = new Rate(random.nextInt(60), 1 + random.nextInt(400));
            Rate during = new Rate(random.nextInt(60), 1 + random.nextInt(400));
            RateRatio ratio = new RateRatio(before, during);
            RateRatio inHours = new RateRatio(inHours(before), inHours(during));
            RateRatio swapped = new RateRatio(during, before);
            String which = "seed %d, draw %d: %s".formatted(seed, i, ratio);
            Interval interval = ratio.posteriorInterval(0.9);
            Interval back = swapped.posteriorInterval(0.9);
            assertThat(inHours.posteriorInterval(0.9).low() / interval.low())
                    .as(which)
                    .isCloseTo(1, within(1e-5));
            assertThat(inHours.probabilityLower())
                    .as(which)
                    .isCloseTo(ratio.probabilityLower(), within(1e-10));
            assertThat(back.low() * interval.high()).as(which).isCloseTo(1, within(1e-4));
            assertThat(back.high() * interval.low()).as(which).isCloseTo(1, within(1e-4));
            assertThat(swapped.probabilityLower())
                    .as(which)
                    .isCloseTo(1 - ratio.probabilityLower(), within(1e-9));
            assertThat(ratio.probabilityBelow(interval.high()))
                    .as(which)
                    .isCloseTo(0.95, within(1e-6));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.5, 1, 2})
    void ninetyPercentIntervalsHoldTheTruthNineTimesInTen(double truth) {
        long seed = 4_171_918L;
        Random random = new Random(seed);
        int runs = 4_000;
        int held = 0;
        for (int i = 0; i < runs; i++) {
            Rate before = new Rate(poisson(random, 30), 100);
            Rate during = new Rate(poisson(random, 0.3 * truth * 60), 60);
            Interval interval = new RateRatio(before, during).posteriorInterval(0.9);
            if (interval.low() <= truth && truth <= interval.high()) {
                held++;
            }
        }
        assertThat(held / (double) runs)
                .as("share of intervals that hold %s, seed %d", truth, seed)
                .isBetween(0.87, 0.93);
    }

    private static Rate inHours(Rate rate) {
        return new Rate(rate.events(), rate.days() * 24);
    }

    /** Knuth's method; fine for means below a hundred. */
    private static int poisson(Random random, double mean) {
        double limit = Math.exp(-mean);
        int events = 0;
        for (double product = random.nextDouble();
                product > limit;
                product *= random.nextDouble()) {
            events++;
        }
        return events;
    }
}
