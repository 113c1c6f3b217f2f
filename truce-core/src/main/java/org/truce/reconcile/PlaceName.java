package org.truce.reconcile;

import java.text.Normalizer;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A place name as words that survive transliteration: "Da'el" and "Dael", "Deraa" and "Daraa City"
 * are the same. Names in different scripts do not meet here; that is left to the gazetteer.
 *
 * @param own words of the name itself
 * @param within words of a larger place put in brackets to tell namesakes apart: "Kashif (Daraa)"
 */
record PlaceName(Set<String> own, Set<String> within) {
    private static final Pattern BRACKETS = Pattern.compile("\\(([^)]*)\\)?");
    private static final Pattern MARKS = Pattern.compile("\\p{M}|['’`ʿʾ]");
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> SAYS_NOTHING = Set.of(
            "al",
            "as",
            "ash",
            "ad",
            "adh",
            "ar",
            "az",
            "an",
            "at",
            "el",
            "the",
            "of",
            "near",
            "and",
            "city",
            "town",
            "village",
            "area",
            "province",
            "governorate",
            "district",
            "countryside",
            "rural",
            "crossing",
            "border",
            "eastern",
            "western",
            "northern",
            "southern",
            "east",
            "west",
            "north",
            "south",
            "tal",
            "tell",
            "um",
            "umm",
            "madinat",
            "jabal");
    private static final Pattern VOWELS = Pattern.compile("[aeiouyw]");
    private static final Pattern DOUBLED = Pattern.compile("(.)\\1+");
    private static final Pattern LAST_H = Pattern.compile("(?<=.)h$");

    PlaceName {
        own = Set.copyOf(own);
        within = Set.copyOf(within);
    }

    static PlaceName of(String name) {
        Set<String> within = new HashSet<>();
        BRACKETS.matcher(name).results().forEach(found -> within.addAll(words(found.group(1))));
        return new PlaceName(words(BRACKETS.matcher(name).replaceAll(" ")), within);
    }

    /**
     * One form for "As-Suwayda", "As Suwayda Governorate" and "Suweida"; empty for an empty name.
     */
    static String governorate(String name) {
        return String.join(" ", words(name).stream().sorted().toList());
    }

    /** How two names stand to each other. */
    enum Likeness {
        SAME,
        /** A word in common, or one is the larger place of the other: a city and its quarter. */
        PART,
        DIFFERENT,
        /** At least one is withheld or has no word of its own. */
        NOT_KNOWN
    }

    Likeness likeness(PlaceName other) {
        if (own.isEmpty() || other.own.isEmpty()) {
            return Likeness.NOT_KNOWN;
        }
        if (own.equals(other.own)) {
            return Likeness.SAME;
        }
        boolean part = !Collections.disjoint(own, other.own)
                || !Collections.disjoint(own, other.within)
                || !Collections.disjoint(within, other.own);
        return part ? Likeness.PART : Likeness.DIFFERENT;
    }

    private static Set<String> words(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        Set<String> words = new HashSet<>();
        for (String word : GAPS.split(plain.toLowerCase(Locale.ROOT))) {
            if (!word.isEmpty() && !SAYS_NOTHING.contains(word)) {
                words.add(consonants(word));
            }
        }
        return words;
    }

    /** Vowels are what transliterations differ in most; a word of vowels only stays as it is. */
    private static String consonants(String word) {
        String bare = VOWELS.matcher(LAST_H.matcher(word).replaceAll("")).replaceAll("");
        return bare.isEmpty() ? word : DOUBLED.matcher(bare).replaceAll("$1");
    }
}
