package org.truce.reconcile.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The map of where events happen, which keeps near cells only, against one that keeps them all. */
final class SitesTest {
    private static final double SIGMA_KM = 0.3;
    private static final double DAYS = 100;
    private static final int REACH = 4;

    /** North and west of nothing, so that rows and columns have both signs. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void isTheMapThatAllCellsTogetherMake(long seed) {
        Random random = new Random(seed);
        List<double[]> points = new ArrayList<>();
        for (int town = 0; town < 12; town++) {
            double lat = random.nextDouble(-0.1, 0.1);
            double lon = random.nextDouble(-0.1, 0.1);
            double spread = random.nextInt(3) * 0.003;
            for (int k = random.nextInt(30); k >= 0; k--) {
                points.add(new double[] {
                    lat + random.nextGaussian() * spread, lon + random.nextGaussian() * spread
                });
            }
        }
        Accounts accounts = accounts(points);
        double[] weight = new double[accounts.size];
        Arrays.setAll(weight, i -> random.nextDouble(0.1, 1));

        Sites sites = new Sites(accounts, weight, SIGMA_KM, DAYS);
        AllCells all = AllCells.of(accounts, weight);

        assertThat(sites.cells()).isLessThan(all.events.length * all.events[0].length);
        for (int wider : new int[] {1, 2, 4, 8}) {
            for (int i = 0; i < accounts.size; i++) {
                assertThat(sites.covers(accounts, i)).isTrue();
                assertThat(log(sites, accounts, i, wider))
                        .as("seed %d, account %d, cells %d times as wide", seed, i, wider)
                        .isCloseTo(all.log(accounts, i, wider), within(1e-4));
            }
        }
    }

    @Test
    void whatLiesFarApartTakesAsLittleRoomAsWhatLiesNear() {
        List<double[]> points = new ArrayList<>();
        for (int k = 0; k < 200; k++) {
            points.add(new double[] {30 + k % 10 * 0.002, 36});
            points.add(new double[] {37 + k % 10 * 0.002, 43});
        }
        Accounts accounts = accounts(points);
        double[] weight = new double[accounts.size];
        Arrays.fill(weight, 0.5);

        Sites sites = new Sites(accounts, weight, SIGMA_KM, DAYS);

        assertThat(accounts.isWithin(0, 1, 1_000)).isFalse();
        assertThat(sites.cells()).isBetween(2 * 9 * 9, 2 * 9 * 25);
        double total = 0;
        for (int i = 0; i < accounts.size; i++) {
            assertThat(sites.covers(accounts, i)).isTrue();
            total += Math.exp(log(sites, accounts, i, 1)) / accounts.size;
        }
        assertThat(total)
                .as("events a day and square kilometre where the reports are")
                .isBetween(0.1, 1.0);
    }

    @Test
    void pointsAllOverTheWorldMakeNoMap() {
        Random random = new Random(5);
        List<double[]> points = new ArrayList<>();
        for (int k = 0; k < 90_000; k++) {
            points.add(new double[] {random.nextDouble(-80, 80), random.nextDouble(-180, 180)});
        }
        Accounts accounts = accounts(points);
        double[] weight = new double[accounts.size];
        Arrays.fill(weight, 1);

        Sites sites = new Sites(accounts, weight, SIGMA_KM, DAYS);

        assertThat(sites.cells()).isZero();
        assertThat(sites.covers(accounts, 0)).isFalse();
    }

    @Test
    void noPointMakesNoMap() {
        Accounts placed = accounts(List.of(new double[] {33, 36}));
        Sites sites = new Sites(accounts(List.of()), new double[0], SIGMA_KM, DAYS);

        assertThat(sites.cells()).isZero();
        assertThat(sites.covers(placed, 0)).isFalse();
    }

    private static double log(Sites sites, Accounts accounts, int i, int wider) {
        double[] variance = {square(SIGMA_KM * wider)};
        return sites.log(accounts, new int[] {i}, 1, variance, new Sites.Scratch())
                - Math.log(2 * Math.PI * variance[0]);
    }

    private static double square(double value) {
        return value * value;
    }

    private static Accounts accounts(List<double[]> points) {
        List<Accounts.Row> rows = new ArrayList<>();
        for (double[] point : points) {
            rows.add(new Accounts.Row(
                    "%06d".formatted(rows.size()),
                    0,
                    17_000,
                    17_000,
                    point[0],
                    point[1],
                    0,
                    new int[0],
                    Set.of()));
        }
        return new Accounts(rows, 1, List.of(), 1, Ties.NONE);
    }

    /** Richardson's and Lucy's iteration as it is written in books, over a whole rectangle. */
    private record AllCells(double cell, int bottom, int left, double[][] events) {
        private static final int ROUNDS = 20;

