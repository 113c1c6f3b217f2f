package org.truce.reconcile.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What equal points of accounts of different days give away. Where most points are shared so, they
 * come from a list of towns, and it is nothing. Else a point that many share stands in for
 * something larger, a district or a province; and where of all that are shared most are such, those
 * that two or three share are so too, while they may be one house that was hit twice where many are
 * shared by few.
 */
enum Points {
    /** From a list of towns. */
    LISTED(Integer.MAX_VALUE),
    /** Some stand in for something larger. */
    SCATTERED(4),
    /** All that are shared do. */
    STACKED(2);

    private static final double MOSTLY = 0.6;

    private final int fewestOfStandIn;

    Points(int fewestOfStandIn) {
        this.fewestOfStandIn = fewestOfStandIn;
    }

    /** @param daysApart at most between two accounts of one event */
    static Points of(List<Accounts.Row> rows, int daysApart) {
        ByPoint byPoint = ByPoint.of(rows);
        int all = byPoint.alone().size();
        int byMany = 0;
        int byFew = 0;
        for (List<Accounts.Row> here : byPoint.shared()) {
            all += here.size();
            if (!sameDays(here, daysApart)) {
                if (here.size() >= SCATTERED.fewestOfStandIn) {
                    byMany += here.size();
                } else {
                    byFew += here.size();
                }
            }
        }
        if (byMany + byFew > MOSTLY * all) {
            return LISTED;
        }
        return byMany > byFew ? STACKED : SCATTERED;
    }

    /**
     * Accounts of the finest class.
     *
     * @param alone whose point no other gives
     * @param shared two or more that give one point each
     */
    record ByPoint(List<Accounts.Row> alone, List<List<Accounts.Row>> shared) {
        static ByPoint of(Collection<Accounts.Row> rows) {
            List<Accounts.Row> fine =
                    rows.stream().filter(row -> row.placeClass() == 0).toList();
            // Nearly every point is one account's alone: what hashes tell apart needs no map.
            long[] hashes = new long[fine.size()];
            Arrays.parallelSetAll(hashes, i -> Point.of(fine.get(i)).hash());
            long[] twice = twice(hashes);
            List<Accounts.Row> alone = new ArrayList<>();
            Map<Point, List<Accounts.Row>> shared = new LinkedHashMap<>();
            for (int i = 0; i < hashes.length; i++) {
                Accounts.Row row = fine.get(i);
                if (Arrays.binarySearch(twice, hashes[i]) < 0) {
                    alone.add(row);
                } else {
                    shared.computeIfAbsent(Point.of(row), unseen -> new ArrayList<>(2))
                            .add(row);
                }
            }
            shared.values().removeIf(here -> here.size() == 1 && alone.addAll(here));
            return new ByPoint(alone, List.copyOf(shared.values()));
        }

        /** Those that come more than once, ascending. */
        private static long[] twice(long[] hashes) {
            long[] sorted = hashes.clone();
            Arrays.parallelSort(sorted);
            return IntStream.range(1, sorted.length)
                    .filter(k -> sorted[k] == sorted[k - 1])
                    .mapToLong(k -> sorted[k])
                    .toArray();
        }
    }

    static boolean sameDays(List<Accounts.Row> here, int daysApart) {
        int first = here.stream().mapToInt(Accounts.Row::fromDay).min().orElseThrow();
        int last = here.stream().mapToInt(Accounts.Row::fromDay).max().orElseThrow();
        return last - first <= daysApart;
    }

    /** Whether an equal point says anything at all. */
    boolean tell() {
        return this != LISTED;
    }

    /** Whether a point stands in for something larger, which so many accounts share. */
    boolean isStandIn(int accounts) {
        return accounts >= fewestOfStandIn;
    }

    /** What an account of the finest class gives as its place. */
    record Point(double latDegrees, double lonDegrees) {
        static Point of(Accounts.Row row) {
            return new Point(row.latDegrees(), row.lonDegrees());
        }

        /** Equal for equal points, and for hardly any two others. */
        long hash() {
            long hash = (Double.doubleToLongBits(latDegrees) * 0x9e3779b97f4a7c15L
                            ^ Double.doubleToLongBits(lonDegrees))
                    * 0xd6e8feb86659fd93L;
            return hash ^ hash >>> 32;
        }
    }
}
