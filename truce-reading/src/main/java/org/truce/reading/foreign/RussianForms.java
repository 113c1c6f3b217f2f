package org.truce.reading.foreign;

import org.truce.reading.words.Gender;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Case endings of Russian names and titles. */
final class RussianForms {
    /** Endings of nouns, names and adjectives in any case; the empty one is that of most men. */
    private static final List<String> ENDINGS = List.of(
            "", "а", "я", "у", "ю", "е", "и", "ы", "о", "й", "ь", "ой", "ей", "ою", "ею", "ом",
            "ем", "ым", "им", "ого", "его", "ому", "ему", "ый", "ий", "ая", "яя", "ую", "юю", "ых",
            "их", "ыми", "ими", "ам", "ям", "ами", "ями", "ах", "ях", "ое", "ее", "ые", "ие", "ью");

    /** Endings in the nominative. */
    private static final List<String> FIRST =
            List.of("", "а", "я", "й", "ь", "о", "е", "ый", "ий", "ой", "ая", "ое", "ие", "ы", "и");

    private static final List<String> FIRST_OF_NAMES = List.of("", "й", "ь", "а", "я");

    private static final int SHORTEST_STEM = 3;

    private RussianForms() {}

    /** A name by which all its cases are found: each word open at its end. */
    static String open(String name) {
        StringBuilder row = new StringBuilder();
        for (String word : name.split(" ")) {
            String stem = word.replaceAll("[аяйьеоыиую]$", "");
            boolean fixed = word.length() <= 3 || stem.length() < 2;
            row.append(row.isEmpty() ? "" : " ").append(fixed ? word : stem + "*");
        }
        return row.toString();
    }

    /** Whether two words may be cases of one. */
    static boolean isSame(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        Set<String> stems = new HashSet<>(stems(one));
        stems.retainAll(stems(other));
        return !stems.isEmpty();
    }

