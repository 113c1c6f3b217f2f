package org.truce.reading.tokens;

import org.truce.reading.text.Fold;
import org.truce.reading.text.Span;

import java.util.regex.Pattern;

/**
 * A word, a figure or a sign of a text.
 *
 * @param text as it stands there, without what has no width
 * @param norm by which it is looked up: {@link #norm(String)} of a word, the plain sign of a sign
 * @param span in code points of the text
 * @param glued whether it stands right behind the token before it
 */
public record Token(Kind kind, String text, String norm, Span span, boolean glued) {
    /** What a token may be. */
    public enum Kind {
        WORD,
        /** A whole number in digits of any script. */
        FIGURE,
        /** Digits that are no number of things: a time, a date, a calibre, a share. */
        MEASURE,
        SIGN
    }

    private static final Pattern JOINED = Pattern.compile("\\p{Ll}{2,3}-\\p{Lu}");

    private static final Pattern NO_WIDTH = Pattern.compile("\\p{Cf}");

    /** No word that we look for is longer. */
    private static final int LONGEST = 64;

    /** A word as dictionaries are asked for it: folded, without the ending of an owner. */
    public static String norm(String word) {
        String head = word.length() <= LONGEST ? word : word.substring(0, LONGEST);
        String folded = Fold.key(head);
        int end = folded.length();
        if (end > 1 && folded.charAt(end - 1) == '.') {
            end--;
        }
        if (folded.startsWith("'s", end - 2)) {
            return folded.substring(0, end - 2);
        }
        return folded.substring(0, end > 0 && folded.charAt(end - 1) == '\'' ? end - 1 : end);
    }

    /** A text without its characters of no width; it is asked for each word, so it makes little. */
    static String visible(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c) || Character.getType(c) == Character.FORMAT) {
                return NO_WIDTH.matcher(text).replaceAll("");
            }
        }
        return text;
    }

    /** Whether it is that sign. */
    public boolean isSign(String sign) {
        return kind == Kind.SIGN && norm.equals(sign);
    }

    /** Whether it is that word, as {@link #norm(String)} writes it. */
    public boolean isWord(String word) {
        return kind == Kind.WORD && norm.equals(word);
    }

    /** Whether it is a word that begins with a capital letter, or with "al-" and one. */
    public boolean isCapital() {
        return kind == Kind.WORD
                && (Character.isUpperCase(firstLetter()) || JOINED.matcher(text).lookingAt());
    }

    /** Whether it is a word in Arabic letters. */
    public boolean isArabic() {
        return kind == Kind.WORD && isOf(Character.UnicodeScript.ARABIC);
    }

    /** Whether it is a word in Cyrillic letters. */
    public boolean isCyrillic() {
        return kind == Kind.WORD && isOf(Character.UnicodeScript.CYRILLIC);
    }

    private boolean isOf(Character.UnicodeScript script) {
        return Character.UnicodeScript.of(firstLetter()) == script;
    }

    private int firstLetter() {
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (Character.isLetter(c)) {
                return c;
            }
            at += Character.charCount(c);
        }
        return ' ';
    }
}
