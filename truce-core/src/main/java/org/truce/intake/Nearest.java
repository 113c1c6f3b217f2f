package org.truce.intake;

import org.truce.base.Phrase;
import org.truce.base.Phrases;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which of the known words somebody may have meant. */
final class Nearest {
    private static final int LONGEST = 100;

    /** In letters; shorter ones stand in many words by chance. */
    private static final int LEAST_PART = 4;

    private Nearest() {}

    /**
     * The known word with the smallest edit distance (Levenshtein 1966), the first of several; one
     * of which the word is a part before all others.
     */
    static Optional<String> to(String word, List<String> known) {
        String cut = word.substring(0, Math.min(word.length(), LONGEST)).toLowerCase(Locale.ROOT);
        return known.stream()
                .min(Comparator.<String, Boolean>comparing(k -> !isPart(cut, k))
                        .thenComparing(k -> distance(cut, k.toLowerCase(Locale.ROOT))));
    }

    private static boolean isPart(String word, String known) {
        return word.length() >= LEAST_PART && known.toLowerCase(Locale.ROOT).contains(word);
    }

    /** As {@link #to}, but only when at most one letter in three differs. */
    static Optional<String> closeTo(String word, List<String> known) {
        return to(word, known)
                .filter(near -> 3 * distance(word.toLowerCase(Locale.ROOT), near)
                        <= Math.max(word.length(), near.length()));
    }

    /** Advice that names the nearest of the known words, and all of them. */
    static String advice(String word, List<String> known) {
        return Phrases.in("en").say(advise(word, known));
    }

    /** The same as words of any language. */
    static Phrase advise(String word, List<String> known) {
        return to(word, known)
                .map(near -> Phrase.of("intake.perhaps", near, String.join(", ", known)))
                .orElse(Phrase.of("intake.nothing-known"));
    }

    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[right.length()];
    }
}
