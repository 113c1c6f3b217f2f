package org.truce.app.cli;

import org.truce.base.Truth;
import org.truce.reconcile.Incident;
import org.truce.terms.AreaReading;
import org.truce.terms.Terms;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The areas a command can be asked about. */
final class Areas {
    private Areas() {}

    /**
     * The area's outlines under the reading, or under every reading; refuses when there is none.
     */
    static List<AreaReading> list(Terms terms, String area, Optional<String> reading) {
        List<AreaReading> places = terms.listReadings().stream()
                .filter(place -> place.area().equals(area))
                .filter(place -> reading.isEmpty() || place.reading().equals(reading))
                .toList();
        if (places.isEmpty()) {
            String known = terms.listReadings().stream()
                    .map(place -> place.area()
                            + place.reading().map(r -> " (reading " + r + ")").orElse(""))
                    .distinct()
                    .collect(Collectors.joining(", "));
            throw new UsageException("no area '%s'%s: %s"
                    .formatted(
                            area,
                            reading.map(r -> " under reading '" + r + "'").orElse(""),
                            known.isEmpty()
                                    ? "the store has no areas yet; import an areas file (GeoJSON)"
                                    : "choose one of " + known));
        }
        return places;
    }

    /** The readings of an area or a line; refuses when there is none. */
    static List<AreaReading> listWithLines(Terms terms, String id) {
        List<AreaReading> lines = terms.listLines().stream()
                .filter(line -> line.area().equals(id))
                .toList();
        return lines.isEmpty() ? list(terms, id, Optional.empty()) : lines;
    }

    /** Whether an incident lies, or may lie, in one of the places. */
    static boolean mayHold(Terms terms, Incident incident, List<AreaReading> places) {
        return places.stream()
                .anyMatch(place ->
                        terms.within(incident.place(), place.area(), place.reading()) != Truth.NO);
    }
}
