package org.truce.reading.bulletin;

import org.truce.reading.words.Table;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Sets of words by name, from noun-classes.tsv. */
final class NounClasses {
    private static final Map<String, Set<String>> CLASSES = Table.rows("noun-classes").stream()
            .collect(Collectors.toUnmodifiableMap(
                    row -> row.get("class"), row -> Set.copyOf(row.list("words"))));

    private NounClasses() {}

    /** The words of a class, as a token is looked up; throws where the table has no such class. */
    static Set<String> get(String name) {
        Set<String> words = CLASSES.get(name);
        if (words == null) {
            throw new IllegalStateException("noun-classes.tsv has no class " + name);
        }
        return words;
    }
}
