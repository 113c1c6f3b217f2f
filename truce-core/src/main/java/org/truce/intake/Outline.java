package org.truce.intake;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Checks a GeoJSON geometry (RFC 7946) that outlines an area: closed rings of four points or more
 * inside the range of the globe, which do not cross themselves or each other. Which way round a
 * ring runs does not matter: many programs write it against the standard.
 */
final class Outline {
    private static final String MEMBER = "geometry";
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final List<String> OTHER_TYPES =
            List.of("Point", "MultiPoint", "LineString", "MultiLineString", "GeometryCollection");

    private Outline() {}

    /** The geometry as compact text, without members that do not belong to it. */
    static String check(JsonNode geometry) throws BadValue {
        if (!geometry.isObject()) {
            throw bad("the feature has no geometry", "draw the area as a Polygon or MultiPolygon");
        }
        String type = geometry.path("type").asString("");
        JsonNode coordinates = geometry.path("coordinates");
        requireValid(
                switch (type) {
                    case "Polygon" -> polygon(coordinates);
                    case "MultiPolygon" -> multiPolygon(coordinates);
                    default -> throw otherType(type);
                });
        ObjectNode compact = JsonNodeFactory.instance.objectNode();
        compact.put("type", type);
        compact.set("coordinates", coordinates);
        return compact.toString();
    }

    private static BadValue otherType(String type) {
        return OTHER_TYPES.contains(type)
                ? bad(
                        "a %s outlines no area".formatted(type),
                        "draw the area as a Polygon or MultiPolygon")
                : bad(
                        "'%s' is not a type of geometry".formatted(type),
                        Nearest.advice(type, List.of("Polygon", "MultiPolygon")));
    }

    private static Geometry multiPolygon(JsonNode polygons) throws BadValue {
        requireList(polygons, 1, "a MultiPolygon needs a list of polygons");
        List<Polygon> parts = new ArrayList<>();
        for (JsonNode polygon : polygons) {
            parts.add(polygon(polygon));
        }
        return FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new));
    }

    private static Polygon polygon(JsonNode rings) throws BadValue {
        requireList(rings, 1, "a Polygon needs a list of rings");
        List<LinearRing> all = new ArrayList<>();
        for (JsonNode ring : rings) {
            all.add(ring(ring, all.size() + 1));
        }
        return FACTORY.createPolygon(
                all.getFirst(), all.subList(1, all.size()).toArray(LinearRing[]::new));
    }

    private static LinearRing ring(JsonNode positions, int number) throws BadValue {
        String ring = "ring " + number;
        requireList(positions, 4, ring + " needs four points or more, the last like the first");
        Coordinate[] points = new Coordinate[positions.size()];
        for (int i = 0; i < points.length; i++) {
            points[i] = point(positions.get(i), "%s, point %d".formatted(ring, i + 1));
        }
        requireRange(points, ring);
        if (!points[0].equals2D(points[points.length - 1])) {
            throw bad(ring + " is not closed", "repeat its first point at its end");
        }
        return FACTORY.createLinearRing(points);
    }

    static Coordinate point(JsonNode position, String where) throws BadValue {
        if (!position.isArray()
                || position.size() < 2
                || !position.get(0).isNumber()
                || !position.get(1).isNumber()) {
            throw bad(
                    where + " is not a pair of numbers",
                    "write each point as [longitude, latitude] in decimal degrees");
        }
        return new Coordinate(position.get(0).asDouble(), position.get(1).asDouble());
    }

    static void requireRange(Coordinate[] points, String ring) throws BadValue {
        long swapped =
                Arrays.stream(points).filter(p -> Points.looksSwapped(p.y, p.x)).count();
        if (2 * swapped > points.length) {
            throw bad(
                    "latitude and longitude look swapped in " + ring,
                    "write each point as [longitude, latitude]");
        }
        for (Coordinate p : points) {
            if (!(Math.abs(p.y) <= 90) || !(Math.abs(p.x) <= 180)) {
                throw bad(
                        "%s has a point outside the globe: longitude %s, latitude %s"
                                .formatted(ring, p.x, p.y),
                        "write decimal degrees on WGS 84, not metres of a national grid");
            }
        }
    }

    private static void requireValid(Geometry geometry) throws BadValue {
        TopologyValidationError error = new IsValidOp(geometry).getValidationError();
        if (error == null) {
            return;
        }
        Coordinate at = error.getCoordinate();
        boolean crosses = error.getErrorType() == TopologyValidationError.SELF_INTERSECTION
                || error.getErrorType() == TopologyValidationError.RING_SELF_INTERSECTION;
        String what = crosses ? "the outline crosses itself" : error.getMessage();
        throw bad(
                at == null ? what : "%s at longitude %s, latitude %s".formatted(what, at.x, at.y),
                "redraw the outline there so that each ring goes round the area once");
    }

    private static void requireList(JsonNode node, int atLeast, String problem) throws BadValue {
        if (!node.isArray() || node.size() < atLeast) {
            throw bad(problem, "see RFC 7946, section 3.1, or draw the area again");
        }
    }

    private static BadValue bad(String problem, String todo) {
        return new BadValue(MEMBER, problem, todo);
    }
}
