package org.truce.reconcile.linkage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        int all = 0;
        int byMany = 0;
        int byFew = 0;
        for (List<Accounts.Row> here : byPoint(rows).values()) {
            all += here.size();
            if (here.size() > 1 && !sameDays(here, daysApart)) {
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

    /** Accounts of the finest class, in the order of their first. */
    static Map<Point, List<Accounts.Row>> byPoint(Collection<Accounts.Row> rows) {
        Map<Point, List<Accounts.Row>> byPoint = new LinkedHashMap<>();
        for (Accounts.Row row : rows) {
            if (row.placeClass() == 0) {
                byPoint.computeIfAbsent(Point.of(row), unseen -> new ArrayList<>(1))
                        .add(row);
            }
        }
        return byPoint;
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
    }
}
