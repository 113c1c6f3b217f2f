package org.truce.reconcile.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Random;

/** What pairs weigh together, against every tree written down. */
final class TreesTest {
    /** How many trees join n is known: n to the power of n - 2 (A. Cayley 1889). */
    @ParameterizedTest
    @CsvSource({"2, 1, 1", "3, 3, 2", "4, 16, 3", "5, 125, 4", "5, 125, 5"})
    void isTheMeanOverEveryTree(int n, int trees, long seed) {
        double[][] weights = weights(n, new Random(seed));
        Every every = new Every(weights);

        assertThat(every.count).isEqualTo(trees);
        Trees by = new Trees(weights);
        assertThat(by.logMean())
                .as("seed %d", seed)
                .isCloseTo(Math.log(every.sum / trees), within(1e-9));
        double[][] edges = by.edges(weights);
        for (int one = 0; one < n; one++) {
            for (int other = 0; other < n; other++) {
                assertThat(edges[one][other])
                        .as("seed %d, %d with %d", seed, one, other)
                        .isCloseTo(every.ofPair[one][other] / every.sum, within(1e-9));
            }
        }
    }

    @Test
    void oneThatIsUnlikeTwoCopiesTakesNothingFromWhatTheySay() {
        double[][] weights = {{0, 100, 0.5}, {100, 0, 0.5}, {0.5, 0.5, 0}};

        double joined = new Trees(weights).logMean();

        assertThat(joined).isBetween(Math.log(100 * 0.5 / 2), Math.log(100 * 0.5));
    }

    private static double[][] weights(int n, Random random) {
        double[][] weights = new double[n][n];
        for (int one = 0; one < n; one++) {
            for (int other = 0; other < one; other++) {
                weights[one][other] = Math.exp(4 * random.nextGaussian());
                weights[other][one] = weights[one][other];
            }
        }
        return weights;
    }

    /** Each choice of n - 1 pairs that joins all. */
    private static final class Every {
        private final double[][] weights;
        private final double[][] ofPair;
        private int count;
        private double sum;

        Every(double[][] weights) {
            this.weights = weights;
            ofPair = new double[weights.length][weights.length];
            choose(0, 1, new boolean[weights.length][weights.length], weights.length - 1, 1);
        }

        private void choose(int one, int other, boolean[][] chosen, int left, double product) {
            if (left == 0) {
                add(chosen, product);
                return;
            }
            if (one == weights.length - 1) {
                return;
            }
            int nextOne = other == weights.length - 1 ? one + 1 : one;
            int nextOther = other == weights.length - 1 ? one + 2 : other + 1;
            choose(nextOne, nextOther, chosen, left, product);
            chosen[one][other] = true;
            choose(nextOne, nextOther, chosen, left - 1, product * weights[one][other]);
            chosen[one][other] = false;
        }

        private void add(boolean[][] chosen, double product) {
            Roots roots = Roots.ofEach(weights.length);
            int joined = 1;
            for (int one = 0; one < weights.length; one++) {
                for (int other = 0; other < weights.length; other++) {
                    if (chosen[one][other] && roots.find(one) != roots.find(other)) {
                        roots.join(one, other);
                        joined++;
                    }
                }
            }
            if (joined == weights.length) {
                count++;
                sum += product;
                for (int one = 0; one < weights.length; one++) {
                    for (int other = 0; other < weights.length; other++) {
                        boolean edge = chosen[one][other] || chosen[other][one];
                        ofPair[one][other] += edge ? product : 0;
                    }
                }
            }
        }
    }
}
