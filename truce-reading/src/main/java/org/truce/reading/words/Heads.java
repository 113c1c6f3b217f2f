package org.truce.reading.words;

import org.truce.base.Coded;
import org.truce.reading.text.Fold;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a common word says of whoever it names; from heads.tsv and given-names.tsv. */
public final class Heads {
    private final Map<String, Kind> kinds = new HashMap<>();
    private final Map<String, Gender> genders = new HashMap<>();
    private final Set<String> givenNames = new HashSet<>();

    /** What a word names. */
    public enum Kind implements Coded {
        /** A person, by what he or she does: minister, spokeswoman, farmer. */
        ROLE("role"),
        /** A body: ministry, army, mission. */
        INSTITUTION("institution"),
        /** Several persons without names: officials, residents. */
        CROWD("crowd"),
        /** A paper, which speaks for its author: statement, report. */
        PAPER("paper"),
        /** A part of titles, never of a name: foreign, deputy, affairs. */
        MODIFIER("modifier"),
        /** A day or month. */
        TIME("time");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    private Heads() {
        for (Table.Row row : Table.rows("heads")) {
            String word = Fold.key(row.get("word"));
            kinds.put(
                    word,
                    Coded.find(Kind.class, row.get("kind"))
                            .orElseThrow(() -> new IllegalStateException(
                                    row.table() + ":" + row.line() + ": no such kind")));
            row.find("gender").ifPresent(letter -> genders.put(word, Gender.of(letter)));
        }
        for (String role : List.copyOf(kinds.keySet())) {
            if (is(role, Kind.ROLE)) {
                kinds.putIfAbsent(plural(role), Kind.CROWD);
            }
        }
        for (Table.Row row : Table.rows("given-names")) {
            String name = Fold.key(row.get("name"));
            givenNames.add(name);
            genders.putIfAbsent(name, Gender.of(row.get("gender")));
        }
    }

    private static String plural(String role) {
        return role.endsWith("man")
                ? role.substring(0, role.length() - 2) + "en"
                : role.endsWith("y") ? role.substring(0, role.length() - 1) + "ies" : role + "s";
    }

    static Heads load() {
        return new Heads();
    }

    /** What a folded word names. */
    public Optional<Kind> find(String key) {
        return Optional.ofNullable(kinds.get(key));
    }

    public boolean is(String key, Kind kind) {
        return kinds.get(key) == kind;
    }

    /** The gender that a title or a given name tells. */
    public Gender gender(String key) {
        return genders.getOrDefault(key, Gender.UNKNOWN);
    }

    public boolean isGivenName(String key) {
        return givenNames.contains(key);
    }
}
