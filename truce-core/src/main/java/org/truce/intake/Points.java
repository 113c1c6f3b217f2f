package org.truce.intake;

import org.truce.base.LatLon;
import org.truce.base.Phrase;

import java.util.Optional;

/** Reads a point, and tells a point whose two figures have changed places. */
final class Points {
    /** Syria and what lies around it, in degrees; a row's other columns rarely tell us more. */
    private static final double SOUTH = 29;

    private static final double NORTH = 38.5;
    private static final double WEST = 34;
    private static final double EAST = 43.5;

    private Points() {}

    /** The point of a row, where it gives one; half a point is a fault. */
    static Optional<LatLon> find(Row row, String latColumn, String lonColumn) throws BadValue {
        Optional<Double> lat = row.findDecimal(latColumn);
        Optional<Double> lon = row.findDecimal(lonColumn);
        requireBoth(lat, lon, latColumn, lonColumn);
        return lat.isEmpty() || lon.isEmpty()
                ? Optional.empty()
                : Optional.of(get(lat.get(), lon.get(), latColumn, lonColumn));
    }

    static LatLon get(double lat, double lon, String latColumn, String lonColumn) throws BadValue {
        if (looksSwapped(lat, lon)) {
            throw swapped(latColumn, lat, lon);
        }
        return inRange(lat, lon, latColumn, lonColumn);
    }

    /** A point anywhere in the world, of a file that need not be about the region. */
    static Optional<LatLon> findAnywhere(Row row, String latColumn, String lonColumn)
            throws BadValue {
        Optional<Double> lat = row.findDecimal(latColumn);
        Optional<Double> lon = row.findDecimal(lonColumn);
        requireBoth(lat, lon, latColumn, lonColumn);
        return lat.isEmpty() || lon.isEmpty()
                ? Optional.empty()
                : Optional.of(inRange(lat.get(), lon.get(), latColumn, lonColumn));
    }

    private static void requireBoth(
            Optional<Double> lat, Optional<Double> lon, String latColumn, String lonColumn)
            throws BadValue {
        if (lat.isEmpty() != lon.isEmpty()) {
            throw new BadValue(
                    lat.isEmpty() ? latColumn : lonColumn,
                    new Wording(Phrase.of("intake.half-point"), Phrase.of("intake.give-both")));
        }
    }

    private static LatLon inRange(double lat, double lon, String latColumn, String lonColumn)
            throws BadValue {
        if (Math.abs(lat) > 90) {
            throw outOfRange(latColumn, "intake.no-latitude", lat, 90);
        }
        if (Math.abs(lon) > 180) {
            throw outOfRange(lonColumn, "intake.no-longitude", lon, 180);
        }
        return new LatLon(lat, lon);
    }

    /**
     * Whether the two have probably changed places: no such latitude, though it would do as a
     * longitude; or a point far from the region that would lie in it the other way round.
     */
    static boolean looksSwapped(double lat, double lon) {
        boolean noLatitude = Math.abs(lat) > 90 && Math.abs(lat) <= 180 && Math.abs(lon) <= 90;
        return noLatitude || (!inRegion(lat, lon) && inRegion(lon, lat));
    }

    static BadValue swapped(String column, double lat, double lon) {
        return new BadValue(
                column,
                new Wording(
                        Phrase.of("intake.swapped", Double.toString(lat), Double.toString(lon)),
                        Phrase.of("intake.exchange")));
    }

    private static BadValue outOfRange(String column, String key, double value, int limit) {
        return new BadValue(
                column,
                new Wording(
                        Phrase.of(key, Double.toString(value)),
                        Phrase.of("intake.write-from-to", "-" + limit, Integer.toString(limit))));
    }

    private static boolean inRegion(double lat, double lon) {
        return lat >= SOUTH && lat <= NORTH && lon >= WEST && lon <= EAST;
    }
}
