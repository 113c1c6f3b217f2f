package org.truce.assess.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.truce.assess.GammaPoisson;
import org.truce.assess.Rate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

final class RunLengthTest {
    private static final GammaPoisson.Prior ONE_IN_ONE = new GammaPoisson.Prior(1, 1);

    private static List<Rate> days(int... counts) {
        List<Rate> days = new ArrayList<>();
        for (int count : counts) {
            days.add(new Rate(count, 1));
        }
        return days;
    }

    /** Computed with another program. */
    @Test
    void twoQuietDaysAndALoudOne() {
        RunLength run = RunLength.after(days(0, 0, 5), ONE_IN_ONE, 0.1);

        assertThat(run.probabilityOf(0)).isCloseTo(0.1, within(1e-6));
        assertThat(run.probabilityOf(1)).isCloseTo(0.595640, within(1e-6));
        assertThat(run.probabilityOf(2)).isCloseTo(0.072404, within(1e-6));
        assertThat(run.probabilityOf(3)).isCloseTo(0.231956, within(1e-6));
        assertThat(run.logEvidence()).isCloseTo(-7.172639474, within(1e-8));
        assertThat(run.mode()).isEqualTo(1);
        assertThat(run.probabilityOfAtMost(2)).isCloseTo(0.768044, within(1e-6));
        assertThat(run.probabilityOfAtMost(9)).isCloseTo(1, within(1e-9));
    }

    /** Every way in which changes may lie between the days, one by one. */
    @Test
    void itIsTheSumOverAllWaysToCutTheSeries() {
        Random random = new Random(12);
        for (int trial = 0; trial < 20; trial++) {
            int n = 1 + random.nextInt(7);
            List<Rate> series = new ArrayList<>();
            for (int k = 0; k < n; k++) {
                series.add(new Rate(random.nextInt(6), 0.5 + random.nextDouble()));
            }
            double hazard = 0.05 + 0.5 * random.nextDouble();
            double[] byRun = new double[n + 1];
            for (int cuts = 0; cuts < 1 << n; cuts++) {
                double probability = 1;
                int from = 0;
                int last = 0;
                for (int k = 0; k < n; k++) {
                    boolean cut = (cuts >> k & 1) == 1;
                    probability *= cut ? hazard : 1 - hazard;
                    if (cut) {
                        probability *= evidence(series.subList(from, k + 1));
                        from = k + 1;
                        last = k + 1;
                    }
                }
                probability *= evidence(series.subList(from, n));
                byRun[n - last] += probability;
            }
            double all = java.util.Arrays.stream(byRun).sum();

            RunLength run = RunLength.after(series, ONE_IN_ONE, hazard);

            assertThat(run.logEvidence()).as("seed 12").isCloseTo(Math.log(all), within(1e-9));
            for (int length = 0; length <= n; length++) {
                assertThat(run.probabilityOf(length)).isCloseTo(byRun[length] / all, within(1e-9));
            }
        }
    }

    /** Of the counts of one run: Gamma(1 + N) / (1 + T)^(1 + N) and the days, over factorials. */
    private static double evidence(List<Rate> run) {
        double shape = 1;
        double days = 1;
        double evidence = 1;
        for (Rate seen : run) {
            for (int k = 1; k <= seen.events(); k++) {
                evidence *= (shape + k - 1) / k;
            }
            evidence *= Math.pow(days / (days + seen.days()), shape)
                    * Math.pow(seen.days() / (days + seen.days()), seen.events());
            shape += seen.events();
            days += seen.days();
        }
        return evidence;
    }

    @Test
    void refusesWhatHasNoPosterior() {
        assertThatThrownBy(() -> RunLength.after(List.of(), ONE_IN_ONE, 0.1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RunLength.after(days(1), GammaPoisson.Prior.JEFFREYS, 0.1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RunLength.after(days(1), ONE_IN_ONE, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
