package org.truce.base;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.math.BigDecimal;

/** A point on WGS 84: latitude -90 to 90, longitude -180 to 180, both in degrees. */
public record LatLon(double latDegrees, double lonDegrees) {
    private static final double KM_A_DEGREE = 111.195;

    public LatLon {
        if (!(Math.abs(latDegrees) <= 90) || !(Math.abs(lonDegrees) <= 180)) {
            throw new IllegalArgumentException(
                    "no such place: %s, %s".formatted(latDegrees, lonDegrees));
        }
    }

    /** Great-circle distance in kilometres (haversine; mean earth radius 6,371 km). */
    public double kmTo(LatLon other) {
        double lat1 = Math.toRadians(latDegrees);
        double lat2 = Math.toRadians(other.latDegrees);
        double sinLat = Math.sin((lat2 - lat1) / 2);
        double sinLon = Math.sin(Math.toRadians(other.lonDegrees - lonDegrees) / 2);
        double h = sinLat * sinLat + Math.cos(lat1) * Math.cos(lat2) * sinLon * sinLon;
        return 2 * Math.toDegrees(Math.asin(Math.min(1, Math.sqrt(h)))) * KM_A_DEGREE;
    }

    /** {@code lat,lon} in decimal degrees, the shortest that gives the same point again. */
    @JsonValue
    public String text() {
        return plain(latDegrees) + "," + plain(lonDegrees);
    }

    /** Java would write a ten-thousandth of a degree as 1.0E-4. */
    private static String plain(double degrees) {
        return BigDecimal.valueOf(degrees).toPlainString();
    }

    @JsonCreator
    public static LatLon get(String text) {
        int comma = text.indexOf(',');
        if (comma < 0) {
            throw new IllegalArgumentException("'%s' is not latitude,longitude".formatted(text));
        }
        return new LatLon(
                Double.parseDouble(text.substring(0, comma)),
                Double.parseDouble(text.substring(comma + 1)));
    }
}
