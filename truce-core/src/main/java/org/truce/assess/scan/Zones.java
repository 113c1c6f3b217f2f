package org.truce.assess.scan;

import org.truce.base.LatLon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The different sets of places that circles around each place hold: the nearest ones, as far as the
 * limits go. Distances are great-circle, in whole metres, and places equally far come in together,
 * so that the zones do not depend on the order of the sites. A place that alone has more than the
 * largest share is in no zone of its own.
 */
public final class Zones {
    /** Instead of a zone's number. */
    static final int NONE = -1;

    private static final double METRES_A_KM = 1000;
    private static final double ROUNDING = 1e-9;

    private final Sites sites;
    /** The sites of each zone, in order. */
    private final List<int[]> members;

    /** For each place in the middle, which sites come in, the nearest first. */
    private final List<int[]> entering;

    /** Beside {@link #entering}: which zone is complete with the site, or none. */
    private final List<int[]> completed;

    private Zones(Sites sites, double[] weights, ZoneLimits limits) {
        this.sites = sites;
        members = new ArrayList<>();
        entering = new ArrayList<>();
        completed = new ArrayList<>();
        double most = limits.maxShare() * Arrays.stream(weights).sum() * (1 + ROUNDING);
        Map<BitSet, Integer> known = new HashMap<>();
        for (int middle = 0; middle < sites.count(); middle++) {
            grow(middle, weights, most, limits.maxRadiusKm() * METRES_A_KM, known);
        }
    }

    /** Zones that hold at most a share of the counted incidents. */
    public static Zones byShareOfCounts(CountTable counts, ZoneLimits limits) {
        double[] weights = Arrays.stream(counts.bySite()).asDoubleStream().toArray();
        return new Zones(counts.sites(), weights, limits);
    }

    /** Zones that hold at most a share of the places. */
    public static Zones byShareOfPlaces(Sites sites, ZoneLimits limits) {
        double[] weights = new double[sites.count()];
        Arrays.fill(weights, 1);
        return new Zones(sites, weights, limits);
    }

    private void grow(
            int middle,
            double[] weights,
            double most,
            double maxRadiusMetres,
            Map<BitSet, Integer> known) {
        long[] metres = metresFrom(middle);
        int[] nearest = IntStream.range(0, sites.count())
                .boxed()
                .sorted((a, b) -> metres[a] == metres[b]
                        ? Integer.compare(a, b)
                        : Long.compare(metres[a], metres[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] complete = new int[nearest.length];
        Arrays.fill(complete, NONE);
        BitSet inside = new BitSet();
        double weight = 0;
        int used = 0;
        for (int i = 0; i < nearest.length && metres[nearest[i]] <= maxRadiusMetres; i++) {
            inside.set(nearest[i]);
            weight += weights[nearest[i]];
            if (weight > most) {
                break;
            }
            boolean last = i + 1 == nearest.length || metres[nearest[i + 1]] > metres[nearest[i]];
            if (last && !known.containsKey(inside)) {
                complete[i] = members.size();
                known.put((BitSet) inside.clone(), members.size());
                members.add(inside.stream().toArray());
                used = i + 1;
            }
        }
        entering.add(Arrays.copyOf(nearest, used));
        completed.add(Arrays.copyOf(complete, used));
    }

    private long[] metresFrom(int middle) {
        LatLon from = sites.list().get(middle).point();
        return sites.list().stream()
                .mapToLong(site -> Math.round(from.kmTo(site.point()) * METRES_A_KM))
                .toArray();
    }

    public Sites sites() {
        return sites;
    }

    /** How many different ones there are. */
    public int count() {
        return members.size();
    }

    /** The places of one zone, by its number from 0, in the order of the sites. */
    public List<Site> listPlaces(int zone) {
        return Arrays.stream(members.get(zone)).mapToObj(sites.list()::get).toList();
    }

    /** The numbers of the sites of a zone, in order; not to be written to. */
    int[] members(int zone) {
        return members.get(zone);
    }

    /** The numbers of the sites around a middle that come in one by one; not to be written to. */
    int[] entering(int middle) {
        return entering.get(middle);
    }

    /** Which zone is complete with each of those, or {@link #NONE}; not to be written to. */
    int[] completed(int middle) {
        return completed.get(middle);
    }
}
