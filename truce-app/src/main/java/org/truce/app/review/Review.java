package org.truce.app.review;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a person made of a draft. It is never changed; a later one of the same draft takes its
 * place, and both are kept.
 *
 * @param by the person's role
 * @param why in the person's words, when they said it
 * @param edited the columns that stand otherwise than proposed
 * @param fields the whole row as the person left it, by column; empty when it was dropped
 * @param entry what it became, as {@code register:id}; empty when it was dropped
 */
public record Review(
        String draft,
        ReviewAct act,
        String by,
        Instant at,
        Optional<String> why,
        List<String> edited,
        Map<String, String> fields,
        Optional<String> entry) {
    public Review {
        edited = List.copyOf(edited);
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
        if (by.isBlank()) {
            throw new IllegalArgumentException("a review is somebody's");
        }
        if (entry.isPresent() != (act != ReviewAct.DROP)) {
            throw new IllegalArgumentException("what is dropped becomes no entry, all else does");
        }
        if (edited.isEmpty() != (act != ReviewAct.EDIT)) {
            throw new IllegalArgumentException("what is edited was changed, nothing else was");
        }
    }
}
