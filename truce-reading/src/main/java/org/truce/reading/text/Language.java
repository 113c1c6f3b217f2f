package org.truce.reading.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The language of a text, from its script and, among those written in Latin letters, from the
 * little words that every text has.
 */
public final class Language {
    /** No language was recognised. */
    public static final String UNDETERMINED = "und";

    /** How much of a text is looked at, in code points. */
    private static final int LOOKED_AT = 20_000;

    private static final Map<String, Set<String>> LITTLE_WORDS = littleWords();

    private Language() {}

    /** An ISO 639-1 code such as "en", or {@link #UNDETERMINED}. */
    public static String of(Original original) {
        String plain = original.plain();
        String start = plain.substring(0, Math.min(plain.length(), LOOKED_AT));
        Map<String, Integer> letters = new LinkedHashMap<>();
        for (int i = 0; i < start.length(); i++) {
            char c = start.charAt(i);
            if (Character.isLetter(c)) {
                letters.merge(script(c), 1, Integer::sum);
            }
        }
        String script = most(letters).orElse(UNDETERMINED);
        return switch (script) {
            case "latin" -> latin(start);
            case "cyrillic" -> containsAny(start, "іїєґІЇЄҐ") ? "uk" : "ru";
            case "arabic" -> containsAny(start, "پچگژ") ? "fa" : "ar";
            case "hebrew" -> "he";
            default -> UNDETERMINED;
        };
    }

    private static String script(char c) {
        return switch (Character.UnicodeScript.of(c)) {
            case LATIN -> "latin";
            case CYRILLIC -> "cyrillic";
            case ARABIC -> "arabic";
            case HEBREW -> "hebrew";
            default -> "other";
        };
    }

    private static String latin(String text) {
        Map<String, Integer> hits = new LinkedHashMap<>();
        for (String word : Fold.key(text).split("[^a-z]+", -1)) {
            LITTLE_WORDS.forEach((language, words) -> {
                if (words.contains(word)) {
                    hits.merge(language, 1, Integer::sum);
                }
            });
        }
        return most(hits).orElse(UNDETERMINED);
    }

    private static Optional<String> most(Map<String, Integer> counts) {
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    private static boolean containsAny(String text, String letters) {
        return text.chars().filter(c -> letters.indexOf(c) >= 0).limit(3).count() == 3;
    }

    private static Map<String, Set<String>> littleWords() {
        Map<String, Set<String>> words = new LinkedHashMap<>();
        words.put(
                "en", Set.of("the", "of", "and", "to", "in", "that", "said", "was", "for", "with"));
        words.put("fr", Set.of("le", "la", "les", "des", "et", "du", "une", "est", "dans", "que"));
        words.put("es", Set.of("el", "la", "los", "las", "y", "del", "una", "es", "en", "que"));
        words.put("de", Set.of("der", "die", "das", "und", "den", "von", "mit", "ist", "im", "zu"));
        words.put("tr", Set.of("ve", "bir", "bu", "icin", "ile", "olarak", "da", "de", "olan"));
        words.put("it", Set.of("il", "la", "gli", "che", "di", "del", "una", "con", "per", "non"));
        words.put("pt", Set.of("o", "os", "das", "dos", "e", "uma", "que", "em", "com", "para"));
        return words;
    }
}
