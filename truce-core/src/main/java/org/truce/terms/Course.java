package org.truce.terms;

import org.truce.base.LatLon;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A line's course on a flat plane in kilometres, as {@link Outline} has it. What is nearest to one
 * of its ends is taken as if the line went straight on from there. A line that crosses itself has
 * no sides and may not be asked for them.
 */
final class Course {
    private static final double KM_A_DEGREE = 111.195;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final double kmALonDegree;
    private final double[] x;
    private final double[] y;

    /** Throws {@link IllegalArgumentException} unless it is a GeoJSON LineString. */
    Course(String geoJson) {
        JsonNode points = points(geoJson);
        double south = 90;
        double north = -90;
        for (JsonNode point : points) {
            south = Math.min(south, point.path(1).asDouble());
            north = Math.max(north, point.path(1).asDouble());
        }
        kmALonDegree = KM_A_DEGREE * Math.cos(Math.toRadians((south + north) / 2));
        x = new double[points.size()];
        y = new double[points.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = points.path(i).path(0).asDouble() * kmALonDegree;
            y[i] = points.path(i).path(1).asDouble() * KM_A_DEGREE;
        }
    }

    private static JsonNode points(String geoJson) {
        try {
            JsonNode geometry = JSON.readTree(geoJson);
            JsonNode points = geometry.path("coordinates");
            if (geometry.path("type").asString("").equals("LineString") && points.size() >= 2) {
                return points;
            }
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException("a line is not JSON", unreadable);
        }
        throw new IllegalArgumentException("not a GeoJSON LineString: "
                + geoJson.substring(0, Math.min(60, geoJson.length())));
    }

    /**
     * Where a point lies.
     *
     * @param km to the nearest point of the line
     * @param left whether it lies left of the line, looking along it
     */
    record Position(double km, boolean left) {}

    Position of(LatLon point) {
        double px = point.lonDegrees() * kmALonDegree;
        double py = point.latDegrees() * KM_A_DEGREE;
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i + 1 < x.length; i++) {
            double t = along(i, px, py);
            double km = Math.hypot(px - at(x, i, t), py - at(y, i, t));
            if (km < least) {
                least = km;
                nearest = i;
            }
        }
        return new Position(least, left(nearest, px, py));
    }

    /**
     * At a bend both pieces have a say: where the line turns left, left of it is what is left of
     * both; where it turns right, what is left of either.
     */
    private boolean left(int piece, double px, double py) {
        boolean here = cross(piece, px, py) > 0;
        int next = piece + 1;
        if (along(piece, px, py) < 1 || next + 1 >= x.length) {
            return here;
        }
        boolean there = cross(next, px, py) > 0;
        boolean turnsLeft = cross(piece, x[next + 1], y[next + 1]) > 0;
        return turnsLeft ? here && there : here || there;
    }

    /** How far along a piece the nearest point lies: 0 at its beginning, 1 at its end. */
    private double along(int piece, double px, double py) {
        double dx = x[piece + 1] - x[piece];
        double dy = y[piece + 1] - y[piece];
        double square = dx * dx + dy * dy;
        double t = square == 0 ? 0 : ((px - x[piece]) * dx + (py - y[piece]) * dy) / square;
        return Math.clamp(t, 0, 1);
    }

    private static double at(double[] axis, int piece, double t) {
        return axis[piece] + t * (axis[piece + 1] - axis[piece]);
    }

    private double cross(int piece, double px, double py) {
        return (x[piece + 1] - x[piece]) * (py - y[piece])
                - (y[piece + 1] - y[piece]) * (px - x[piece]);
    }
}
