package org.truce.reading.words;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Tells the past forms of English verbs; irregular ones from past-forms.tsv. */
public final class PastForms {
    private final Map<String, String> bases = new HashMap<>();

    private PastForms() {
        for (Table.Row row : Table.rows("past-forms")) {
            row.list("forms").forEach(form -> bases.put(form, row.get("verb")));
        }
    }

    static PastForms load() {
        return new PastForms();
    }

    /**
     * The base of a folded past form or participle: "withdraw" of "withdrew", "stop" of "stopped",
     * "move" of "moved" without its e, "mov"; empty where it is no such form. Forms that are like
     * their base, such as "put", count as past.
     */
    public Optional<String> findBase(String key) {
        String irregular = bases.get(key);
        if (irregular != null) {
            return Optional.of(irregular);
        }
        if (!key.endsWith("ed") || key.length() < 4 || key.endsWith("eed")) {
            return Optional.empty();
        }
        String stem = key.substring(0, key.length() - 2);
        int last = stem.length() - 1;
        boolean twice = last > 1 && stem.charAt(last) == stem.charAt(last - 1);
        if (stem.endsWith("i")) {
            return Optional.of(stem.substring(0, last) + "y");
        }
        return Optional.of(
                twice && "lsz".indexOf(stem.charAt(last)) < 0 ? stem.substring(0, last) : stem);
    }
}
