package org.truce.assess.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.assess.GammaPoisson;
import org.truce.assess.Rate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

final class SingleChangeTest {
    private static final GammaPoisson.Prior ONE_IN_ONE = new GammaPoisson.Prior(1, 1);

    /** British coal mining disasters of each year from 1851 to 1962 (Jarrett 1979): 191. */
    private static final int[] COAL = {
        4, 5, 4, 1, 0, 4, 3, 4, 0, 6, 3, 3, 4, 0, 2, 6, 3, 3, 5, 4, 5, 3, 1, 4, 4, 1, 5, 5, 3, 4, 2,
        5, 2, 2, 3, 4, 2, 1, 3, 2, 2, 1, 1, 1, 1, 3, 0, 0, 1, 0, 1, 1, 0, 0, 3, 1, 0, 3, 2, 2, 0, 1,
        1, 1, 0, 1, 0, 1, 0, 0, 0, 2, 1, 0, 0, 0, 1, 1, 0, 2, 3, 3, 1, 1, 2, 1, 1, 1, 1, 2, 3, 3, 0,
        0, 0, 1, 4, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 1
    };

    private static final int YEAR_BEFORE_COAL = 1850;

    @Test
    void theCoalMiningDisasters() {
        assertThat(Arrays.stream(COAL).sum()).isEqualTo(191);
        SingleChange coal = change(years(COAL));
        assertThat(coal.periods()).isEqualTo(112);
        assertThat(YEAR_BEFORE_COAL + coal.mode()).isEqualTo(1891);
        assertThat(coal.probabilityOf(1891 - YEAR_BEFORE_COAL)).isCloseTo(.24502, within(5e-6));
        assertThat(coal.probabilityOf(1890 - YEAR_BEFORE_COAL)).isCloseTo(.18476, within(5e-6));
        assertThat(coal.probabilityOf(1889 - YEAR_BEFORE_COAL)).isCloseTo(.14316, within(5e-6));
        assertThat(coal.between(0.95))
                .isEqualTo(new SingleChange.Between(
                        1886 - YEAR_BEFORE_COAL, 1896 - YEAR_BEFORE_COAL, 0.95));
        assertThat(coal.beforePerDay()).isCloseTo(3.064235, within(5e-7));
        assertThat(coal.afterPerDay()).isCloseTo(.9223675, within(5e-8));
        assertThat(coal.logBayesFactor()).isCloseTo(28.94225, within(5e-6));
        assertThat(coal.probability()).isGreaterThan(1 - 1e-12).isLessThanOrEqualTo(1);
    }

    /** m(1, 1) = 1/4, m(0, 1) = 1/2, m(1, 2) = 1/9: the factor is 9/8, its probability 9/17. */
    @Test
    void oneEventInTheFirstOfTwoPeriods() {
        SingleChange change = change(years(1, 0));
        assertThat(change.mode()).isEqualTo(1);
        assertThat(change.probabilityOf(1)).isEqualTo(1);
        assertThat(change.between(0.9)).isEqualTo(new SingleChange.Between(1, 1, 0.9));
        assertThat(change.beforePerDay()).isCloseTo(1, within(1e-12));
        assertThat(change.afterPerDay()).isCloseTo(0.5, within(1e-12));
        assertThat(change.logBayesFactor()).isCloseTo(Math.log(9 / 8.0), within(1e-12));
        assertThat(change.probability()).isCloseTo(9 / 17.0, within(1e-12));
    }

    /**
     * Two days and one: m(2, 2) m(0, 1) = 2/27 x 1/2 = 1/27, m(0, 1) m(2, 2) likewise where the
     * first is the short one, and no change has m(2, 3) = 2/64.
     */
    @Test
    void periodsOfUnequalLength() {
        SingleChange change = change(List.of(new Rate(2, 2), new Rate(0, 1)));
        assertThat(change.logBayesFactor()).isCloseTo(Math.log(32 / 27.0), within(1e-12));
        assertThat(change(List.of(new Rate(0, 1), new Rate(2, 2))).logBayesFactor())
                .isCloseTo(change.logBayesFactor(), within(1e-12));
    }

