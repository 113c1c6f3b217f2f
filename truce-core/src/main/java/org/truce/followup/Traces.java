package org.truce.followup;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What in a text leads to a place or a person whatever the record knows: points, addresses,
 * telephone numbers, and words made of two scripts' letters, which look like others than they are.
 */
final class Traces {
    private static final Pattern ADDRESS =
            Pattern.compile("(?iu)\\b(?:https?://|www\\.)\\S+|\\S+@\\S+\\.\\S+"
                    + "|\\S+\\s*[\\[(]\\s*at\\s*[\\])]\\s*\\S+"
                    + "|\\b[\\w-]+(?:\\.[\\w-]+)*\\.\\p{Alpha}{2,}/\\S*"
                    + "|\\b[\\w-]+\\.(?:com|org|net|info|int|gov|edu|sy|jo|tr|ru|il|eu|uk)\\b");

    /**
     * Decimal degrees, two decimal numbers beside each other, degrees with their sign, squares of
     * the military grid, and Open Location Codes.
     */
    private static final Pattern POINT =
            Pattern.compile("(?U)\\b\\d{1,3}[.٫]\\d{2,}\\b|\\b\\d{1,3}\\s*°"
                    + "|\\b\\d{1,3}[,٫]\\d{3,}[,;/\\s]+\\d{1,3}[,٫]\\d{3,}\\b"
                    + "|\\b\\d{2}\\s?[C-X]\\s?[A-Z]{2}\\s?\\d{2,5}\\s?\\d{2,5}\\b"
                    + "|\\b[23456789CFGHJMPQRVWX]{4,8}\\+[23456789CFGHJMPQRVWX]{2,3}\\b");

    /** Days are taken out before: they have as many digits. */
    private static final Pattern TELEPHONE =
            Pattern.compile("(?:\\+|\\b00)\\d[\\d\\s().-]{5,}\\d|\\b\\d(?:[\\s().-]?\\d){8,}\\b");

    private static final Pattern DAY = Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}\\b");
    private static final Pattern TWO_SCRIPTS = Pattern.compile(
            "(?U)\\b(?=\\w*\\p{IsLatin})" + "(?=\\w*[\\p{IsCyrillic}\\p{IsGreek}])\\w+\\b");

    private Traces() {}

    /** Each as it stands in {@link #plain}. */
    static List<String> listIn(String text) {
        String plain = plain(text);
        List<String> found = new ArrayList<>();
        Stream.of(ADDRESS, POINT, TWO_SCRIPTS)
                .flatMap(pattern -> pattern.matcher(plain).results())
                .map(MatchResult::group)
                .forEach(found::add);
        TELEPHONE
                .matcher(DAY.matcher(plain).replaceAll("|"))
                .results()
                .map(MatchResult::group)
                .forEach(found::add);
        return found;
    }

    /** With digits of one kind, and without what cannot be seen. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(one -> Character.getType(one) != Character.FORMAT)
                .map(one -> Character.isDigit(one) ? '0' + Character.digit(one, 10) : one)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
