package org.truce.terms;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.truce.base.LatLon;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;

/**
 * An area's outline on a flat plane in kilometres: longitudes are shortened by the cosine of the
 * outline's middle latitude (equirectangular projection). One degree away from that latitude, at 33
 * degrees north, an east-west distance is wrong by about 1 %: 10 m in the kilometre that matters.
 * It may not be used for an outline that crosses the 180th meridian.
 */
final class Outline {
    private static final double KM_A_DEGREE = 111.195;
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final double kmALonDegree;
    private final PreparedGeometry plane;
    private final IndexedFacetDistance line;

    /** Throws {@link IllegalArgumentException} unless it is a GeoJSON Polygon or MultiPolygon. */
    Outline(String geoJson) {
        List<List<double[][]>> polygons = read(geoJson);
        double south = 90;
        double north = -90;
        for (List<double[][]> rings : polygons) {
            for (double[] point : rings.getFirst()) {
                south = Math.min(south, point[1]);
                north = Math.max(north, point[1]);
            }
        }
        kmALonDegree = KM_A_DEGREE * Math.cos(Math.toRadians((south + north) / 2));
        Geometry shape = SHAPES.createMultiPolygon(
                polygons.stream().map(this::polygon).toArray(Polygon[]::new));
        plane = PreparedGeometryFactory.prepare(shape);
        line = new IndexedFacetDistance(shape);
    }

    /** Whether the point lies inside, its line included. */
    boolean holds(LatLon point) {
        return plane.covers(SHAPES.createPoint(onPlane(point.lonDegrees(), point.latDegrees())));
    }

    /** Kilometres to the nearest point of the line, from inside as from outside. */
    double kmToLine(LatLon point) {
        return line.distance(SHAPES.createPoint(onPlane(point.lonDegrees(), point.latDegrees())));
    }

    private Coordinate onPlane(double lonDegrees, double latDegrees) {
        return new Coordinate(lonDegrees * kmALonDegree, latDegrees * KM_A_DEGREE);
    }

    private Polygon polygon(List<double[][]> rings) {
        LinearRing[] holes = rings.stream().skip(1).map(this::ring).toArray(LinearRing[]::new);
        return SHAPES.createPolygon(ring(rings.getFirst()), holes);
    }

    private LinearRing ring(double[][] points) {
        Coordinate[] coordinates = new Coordinate[points.length];
        for (int i = 0; i < points.length; i++) {
            coordinates[i] = onPlane(points[i][0], points[i][1]);
        }
        return SHAPES.createLinearRing(coordinates);
    }

    private static List<List<double[][]>> read(String geoJson) {
        try {
            JsonNode geometry = JSON.readTree(geoJson);
            JsonNode coordinates = geometry.path("coordinates");
            List<List<double[][]>> polygons = new ArrayList<>();
            switch (geometry.path("type").asString("")) {
                case "Polygon" -> polygons.add(readRings(coordinates));
                case "MultiPolygon" -> coordinates.forEach(rings -> polygons.add(readRings(rings)));
                default -> throw notAnOutline(geoJson);
            }
            if (polygons.isEmpty() || polygons.stream().anyMatch(List::isEmpty)) {
                throw notAnOutline(geoJson);
            }
            return polygons;
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException("an outline is not JSON", unreadable);
        }
    }

    private static List<double[][]> readRings(JsonNode rings) {
        List<double[][]> read = new ArrayList<>();
        for (JsonNode ring : rings) {
            double[][] points = new double[ring.size()][];
            for (int i = 0; i < points.length; i++) {
                JsonNode point = ring.path(i);
                points[i] =
                        new double[] {point.path(0).asDouble(), point.path(1).asDouble()};
            }
            read.add(points);
        }
        return read;
    }

    private static IllegalArgumentException notAnOutline(String geoJson) {
        String start = geoJson.substring(0, Math.min(60, geoJson.length()));
        return new IllegalArgumentException("not a GeoJSON Polygon or MultiPolygon: " + start);
    }
}