    /** What is left of a word without an ending, for each ending it may have. */
    static Set<String> stems(String word) {
        Set<String> stems = new HashSet<>();
        for (String ending : ENDINGS) {
            if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_STEM) {
                stems.add(word.substring(0, word.length() - ending.length()));
            }
        }
        return stems;
    }

    /** The nominative of a word that the tables have in the nominative. */
    static Optional<String> findHead(String key, Nouns nouns) {
        return findNominative(key, ENDINGS, FIRST, nouns::isKnown);
    }

    /** Endings that a given name has in some case. */
    private static final List<String> ENDINGS_OF_NAMES = List.of(
            "а", "я", "у", "ю", "е", "и", "ы", "ой", "ей", "ою", "ею", "ом", "ем", "ью", "ь", "й");

    /** The nominative key of a given name in any case. */
    static Optional<String> findGivenName(String key, Nouns nouns) {
        int dash = key.indexOf('-');
        return dash > 1 && !nouns.isGivenName(key)
                ? findDoubleName(key.substring(0, dash), key.substring(dash + 1), nouns)
                : findNominative(key, ENDINGS_OF_NAMES, FIRST_OF_NAMES, nouns::isGivenName);
    }

    /** A man's given name of which a key may be the genitive. */
    static Optional<String> findMansName(String key, Nouns nouns) {
        if (key.length() < SHORTEST_STEM || !key.matches(".*[ая]")) {
            return Optional.empty();
        }
        String stem = cut(key, 1);
        List<String> firsts = key.endsWith("а") ? List.of("") : List.of("й", "ь");
        return firsts.stream()
                .map(first -> stem + first)
                .filter(nouns::isGivenName)
                .filter(name -> nouns.gender(name) == Gender.MALE)
                .findFirst();
    }

    /** "Жан-Пьера": both in the same case. */
    private static Optional<String> findDoubleName(String one, String other, Nouns nouns) {
        return findNominative(one, ENDINGS_OF_NAMES, FIRST_OF_NAMES, nouns::isGivenName)
                .flatMap(first -> findNominative(
                                other, ENDINGS_OF_NAMES, FIRST_OF_NAMES, nouns::isGivenName)
                        .map(second -> first + "-" + second));
    }

    /** The word itself or its stem with another ending, whichever is known first. */
    private static Optional<String> findNominative(
            String key,
            Collection<String> endings,
            List<String> firsts,
            Predicate<String> isKnown) {
        if (isKnown.test(key)) {
            return Optional.of(key);
        }
        for (String ending : endings) {
            if (!ending.isEmpty()
                    && key.endsWith(ending)
                    && key.length() - ending.length() >= SHORTEST_STEM - 1) {
                String stem = key.substring(0, key.length() - ending.length());
                for (String first : firsts) {
                    if (isKnown.test(stem + first)) {
                        return Optional.of(stem + first);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** A surname or patronymic in the nominative, from another case. */
    static String surname(String word, Gender gender) {
        return gender == Gender.FEMALE ? woman(word) : man(word);
    }

    /** A given name of a woman that no table has, in the nominative. */
    static String womansName(String word) {
        return word.matches(".*[бвгджзклмнпрстфхцчшщ](ы|и|е|у|ой|ей)")
                ? word.replaceAll("(ы|и|е|у|ой|ей)$", "а")
                : word.matches(".*и(и|ю|ей)") ? word.replaceAll("(и|ю|ей)$", "я") : word;
    }

    /** What the ending of a surname tells of who bears it. */
    static Gender bySurname(String key, boolean oblique) {
        String endings = oblique ? ".*(ск|цк|ов|ев|ин|ын)ой" : ".*(ова|ева|ина|ская|цкая|ная)";
        return key.matches(endings) ? Gender.FEMALE : Gender.UNKNOWN;
    }

    private static String woman(String word) {
        if (word.matches(".*(ов|ев|ин|ын)ой")) {
            return cut(word, 2) + "а";
        }
        if (word.matches(".*[бвгджзклмнпрстфхцчшщ](ой|ую)")) {
            return cut(word, 2) + "ая";
        }
        if (word.matches(".*(ов|ев|ин|ын)(ой|у)") || word.matches(".*(вн)(ой|ы|е|у)")) {
            return word.replaceAll("(ой|у|ы|е)$", "а");
        }
        return word;
    }

    private static String man(String word) {
        if (word.matches(".*(ск|цк)(ого|ому|им|ом)")) {
            return word.replaceAll("(ого|ому|им|ом)$", "ий");
        }
        if (word.matches(".*(ов|ев|ин|ын|ич)(а|у|ым|ом|ем|е)")) {
            return word.replaceAll("(а|у|ым|ом|ем|е)$", "");
        }
        if (word.matches(".*[нрлтд]я") || word.matches(".*[аеиоуы]я")) {
            return cut(word, 1) + (word.matches(".*[аеиоуы]я") ? "й" : "ь");
        }
        if (word.matches(".*[бвгджзклмнпрстфхцчшщ][ауе]") && word.length() > 4) {
            return cut(word, 1);
        }
        return word.matches(".*[бвгджзклмнпрстфхцчшщ](ом|ем)") ? cut(word, 2) : word;
    }

    /** An adjective in the nominative, as its noun's gender asks. */
    static String adjective(String word, Gender gender, boolean neuter) {
        String stem = word.replaceAll("(ого|его|ому|ему|ым|им|ом|ем|ой|ей|ую|юю)$", "");
        if (stem.equals(word)) {
            return word;
        }
        boolean soft = stem.matches(".*[кгхжшчщн]") && word.matches(".*(его|ему|им|ем|ей)");
        boolean velar = stem.matches(".*[кгх]");
        if (neuter) {
            return stem + (soft && !velar ? "ее" : "ое");
        }
        return gender == Gender.FEMALE ? stem + "ая" : stem + (velar || soft ? "ий" : "ый");
    }

    private static String cut(String word, int letters) {
        return word.substring(0, word.length() - letters);
    }
}
