package org.truce.reading.gold;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** When two ways to write a name, a place or a phrase are the same for the score. */
final class Names {
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> ARTICLES = Set.of("the", "a", "an");
    private static final Set<String> KINDS_OF_PLACE = Set.of(
            "area",
            "city",
            "county",
            "district",
            "governorate",
            "in",
            "near",
            "of",
            "province",
            "region",
            "sector",
            "settlement",
            "town",
            "village");

    private Names() {}

    /** The same words in the same order, but for case, marks, punctuation and a leading article. */
    static boolean same(String one, String other) {
        return key(one).equals(key(other)) || sorted(one).equals(sorted(other));
    }

    /** The same place, with or without the word for its kind. */
    static boolean samePlace(String one, String other) {
        return key(one).equals(key(other)) || bare(one).equals(bare(other));
    }

    /** Whether the words of one are all among those of the other, and it has any. */
    static boolean within(String one, String other) {
        Set<String> first = words(one);
        Set<String> second = words(other);
        return !first.isEmpty()
                && !second.isEmpty()
                && (first.containsAll(second) || second.containsAll(first));
    }

    /** Words in small letters without marks, apart by one blank, without a leading article. */
    static String key(String name) {
        String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        String words = NOT_WORDS.matcher(plain).replaceAll(" ").trim();
        int blank = words.indexOf(' ');
        return blank > 0 && ARTICLES.contains(words.substring(0, blank))
                ? words.substring(blank + 1)
                : words;
    }

    /** Of two speakers it does not matter who is named first. */
    private static String sorted(String name) {
        return Arrays.stream(name.split(" and "))
                .map(Names::key)
                .sorted()
                .collect(Collectors.joining(" and "));
    }

    private static String bare(String place) {
        return Arrays.stream(key(place).split(" "))
                .filter(word -> !KINDS_OF_PLACE.contains(word))
                .collect(Collectors.joining(" "));
    }

    private static Set<String> words(String phrase) {
        Set<String> words = new HashSet<>(Arrays.asList(key(phrase).split(" ")));
        words.removeAll(ARTICLES);
        words.remove("");
        return words;
    }
}
