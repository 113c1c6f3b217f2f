package org.truce.reconcile.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** What points stand for that many share, against the nearest found by going through all. */
final class DistrictsTest {
    private static final double[] CLASS_KM = {1, 15};

    /** Near the equator a degree is as long in both directions. */
    private static final double KM_A_DEGREE = Accounts.KM_A_DEGREE;

    private record Given(double eastKm, double northKm, int placeClass, int day) {}

    private static Accounts accounts(List<Given> given) {
        List<Accounts.Row> rows = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Given one = given.get(i);
            rows.add(new Accounts.Row(
                    "%04d".formatted(i),
                    i % 2,
                    one.day(),
                    one.day(),
                    one.northKm() / KM_A_DEGREE,
                    one.eastKm() / KM_A_DEGREE,
                    one.placeClass(),
                    new int[0],
                    Set.of()));
        }
        return new Accounts(rows, 2, List.of(), 2, Ties.NONE);
    }

    private static Districts districts(Accounts accounts, double share) {
        double[] weight = new double[accounts.size];
        Arrays.fill(weight, share);
        return new Districts(accounts, weight, CLASS_KM);
    }

    /** Each middle twice, and nothing else. */
    private static Accounts middles(List<double[]> middles) {
        List<Given> given = new ArrayList<>();
        for (double[] middle : middles) {
            given.add(new Given(middle[0], middle[1], 1, 0));
            given.add(new Given(middle[0], middle[1], 1, 0));
        }
        return accounts(given);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void eachStandsForWhatLiesNearestToIt(long seed) {
        Random random = new Random(seed);
        List<double[]> middles = new ArrayList<>();
        for (int row = 0; row < 5; row++) {
            for (int column = 0; column < 5; column++) {
                middles.add(new double[] {
                    40 * column + random.nextDouble(-10, 10), 40 * row + random.nextDouble(-10, 10)
                });
            }
        }
        Accounts accounts = middles(middles);
        Districts districts = districts(accounts, 1);

        for (int k = 0; k < 200; k++) {
            double east = random.nextDouble(20, 140);
            double north = random.nextDouble(20, 140);
            double[] far = middles.stream()
                    .mapToDouble(middle -> Math.hypot(east - middle[0], north - middle[1]))
                    .toArray();
            double least = Arrays.stream(far).min().orElseThrow();
            double second = Arrays.stream(far).filter(km -> km > least).min().orElseThrow();
            for (int middle = 0; middle < far.length && second - least > 1; middle++) {
                double said = districts.nearest(
                        districts.number(accounts, 2 * middle),
                        east - middles.get(middle)[0],
                        north - middles.get(middle)[1],
                        0.01);
                assertThat(said)
                        .as("seed %d, place %d, middle %d", seed, k, middle)
                        .isCloseTo(far[middle] == least ? 1 : 0, within(1e-6));
            }
        }
    }

    /** Of a normal error the share that lies on one side of a line. */
    @Test
    void whereThePlaceIsNotKnownExactlyTheBorderIsNotSharp() {
        Accounts accounts = middles(List.of(new double[] {0, 0}, new double[] {50, 0}));
        Districts districts = districts(accounts, 1);

        for (double sigmaKm : new double[] {0.5, 2, 5}) {
            for (double eastKm : new double[] {20, 23, 25, 26, 31}) {
                double within = NormalDistribution.of(eastKm, sigmaKm).cumulativeProbability(25);
                assertThat(districts.nearest(0, eastKm, 7, sigmaKm))
                        .as("%s km east, known within %s km", eastKm, sigmaKm)
                        .isCloseTo(within, within(0.01));
            }
        }
    }

    @Test
    void twoMiddlesOfOneDistrictTakeNothingFromEachOther() {
        Accounts accounts = middles(List.of(new double[] {0, 0}, new double[] {3, 0}));
        Districts districts = districts(accounts, 1);

        assertThat(districts.nearest(0, 10, 0, 1)).isEqualTo(1);
        assertThat(districts.nearest(1, -10, 0, 1)).isEqualTo(1);
    }

    @Test
    void pointsOfWhichMostAreSharedAreAList() {
        List<Given> shared = new ArrayList<>();
        List<Given> scattered = new ArrayList<>();
        for (int k = 0; k < 10; k++) {
            shared.add(new Given(40 * (k / 2), 0, 1, k));
            scattered.add(new Given(40 * (k / 2) + k, 0, 1, k));
        }
        shared.add(new Given(300, 0, 1, 0));
        scattered.add(new Given(0, 0, 0, 0));

        Accounts listed = accounts(shared);
        Accounts free = accounts(scattered);
        Districts list = districts(listed, 1);
        Districts none = districts(free, 1);

        for (int i = 0; i < listed.size; i++) {
            assertThat(list.number(listed, i)).isNotEqualTo(Districts.NONE);
            assertThat(none.number(free, i)).isEqualTo(Districts.NONE);
            assertThat(list.number(free, i)).isEqualTo(listedAt(list, listed, free, i));
        }
    }

    /** A point that others learned from gave is that of theirs; any other is of none. */
    private static int listedAt(Districts list, Accounts listed, Accounts free, int i) {
        for (int k = 0; k < listed.size; k++) {
            if (listed.x[k] == free.x[i] && free.placeClass[i] == 1) {
                return list.number(listed, k);
            }
        }
        return Districts.NONE;
    }

    @Test
    void standsForTheEventsInItAndForThoseOfWhichNoMoreIsKnown() {
        List<Given> given = new ArrayList<>();
        for (int day = 0; day < 100; day++) {
            given.add(new Given(5, day % 20, 0, day));
            given.add(new Given(60, day % 20, 0, day));
            if (day % 10 == 0) {
                given.add(new Given(0, 0, 1, day));
                given.add(new Given(50, 0, 1, day));
            }
        }
        Accounts accounts = accounts(given);
        Districts districts = districts(accounts, 0.5);
        int coarse = 0;
        while (accounts.placeClass[coarse] == 0) {
            coarse++;
        }

        // As usual for one; 100 accounts of half an event with a point in each; ten that give its
        // middle, less the one that asks.
        double expected = (1 + 50 + 5 - 0.5) / (1 / 0.2 + accounts.days());
        assertThat(districts.eventsADay(districts.number(accounts, coarse), 0.5, 0.2))
                .isCloseTo(expected, within(1e-3));
    }
}
