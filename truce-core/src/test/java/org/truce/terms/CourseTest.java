package org.truce.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.truce.base.LatLon;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Distance from a line and its sides, against a polygon that holds all that is left of it. */
final class CourseTest {
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final double KM_A_DEGREE = 111.195;

    /** A line from west to east that bends at random, never back to the west. */
    private static List<Coordinate> bends(Random random) {
        List<Coordinate> points = new ArrayList<>();
        double lon = 37;
        for (int i = 0; i < 8; i++) {
            points.add(new Coordinate(lon, 48 + random.nextDouble() - 0.5));
            lon += 0.05 + random.nextDouble() * 0.3;
        }
        return points;
    }

    private static String geoJson(List<Coordinate> points) {
        return "{\"type\":\"LineString\",\"coordinates\":"
                + points.stream().map(p -> "[" + p.x + "," + p.y + "]").toList() + "}";
    }

    /**
     * North of the line between its ends, which is left of it; far beyond any point asked about.
     */
    private static Polygon north(List<Coordinate> points) {
        List<Coordinate> ring = new ArrayList<>(points);
        ring.add(new Coordinate(points.getLast().x, 60));
        ring.add(new Coordinate(points.getFirst().x, 60));
        ring.add(points.getFirst());
        return SHAPES.createPolygon(ring.toArray(Coordinate[]::new));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void leftIsWhatAPolygonOnTheLeftHolds(long seed) {
        Random random = new Random(seed);
        List<Coordinate> points = bends(random);
        Polygon north = north(points);
        Course course = new Course(geoJson(points));
        List<Coordinate> back = new ArrayList<>(points);
        Collections.reverse(back);
        Course reversed = new Course(geoJson(back));
        double west = points.getFirst().x;
        double width = points.getLast().x - west;
        int left = 0;
        for (int i = 0; i < 2_000; i++) {
            LatLon at =
                    new LatLon(47 + random.nextDouble() * 2, west + random.nextDouble() * width);
            Point point = SHAPES.createPoint(new Coordinate(at.lonDegrees(), at.latDegrees()));
            if (nearAnEnd(points, at)) {
                continue;
            }
            boolean expected = north.covers(point);
            assertThat(course.of(at).left()).as("seed %d: %s", seed, at).isEqualTo(expected);
            assertThat(reversed.of(at).left()).as("seed %d: %s", seed, at).isEqualTo(!expected);
            left += expected ? 1 : 0;
        }
        assertThat(left).isBetween(200, 1_800);
    }

    /** Where an end is the nearest point, the line goes on as its last piece points. */
    private static boolean nearAnEnd(List<Coordinate> points, LatLon at) {
        double shorter = Math.cos(Math.toRadians(48));
        Coordinate[] plane = points.stream()
                .map(p -> new Coordinate(p.x * shorter, p.y))
                .toArray(Coordinate[]::new);
        LineString line = SHAPES.createLineString(plane);
        Point point =
                SHAPES.createPoint(new Coordinate(at.lonDegrees() * shorter, at.latDegrees()));
        double toLine = line.distance(point);
        return line.getStartPoint().distance(point) < toLine * 1.01
                || line.getEndPoint().distance(point) < toLine * 1.01;
    }

    @Test
    void distanceIsThatToTheNearestPoint() {
        Course course = new Course("{\"type\":\"LineString\",\"coordinates\":[[37,48],[39,48]]}");
        assertThat(course.of(new LatLon(48.1, 38)).km()).isCloseTo(0.1 * KM_A_DEGREE, within(1e-6));
        double degreeEast = KM_A_DEGREE * Math.cos(Math.toRadians(48));
        assertThat(course.of(new LatLon(48, 39.5)).km()).isCloseTo(0.5 * degreeEast, within(1e-6));
        assertThat(course.of(new LatLon(48.3, 39.5)).km())
                .isCloseTo(Math.hypot(0.5 * degreeEast, 0.3 * KM_A_DEGREE), within(1e-6));
    }

    @Test
    void pastItsEndTheLineGoesStraightOn() {
        Course course = new Course("{\"type\":\"LineString\",\"coordinates\":[[37,48],[39,48]]}");
        assertThat(course.of(new LatLon(48.1, 40)).left()).isTrue();
        assertThat(course.of(new LatLon(47.9, 40)).left()).isFalse();
        assertThat(course.of(new LatLon(48.1, 36)).left()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"LineString\",\"coordinates\":[[37,48]]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[37,48],[38,48],[38,49],[37,48]]]}",
                "no JSON"
            })
    void anythingElseIsNoLine(String geometry) {
        assertThatThrownBy(() -> new Course(geometry)).isInstanceOf(IllegalArgumentException.class);
    }
}
