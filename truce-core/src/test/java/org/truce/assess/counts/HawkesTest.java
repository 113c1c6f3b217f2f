package org.truce.assess.counts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

final class HawkesTest {
    /** Case 9, computed with NumPy over all pairs. */
    @Test
    void logLikelihoodOfFiveEvents() {
        assertThat(new Hawkes(.3, .5, 1.2).logLikelihood(List.of(1.0, 1.5, 4.0, 4.2, 9.0), 10))
                .isCloseTo(-9.481345539, within(6e-10));
    }

    @Test
    void onePassIsTheSumOverAllPairs() {
        long seed = 1_971L;
        Random random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            Hawkes hawkes = new Hawkes(
                    0.1 + random.nextDouble(),
                    0.95 * random.nextDouble(),
                    0.1 + 3 * random.nextDouble());
            List<Double> times = Stream.generate(() -> 60 * random.nextDouble())
                    .limit(random.nextInt(80))
                    .sorted()
                    .toList();
            assertThat(hawkes.logLikelihood(times, 60))
                    .as("seed %d, draw %d: %s", seed, i, hawkes)
                    .isCloseTo(overAllPairs(hawkes, times), within(1e-8));
        }
    }

    private static double overAllPairs(Hawkes hawkes, List<Double> times) {
        double log = -60 * hawkes.backgroundPerDay();
        for (double time : times) {
            double rate = hawkes.backgroundPerDay();
            for (double earlier : times) {
                if (earlier < time) {
                    rate += hawkes.offspring()
                            * hawkes.decayPerDay()
                            * Math.exp(-hawkes.decayPerDay() * (time - earlier));
                }
            }
            log += Math.log(rate)
                    - hawkes.offspring() * (1 - Math.exp(-hawkes.decayPerDay() * (60 - time)));
        }
        return log;
    }

    @Test
    void withoutOffspringItIsPoisson() {
        assertThat(new Hawkes(0.5, 0, 1).logLikelihood(List.of(2.0, 3.0, 3.0), 10))
                .isCloseTo(3 * Math.log(0.5) - 5, within(1e-12));
        assertThat(new Hawkes(0.5, 0, 1).dispersion()).isEqualTo(1);
        assertThat(new Hawkes(0.5, 0.5, 1).meanPerDay()).isEqualTo(1);
        assertThat(new Hawkes(0.5, 0.5, 1).dispersion()).isEqualTo(4);
    }

    @Test
    void refusesWhatHasNoMeaning() {
        Hawkes hawkes = new Hawkes(0.5, 0.5, 1);
        assertThatThrownBy(() -> new Hawkes(0.5, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Hawkes(0, 0.5, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> hawkes.logLikelihood(List.of(2.0, 1.0), 10))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> hawkes.logLikelihood(List.of(11.0), 10))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
