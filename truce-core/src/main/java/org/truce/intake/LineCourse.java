package org.truce.intake;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks a GeoJSON geometry (RFC 7946) that draws a line: a LineString of two points or more inside
 * the range of the globe that does not cross itself, so that it has two sides.
 */
final class LineCourse {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private LineCourse() {}

    /** The geometry as compact text, without members that do not belong to it. */
    static String check(JsonNode geometry) throws BadValue {
        String type = geometry.path("type").asString("");
        JsonNode positions = geometry.path("coordinates");
        if (!type.equals("LineString") || !positions.isArray() || positions.size() < 2) {
            throw bad(
                    type.equals("LineString")
                            ? "a LineString needs two points or more"
                            : "'%s' draws no line".formatted(type),
                    "draw the line as a LineString");
        }
        Coordinate[] points = new Coordinate[positions.size()];
        for (int i = 0; i < points.length; i++) {
            points[i] = Outline.point(positions.get(i), "point " + (i + 1));
        }
        Outline.requireRange(points, "the line");
        LineString line = FACTORY.createLineString(points);
        if (line.getLength() == 0) {
            throw bad("all points of the line are one", "draw the line as a LineString");
        }
        if (!line.isSimple()) {
            throw bad(
                    "the line crosses itself",
                    "redraw it so that it has one side on its left and one on its right");
        }
        ObjectNode compact = JsonNodeFactory.instance.objectNode();
        compact.put("type", type);
        compact.set("coordinates", positions);
        return compact.toString();
    }

    private static BadValue bad(String problem, String todo) {
        return new BadValue("geometry", problem, todo);
    }
}
