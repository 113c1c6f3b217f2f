package org.truce.reading.tokens;

import org.truce.reading.text.Span;

/**
 * A word, a figure or a sign of a text.
 *
 * @param text as it stands there, with what cannot be seen in it
 * @param norm by which it is looked up: {@link Folding#of} for a word, the plain sign for a sign
 * @param span in code points of the text
 * @param from its first {@code char} in the text
 * @param glued whether it stands right behind the token before it
 */
public record Token(Kind kind, String text, String norm, Span span, int from, boolean glued) {
    /** What a token may be. */
    public enum Kind {
        WORD,
        /** A whole number in digits of any script. */
        FIGURE,
        /** Digits that are no number of things: a time, a date, a calibre, a share. */
        MEASURE,
        SIGN
    }

    /** Whether it is that sign. */
    public boolean isSign(String sign) {
        return kind == Kind.SIGN && norm.equals(sign);
    }

    /** Whether it is that word, as {@link Folding#of} writes it. */
    public boolean isWord(String word) {
        return kind == Kind.WORD && norm.equals(word);
    }

    /** Whether it is a word that begins with a capital letter. */
    public boolean isCapital() {
        return kind == Kind.WORD && Character.isUpperCase(firstLetter());
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
        return text.codePoints().filter(Character::isLetter).findFirst().orElse(' ');
    }

    /** The {@code char} after its last. */
    int until() {
        return from + text.length();
    }
}
