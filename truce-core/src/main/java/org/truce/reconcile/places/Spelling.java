package org.truce.reconcile.places;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * From a text to its words in one spelling: compatibility forms taken apart, marks, tatweel and
 * apostrophes left out, lower case, articles left out that stand alone or before a hyphen; the
 * Arabic one, which is joined to its word, too.
 */
final class Spelling {
    private static final String APOSTROPHES = "'’‘`´ʻʼʾʿˈ\"“”";
    private static final char TATWEEL = '\u0640';

    /** A macron or circumflex says that the vowel is long, which Arabic writes. */
    private static final char LONG_I = 'î';

    private static final char LONG_U = 'û';

    /** A letter and the mark after it (caron, dot above, breve below) that make another sound. */
    private static final Map<String, String> MARKED = Map.of(
            "i\u0304", "î",
            "i\u0302", "î",
            "u\u0304", "û",
            "u\u0302", "û",
            "z\u030c", "j",
            "g\u030c", "j",
            "s\u030c", "sh",
            "c\u030c", "ch",
            "g\u0307", "gh",
            "h\u032e", "kh");

    /** Letters that do not come apart, and those of Persian, Kurdish and Urdu keyboards. */
    private static final Map<Character, String> LETTERS = Map.ofEntries(
            Map.entry('ı', "i"),
            Map.entry('ə', "a"),
            Map.entry('Ə', "a"),
            Map.entry('đ', "d"),
            Map.entry('ø', "o"),
            Map.entry('Ø', "o"),
            Map.entry('ł', "l"),
            Map.entry('Ł', "l"),
            Map.entry('ß', "ss"),
            Map.entry('æ', "ae"),
            Map.entry('ٱ', "ا"),
            Map.entry('ک', "ك"),
            Map.entry('ی', "ي"),
            Map.entry('ہ', "ه"),
            Map.entry('ە', "ه"));

    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> ARTICLES = Set.of("al", "el", "il", "ul", "ال");

    /** An article's l takes on the sound of the next word: as-Suwayda, ez-Zor. */
    private static final Pattern ASSIMILATED = Pattern.compile("[aeiu](?:[dnrstzl]|sh|ch|th|dh|j)");

    private static final int SHORTEST_WITH_ARTICLE = 4;

    private Spelling() {}

    /** In their order; empty for a text without a letter or digit. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        String[] parts = GAPS.split(plain(text).toLowerCase(Locale.ROOT));
        for (int i = 0; i < parts.length; i++) {
            String next = i + 1 < parts.length ? parts[i + 1] : "";
            if (!parts[i].isEmpty() && !isArticle(parts[i], next)) {
                boolean joined =
                        parts[i].startsWith("ال") && parts[i].length() >= SHORTEST_WITH_ARTICLE;
                words.add(joined ? parts[i].substring(2) : parts[i]);
            }
        }
        return words;
    }

    private static String plain(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder plain = new StringBuilder(apart.length());
        for (int at = 0; at < apart.length(); at++) {
            char letter = apart.charAt(at);
            if (letter < 128 || (letter >= 0x621 && letter <= 0x64A && letter != TATWEEL)) {
                append(plain, letter, at + 1 < apart.length() ? apart.charAt(at + 1) : ' ');
            } else if (Character.isDigit(letter)) {
                plain.append((char) ('0' + Character.digit(letter, 10)));
            } else if (!isMark(letter)) {
                plain.append(LETTERS.getOrDefault(letter, String.valueOf(letter)));
            }
        }
        return plain.toString();
    }

    /** A letter of ASCII or Arabic; some that carry a mark are other sounds than those without. */
    private static void append(StringBuilder plain, char letter, char mark) {
        char small = Character.toLowerCase(letter);
        String marked = MARKED.get("" + small + mark);
        if (marked != null) {
            plain.append(marked);
        } else if (small != 'ء' && APOSTROPHES.indexOf(small) < 0) {
            plain.append(small);
        }
    }

    private static boolean isMark(char letter) {
        int type = Character.getType(letter);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT
                || letter == TATWEEL
                || APOSTROPHES.indexOf(letter) >= 0;
    }

    private static boolean isArticle(String word, String next) {
        if (next.isEmpty()) {
            return false;
        }
        return ARTICLES.contains(word)
                || (ASSIMILATED.matcher(word).matches() && next.startsWith(word.substring(1)));
    }

    /**
     * For comparing letter by letter within one script: long vowels are marked by few, and teh
     * marbuta and heh, alef maqsura and yeh are often confused.
     */
    static String unified(String word) {
        return word.replace('ة', 'ه').replace('ى', 'ي').replace(LONG_I, 'i').replace(LONG_U, 'u');
    }
}
