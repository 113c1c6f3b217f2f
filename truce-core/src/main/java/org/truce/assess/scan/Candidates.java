package org.truce.assess.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The cylinders of what was counted, of which the best is taken, then the best apart from it. */
final class Candidates {
    private static final double ROUNDING = 1e-9;

    private final Cylinders cylinders;
    private final int[] sums;
    private final List<Found> apart = new ArrayList<>();

    /**
     * One cylinder.
     *
     * @param start days of the span before it
     * @param end days of the span until it ends
     */
    record Found(int zone, int start, int end, int cylinder, int count, double score) {}

    /** @param sums counts of each site, summed up along its slots */
    Candidates(Cylinders cylinders, int[] sums) {
        this.cylinders = cylinders;
        this.sums = sums;
    }

    /**
     * The best, then the best that has no day at a place in common with those before, and on.
     *
     * @param floor 0 or more; only scores above it are listed
     */
    List<Found> listApart(double floor) {
        Found none = new Found(Zones.NONE, 0, 0, 0, 0, Math.max(floor, ROUNDING));
        for (Found next = next(none); next.zone() != Zones.NONE; next = next(none)) {
            apart.add(next);
        }
        return List.copyOf(apart);
    }

    private Found next(Found none) {
        int slots = cylinders.span.slots();
        Found best = none;
        for (int middle = 0; middle < cylinders.zones.sites().count(); middle++) {
            int[] entering = cylinders.zones.entering(middle);
            int[] completed = cylinders.zones.completed(middle);
            int[] inZone = new int[slots];
            for (int i = 0; i < entering.length; i++) {
                for (int slot = 0; slot < slots; slot++) {
                    inZone[slot] += sums[entering[i] * slots + slot];
                }
                if (completed[i] != Zones.NONE) {
                    best = better(completed[i], inZone, best);
                }
            }
        }
        return best;
    }

    private Found better(int zone, int[] inZone, Found before) {
        Found best = before;
        Span span = cylinders.span;
        int cylinder = cylinders.first(zone);
        for (int end = span.earliestEnd(); end <= span.width(); end++) {
            for (int start = end - 1; start >= span.firstStart(end); start--) {
                int count = inZone[end] - inZone[start];
                if (cylinders.mayExceed(cylinder, count, Cylinders.rootOf(best.score()))) {
                    double score = cylinders.score(cylinder, count);
                    Found found = new Found(zone, start, end, cylinder, count, score);
                    if (isBetter(found, best) && isApart(found)) {
                        best = found;
                    }
                }
                cylinder++;
            }
        }
        return best;
    }

    /** Of equal scores the fewer places, then the fewer days: a place without reports adds none. */
    private boolean isBetter(Found one, Found other) {
        double difference = one.score() - other.score();
        if (Math.abs(difference) > ROUNDING * other.score() || other.zone() == Zones.NONE) {
            return difference > 0;
        }
        int places = cylinders.zones.members(one.zone()).length
                - cylinders.zones.members(other.zone()).length;
        return places < 0 || (places == 0 && one.end() - one.start() < other.end() - other.start());
    }

    private boolean isApart(Found found) {
        int[] members = cylinders.zones.members(found.zone());
        return apart.stream()
                .filter(taken -> taken.start() < found.end() && found.start() < taken.end())
                .map(taken -> cylinders.zones.members(taken.zone()))
                .noneMatch(taken -> Arrays.stream(members)
                        .anyMatch(site -> Arrays.binarySearch(taken, site) >= 0));
    }
}
