package org.truce.assess.counts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.assess.Interval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

final class ScoresTest {
    private static final Offset<Double> TO_THE_PRINTED_DIGITS = within(6e-10);

    /** Case 8, computed with NumPy by summing. */
    @Test
    void crpsOfSmallCases() {
        assertThat(new Poisson(3).crps(5)).isCloseTo(1.313114437, TO_THE_PRINTED_DIGITS);
        assertThat(new NegativeBinomial(2, 4).crps(0)).isCloseTo(2.176, TO_THE_PRINTED_DIGITS);
        assertThat(new NegativeBinomial(2, 4).crps(10))
                .isCloseTo(4.545952638, TO_THE_PRINTED_DIGITS);
        assertThat(new Sample(List.of(0, 1, 2, 3, 4)).crps(2)).isCloseTo(.4, within(1e-12));
    }

    /** A value of the tests of the Python package scoringrules, which has it from R's. */
    @Test
    void crpsOfPoissonAsPublished() {
        assertThat(new Poisson(3).crps(1)).isCloseTo(1.143447, within(5e-7));
    }

    /** The tests of R's scoringRules (Jordan, Krueger and Lerch 2019), by chance of no event. */
    @ParameterizedTest
    @CsvSource({
        "5, 100, 0.95, 0.53215257681",
        "44, 200.1, 0.82, 1.70859687251",
        "41, 200.1, 0.83, 1.63833674721",
        "222, 2000.1, 0.9, 3.66926727576",
        "2222, 20000.1, 0.9, 11.6114812752",
        "1999797667, 200000.1, 0.0001, 1045062.81311"
    })
    void crpsOfNegativeBinomialsAsPublished(int came, double size, double p, double crps) {
        assertThat(new NegativeBinomial(size, size * (1 - p) / p).crps(came) / crps)
                .isCloseTo(1, within(2e-8));
    }

    @Test
    void closedFormsAreTheSum() {
        long seed = 1_846L;
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            double mean = Math.exp(random.nextDouble() * 8 - 3);
            double size = Math.exp(random.nextDouble() * 6 - 2);
            int came = random.nextInt(2 + (int) (2 * mean));
            for (CountDistribution said : List.of(
                    new Poisson(mean),
                    new NegativeBinomial(size, mean),
                    new Mixture(List.of(
                            new Mixture.Part(0.3, new Poisson(mean)),
                            new Mixture.Part(0.7, new NegativeBinomial(size, mean)))))) {
                assertThat(said.crps(came))
                        .as("seed %d, draw %d: %s, %d", seed, i, said, came)
                        .isCloseTo(bruteForce(said, came), within(1e-5));
            }
        }
    }

    private static double bruteForce(CountDistribution said, int came) {
        double sum = 0;
        double atMost = 0;
        for (int k = 0; k < came || 1 - atMost > 1e-9; k++) {
            atMost += Math.exp(said.logProbability(k));
            sum += Math.pow(atMost - (k >= came ? 1 : 0), 2);
        }
        return sum;
    }

    @Test
    void probabilitiesSumToOneAndToTheDistributionFunctionAndToTheMean() {
        long seed = 417L;
        Random random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            double mean = Math.exp(random.nextDouble() * 6 - 2);
            double size = Math.exp(random.nextDouble() * 4 - 1);
            CountDistribution said = new Mixture(List.of(
                    new Mixture.Part(0.25, new Poisson(mean / 2)),
                    new Mixture.Part(0.75, new NegativeBinomial(size, mean))));
            double sum = 0;
            double expected = 0;
            int last = said.quantile(1 - 1e-12);
            for (int k = 0; k <= last; k++) {
                sum += said.probability(k);
                expected += k * said.probability(k);
                assertThat(said.probabilityAtMost(k))
                        .as("seed %d, draw %d, k %d", seed, i, k)
                        .isCloseTo(sum, within(1e-9));
            }
            assertThat(sum).as("seed %d, draw %d", seed, i).isCloseTo(1, within(1e-9));
            assertThat(expected)
                    .as("seed %d, draw %d", seed, i)
                    .isCloseTo(said.mean(), within(1e-6));
        }
    }

    @Test
    void quantilesAreTheFirstToReach() {
        // Poisson(1): P(0) = 0.368, P(at most 1) = 0.736, P(at most 2) = 0.920.
        assertThat(new Poisson(1).quantile(0.3)).isZero();
        assertThat(new Poisson(1).quantile(0.5)).isEqualTo(1);
        assertThat(new Poisson(1).quantile(0.9)).isEqualTo(2);
        assertThat(new Poisson(0).quantile(0.99)).isZero();
        assertThat(new Sample(List.of(7, 3)).quantile(0.5)).isEqualTo(3);
    }

    @Test
    void orderOfASampleOrOfPartsChangesNothing() {
        long seed = 99L;
        Random random = new Random(seed);
        List<Integer> counts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            counts.add(random.nextInt(30));
        }
        double crps = new Sample(counts).crps(12);
        Collections.shuffle(counts, random);
        assertThat(new Sample(counts).crps(12)).as("seed %d", seed).isEqualTo(crps);

        Mixture.Part light = new Mixture.Part(0.4, new Poisson(3));
        Mixture.Part heavy = new Mixture.Part(0.6, new Poisson(9));
        assertThat(new Mixture(List.of(light, heavy)))
                .isEqualTo(new Mixture(List.of(heavy, light)));
    }

    /** The distances of all pairs, one by one. */
    @Test
    void crpsOfASampleIsThatOfAllItsPairs() {
        List<Integer> counts = List.of(9, 0, 0, 4, 2, 2, 17);
        double distance = 0;
        double between = 0;
        for (int one : counts) {
            distance += Math.abs(one - 3);
            for (int other : counts) {
                between += Math.abs(one - other);
            }
        }
        assertThat(new Sample(counts).crps(3))
                .isCloseTo(distance / 7 - between / 49 / 2, within(1e-12));
    }

    @Test
    void logBrierAndIntervalScores() {
        // P(0) of Poisson(2) is exp(-2).
        assertThat(Scores.logScore(new Poisson(2), 0)).isCloseTo(2, within(1e-12));
        assertThat(Scores.logScore(new Poisson(0), 1)).isInfinite();
        assertThat(Scores.brier(0.8, true)).isCloseTo(0.04, within(1e-12));
        assertThat(Scores.brier(0.8, false)).isCloseTo(0.64, within(1e-12));
        // A 90 % interval pays 20 for each event outside.
        Interval interval = new Interval(2, 7, 0.9);
        assertThat(Scores.intervalScore(interval, 5)).isEqualTo(5);
        assertThat(Scores.intervalScore(interval, 8)).isCloseTo(5 + 20, within(1e-9));
        assertThat(Scores.intervalScore(interval, 0)).isCloseTo(5 + 40, within(1e-9));
    }

    @Test
    void refusesWhatHasNoMeaning() {
        assertThatThrownBy(() -> new Poisson(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NegativeBinomial(0, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Sample(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Mixture(List.of(new Mixture.Part(0.5, new Poisson(1)))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Scores.brier(1.1, true))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Poisson(1).quantile(1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
