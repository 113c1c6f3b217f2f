package org.truce.reading.foreign;

import org.truce.base.Coded;
import org.truce.reading.words.Gender;
import org.truce.reading.words.Table;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Common words and given names of one language, from its tables. */
final class Nouns {
    private final Map<String, EnumSet<Noun>> kinds = new HashMap<>();
    private final Map<String, Gender> genders = new HashMap<>();
    private final Map<String, String> givenNames = new HashMap<>();

    private Nouns(Spelling spelling, String language) {
        for (Table.Row row : Sayings.rows(language + "-heads")) {
            String word = spelling.key(row.get("word"));
            Noun kind = Coded.find(Noun.class, row.get("kind"))
                    .orElseThrow(() -> new IllegalStateException(
                            row.table() + ":" + row.line() + ": no such kind"));
            kinds.computeIfAbsent(word, key -> EnumSet.noneOf(Noun.class)).add(kind);
            row.find("gender").ifPresent(letter -> genders.put(word, ofLetter(letter)));
        }
        for (Table.Row row : Sayings.rows(language + "-given-names")) {
            String name = spelling.key(row.get("name"));
            givenNames.put(name, row.get("name"));
            row.find("gender").ifPresent(letter -> genders.putIfAbsent(name, ofLetter(letter)));
        }
    }

    /** Of arabic-heads.tsv and arabic-given-names.tsv. */
    static Nouns arabic(Spelling spelling) {
        return new Nouns(spelling, "arabic");
    }

    /** Of russian-heads.tsv and russian-given-names.tsv. */
    static Nouns russian(Spelling spelling) {
        return new Nouns(spelling, "russian");
    }

    private static Gender ofLetter(String letter) {
        return letter.equals("f") ? Gender.FEMALE : Gender.MALE;
    }

    /** What a key may be; nothing for a word that no table has. */
    Set<Noun> kinds(String key) {
        return kinds.getOrDefault(key, EnumSet.noneOf(Noun.class));
    }

    boolean isKnown(String key) {
        return kinds.containsKey(key);
    }

    Gender gender(String key) {
        return genders.getOrDefault(key, Gender.UNKNOWN);
    }

    boolean isGivenName(String key) {
        return givenNames.containsKey(key);
    }

    /** A given name as it is written. */
    Optional<String> findGivenName(String key) {
        int dash = key.indexOf('-');
        String whole = givenNames.get(key);
        if (whole != null || dash < 0) {
            return Optional.ofNullable(whole);
        }
        return findGivenName(key.substring(0, dash))
                .flatMap(one ->
                        findGivenName(key.substring(dash + 1)).map(other -> one + "-" + other));
    }
}
