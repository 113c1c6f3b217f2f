package org.truce.assess.change;

import org.truce.assess.Rate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Counts of invented days. */
final class Invented {
    private Invented() {}

    /** By multiplying uniform numbers (Knuth, The Art of Computer Programming, section 3.4.1). */
    static int poisson(Random random, double mean) {
        double bar = Math.exp(-mean);
        int count = -1;
        for (double product = 1; product > bar; count++) {
            product *= random.nextDouble();
        }
        return count;
    }

    static List<Rate> days(Random random, double perDay, int days) {
        List<Rate> series = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            series.add(new Rate(poisson(random, perDay), 1));
        }
        return series;
    }

    /** On so many days that each brings {@code size} events on average, over some days after it. */
    static List<Rate> bursts(Random random, double perDay, double size, int days) {
        int[] counts = new int[days + 30];
        for (int day = 0; day < days + 20; day++) {
            for (int burst = poisson(random, perDay / size); burst > 0; burst--) {
                for (int event = 1 + poisson(random, size - 1); event > 0; event--) {
                    counts[day + random.nextInt(5)]++;
                }
            }
        }
        List<Rate> series = new ArrayList<>();
        for (int day = 10; day < days + 10; day++) {
            series.add(new Rate(counts[day], 1));
        }
        return series;
    }
}
