package org.truce.reconcile.files;

import org.truce.base.LatLon;
import org.truce.intake.PlainReport;
import org.truce.reconcile.places.PlaceWords;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a place lies of which a row gives the name alone, by the points that other rows give under
 * that name: their middle, unless they lie too far apart to be one place.
 */
final class NamedPoints {
    private static final double WIDEST_KM = 25;

    private final Map<String, LatLon> middles = new HashMap<>();

    NamedPoints(List<PlainReport> reports) {
        Map<String, List<LatLon>> byName = new HashMap<>();
        for (PlainReport report : reports) {
            report.point()
                    .ifPresent(point -> report.place()
                            .flatMap(NamedPoints::key)
                            .ifPresent(name -> byName.computeIfAbsent(
                                            name, unseen -> new ArrayList<>())
                                    .add(point)));
        }
        byName.forEach((name, points) -> {
            LatLon middle = new LatLon(
                    median(points.stream().mapToDouble(LatLon::latDegrees).toArray()),
                    median(points.stream().mapToDouble(LatLon::lonDegrees).toArray()));
            if (points.stream().allMatch(point -> point.kmTo(middle) <= WIDEST_KM)) {
                middles.put(name, middle);
            }
        });
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    /** By its sound, so that spellings meet; empty for a name without a word of its own. */
    static Optional<String> key(String name) {
        return Optional.of(PlaceWords.of(name).key()).filter(key -> !key.isEmpty());
    }

    /** Of a row without a point. */
    Optional<LatLon> find(PlainReport report) {
        return report.place().flatMap(NamedPoints::key).map(middles::get);
    }
}
