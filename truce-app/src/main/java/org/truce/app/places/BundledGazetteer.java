package org.truce.app.places;

import org.truce.reconcile.places.Gazetteer;
import org.truce.reconcile.places.OtherNames;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * The gazetteer inside the program: GeoNames' places of some countries (CC BY 4.0), cut by the web
 * app's build, and the names of first-order divisions, which GeoNames' list of cities lacks.
 */
public final class BundledGazetteer {
    private static final String PLACES = "places.tsv.gz";
    private static final String DIVISIONS = "divisions.tsv";

    private BundledGazetteer() {}

    /** Reads it anew; empty in a program that was built without the web app. */
    public static Optional<Gazetteer> find() {
        try {
            List<String> places = listPlaceLines();
            return places.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Gazetteer.of(places, listDivisionLines()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Other names of a place, by {@link OtherNames}; read once. */
    public static List<String> listNames(String name) {
        return Names.KNOWN.map(names -> names.list(name)).orElse(List.of());
    }

    /** Made when first it is asked. */
    private static final class Names {
        static final Optional<OtherNames> KNOWN = find().map(OtherNames::new);
    }

    /** As {@link Gazetteer#of} takes them; none in a program that was built without the web app. */
    static List<String> listPlaceLines() throws IOException {
        try (InputStream places = BundledGazetteer.class.getResourceAsStream(PLACES)) {
            return places == null ? List.of() : lines(new GZIPInputStream(places));
        }
    }

    /** Country and division, name, Arabic name, parted by tabs. */
    static List<String> listDivisionLines() throws IOException {
        try (InputStream divisions =
                Objects.requireNonNull(BundledGazetteer.class.getResourceAsStream(DIVISIONS))) {
            return lines(divisions);
        }
    }

    /** The Arabic names of first-order divisions, by those in Latin letters that records write. */
    public static Map<String, String> listArabicDivisions() {
        try {
            return listDivisionLines().stream()
                    .map(line -> line.split("\t", -1))
                    .collect(Collectors.toUnmodifiableMap(cells -> cells[1], cells -> cells[2]));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> lines(InputStream from) throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