        static AllCells of(Accounts accounts, double[] weight) {
            double cell =
                    0.8 * SIGMA_KM / Arrays.stream(accounts.scale).average().orElseThrow();
            int bottom = at(Arrays.stream(accounts.y).min().orElseThrow(), cell) - 2 * REACH;
            int left = at(Arrays.stream(accounts.x).min().orElseThrow(), cell) - 2 * REACH;
            int top = at(Arrays.stream(accounts.y).max().orElseThrow(), cell) + 2 * REACH;
            int right = at(Arrays.stream(accounts.x).max().orElseThrow(), cell) + 2 * REACH;
            double[][] seen = new double[top - bottom + 1][right - left + 1];
            for (int i = 0; i < accounts.size; i++) {
                seen[at(accounts.y[i], cell) - bottom][at(accounts.x[i], cell) - left] += weight[i];
            }
            double[][] events = new double[seen.length][seen[0].length];
            for (double[] row : events) {
                Arrays.fill(row, 1);
            }
            for (int round = 0; round < ROUNDS; round++) {
                double[][] ratio = blurred(events);
                for (int r = 0; r < seen.length; r++) {
                    for (int c = 0; c < seen[r].length; c++) {
                        ratio[r][c] = seen[r][c] == 0 ? 0 : seen[r][c] / ratio[r][c];
                    }
                }
                double[][] correction = blurred(ratio);
                for (int r = 0; r < seen.length; r++) {
                    for (int c = 0; c < seen[r].length; c++) {
                        events[r][c] *= correction[r][c];
                    }
                }
            }
            return new AllCells(cell, bottom, left, events);
        }

        private static int at(double map, double cell) {
            return (int) Math.floor(map / cell);
        }

        private static double[][] blurred(double[][] map) {
            double side = 0;
            for (int k = -REACH; k <= REACH; k++) {
                side += Math.exp(-square(k * 0.8) / 2);
            }
            double[][] blurred = new double[map.length][map[0].length];
            for (int r = 0; r < map.length; r++) {
                for (int c = 0; c < map[r].length; c++) {
                    for (int up = -REACH; up <= REACH; up++) {
                        for (int across = -REACH; across <= REACH; across++) {
                            blurred[r][c] += get(map, r + up, c + across)
                                    * Math.exp(-(square(up * 0.8) + square(across * 0.8)) / 2)
                                    / square(side);
                        }
                    }
                }
            }
            return blurred;
        }

        private static double get(double[][] map, int r, int c) {
            return r < 0 || r >= map.length || c < 0 || c >= map[r].length ? 0 : map[r][c];
        }

        /** Of one account, over as many cells of that width as the map looks at. */
        double log(Accounts accounts, int i, int wider) {
            double variance = square(SIGMA_KM * wider);
            double wide = cell * wider;
            int middleRow = at(accounts.y[i], wide);
            int middleColumn = at(accounts.x[i], wide);
            double sum = 0;
            for (int r = middleRow - REACH; r <= middleRow + REACH; r++) {
                for (int c = middleColumn - REACH; c <= middleColumn + REACH; c++) {
                    double north = ((r + 0.5) * wide - accounts.y[i]) * accounts.scale[i];
                    double east = ((c + 0.5) * wide - accounts.x[i]) * accounts.scale[i];
                    sum += Math.exp(-(square(north) + square(east)) / (2 * variance))
                            * within(r, c, wider);
                }
            }
            return Math.log(sum / (2 * Math.PI * variance * DAYS));
        }

        /** Events in a cell that is so many times as wide. */
        private double within(int row, int column, int wider) {
            double sum = 0;
            for (int r = row * wider; r < (row + 1) * wider; r++) {
                for (int c = column * wider; c < (column + 1) * wider; c++) {
                    sum += get(events, r - bottom, c - left);
                }
            }
            return sum;
        }
    }
}
