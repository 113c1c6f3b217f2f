package org.truce.assess.scan;

import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.truce.base.LatLon;

import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Places strewn over a square of about 100 km, days from 1 May 2017, and counts by a seed. */
final class TinyWorld {
    private TinyWorld() {}

    static final LocalDate FIRST = LocalDate.of(2017, 5, 1);

    static Sites sites(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new Sites(IntStream.range(0, count)
                .mapToObj(i -> new Site(
                        "town " + i,
                        new LatLon(32.5 + random.nextDouble(), 36 + random.nextDouble())))
                .toList());
    }

    static Days days(int count) {
        return new Days(FIRST, FIRST.plusDays(count - 1L));
    }

    /** Poisson counts; a mean of 0 gives 0. */
    static int[][] poisson(double[][] means, SplittableRandom random) {
        int[][] counts = new int[means.length][];
        for (int site = 0; site < means.length; site++) {
            counts[site] = new int[means[site].length];
            for (int day = 0; day < counts[site].length; day++) {
                counts[site][day] = PoissonDistribution.of(means[site][day])
                        .inverseCumulativeProbability(random.nextDouble());
            }
        }
        return counts;
    }

    /** Some towns have many times as many as others; every seventh day has twice as many. */
    static double[][] means(int sites, int days, double mean, SplittableRandom random) {
        double[][] means = new double[sites][days];
        for (double[] ofSite : means) {
            double town = mean * Math.exp(random.nextGaussian() - 0.5);
            for (int day = 0; day < days; day++) {
                ofSite[day] = town * (day % 7 == 4 ? 2 : 1) * 7 / 8;
            }
        }
        return means;
    }
}
