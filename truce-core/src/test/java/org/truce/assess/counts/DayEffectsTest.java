package org.truce.assess.counts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.truce.assess.Interval;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

final class DayEffectsTest {
    private static final LocalDate FIRST = LocalDate.of(2016, 1, 1);

    /** Fridays half as loud as other days, and a year that swings by a factor of four. */
    private static double usual(LocalDate day) {
        double season = Math.exp(0.7 * Math.sin(2 * Math.PI * day.getDayOfYear() / 365.25));
        return season * (day.getDayOfWeek() == DayOfWeek.FRIDAY ? 0.5 : 1);
    }

    private static DailyCounts drawn(Random random, LocalDate first, int days, double perDay) {
        List<CountedDay> list = new ArrayList<>();
        for (int i = 0; i < days; i++) {
            LocalDate day = first.plusDays(i);
            list.add(CountedDay.whole(day, Drawn.poisson(random, perDay * usual(day))));
        }
        return new DailyCounts(list);
    }

    @Test
    void weekdaysAndSeasonAreFound() {
        long seed = 5L;
        Random random = new Random(seed);
        DayEffects effects = DayEffects.of(
                drawn(random, FIRST, 731, 4), drawn(random, FIRST.plusDays(731), 365, 2));
        double friday = 0;
        double other = 0;
        for (WeighedDay day : effects.before()) {
            double share = day.exposureDays() / usual(day.day());
            if (day.day().getDayOfWeek() == DayOfWeek.FRIDAY) {
                friday += share / 104;
            } else {
                other += share / (731 - 104);
            }
        }
        assertThat(friday / other).as("seed %d", seed).isCloseTo(1, within(0.15));
        for (WeighedDay day : effects.before()) {
            if (day.day().getDayOfWeek() != DayOfWeek.FRIDAY) {
                assertThat(day.exposureDays() / usual(day.day()) / other)
                        .as("seed %d, %s", seed, day)
                        .isCloseTo(1, within(0.25));
            }
        }
        assertThat(effects.before().stream()
                                .mapToDouble(WeighedDay::exposureDays)
                                .sum()
                        + effects.during().stream()
                                .mapToDouble(WeighedDay::exposureDays)
                                .sum())
                .isCloseTo(1096, within(1e-6));
        assertThat(effects.varianceInflation()).isBetween(1.0, 1.5);
    }

    /** Eighteen months and then the loud half of a year: the same rates but for the season. */
    @Test
    void aSeasonIsNotTakenForAChange() {
        long seed = 77L;
        Random random = new Random(seed);
        int held = 0;
        int runs = 60;
        for (int i = 0; i < runs; i++) {
            Interval interval = RatioWithBursts.of(
                            drawn(random, FIRST, 731, 1),
                            drawn(random, FIRST.plusDays(731), 180, 1))
                    .posteriorInterval(0.9);
            held += interval.low() <= 1 && 1 <= interval.high() ? 1 : 0;
        }
        assertThat(held / (double) runs).as("seed %d", seed).isBetween(0.8, 0.98);
    }

    @Test
    void aShortSeriesIsTakenAsItIs() {
        DailyCounts before = Drawn.counts(FIRST, 3, 0, 1);
        DailyCounts during = Drawn.counts(FIRST.plusDays(3), 0, 2);
        DayEffects effects = DayEffects.of(before, during);
        assertThat(effects.varianceInflation()).isEqualTo(1);
        assertThat(effects.before())
                .containsExactly(
                        new WeighedDay(FIRST, 3, 1),
                        new WeighedDay(FIRST.plusDays(1), 0, 1),
                        new WeighedDay(FIRST.plusDays(2), 1, 1));
    }

    @Test
    void equationsAreSolved() {
        double[] x = new Symmetric(new double[][] {{4, 2, 0}, {2, 5, 3}, {0, 3, 6}})
                .solve(new double[] {8, 21, 24});
        assertThat(x).containsExactly(new double[] {1, 2, 3}, within(1e-12));
    }
}
