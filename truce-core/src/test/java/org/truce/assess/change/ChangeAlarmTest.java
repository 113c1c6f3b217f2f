package org.truce.assess.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.truce.assess.Rate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

final class ChangeAlarmTest {
    private static final double SHARE = 0.05;
    private static final int BEFORE = 180;
    private static final int LOOKS = 60;

    private static List<Rate> of(int daysBefore, int before, int recent) {
        List<Rate> days = new ArrayList<>(Collections.nCopies(daysBefore, new Rate(0, 1)));
        days.addAll(Collections.nCopies(ChangeAlarm.FORTNIGHT, new Rate(0, 1)));
        for (int k = 0; k < before; k++) {
            int day = k % daysBefore;
            days.set(day, new Rate(days.get(day).events() + 1, 1));
        }
        days.set(daysBefore, new Rate(recent, 1));
        return days;
    }

    /**
     * 42 days with one each, and 14 with 4 in all: of 46 at most 4 with a chance of one quarter
     * each. Of counts that may scatter more the tail is wider, though these give no sign of it.
     */
    @Test
    void theTailIsThatOfTheBinomial() {
        ChangeAlarm alarm = ChangeAlarm.find(of(42, 42, 4), SHARE).orElseThrow();

        double tail = 0;
        double term = Math.pow(0.75, 46);
        for (int k = 0; k <= 4; k++) {
            tail += term;
            term *= (46.0 - k) / (k + 1) / 3;
        }
        assertThat(alarm.tail()).isBetween(tail, 1.3 * tail);
        assertThat(alarm.higher()).isFalse();
        assertThat(alarm.seen()).isEqualTo(4);
        assertThat(alarm.expected()).isCloseTo(14, within(1e-12));
        assertThat(ChangeAlarm.find(of(42, 42, 8), SHARE)).isEmpty();
        assertThat(ChangeAlarm.find(of(42, 42, 30), SHARE).orElseThrow().higher())
                .isTrue();
    }

    @Test
    void withoutAUsualTimeOrAnyEventThereIsNone() {
        assertThat(ChangeAlarm.find(of(27, 0, 90), SHARE)).isEmpty();
        assertThat(ChangeAlarm.find(of(28, 0, 90), SHARE)).isPresent();
        assertThat(ChangeAlarm.find(of(60, 0, 0), SHARE)).isEmpty();
        assertThat(ChangeAlarm.find(of(60, 60, 0), SHARE)).isPresent();
    }

    /** The share of days with an alarm where the rate stays as it is. */
    private static double falseShare(long seed, Function<Random, List<Rate>> world) {
        Random random = new Random(seed);
        int sounded = 0;
        int looks = 0;
        for (int trial = 0; trial < 1_000; trial++) {
            List<Rate> days = world.apply(random);
            for (int day = BEFORE; day < BEFORE + LOOKS; day += 3) {
                looks++;
                if (ChangeAlarm.find(days.subList(0, day), SHARE).isPresent()) {
                    sounded++;
                }
            }
        }
        return sounded / (double) looks;
    }

    @Test
    void inAThousandCeasefiresWithoutAChangeItSoundsOnAtMostTheStatedShareOfDays() {
        for (double perDay : new double[] {0.2, 1, 4}) {
            double share = falseShare(31, random -> Invented.days(random, perDay, BEFORE + LOOKS));
            assertThat(share).as("seed 31, %s a day", perDay).isBetween(0.003, SHARE);
        }
    }

    @Test
    void burstsDoNotMakeItCryWolf() {
        for (double size : new double[] {2, 4}) {
            double share =
                    falseShare(32, random -> Invented.bursts(random, 1, size, BEFORE + LOOKS));
            assertThat(share).as("seed 32, bursts of %s", size).isLessThanOrEqualTo(SHARE + 0.01);
        }
    }

    @Test
    void aHalvingAtOneADayIsSeenWithinAFortnight() {
        Random random = new Random(33);
        int[] delays = new int[1_000];
        for (int trial = 0; trial < delays.length; trial++) {
            List<Rate> days = new ArrayList<>(Invented.days(random, 1, BEFORE));
            days.addAll(Invented.days(random, 0.5, LOOKS));
            int delay = 1;
            while (delay < LOOKS
                    && ChangeAlarm.find(days.subList(0, BEFORE + delay), SHARE)
                            .filter(alarm -> !alarm.higher())
                            .isEmpty()) {
                delay++;
            }
            delays[trial] = delay;
        }
        Arrays.sort(delays);
        assertThat(delays[delays.length / 2]).as("seed 33").isLessThanOrEqualTo(14);
    }
}
