package org.truce.app.review;

import java.util.Map;
import java.util.Optional;

/**
 * What a person says of a draft.
 *
 * @param by the person's role
 * @param register the register that the entry goes to; empty when it is dropped
 * @param set what the columns are to be, by name; those left out stay as proposed
 * @param why in the person's words
 */
public record Verdict(
        ReviewAct act,
        String by,
        Optional<String> register,
        Map<String, String> set,
        Optional<String> why) {
    public Verdict {
        set = Map.copyOf(set);
    }
}
