package org.truce.reconcile.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Accounts by the point that they give: of those that were there at first eight bytes each, since
 * nearly every point is one account's alone.
 */
final class SamePoint {
    private static final int INDEX_BITS = 24;
    private static final long INDEX = (1L << INDEX_BITS) - 1;

    private final List<Accounts.Row> first;
    /** What is left of the hash of a point, and the number of the account, ascending. */
    private final long[] packed;

    private final Map<Points.Point, List<Accounts.Row>> later = new HashMap<>();

    SamePoint(List<Accounts.Row> first) {
        this.first = first;
        packed = new long[first.size()];
        Arrays.setAll(packed, i -> hash(Points.Point.of(first.get(i))) | i);
        Arrays.sort(packed);
    }

    private static long hash(Points.Point point) {
        return point.hashCode() * 0x9e3779b97f4a7c15L & ~INDEX;
    }

    void put(Accounts.Row row) {
        later.computeIfAbsent(Points.Point.of(row), unseen -> new ArrayList<>(1))
                .add(row);
    }

    /** Those that gave it at first or since, even if they are gone. */
    List<Accounts.Row> list(Points.Point point) {
        List<Accounts.Row> here = new ArrayList<>(later.getOrDefault(point, List.of()));
        long hash = hash(point);
        int at = Arrays.binarySearch(packed, hash);
        for (int k = at < 0 ? -at - 1 : at;
                k < packed.length && (packed[k] & ~INDEX) == hash;
                k++) {
            Accounts.Row row = first.get((int) (packed[k] & INDEX));
            if (row.placeClass() == 0 && Points.Point.of(row).equals(point)) {
                here.add(row);
            }
        }
        return here;
    }
}
