package org.truce.reconcile.linkage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Accounts by day, to find those that may be candidates for a new one: their days may meet, and
 * their places lie within reach of each other. What was there at first lies sorted; what came later
 * is looked through.
 */
final class Near {
    /** Those that know their day so well are kept apart from those that know it worse. */
    private static final int[] MOST_SPAN_DAYS = {0, 7, 31, Integer.MAX_VALUE};

    /** More than what a map may stretch over such distances. */
    private static final double SLACK = 1.05;

    private final int daysApart;
    /** By place class. */
    private final double[] radiusKm;

    private final List<Sorted> sorted = new ArrayList<>();
    private final Set<Accounts.Row> later = same();
    private final Set<Accounts.Row> removed = same();

    Near(int daysApart, int placeClasses, Parameters parameters) {
        this.daysApart = daysApart;
        radiusKm = new double[placeClasses];
        for (int c = 0; c < placeClasses; c++) {
            radiusKm[c] = Candidates.radiusKm(parameters, placeClasses, c);
        }
    }

    private static Set<Accounts.Row> same() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** All that there is at first. */
    void putAll(List<Accounts.Row> rows) {
        int least = 0;
        for (int most : MOST_SPAN_DAYS) {
            int from = least;
            List<Accounts.Row> some = rows.stream()
                    .filter(row -> span(row) >= from && span(row) <= most)
                    .sorted(Comparator.comparingInt(Accounts.Row::fromDay))
                    .toList();
            sorted.add(new Sorted(some, some.stream().mapToInt(Near::span).max().orElse(0)));
            least = most + 1;
        }
    }

    private static int span(Accounts.Row row) {
        return row.toDay() - row.fromDay();
    }

    void put(Accounts.Row row) {
        later.add(row);
    }

    void remove(Accounts.Row row) {
        if (!later.remove(row)) {
            removed.add(row);
        }
    }

    /** Those given and all that may be candidates for one of them, and some more. */
    List<Accounts.Row> around(Collection<Accounts.Row> rows) {
        Set<Accounts.Row> around = same();
        around.addAll(rows);
        if (rows.isEmpty()) {
            return List.of();
        }
        Box box = new Box();
        rows.forEach(box::widen);
        for (Sorted some : sorted) {
            for (int at = some.firstFrom(box.firstDay - daysApart - some.longestDays());
                    at < some.rows().size()
                            && some.rows().get(at).fromDay() <= box.lastDay + daysApart;
                    at++) {
                Accounts.Row other = some.rows().get(at);
                if (box.holds(other) && !removed.contains(other)) {
                    around.add(other);
                }
            }
        }
        later.stream().filter(box::holds).forEach(around::add);
        return List.copyOf(around);
    }

    /** Days and degrees within which all lies that may be a candidate for some accounts. */
    private final class Box {
        private int firstDay = Integer.MAX_VALUE;
        private int lastDay = Integer.MIN_VALUE;
        private double south = Double.MAX_VALUE;
        private double north = -Double.MAX_VALUE;
        private double west = Double.MAX_VALUE;
        private double east = -Double.MAX_VALUE;

        void widen(Accounts.Row row) {
            firstDay = Math.min(firstDay, row.fromDay());
            lastDay = Math.max(lastDay, row.toDay());
            boolean placed = row.placeClass() != Accounts.NONE;
            double degrees = placed
                    ? radiusKm[row.placeClass()] * SLACK / Accounts.KM_A_DEGREE
                    : Double.POSITIVE_INFINITY;
            double farthest =
                    Math.min(Math.abs(row.latDegrees()) + degrees, Accounts.MOST_LAT_DEGREES);
            double across = degrees / Math.cos(Math.toRadians(farthest));
            south = Math.min(south, row.latDegrees() - degrees);
            north = Math.max(north, row.latDegrees() + degrees);
            west = Math.min(west, row.lonDegrees() - across);
            east = Math.max(east, row.lonDegrees() + across);
        }

        boolean holds(Accounts.Row row) {
            return row.fromDay() <= lastDay + daysApart
                    && row.toDay() >= firstDay - daysApart
                    && (row.placeClass() == Accounts.NONE
                            || (row.latDegrees() >= south
                                    && row.latDegrees() <= north
                                    && row.lonDegrees() >= west
                                    && row.lonDegrees() <= east));
        }
    }

    /** By their first days. */
    private record Sorted(List<Accounts.Row> rows, int longestDays) {
        /** The number of the first that begins on a day or later. */
        int firstFrom(int day) {
            int low = 0;
            int high = rows.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (rows.get(middle).fromDay() < day) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }
}
