package org.truce.assess.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.truce.base.LatLon;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Emergency visits for fever in New York City by postal code, 1 to 24 November 2001: the example of
 * SaTScan's user guide for the space-time permutation scan, with its data. What SaTScan 10.1.2
 * makes of it, within 3 km and 7 days, is published with a repository of JTSALAH on GitHub
 * (rsatscan, ss/NYCfever.clustermap.html). Its p-values are 50, 119 and 200 207ths: it stopped
 * early, once 50 replicates exceeded the best cluster.
 */
final class NewYorkFeverTest {
    private static final int REPLICATES = 9_999;

    private static final HotSpots FOUND = scan();

    @Test
    void itHasItsPlacesAndCases() throws IOException {
        CountTable fever = fever();
        assertThat(fever.sites().count()).isEqualTo(192);
        assertThat(fever.total()).isEqualTo(194);
    }

    @Test
    void theBestCluster() {
        Cluster best = FOUND.clusters().getFirst();
        assertThat(best.firstDay()).isEqualTo(LocalDate.of(2001, 11, 22));
        assertThat(best.lastDay()).isEqualTo(LocalDate.of(2001, 11, 24));
        assertThat(best.observed()).isEqualTo(4);
        assertThat(best.expected()).isCloseTo(.67, within(.005));
        assertThat(best.observedOverExpected()).isCloseTo(5.97, within(.005));
        assertThat(best.pValue()).isCloseTo(.242, within(luck(.242)));
        assertThat(best.recurrenceIntervalDays().orElseThrow())
                .isCloseTo(1 / best.pValue(), within(1e-12));
        assertThat(ids(best))
                .containsExactly(
                        "11375", "11415", "11416", "11417", "11418", "11419", "11421", "11435",
                        "11451");
    }

    @Test
    void theSecondAndTheThird() {
        Cluster second = FOUND.clusters().get(1);
        assertThat(ids(second)).containsExactly("11372");
        assertThat(second.firstDay()).isEqualTo(LocalDate.of(2001, 11, 24));
        assertThat(second.observed()).isEqualTo(2);
        assertThat(second.observedOverExpected()).isCloseTo(12.13, within(.005));
        assertThat(second.pValue()).isCloseTo(.575, within(luck(.575)));

        Cluster third = FOUND.clusters().get(2);
        assertThat(ids(third)).containsExactly("10472");
        assertThat(third.firstDay()).isEqualTo(LocalDate.of(2001, 11, 23));
        assertThat(third.observed()).isEqualTo(2);
        assertThat(third.observedOverExpected()).isCloseTo(6.81, within(.005));
        assertThat(third.pValue()).isCloseTo(.966, within(luck(.966)));
    }

    /**
     * The p-values of an independent permutation of the same data in NumPy, 6,000 replicates, with
     * a slack of four standard errors of the difference.
     */
    @Test
    void thePValuesOfAnotherProgram() {
        double[] others = {.2046, .4959, .9612};
        for (int i = 0; i < others.length; i++) {
            double variance = others[i] * (1 - others[i]) * (1.0 / 6000 + 1.0 / REPLICATES);
            assertThat(FOUND.clusters().get(i).pValue())
                    .isCloseTo(others[i], within(4 * Math.sqrt(variance)));
        }
    }

    /** Of more replicates a few have a lower best score than a cluster that SaTScan leaves out. */
    @Test
    void theRestAreWhatChanceMakesNearlyAlways() {
        assertThat(FOUND.clusters().subList(3, FOUND.clusters().size()))
                .allMatch(cluster -> cluster.pValue() > .99);
        assertThat(FOUND.score()).isEqualTo(new Score.PopulationBased(194));
    }

    /** Three standard errors of the difference to a p-value from 206 replicates. */
    private static double luck(double pValue) {
        return 3 * Math.sqrt(pValue * (1 - pValue) * (1 / 207.0 + 1.0 / REPLICATES));
    }

    private static HotSpots scan() {
        try {
            CountTable fever = fever();
            return HotSpotScan.scan(
                    fever,
                    Zones.byShareOfCounts(fever, new ZoneLimits(0.5, 3)),
                    new Model.PermutedDays(),
                    new ScanSettings(new Intervals.UpToNow(7, 1), REPLICATES, 20_011_124),
                    Runnable::run);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static List<String> ids(Cluster cluster) {
        return cluster.places().stream().map(Site::id).toList();
    }

    private static CountTable fever() throws IOException {
        List<Site> sites = new ArrayList<>();
        List<CountTable.Occurrence> cases = new ArrayList<>();
        LocalDate november = LocalDate.of(2001, 11, 1);
        for (String line : lines("new-york-fever.csv")) {
            String[] cells = line.split(",", -1);
            double lat = Double.parseDouble(cells[1]);
            sites.add(new Site(cells[0], new LatLon(lat, Double.parseDouble(cells[2]))));
            for (String day : cells[3].isEmpty() ? new String[0] : cells[3].split(" ")) {
                cases.add(new CountTable.Occurrence(
                        cells[0], november.withDayOfMonth(Integer.parseInt(day))));
            }
        }
        Days days = new Days(november, november.withDayOfMonth(24));
        return CountTable.of(new Sites(sites), days, cases);
    }

    private static List<String> lines(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(NewYorkFeverTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        }
    }
}
