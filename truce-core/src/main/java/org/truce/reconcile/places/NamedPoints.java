package org.truce.reconcile.places;

import org.truce.base.LatLon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a place lies of which an account gives the name alone, by the points that other accounts
 * give under that name: their middle, unless they lie too far apart to be one place.
 */
public final class NamedPoints {
    private final double widestKm;
    private final Map<String, Optional<String>> keys = new HashMap<>();
    private final Map<String, List<LatLon>> pointsOf = new HashMap<>();
    private final Map<String, Optional<LatLon>> middles = new HashMap<>();

    /** @param widestKm how far from the middle a point of one place may lie */
    public NamedPoints(double widestKm) {
        this.widestKm = widestKm;
    }

    /** One more account that gives both; all are put in before the first is asked for. */
    public void put(String name, LatLon point) {
        key(name)
                .ifPresent(key -> pointsOf.computeIfAbsent(key, unseen -> new ArrayList<>())
                        .add(point));
    }

    /**
     * By its sound, so that spellings meet, and what sets it apart from others of that name, such
     * as a camp from its town; empty for a name without a word of its own.
     */
    public Optional<String> key(String name) {
        return keys.computeIfAbsent(
                name,
                text -> Optional.of(PlaceWords.of(text).identity()).filter(key -> !key.isEmpty()));
    }

    /** Where a place of that name lies. */
    public Optional<LatLon> find(String name) {
        return key(name).flatMap(key -> middles.computeIfAbsent(key, this::middle));
    }

    private Optional<LatLon> middle(String key) {
        List<LatLon> points = pointsOf.getOrDefault(key, List.of());
        if (points.isEmpty()) {
            return Optional.empty();
        }
        LatLon middle = new LatLon(
                median(points.stream().mapToDouble(LatLon::latDegrees).toArray()),
                median(points.stream().mapToDouble(LatLon::lonDegrees).toArray()));
        return Optional.of(middle)
                .filter(found -> points.stream().allMatch(point -> point.kmTo(found) <= widestKm));
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
