package org.truce.record;

import org.truce.base.LatLon;
import org.truce.base.PlacePrecision;

import java.util.Optional;

/**
 * Where a source says something happened. The governorate may be read by all; the name and the
 * point are protected, and a point is missing where the source gave none.
 */
public record Place(
        Guarded name, Optional<String> admin1, Optional<Guarded> point, PlacePrecision precision) {

    public Place {
        if (point.flatMap(Guarded::find).filter(text -> !isPoint(text)).isPresent()) {
            // Not what it holds instead, and no cause that does: it is protected.
            throw new IllegalArgumentException("a place's point is not latitude,longitude");
        }
    }

    private static boolean isPoint(String text) {
        try {
            LatLon.get(text);
            return true;
        } catch (IllegalArgumentException notPoint) {
            return false;
        }
    }

    /** The point, for a reader who may have it and where there is one. */
    public Optional<LatLon> findPoint() {
        return point.flatMap(Guarded::find).map(LatLon::get);
    }
}
