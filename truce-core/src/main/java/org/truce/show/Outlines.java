package org.truce.show;

import org.truce.base.LatLon;
import org.truce.record.Entry;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;

/** Area outlines as rings to draw. */
public final class Outlines {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final double MARGIN_SHARE = 0.06;

    private Outlines() {}

    /** All rings of an outline, holes among them. */
    public static List<List<LatLon>> listRings(Entry.AreaOutline outline) {
        JsonNode geometry = JSON.readTree(outline.geometry());
        JsonNode coordinates = geometry.path("coordinates");
        List<List<LatLon>> rings = new ArrayList<>();
        if (geometry.path("type").asString().equals("Polygon")) {
            addRings(coordinates, rings);
        } else {
            coordinates.forEach(polygon -> addRings(polygon, rings));
        }
        return rings;
    }

    private static void addRings(JsonNode polygon, List<List<LatLon>> rings) {
        for (JsonNode ring : polygon) {
            List<LatLon> points = new ArrayList<>();
            ring.forEach(
                    p -> points.add(new LatLon(p.get(1).asDouble(), p.get(0).asDouble())));
            rings.add(points);
        }
    }

    /** The frame that holds all outlines, with a margin. Throws when there is none. */
    public static Frame frame(List<Entry.AreaOutline> outlines, double widthPx) {
        return frame(outlines, List.of(), widthPx);
    }

    /** The frame that holds all outlines and points, with a margin. Throws when there is none. */
    static Frame frame(List<Entry.AreaOutline> outlines, List<LatLon> more, double widthPx) {
        List<LatLon> points = new ArrayList<>(more);
        outlines.forEach(outline -> listRings(outline).forEach(points::addAll));
        double west = points.stream().mapToDouble(LatLon::lonDegrees).min().orElseThrow();
        double east = points.stream().mapToDouble(LatLon::lonDegrees).max().orElseThrow();
        double south = points.stream().mapToDouble(LatLon::latDegrees).min().orElseThrow();
        double north = points.stream().mapToDouble(LatLon::latDegrees).max().orElseThrow();
        double margin = MARGIN_SHARE * Math.max(east - west, north - south);
        return new Frame(west - margin, south - margin, east + margin, north + margin, widthPx);
    }

    /** An outline as the {@code d} of an SVG path. */
    public static String path(Entry.AreaOutline outline, Frame frame) {
        StringBuilder path = new StringBuilder();
        for (List<LatLon> ring : listRings(outline)) {
            char step = 'M';
            for (LatLon point : ring) {
                path.append(step).append(frame.xy(point));
                step = 'L';
            }
            path.append('Z');
        }
        return path.toString();
    }
}
