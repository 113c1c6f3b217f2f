package org.truce.reconcile.places;

import org.truce.base.LatLon;
import org.truce.reconcile.places.GazetteerPlace.Division;
import org.truce.reconcile.places.GazetteerPlace.Kind;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads the lines of a gazetteer; docs/reference/places.md has their columns. */
final class GazetteerLines {
    private static final int PLACE_COLUMNS = 9;
    private static final int DIVISION_COLUMNS = 3;

    private final Map<String, Division> divisions = new HashMap<>();
    private final Map<String, List<LatLon>> points = new LinkedHashMap<>();
    private final List<GazetteerPlace> places = new ArrayList<>();

    /** Throws {@link IllegalArgumentException} that names a line it cannot read. */
    static List<GazetteerPlace> read(Collection<String> placeLines, Collection<String> divisions) {
        GazetteerLines lines = new GazetteerLines();
        for (String line : divisions) {
            String[] columns = columns(line, DIVISION_COLUMNS);
            lines.divisions.put(
                    columns[0],
                    new Division(columns[0], columns[1], Optional.of(columns[2]), false));
        }
        List<String[]> rows =
                placeLines.stream().map(line -> columns(line, PLACE_COLUMNS)).toList();
        rows.forEach(lines::nameBySeat);
        rows.forEach(lines::place);
        lines.places.addAll(lines.divisionsAsPlaces());
        return lines.places;
    }

    private static String[] columns(String line, int count) {
        String[] columns = line.split("\t", -1);
        if (columns.length != count) {
            throw new IllegalArgumentException("a gazetteer's line has %d columns, not %d: %s"
                    .formatted(columns.length, count, line));
        }
        return columns;
    }

    private static String divisionCode(String[] row) {
        return row[6] + "." + row[7];
    }

    /** A division of which we have no name goes by the name of its seat, and says so. */
    private void nameBySeat(String[] row) {
        boolean seat = row[5].equals("PPLA") || row[5].equals("PPLC");
        if (seat && !row[7].isEmpty()) {
            divisions.computeIfAbsent(
                    divisionCode(row), code -> new Division(code, row[1], Optional.empty(), true));
        }
    }

    private void place(String[] row) {
        try {
            LatLon point = new LatLon(Double.parseDouble(row[3]), Double.parseDouble(row[4]));
            Optional<Division> parent = Optional.ofNullable(divisions.get(divisionCode(row)));
            List<String> names = names(row);
            places.add(new GazetteerPlace(
                    row[0],
                    row[1],
                    names,
                    point,
                    Kind.of(row[5]),
                    Long.parseLong(row[8]),
                    row[6],
                    parent));
            parent.ifPresent(
                    division -> points.computeIfAbsent(division.code(), code -> new ArrayList<>())
                            .add(point));
        } catch (NumberFormatException notNumber) {
            throw new IllegalArgumentException(
                    "no number in a gazetteer's line: " + String.join("\t", row), notNumber);
        }
    }

    private static List<String> names(String[] row) {
        List<String> names = new ArrayList<>();
        names.add(row[1]);
        for (String name : row[2].split(",")) {
            if (!name.isBlank() && !names.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    private List<GazetteerPlace> divisionsAsPlaces() {
        List<GazetteerPlace> all = new ArrayList<>();
        points.forEach((code, inside) -> {
            Division division = Objects.requireNonNull(divisions.get(code));
            if (!division.bySeat()) {
                List<String> names = new ArrayList<>(List.of(division.name()));
                division.arabic().ifPresent(names::add);
                all.add(new GazetteerPlace(
                        code,
                        division.name(),
                        names,
                        middle(inside),
                        Kind.DIVISION,
                        0,
                        code.substring(0, code.indexOf('.')),
                        Optional.empty()));
            }
        });
        return all;
    }

    private static LatLon middle(List<LatLon> points) {
        return new LatLon(
                points.stream().mapToDouble(LatLon::latDegrees).average().orElseThrow(),
                points.stream().mapToDouble(LatLon::lonDegrees).average().orElseThrow());
    }
}
