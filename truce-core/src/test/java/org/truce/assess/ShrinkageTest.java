package org.truce.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

final class ShrinkageTest {
    /** Effects and standard errors of coaching in eight schools (Rubin 1981). */
    private static final double[][] SCHOOLS = {
        {28, 15}, {8, 10}, {-3, 16}, {7, 11}, {-1, 9}, {1, 11}, {18, 10}, {12, 18}
    };

    private static Shrinkage school(int number) {
        List<Shrinkage.Area> areas = new ArrayList<>();
        for (double[] school : SCHOOLS) {
            areas.add(new Shrinkage.Area(school[0], school[1] * school[1]));
        }
        Collections.swap(areas, 0, number);
        return new Shrinkage(areas);
    }

    /** From 200 draws in table 5.3 of Gelman et al. 2013: A -2, 10, 31; E -9, 5, 13. */
    @Test
    void theEightSchools() {
        assertThat(school(0).quantile(0.5)).isCloseTo(10, within(1.0));
        assertThat(school(0).quantile(0.025)).isCloseTo(-2, within(2.0));
        assertThat(school(0).quantile(0.975)).isCloseTo(31, within(3.0));
        assertThat(school(4).quantile(0.5)).isCloseTo(5, within(1.0));
        assertThat(school(4).quantile(0.025)).isCloseTo(-9, within(2.0));
    }

    @Test
    void tooFewAreasTeachNothing() {
        assertThatThrownBy(() ->
                        new Shrinkage(List.of(new Shrinkage.Area(0, 1), new Shrinkage.Area(1, 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Drawn together, areas' estimates are nearer to what is so than each by itself. */
    @Test
    void itIsNearerToTheTruthAndKnowsHowNear() {
        Random random = new Random(51);
        double own = 0;
        double drawn = 0;
        int held = 0;
        int trials = 600;
        for (int trial = 0; trial < trials; trial++) {
            List<Shrinkage.Area> areas = new ArrayList<>();
            double first = 0;
            for (int k = 0; k < 6; k++) {
                double truth = -0.5 + 0.3 * random.nextGaussian();
                first = k == 0 ? truth : first;
                areas.add(new Shrinkage.Area(truth + 0.4 * random.nextGaussian(), 0.16));
            }
            Further.Shrunk shrunk = new Shrinkage(areas).shrunk();
            own += Math.pow(areas.getFirst().ratio() - first, 2);
            drawn += Math.pow(Math.log(shrunk.ratio()) - first, 2);
            held += Math.log(shrunk.low()) <= first && first <= Math.log(shrunk.high()) ? 1 : 0;
        }
        assertThat(drawn / own).as("seed 51").isLessThan(0.75);
        assertThat(held / (double) trials).as("seed 51").isBetween(0.87, 0.95);
    }
}
