package org.truce.assess.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Two places and four days, of which the last two are scanned; by site: before, day 3, day 4. */
final class ChanceTest {
    private static final int DRAWS = 40_000;
    private static final long SEED = 5;
    private static final Span SPAN = Span.of(new Intervals.UpToNow(2, 1), 4);
    private static final CountTable COUNTS = CountTable.of(
            TinyWorld.sites(2, 1), TinyWorld.days(4), new int[][] {{4, 0, 1, 2}, {0, 1, 0, 4}});
    private static final ExpectedTable EXPECTED =
            ExpectedTable.of(new double[][] {{1, 1, 0.5, 1.5}, {2, 1, 0.25, 0.75}});

    /** Each draw keeps the totals, 7 and 5 by site and 5, 1 and 6 by slot. */
    @Test
    void permutingKeepsTheTotalsOfPlacesAndDays() {
        SplittableRandom random = new SplittableRandom(SEED);
        Chance chance = chance(new Model.PermutedDays());
        for (int i = 0; i < 1000; i++) {
            int[] drawn = new int[6];
            chance.draw(random, drawn);
            assertThat(drawn[0] + drawn[1] + drawn[2]).isEqualTo(7);
            assertThat(drawn[3] + drawn[4] + drawn[5]).isEqualTo(5);
            assertThat(drawn[0] + drawn[3]).isEqualTo(5);
            assertThat(drawn[1] + drawn[4]).isEqualTo(1);
            assertThat(drawn[2] + drawn[5]).isEqualTo(6);
        }
    }

    /** Hypergeometric: mean n K / N, variance that times (1 - K / N) (N - n) / (N - 1). */
    @Test
    void permutingIsHypergeometric() {
        Drawn drawn = drawn(new Model.PermutedDays());
        double mean = 7 * 6 / 12.0;
        double variance = mean * (1 - 6 / 12.0) * (12 - 7) / (12 - 1);
        assertThat(drawn.mean[2]).as("seed %d", SEED).isCloseTo(mean, within(slack(variance)));
        assertThat(drawn.variance[2]).isCloseTo(variance, within(0.05 * variance));
        assertThat(drawn.mean[3]).isCloseTo(5 * 5 / 12.0, within(slack(2)));
    }

    /** Poisson: means and variances are what is expected; before the span nothing is drawn. */
    @Test
    void poissonCounts() {
        Drawn drawn = drawn(new Model.PoissonCounts(EXPECTED));
        double[] means = {0, 0.5, 1.5, 0, 0.25, 0.75};
        for (int slot = 0; slot < means.length; slot++) {
            assertThat(drawn.mean[slot])
                    .as("seed %d, slot %d", SEED, slot)
                    .isCloseTo(means[slot], within(slack(means[slot])));
            assertThat(drawn.variance[slot])
                    .as("seed %d, slot %d", SEED, slot)
                    .isCloseTo(means[slot], within(0.06 * means[slot] + 1e-12));
        }
    }

    /** Multinomial: 12 with the shares of 8 that are expected, variance 12 p (1 - p). */
    @Test
    void sharesOfATotal() {
        Drawn drawn = drawn(new Model.SharedTotal(EXPECTED));
        double[] shares = {2 / 8.0, 0.5 / 8, 1.5 / 8, 3 / 8.0, 0.25 / 8, 0.75 / 8};
        for (int slot = 0; slot < shares.length; slot++) {
            double variance = 12 * shares[slot] * (1 - shares[slot]);
            assertThat(drawn.mean[slot])
                    .as("seed %d, slot %d", SEED, slot)
                    .isCloseTo(12 * shares[slot], within(slack(variance)));
            assertThat(drawn.variance[slot])
                    .as("seed %d, slot %d", SEED, slot)
                    .isCloseTo(variance, within(0.06 * variance));
        }
        assertThat(Arrays.stream(drawn.mean).sum()).isCloseTo(12, within(1e-9));
    }

    /** The exact probability of each number: its own share and what others leave to it. */
    @Test
    void anAliasTableSharesOutExactly() {
        double[] weights = new double[101];
        SplittableRandom random = new SplittableRandom(SEED);
        Arrays.setAll(weights, i -> i % 5 == 0 ? 0 : Math.pow(random.nextDouble(), 4));
        Chance.Alias table = Chance.Alias.of(weights);
        double[] share = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            double kept = (table.kept()[i] >>> 1) / 0x1p63;
            share[i] += kept / weights.length;
            share[table.alias()[i]] += (1 - kept) / weights.length;
        }
        double sum = Arrays.stream(weights).sum();
        for (int i = 0; i < weights.length; i++) {
            assertThat(share[i]).isCloseTo(weights[i] / sum, within(1e-12));
        }
    }

    private record Drawn(double[] mean, double[] variance) {}

    private static Drawn drawn(Model model) {
        SplittableRandom random = new SplittableRandom(SEED);
        Chance chance = chance(model);
        double[] sum = new double[6];
        double[] squares = new double[6];
        for (int i = 0; i < DRAWS; i++) {
            int[] drawn = new int[6];
            chance.draw(random, drawn);
            for (int slot = 0; slot < 6; slot++) {
                sum[slot] += drawn[slot];
                squares[slot] += drawn[slot] * drawn[slot];
            }
        }
        double[] mean = Arrays.stream(sum).map(all -> all / DRAWS).toArray();
        double[] variance = new double[6];
        Arrays.setAll(variance, slot -> squares[slot] / DRAWS - mean[slot] * mean[slot]);
        return new Drawn(mean, variance);
    }

    private static Chance chance(Model model) {
        return Chance.of(COUNTS, model, SPAN, Expectation.bySlot(COUNTS, model, SPAN));
    }

    /** Four standard errors of a mean. */
    private static double slack(double variance) {
        return 4 * Math.sqrt(variance / DRAWS) + 1e-12;
    }
}
