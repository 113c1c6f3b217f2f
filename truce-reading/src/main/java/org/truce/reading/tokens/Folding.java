package org.truce.reading.tokens;

import java.text.Normalizer;

/**
 * One spelling for what is written in several: small letters, compatibility forms taken apart,
 * without marks, without what cannot be seen. Arabic alef and yeh have one form each, teh marbuta
 * is heh; Russian ё is е and й is и; an English possessive is the word itself.
 */
public final class Folding {
    /** No word that we look for is longer. */
    private static final int LONGEST = 64;

    private static final char TATWEEL = '\u0640';

    private Folding() {}

    /** Of a word; of one that is longer than any of ours, only the beginning. */
    public static String of(String word) {
        String head = word.length() <= LONGEST ? word : word.substring(0, LONGEST);
        if (isPlain(head)) {
            return head;
        }
        String apart = Normalizer.normalize(head, Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(apart.length());
        apart.codePoints()
                .filter(letter -> letter != TATWEEL && !isMark(letter))
                .map(Folding::letter)
                .forEach(folded::appendCodePoint);
        int length = folded.length();
        int owned = folded.toString().endsWith("'s") ? 2 : folded.toString().endsWith("'") ? 1 : 0;
        return folded.substring(0, length - owned);
    }

    private static boolean isPlain(String word) {
        return word.chars().allMatch(c -> (c >= 'a' && c <= 'z') || c == '-');
    }

    private static int letter(int letter) {
        return switch (letter) {
            case '’', '‘', 'ʼ', '`', '´' -> '\'';
            case '\u2010', '\u2011' -> '-';
            case 'ة' -> 'ه';
            case 'ى', 'ی' -> 'ي';
            case 'ک' -> 'ك';
            case 'ı' -> 'i';
            case 'ł', 'Ł' -> 'l';
            case 'ø', 'Ø' -> 'o';
            case 'ə', 'Ə' -> 'a';
            default -> Character.toLowerCase(letter);
        };
    }

    private static boolean isMark(int letter) {
        int type = Character.getType(letter);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || isUnseen(letter);
    }

    /** Whether it takes no room: joiners, directions, byte order marks, soft hyphens. */
    static boolean isUnseen(int letter) {
        return Character.getType(letter) == Character.FORMAT;
    }
}
