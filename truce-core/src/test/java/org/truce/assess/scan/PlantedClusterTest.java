package org.truce.assess.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Worlds without a hot spot and worlds with one: 60 towns of very unequal size, twelve weeks with a
 * busy day in each, 0.3 incidents a town and day on average. The planted one has three times as
 * many in five neighbouring towns for a week, where about 20 are usual. With fewer incidents or a
 * shorter history permuted days find less: docs/reference/hotspots.md.
 */
final class PlantedClusterTest {
    private static final int TOWNS = 60;
    private static final int DAYS = 84;
    private static final double MEAN = 0.3;
    private static final int REPLICATES = 99;
    private static final int WORLDS = 200;
    private static final int WORLDS_AT_ANY_TIME = 20;
    private static final int USUAL = 20;

    /**
     * With no hot spot the number of worlds with p <= .05 is binomial with a probability of at most
     * .05, so of 200 at most 10 on average, with a standard deviation of 3.1; 20 or more come in
     * three of a thousand such tests.
     */
    private static final int MOST_FALSE = 19;

    private enum Kind {
        PERMUTED_DAYS,
        POISSON_COUNTS,
        SHARED_TOTAL;

        Model of(double[][] means) {
            return switch (this) {
                case PERMUTED_DAYS -> new Model.PermutedDays();
                case POISSON_COUNTS -> new Model.PoissonCounts(ExpectedTable.of(means));
                case SHARED_TOTAL -> new Model.SharedTotal(ExpectedTable.of(means));
            };
        }
    }

    private record Planted(Set<Site> places, double usual) {}

    @ParameterizedTest
    @EnumSource
    void withoutAHotSpotFewAreFound(Kind kind) {
        int found = (int) IntStream.range(0, WORLDS)
                .filter(world -> {
                    SplittableRandom random = new SplittableRandom(100_000 + world);
                    double[][] means = TinyWorld.means(TOWNS, DAYS, MEAN, random);
                    HotSpots spots = scan(means, means, kind, new Intervals.UpToNow(7, 1), world);
                    return isFound(spots);
                })
                .count();
        System.out.printf("%s: %d of %d worlds without a hot spot%n", kind, found, WORLDS);
        assertThat(found).as("worlds 100000 and on").isBetween(1, MOST_FALSE);
    }

    @ParameterizedTest
    @EnumSource
    void aThreefoldOneIsFound(Kind kind) {
        int found = plantedAndFound(kind, new Intervals.UpToNow(7, 1), DAYS - 7, WORLDS);
        System.out.printf("%s: %d of %d planted hot spots%n", kind, found, WORLDS);
        assertThat(found).as("worlds 200000 and on").isGreaterThanOrEqualTo(WORLDS * 4 / 5);
    }

    /** Of many more runs of days chance makes better ones, so that fewer hot spots stand out. */
    @Test
    void atAnyTimeMostAreFound() {
        int found = plantedAndFound(
                Kind.PERMUTED_DAYS, new Intervals.AnyTime(7), DAYS / 2, WORLDS_AT_ANY_TIME);
        System.out.printf("at any time: %d of %d%n", found, WORLDS_AT_ANY_TIME);
        assertThat(found).as("worlds 200000 and on").isGreaterThan(WORLDS_AT_ANY_TIME / 2);
    }

    private static int plantedAndFound(Kind kind, Intervals intervals, int start, int worlds) {
        int found = 0;
        for (int world = 0; world < worlds; world++) {
            SplittableRandom random = new SplittableRandom(200_000 + world);
            double[][] means = TinyWorld.means(TOWNS, DAYS, MEAN, random);
            Planted planted = usual(world, means, start);
            double[][] truth = Arrays.stream(means).map(double[]::clone).toArray(double[][]::new);
            List<Site> sites = TinyWorld.sites(TOWNS, world).list();
            planted.places().forEach(place -> {
                double[] ofPlace = truth[sites.indexOf(place)];
                for (int day = start; day < start + 7; day++) {
                    ofPlace[day] *= 3;
                }
            });
            HotSpots spots = scan(truth, means, kind, intervals, world);
            if (isFound(spots) && overlaps(spots.clusters().getFirst(), planted, start)) {
                found++;
            }
        }
        return found;
    }

    /** The five neighbouring towns that come closest to the usual number in a week. */
    private static Planted usual(int world, double[][] means, int start) {
        List<Site> sites = TinyWorld.sites(TOWNS, world).list();
        return sites.stream()
                .map(middle -> {
                    Set<Site> nearest = new HashSet<>(sites.stream()
                            .sorted(Comparator.comparingDouble(
                                    site -> site.point().kmTo(middle.point())))
                            .limit(5)
                            .toList());
                    double usual = nearest.stream()
                            .mapToDouble(site -> Arrays.stream(
                                            means[sites.indexOf(site)], start, start + 7)
                                    .sum())
                            .sum();
                    return new Planted(nearest, usual);
                })
                .min(Comparator.comparingDouble(planted -> Math.abs(planted.usual() - USUAL)))
                .orElseThrow();
    }

    private static HotSpots scan(
            double[][] truth, double[][] means, Kind kind, Intervals intervals, int world) {
        SplittableRandom random = new SplittableRandom(300_000 + world);
        CountTable counts = CountTable.of(
                TinyWorld.sites(TOWNS, world),
                TinyWorld.days(DAYS),
                TinyWorld.poisson(truth, random));
        return HotSpotScan.scan(
                counts,
                Zones.byShareOfPlaces(counts.sites(), new ZoneLimits(0.5, 1000)),
                kind.of(means),
                new ScanSettings(intervals, REPLICATES, world),
                Runnable::run);
    }

    private static boolean isFound(HotSpots spots) {
        return !spots.clusters().isEmpty() && spots.clusters().getFirst().pValue() <= 0.05;
    }

    private static boolean overlaps(Cluster cluster, Planted planted, int start) {
        return !Collections.disjoint(cluster.places(), planted.places())
                && !cluster.firstDay().isAfter(TinyWorld.FIRST.plusDays(start + 6L))
                && !cluster.lastDay().isBefore(TinyWorld.FIRST.plusDays(start));
    }
}
