package org.truce.assess.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Random;

final class ScoreTest {
    private static final Score EXPECTATION = new Score.ExpectationBased();

    /** From the tests of SaTScan's Poisson likelihood, with the 1,175 cases of New Mexico. */
    @ParameterizedTest
    @CsvSource({"10, 1, 14.060436", "2, 1, .386720"})
    void newMexico(int count, double expected, double logRatio) {
        assertThat(new Score.PopulationBased(1175).of(count, expected))
                .isCloseTo(logRatio, within(1e-6));
    }

    /**
     * Leukaemia in upstate New York (Waller and Gotway 2005): 552 cases among 1,057,673 people in
     * 281 tracts. SaTScan 9.3.1 prints these six clusters with their people and log likelihood
     * ratios; the output is kept with the tests of the R package smerc (French). Fractions of cases
     * were rounded down.
     */
    @ParameterizedTest
    @CsvSource({
        "106, 119050, 14.780276",
        "42, 40696, 8.287056",
        "44, 45667, 7.199672",
        "25, 24571, 4.651839",
        "10, 6985, 3.773422",
        "11, 8839, 3.209485"
    })
    void newYorkLeukaemia(int count, int people, double logRatio) {
        assertThat(new Score.PopulationBased(552).of(count, 552.0 * people / 1_057_673))
                .isCloseTo(logRatio, within(5e-7));
    }

    /**
     * A table of the tests of the R package scanstatistics (Allevius 2018): two places, three days
     * back from the last, 0.5 and 2 expected a day. There as here the score is the difference of
     * the logarithms of two Poisson probabilities, at the rate that fits best and at the expected.
     */
    @ParameterizedTest
    @CsvSource({"1, .5", "3, 1", "3, 1.5", "21, 6", "24, 7.5", "0, 2", "1, 4", "4, 5"})
    void expectationBasedIsARatioOfPoissonProbabilities(int count, double expected) {
        double best = Math.max(count, expected);
        double ratio = PoissonDistribution.of(best).logProbability(count)
                - PoissonDistribution.of(expected).logProbability(count);
        assertThat(EXPECTATION.of(count, expected)).isCloseTo(ratio, within(1e-12));
    }

    /** Inside and outside are two Poisson counts, and the total has the rate that is expected. */
    @ParameterizedTest
    @CsvSource({"3, 1.5, 24", "20, 12, 24", "24, 12, 24", "1, 3, 24", "12, 12, 24"})
    void populationBasedIsARatioOfTwoPoissonProbabilities(int count, double expected, int total) {
        int outside = total - count;
        double alike = PoissonDistribution.of(expected).logProbability(count)
                + PoissonDistribution.of(total - expected).logProbability(outside);
        double apart = PoissonDistribution.of(count).logProbability(count)
                + (outside == 0 ? 0 : PoissonDistribution.of(outside).logProbability(outside));
        assertThat(new Score.PopulationBased(total).of(count, expected))
                .isCloseTo(count > expected ? apart - alike : 0, within(1e-9));
    }

    /** Inside and outside are two binomial counts, each at the share that fits it best. */
    @ParameterizedTest
    @CsvSource({"5, 7, 12, 60", "7, 7, 12, 60", "12, 20, 12, 60", "1, 7, 12, 60", "3, 15, 12, 60"})
    void shareBasedIsARatioOfTwoBinomialProbabilities(int count, int inside, int part, int all) {
        double share = (double) part / all;
        double alike = log(count, inside, share) + log(part - count, all - inside, share);
        double apart = log(count, inside, (double) count / inside)
                + log(part - count, all - inside, (double) (part - count) / (all - inside));
        assertThat(new Score.ShareBased(part, all).of(count, share * inside))
                .isCloseTo(count > share * inside ? apart - alike : 0, within(1e-9));
    }

    private static double log(int count, int trials, double share) {
        return BinomialDistribution.of(trials, share).logProbability(count);
    }

    @Test
    void noShareBasedScoreExceedsItsSquareBound() {
        long seed = 20_251_127;
        Random random = new Random(seed);
        for (int i = 0; i < 100_000; i++) {
            int all = 2 + random.nextInt(1000);
            int part = 1 + random.nextInt(all - 1);
            int inside = 1 + random.nextInt(all - 1);
            int least = Math.max(0, part - (all - inside));
            int count = least + random.nextInt(Math.min(inside, part) - least + 1);
            Score score = new Score.ShareBased(part, all);
            double expected = (double) part * inside / all;
            double over = Math.max(0, count - expected);
            assertThat(score.of(count, expected))
                    .as("seed %d: %d of %d, %d of %d", seed, count, inside, part, all)
                    .isLessThanOrEqualTo(
                            score.squareFactor(expected) * over * over * (1 + 1e-9) + 1e-9);
        }
    }

    @Test
    void noScoreExceedsItsSquareBound() {
        long seed = 20_250_101;
        Random random = new Random(seed);
        for (int i = 0; i < 100_000; i++) {
            int total = 1 + random.nextInt(1000);
            int count = random.nextInt(total + 1);
            double expected = Math.min(total, 1e-3 + random.nextDouble() * total / 2);
            for (Score score : new Score[] {EXPECTATION, new Score.PopulationBased(total)}) {
                double over = Math.max(0, count - expected);
                assertThat(score.of(count, expected))
                        .as("seed %d: %s of %d, %s", seed, score, count, expected)
                        .isLessThanOrEqualTo(
                                score.squareFactor(expected) * over * over * (1 + 1e-12));
            }
        }
    }

    @Test
    void noMoreThanAllCanBeInside() {
        Score score = new Score.PopulationBased(5);
        assertThat(score.of(5, 2)).isCloseTo(5 * Math.log(2.5), within(1e-12));
        assertThatThrownBy(() -> score.of(6, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Score.PopulationBased(-1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
