package org.truce.reconcile.places;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** By a name of a place its other names, in any script. Immutable. */
public final class OtherNames {
    private final Map<String, List<GazetteerPlace>> bySpelling = new HashMap<>();

    /** Takes some hundred milliseconds for ten thousand places: make it once. */
    public OtherNames(Gazetteer gazetteer) {
        for (GazetteerPlace place : gazetteer.listPlaces()) {
            place.names().stream()
                    .map(OtherNames::key)
                    .distinct()
                    .forEach(key -> bySpelling
                            .computeIfAbsent(key, k -> new ArrayList<>())
                            .add(place));
        }
    }

    /**
     * All names of those places that have one spelled so, but for case, articles and signs on
     * letters; empty where there is none.
     */
    public List<String> list(String name) {
        return bySpelling.getOrDefault(key(name), List.of()).stream()
                .flatMap(place -> place.names().stream())
                .distinct()
                .toList();
    }

    private static String key(String name) {
        return String.join(" ", Spelling.words(name));
    }
}
