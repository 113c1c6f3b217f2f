package org.truce.assess.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

final class HotSpotScanTest {
    private static final ZoneLimits HALF = new ZoneLimits(0.5, 1000);
    private static final Intervals WEEK = new Intervals.UpToNow(7, 1);

    @Test
    void theSameOnAnyNumberOfThreads() {
        CountTable counts = invented(20, 30, 0.3, 11);
        Zones zones = Zones.byShareOfCounts(counts, HALF);
        ScanSettings settings = new ScanSettings(new Intervals.AnyTime(5), 199, 4);
        HotSpots alone =
                HotSpotScan.scan(counts, zones, new Model.PermutedDays(), settings, Runnable::run);
        try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
            assertThat(HotSpotScan.scan(counts, zones, new Model.PermutedDays(), settings, pool))
                    .isEqualTo(alone);
        }
        assertThat(alone.clusters()).isNotEmpty();
        assertThat(HotSpotScan.scan(
                        counts,
                        zones,
                        new Model.PermutedDays(),
                        new ScanSettings(new Intervals.AnyTime(5), 199, 5),
                        Runnable::run))
                .isNotEqualTo(alone);
    }

    @Test
    void clustersAreApartAndInOrder() {
        CountTable counts = invented(30, 20, 0.5, 12);
        HotSpots found = HotSpotScan.scan(
                counts,
                Zones.byShareOfCounts(counts, HALF),
                new Model.PermutedDays(),
                new ScanSettings(new Intervals.AnyTime(7), 99, 1),
                Runnable::run);
        assertThat(found.clusters()).hasSizeGreaterThan(2);
        for (int i = 0; i < found.clusters().size(); i++) {
            Cluster one = found.clusters().get(i);
            assertThat(one.recurrenceIntervalDays()).isEmpty();
            for (Cluster better : found.clusters().subList(0, i)) {
                assertThat(better.score()).isGreaterThanOrEqualTo(one.score() - 1e-9);
                assertThat(better.pValue()).isLessThanOrEqualTo(one.pValue());
                assertThat(Collections.disjoint(better.places(), one.places())
                                || better.lastDay().isBefore(one.firstDay())
                                || one.lastDay().isBefore(better.firstDay()))
                        .isTrue();
            }
        }
    }

    /**
     * Three incidents at one place on the last of two days, three elsewhere on the first: of the 20
     * ways to deal out three late days to six incidents one has them all at the one place. The
     * other place has them all in another one, and a table with two late ones at a place scores
     * less. So chance does as well in 2 of 20.
     */
    @Test
    void anExactPValue() {
        Sites two = sites(2);
        CountTable counts = CountTable.of(two, TinyWorld.days(2), new int[][] {{0, 3}, {3, 0}});
        int replicates = 19_999;
        Cluster best = HotSpotScan.scan(
                        counts,
                        Zones.byShareOfCounts(counts, HALF),
                        new Model.PermutedDays(),
                        new ScanSettings(new Intervals.UpToNow(1, 7), replicates, 3),
                        Runnable::run)
                .clusters()
                .getFirst();
        assertThat(best.observed()).isEqualTo(3);
        assertThat(best.expected()).isCloseTo(1.5, within(1e-12));
        // 3 ln 2 + 3 ln(3 / 4.5)
        assertThat(best.score()).isCloseTo(3 * Math.log(4 / 3.0), within(1e-12));
        assertThat(best.pValue()).isCloseTo(0.1, within(4 * Math.sqrt(0.1 * 0.9 / replicates)));
        assertThat(best.recurrenceIntervalDays().orElseThrow())
                .isCloseTo(7 / best.pValue(), within(1e-9));
    }

    /**
     * One place, one day, 2 expected, 6 counted: the best score of chance is as high when it has 6
     * or more, of which the Poisson probability is 1 - 5 terms.
     */
    @Test
    void anExactPValueOfPoissonCounts() {
        double below = 0;
        double term = Math.exp(-2);
        for (int k = 0; k < 6; k++) {
            below += term;
            term *= 2.0 / (k + 1);
        }
        CountTable counts = CountTable.of(sites(1), TinyWorld.days(1), new int[][] {{6}});
        int replicates = 19_999;
        Cluster best = HotSpotScan.scan(
                        counts,
                        Zones.byShareOfPlaces(counts.sites(), new ZoneLimits(1, 0)),
                        new Model.PoissonCounts(ExpectedTable.of(new double[][] {{2}})),
                        new ScanSettings(WEEK, replicates, 3),
                        Runnable::run)
                .clusters()
                .getFirst();
        double p = 1 - below;
        assertThat(best.score()).isCloseTo(6 * Math.log(3) - 4, within(1e-12));
        assertThat(best.pValue()).isCloseTo(p, within(4 * Math.sqrt(p / replicates)));
    }

    @Test
    void aPlaceAndADayThatAlwaysHaveMoreAreNoHotSpot() {
        // Ranks one: every count is a place's share of its day.
        int[][] product = new int[4][6];
        for (int site = 0; site < 4; site++) {
            for (int day = 0; day < 6; day++) {
                product[site][day] = (site == 2 ? 10 : 1) * (day == 5 ? 7 : 2);
            }
        }
        CountTable counts = CountTable.of(sites(4), TinyWorld.days(6), product);
        HotSpots found = HotSpotScan.scan(
                counts,
                Zones.byShareOfPlaces(counts.sites(), HALF),
                new Model.PermutedDays(),
                new ScanSettings(WEEK, 99, 1),
                Runnable::run);
        assertThat(found.clusters()).isEmpty();
    }

    @Test
    void nothingCountedIsNoHotSpot() {
        CountTable none = CountTable.of(sites(3), TinyWorld.days(4), List.of());
        double[][] means = new double[3][4];
        for (double[] ofSite : means) {
            Arrays.fill(ofSite, 0.1);
        }
        ExpectedTable expected = ExpectedTable.of(means);
        for (Model model : List.of(
                new Model.PermutedDays(),
                new Model.PoissonCounts(expected),
                new Model.SharedTotal(expected))) {
            assertThat(HotSpotScan.scan(
                                    none,
                                    Zones.byShareOfPlaces(none.sites(), HALF),
                                    model,
                                    new ScanSettings(WEEK, 9, 1),
                                    Runnable::run)
                            .clusters())
                    .isEmpty();
        }
    }

    @Test
    void oneReportAloneIsNoHotSpot() {
        CountTable one = CountTable.of(sites(3), TinyWorld.days(4), List.of(occurrence(1, 3)));
        CountTable two = CountTable.of(
                sites(3), TinyWorld.days(4), List.of(occurrence(1, 3), occurrence(1, 3)));
        double[][] means = new double[3][4];
        for (double[] ofSite : means) {
            Arrays.fill(ofSite, 1e-3);
        }
        assertThat(foundAmong(one, means)).isEmpty();
        assertThat(foundAmong(two, means)).hasSize(1);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        CountTable counts = invented(3, 4, 1, 1);
        Zones others = Zones.byShareOfPlaces(sites(2), HALF);
        ScanSettings settings = new ScanSettings(WEEK, 9, 1);
        assertThatThrownBy(() -> HotSpotScan.scan(
                        counts, others, new Model.PermutedDays(), settings, Runnable::run))
                .hasMessageContaining("other places");
        assertThatThrownBy(() -> foundAmong(counts, new double[][] {{1, 1, 1, 1}}))
                .hasMessageContaining("1 sites");
        assertThatThrownBy(() -> foundAmong(counts, new double[][] {{1}, {1}, {1}}))
                .hasMessageContaining("1 days");
        assertThatThrownBy(() -> ExpectedTable.of(new double[][] {{0}}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CountTable.of(sites(1), TinyWorld.days(1), new int[][] {{-1}}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> CountTable.of(sites(1), TinyWorld.days(2), List.of(occurrence(1, 0))))
                .hasMessageContaining("town 1");
        assertThatThrownBy(
                        () -> CountTable.of(sites(1), TinyWorld.days(2), List.of(occurrence(0, 2))))
                .hasMessageContaining("2017-05-03");
        assertThatThrownBy(() -> new Days(TinyWorld.FIRST, TinyWorld.FIRST.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Intervals.UpToNow(0, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Intervals.UpToNow(1, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ScanSettings(WEEK, 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void moreCylindersThanFitAreRefused() {
        CountTable counts = invented(60, 365, 0.1, 1);
        Zones zones = Zones.byShareOfPlaces(counts.sites(), new ZoneLimits(1, 1000));
        ScanSettings settings = new ScanSettings(new Intervals.AnyTime(365), 9, 1);
        assertThatThrownBy(() -> HotSpotScan.scan(
                        counts, zones, new Model.PermutedDays(), settings, Runnable::run))
                .hasMessageContaining("use smaller zones");
    }

    private static List<Cluster> foundAmong(CountTable counts, double[][] means) {
        return HotSpotScan.scan(
                        counts,
                        Zones.byShareOfPlaces(counts.sites(), HALF),
                        new Model.PoissonCounts(ExpectedTable.of(means)),
                        new ScanSettings(WEEK, 99, 1),
                        Runnable::run)
                .clusters();
    }

    private static CountTable.Occurrence occurrence(int site, int day) {
        return new CountTable.Occurrence("town " + site, TinyWorld.FIRST.plusDays(day));
    }

    private static Sites sites(int count) {
        return TinyWorld.sites(count, 1);
    }

    private static CountTable invented(int sites, int days, double mean, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return CountTable.of(
                TinyWorld.sites(sites, seed),
                TinyWorld.days(days),
                TinyWorld.poisson(TinyWorld.means(sites, days, mean, random), random));
    }
}