    @Test
    void onePeriodOrNoneHasNoChange() {
        assertThat(SingleChange.find(List.of(), ONE_IN_ONE)).isEmpty();
        assertThat(SingleChange.find(years(5), ONE_IN_ONE)).isEmpty();
    }

    /** Of k of n years m is 1 / (1 + k): a short quiet end says least of its rate. */
    @Test
    void noEventAtAllSpeaksAgainstAChange() {
        SingleChange quiet = change(years(new int[50]));
        assertThat(quiet.logBayesFactor()).isNegative();
        assertThat(quiet.probability()).isLessThan(0.5);
        assertThat(quiet.probabilityOf(1)).isCloseTo(quiet.probabilityOf(49), within(1e-12));
        assertThat(quiet.probabilityOf(1) / quiet.probabilityOf(25))
                .isCloseTo(26 * 26 / (2.0 * 50), within(1e-9));
        assertThat(quiet.beforePerDay()).isCloseTo(quiet.afterPerDay(), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatHoldsOfEverySeries(long seed) {
        List<Rate> series = drawn(new Random(seed));
        SingleChange change = change(series);
        int n = change.periods();
        assertThat(IntStream.range(1, n).mapToDouble(change::probabilityOf).sum())
                .as("seed %d", seed)
                .isCloseTo(1, within(1e-12));
        for (double level : new double[] {0.5, 0.9, 0.99}) {
            SingleChange.Between between = change.between(level);
            assertThat(IntStream.rangeClosed(between.first(), between.last())
                            .mapToDouble(change::probabilityOf)
                            .sum())
                    .as("seed %d", seed)
                    .isGreaterThanOrEqualTo(level - 1e-12);
        }

        SingleChange mirrored = change(series.reversed());
        for (int k = 1; k < n; k++) {
            assertThat(mirrored.probabilityOf(n - k))
                    .as("seed %d", seed)
                    .isCloseTo(change.probabilityOf(k), within(1e-9));
        }
        assertThat(mirrored.beforePerDay()).isCloseTo(change.afterPerDay(), within(1e-9));
        assertThat(mirrored.logBayesFactor()).isCloseTo(change.logBayesFactor(), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7, 8})
    void anotherUnitOfTimeScalesTheRatesAndNothingElse(long seed) {
        List<Rate> series = drawn(new Random(seed));
        SingleChange inDays = change(series);
        SingleChange inHours = SingleChange.find(
                        series.stream()
                                .map(rate -> new Rate(rate.events(), rate.days() * 24))
                                .toList(),
                        new GammaPoisson.Prior(1, 24))
                .orElseThrow();
        assertThat(inHours.beforePerDay() * 24)
                .as("seed %d", seed)
                .isCloseTo(inDays.beforePerDay(), within(1e-9));
        assertThat(inHours.afterPerDay() * 24).isCloseTo(inDays.afterPerDay(), within(1e-9));
        assertThat(inHours.mode()).isEqualTo(inDays.mode());
        assertThat(inHours.between(0.9)).isEqualTo(inDays.between(0.9));
        assertThat(inHours.logBayesFactor()).isCloseTo(inDays.logBayesFactor(), within(1e-9));
    }

    @Test
    void withoutAProperPriorOrALevelThereIsNoAnswer() {
        List<Rate> series = years(COAL);
        assertThatThrownBy(() -> SingleChange.find(series, GammaPoisson.Prior.JEFFREYS))
                .isInstanceOf(IllegalArgumentException.class);
        SingleChange change = change(series);
        assertThatThrownBy(() -> change.between(95)).isInstanceOf(IllegalArgumentException.class);
    }

    private static SingleChange change(List<Rate> series) {
        return SingleChange.find(series, ONE_IN_ONE).orElseThrow();
    }

    private static List<Rate> years(int... events) {
        return Arrays.stream(events).mapToObj(count -> new Rate(count, 1)).toList();
    }

    private static List<Rate> drawn(Random random) {
        List<Rate> series = new ArrayList<>();
        int periods = 2 + random.nextInt(30);
        for (int i = 0; i < periods; i++) {
            series.add(new Rate(random.nextInt(8), 0.5 + random.nextInt(31)));
        }
        return series;
    }
}
