package org.truce.reading.foreign;

import org.truce.reading.text.Fold;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Arabic as papers write it: alef with or without hamza, final yeh with or without dots, heh for
 * teh marbuta, with vowel marks or lengthening strokes or without any.
 */
final class ArabicSpelling implements Spelling {
    /** A word of fewer letters has no particle in front that could be told from a letter. */
    private static final int SHORTEST = 4;

    @Override
    public String key(String form) {
        return Fold.key(form);
    }

    @Override
    public List<String> variants(String key) {
        Set<String> found = new LinkedHashSet<>();
        found.add(key);
        if (key.length() >= SHORTEST && isArabic(key)) {
            addWithoutArticle(found, key);
            char first = key.charAt(0);
            if (first == 'و' || first == 'ف') {
                addWithoutPreposition(found, key.substring(1));
            } else {
                addWithoutPreposition(found, key);
            }
        }
        List<String> variants = new ArrayList<>(found);
        variants.sort(Comparator.comparingInt(String::length).reversed());
        return variants;
    }

    /** A key without "and" or "so"; the key itself where there is none. */
    static String withoutAnd(String key) {
        boolean joined = key.startsWith("و")
                ? key.length() >= SHORTEST - 1
                : key.startsWith("ف") && key.length() >= SHORTEST;
        return joined ? key.substring(1) : key;
    }

    /** Whether a word has the article; foreign names with alef and hamza only seem to. */
    static boolean isDefinite(Item item) {
        boolean hamza = "أإآ".indexOf(item.form().charAt(0)) >= 0;
        return !hamza && (item.key().startsWith("ال") || item.key().startsWith("لل"));
    }

    private static boolean isArabic(String key) {
        return Character.UnicodeScript.of(key.charAt(0)) == Character.UnicodeScript.ARABIC;
    }

    private static void addWithoutPreposition(Set<String> found, String key) {
        found.add(key);
        addWithoutArticle(found, key);
        if (key.length() >= SHORTEST && "بلك".indexOf(key.charAt(0)) >= 0) {
            String bare = key.startsWith("لل") ? "ال" + key.substring(2) : key.substring(1);
            found.add(bare);
            addWithoutArticle(found, bare);
        }
    }

    private static void addWithoutArticle(Set<String> found, String key) {
        if (key.startsWith("ال") && key.length() >= SHORTEST) {
            found.add(key.substring(2));
        }
    }
}
