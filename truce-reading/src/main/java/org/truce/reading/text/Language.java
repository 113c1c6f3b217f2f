package org.truce.reading.text;

import java.util.LinkedHashMap;
import java.util.List;
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

    /** Fewer letters tell of no language beside names in Latin letters. */
    private static final int FEWEST = 12;

    /**
     * So many letters of another language may stand in a text without making it that language's.
     */
    private static final int MOST_FOREIGN = 3;

    private static final double FOREIGN_SHARE = 0.01;

    private static final Map<String, Set<String>> LITTLE_WORDS = littleWords();

    /** In a text of so many letters Russian has one of its own. */
    private static final int ENOUGH_FOR_RUSSIAN = 400;

    private static final String RUSSIAN = "ыэёЫЭЁ";

    /** Letters that Russian has not; who has another one's, too, stands before it. */
    private static final List<Own> CYRILLIC = List.of(
            new Own("kk", "әғқңұһӘҒҚҢҰҺ"),
            new Own("tg", "ҳҷӯӣҲҶӮӢ"),
            new Own("be", "ўЎ"),
            new Own("uk", "їєґЇЄҐі"),
            new Own("mk", "ѓќѕЃЌЅ"),
            new Own("sr", "љњћђјЉЊЋЂЈ"));

    /** Letters that Arabic has not. */
    private static final List<Own> ARABIC = List.of(
            new Own("ur", "ٹڈڑےںہھ"),
            new Own("ps", "ټډړږښېۍ"),
            new Own("ckb", "ێۆڕڵە"),
            new Own("fa", "پچگژیک"));

    private record Own(String language, String letters) {}

    private Language() {}

    /**
     * An ISO 639-1 code such as "en", or {@link #UNDETERMINED}. Of two scripts the one with more
     * letters decides, unless its letters make no words of any language known here, as names alone
     * do not.
     */
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
        String found = ofScript(script, start, letters);
        if (found.equals(UNDETERMINED) && script.equals("latin")) {
            letters.remove(script);
            int rest = letters.values().stream().mapToInt(count -> count).sum();
            return rest < FEWEST ? found : ofScript(most(letters).orElse(""), start, letters);
        }
        return found;
    }

    private static String ofScript(String script, String text, Map<String, Integer> letters) {
        int count = letters.getOrDefault(script, 0);
        return switch (script) {
            case "latin" -> latin(text);
            case "cyrillic" -> byLetters(text, count, CYRILLIC, russian(text, count));
            case "arabic" -> byLetters(text, count, ARABIC, "ar");
            case "hebrew" -> "he";
            default -> UNDETERMINED;
        };
    }

    /**
     * Languages of one script by letters that only they have; a name or a quotation in another one
     * has too few of them.
     */
    private static String byLetters(String text, int count, List<Own> all, String otherwise) {
        for (Own own : all) {
            long found = text.chars().filter(c -> own.letters().indexOf(c) >= 0).count();
            if (found >= MOST_FOREIGN && found >= count * FOREIGN_SHARE) {
                return own.language();
            }
        }
        return otherwise;
    }

    /** Bulgarian and others have no letter that Russian has not, but lack some of Russian. */
    private static String russian(String text, int count) {
        boolean has = text.chars().anyMatch(c -> RUSSIAN.indexOf(c) >= 0);
        return has || count < ENOUGH_FOR_RUSSIAN ? "ru" : UNDETERMINED;
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
