package org.truce.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.truce.assess.HandRecord.question;

import org.junit.jupiter.api.Test;
import org.truce.base.Phrases;
import org.truce.base.PlacePrecision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Wolves are excluded; reds are not. Twelve towns on a line, about 8 km apart, over one year. */
final class ConcentrationTest {
    private static final LocalDate LAST = LocalDate.of(2018, 6, 30);
    private static final int DAYS = 365;
    private static final int TOWNS = 12;

    /** How many reports of a town on a day, and in what share of them wolves are named. */
    private interface Town {
        double reports(int town, int daysAgo);

        double wolves(int town, int daysAgo);
    }

    private static List<Further.HotSpot> concentrations(Town town, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        HandRecord record = HandRecord.square().with(HandRecord.uneven("live"));
        int id = 0;
        for (int daysAgo = DAYS - 1; daysAgo >= 0; daysAgo--) {
            for (int at = 0; at < TOWNS; at++) {
                double mean = town.reports(at, daysAgo);
                int count = (int) mean + (random.nextDouble() < mean - (int) mean ? 1 : 0);
                for (int k = 0; k < count; k++) {
                    boolean wolves = random.nextDouble() < town.wolves(at, daysAgo);
                    record.with(new HandReport(
                                    "live", "R" + id++, LAST.minusDays(daysAgo).toString())
                            .source("origin " + random.nextInt(3))
                            .at(
                                    "Town " + at,
                                    String.format(Locale.ROOT, "%.3f,36.25", 32.05 + 0.075 * at),
                                    PlacePrecision.TOWN)
                            .by(wolves ? "wolves" : "reds")
                            .report());
                }
            }
        }
        Evidence evidence = record.evidence();
        Window window = new Window(
                Windows.asked(
                                question("2018-01-01", LAST.toString()).from(),
                                question("2018-01-01", LAST.toString()).to(),
                                HandRecord.DAMASCUS)
                        .period(),
                HandRecord.DAMASCUS);
        return new ExcludedWatch(evidence, window, new HotSpotSearch(window, Runnable::run))
                .of(evidence.listIncidents()).stream()
                        .flatMap(group -> group.concentrations().stream())
                        .toList();
    }

    private static final Town EVEN = new Town() {
        @Override
        public double reports(int town, int daysAgo) {
            return 0.5;
        }

        @Override
        public double wolves(int town, int daysAgo) {
            return 0.25;
        }
    };

    private static final Town GATHERING = new Town() {
        @Override
        public double reports(int town, int daysAgo) {
            return 0.5;
        }

        @Override
        public double wolves(int town, int daysAgo) {
            return (town == 3 || town == 4) && daysAgo < 21 ? 0.75 : 0.25;
        }
    };

    /** Six times as many reports from two towns of late, a quarter of them of wolves as ever. */
    private static final Town WATCHED_MORE = new Town() {
        @Override
        public double reports(int town, int daysAgo) {
            return (town == 3 || town == 4) && daysAgo < 21 ? 3 : 0.5;
        }

        @Override
        public double wolves(int town, int daysAgo) {
            return 0.25;
        }
    };

    private static int found(Town town, long firstSeed, int worlds) {
        int found = 0;
        for (int world = 0; world < worlds; world++) {
            found += concentrations(town, firstSeed + world).isEmpty() ? 0 : 1;
        }
        System.out.printf(
                "concentrations from seed %d: %d of %d worlds%n", firstSeed, found, worlds);
        return found;
    }

    /** In 5 % of worlds; of 60, 7 or more with probability 0.03. */
    @Test
    void chanceAndMoreReportsAreNoConcentration() {
        assertThat(found(EVEN, 1000, 60)).isLessThanOrEqualTo(6);
        assertThat(found(WATCHED_MORE, 2000, 60)).isLessThanOrEqualTo(6);
    }

    @Test
    void aThreefoldShareIsFound() {
        assertThat(found(GATHERING, 3000, 40)).isGreaterThanOrEqualTo(32);
    }

    @Test
    void itIsWhereItIsAndSaidAsAPossibility() {
        List<Further.HotSpot> spots = new ArrayList<>();
        for (long seed = 3000; spots.isEmpty(); seed++) {
            spots.addAll(concentrations(GATHERING, seed));
        }
        Further.HotSpot spot = spots.getFirst();
        assertThat(spot.observed()).isGreaterThan((int) (2 * spot.expected()));
        assertThat(spot.first()).isAfterOrEqualTo(LAST.minusDays(27));
        assertThat(spot.incidentIds()).hasSize(spot.observed());
        assertThat(Phrases.in("en").say("assess.further-concentration"))
                .contains("may be gathering")
                .contains("whether it has a base there, they do not show");
    }
}
