package org.truce.reading.draft;

import java.util.List;
import java.util.Optional;

/**
 * One value of a draft.
 *
 * @param value as the text has it, or as it was resolved; empty where the text does not give it, or
 *     where more than one would do
 * @param evidence which of the draft's evidence it rests on, from 0; empty for what came with the
 *     text, such as its date
 * @param confidence how it was come by
 * @param alternatives what else it may be; all candidates where there is no value
 */
public record Field(
        Optional<String> value,
        List<Integer> evidence,
        Band confidence,
        List<String> alternatives) {
    public Field {
        evidence = List.copyOf(evidence);
        alternatives = List.copyOf(alternatives);
        if (value.filter(String::isEmpty).isPresent()) {
            throw new IllegalArgumentException("a value that is not known is left out");
        }
        if (value.isEmpty() && confidence != Band.LOW) {
            throw new IllegalArgumentException("where nothing is known there is nothing to trust");
        }
    }

    /** Of what the text does not say. */
    static Field unknown() {
        return new Field(Optional.empty(), List.of(), Band.LOW, List.of());
    }

    static Field of(Optional<String> value, List<Integer> evidence, Band confidence) {
        Optional<String> known = value.filter(text -> !text.isBlank());
        return known.isEmpty() ? unknown() : new Field(known, evidence, confidence, List.of());
    }
}
