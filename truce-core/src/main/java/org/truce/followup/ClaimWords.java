package org.truce.followup;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words of a claim that no measure decides, since no entry says it of an act: with what intent it
 * was done, whom it was aimed at, and whether it was lawful. A measure that counts acts answers its
 * own question beside such a claim and not the claim.
 */
final class ClaimWords {
    /** Beginnings of words, in the languages of statements: English, Arabic, Russian. */
    private static final List<String> BEYOND = List.of(
            "indiscriminat",
            "deliberat",
            "intention",
            "disproportion",
            "unlawful",
            "illegal",
            "targeted",
            "targeting",
            "aimed at",
            "civilian",
            "العشوائي",
            "عشوائي",
            "المتعمد",
            "متعمد",
            "المدنيين",
            "مدنيين",
            "неизбирательн",
            "преднамеренн",
            "мирных жител");

    private static final Pattern WORDS = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:%s)\\p{L}*".formatted(String.join("|", BEYOND)),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private ClaimWords() {}

    /** The first of them in a text, as it stands there. */
    static Optional<String> findBeyond(String text) {
        Matcher found = WORDS.matcher(text);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }
}
