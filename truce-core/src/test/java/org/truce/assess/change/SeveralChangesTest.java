package org.truce.assess.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.truce.assess.Rate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

final class SeveralChangesTest {
    private static final int FIRST_YEAR_OF_NILE = 1871;

    /** Flow of the Nile at Aswan from 1871 to 1970, in 10^8 cubic metres (Cobb 1978). */
    private static final int[] NILE = {
        1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960,
        1180, 799, 958, 1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694,
        940, 833, 701, 916, 692, 1020, 1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764,
        821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897, 822,
        1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918,
        986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740
    };

    /** The sum of squares around the mean of a segment. */
    private static double squares(int[] values, int from, int to) {
        double mean = IntStream.range(from, to).map(k -> values[k]).average().orElseThrow();
        return IntStream.range(from, to)
                .mapToDouble(k -> (values[k] - mean) * (values[k] - mean))
                .sum();
    }

    /** The break after 1898, when the first dam was begun, is published (Cobb 1978). */
    @Test
    void theNileFellOnce() {
        double whole = squares(NILE, 0, NILE.length);

        List<Integer> cuts = SeveralChanges.find(
                NILE.length, (from, to) -> squares(NILE, from, to), whole / 4, 1);

        assertThat(whole).isCloseTo(2835156.750, within(1e-3));
        assertThat(cuts).hasSize(1);
        int cut = cuts.getFirst();
        assertThat(FIRST_YEAR_OF_NILE + cut - 1).isEqualTo(1898);
        assertThat(squares(NILE, 0, cut) + squares(NILE, cut, NILE.length))
                .isCloseTo(1597457.194, within(1e-3));
    }

    @Test
    void noWayToCutIsBetter() {
        Random random = new Random(21);
        for (int trial = 0; trial < 60; trial++) {
            int n = 1 + random.nextInt(11);
            int[] values = random.ints(n, 0, 8).toArray();
            double penalty = 6 * random.nextDouble();
            int least = 1 + random.nextInt(2);
            double best = Double.POSITIVE_INFINITY;
            for (int cuts = 0; cuts < 1 << (n - 1); cuts++) {
                List<Integer> these = new ArrayList<>();
                for (int k = 1; k < n; k++) {
                    if ((cuts >> (k - 1) & 1) == 1) {
                        these.add(k);
                    }
                }
                best = Math.min(best, cost(values, these, penalty, least));
            }

            List<Integer> found =
                    SeveralChanges.find(n, (from, to) -> squares(values, from, to), penalty, least);

            if (n >= least) {
                assertThat(cost(values, found, penalty, least))
                        .as("seed 21, trial %d", trial)
                        .isCloseTo(best, within(1e-9));
            }
        }
    }

    private static double cost(int[] values, List<Integer> cuts, double penalty, int least) {
        double cost = penalty * cuts.size();
        int from = 0;
        for (int k = 0; k <= cuts.size(); k++) {
            int to = k < cuts.size() ? cuts.get(k) : values.length;
            cost += to - from < least ? Double.POSITIVE_INFINITY : squares(values, from, to);
            from = to;
        }
        return cost;
    }

    @Test
    void aRateThatFallsAndRisesIsCutTwiceAndAnEvenOneSeldom() {
        Random random = new Random(22);
        int falseCuts = 0;
        int near = 0;
        for (int trial = 0; trial < 100; trial++) {
            falseCuts += SeveralChanges.find(series(random, 1, 1, 1)).size();
            List<Integer> cuts = SeveralChanges.find(series(random, 2, 0.4, 3));
            if (cuts.size() == 2
                    && Math.abs(cuts.get(0) - 80) <= 7
                    && Math.abs(cuts.get(1) - 160) <= 7) {
                near++;
            }
        }
        assertThat(falseCuts).as("seed 22").isLessThanOrEqualTo(5);
        assertThat(near).as("seed 22").isGreaterThanOrEqualTo(90);
    }

    private static List<Rate> series(Random random, double... rates) {
        List<Rate> days = new ArrayList<>();
        for (double rate : rates) {
            for (int day = 0; day < 80; day++) {
                days.add(new Rate(Invented.poisson(random, rate), 1));
            }
        }
        return days;
    }
}
