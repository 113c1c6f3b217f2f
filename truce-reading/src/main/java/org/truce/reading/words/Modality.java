package org.truce.reading.words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of words that mark what a statement does: oblige, promise, threaten, deny, judge; from
 * modality.tsv. Which of them counts where is for the rules that ask.
 */
public final class Modality {
    private final Map<String, Phrasebook<String>> markers = new HashMap<>();

    private Modality() {
        for (Table.Row row : Table.rows("modality")) {
            for (String phrase : row.list("phrases")) {
                markers.computeIfAbsent(row.get("marker"), marker -> new Phrasebook<>())
                        .add(phrase, row.get("marker"));
            }
        }
    }

    static Modality load() {
        return new Modality();
    }

    /** The phrases of one marker; throws where there is no such marker. */
    public Phrasebook<String> phrases(String marker) {
        Phrasebook<String> phrases = markers.get(marker);
        if (phrases == null) {
            throw new IllegalArgumentException("no marker of modality: " + marker);
        }
        return phrases;
    }

    /** The names of all markers. */
    public List<String> listMarkers() {
        return markers.keySet().stream().sorted().toList();
    }
}
