package org.truce.reading.tokens;

import org.truce.reading.text.Span;
import org.truce.reading.tokens.Token.Kind;

import java.util.Optional;

/**
 * Takes a text apart from left to right, looking at each character a bounded number of times.
 * Characters that cannot be seen belong to the word or figure that they stand in, and are none.
 */
final class Tokenizer {
    private static final String DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212";
    private static final String QUOTES = "\"“”„«»‹›‟″";
    private static final String APOSTROPHES = "'’‘ʼ`´";
    private static final String BULLETS = "*•◦▪▫‣·●○■□►▶➢✓⁃∙";
    private static final String GROUPED_BY = ",٬\u00a0\u202f\u2009";
    private static final int GROUP = 3;

    private final String text;
    private int at;
    private int codePoint;

    Tokenizer(String text) {
        this.text = text;
    }

    /** The next token, line breaks among them as the sign of that name; empty at the end. */
    Optional<Token> next() {
        int before = at;
        while (at < text.length() && isBlank(text.codePointAt(at))) {
            step();
        }
        if (at >= text.length()) {
            return Optional.empty();
        }
        boolean glued = at == before;
        int from = at;
        int start = codePoint;
        int first = text.codePointAt(at);
        Kind kind;
        if (Character.isLetter(first) || Character.getType(first) == Character.NON_SPACING_MARK) {
            word();
            kind = Kind.WORD;
        } else if (Character.isDigit(first)) {
            kind = figure();
        } else {
            step();
            kind = Kind.SIGN;
        }
        String found = text.substring(from, at);
        String norm = switch (kind) {
            case WORD -> Folding.of(found);
            case FIGURE, MEASURE -> found;
            case SIGN -> sign(first);
        };
        return Optional.of(new Token(kind, found, norm, new Span(start, codePoint), from, glued));
    }

    /** Whether a tab or bar stands in the line that begins at a {@code char}; looks at 200. */
    static boolean isTableLine(String text, int from) {
        for (int i = from; i < Math.min(text.length(), from + 200) && text.charAt(i) != '\n'; i++) {
            if (text.charAt(i) == '\t' || text.charAt(i) == '|') {
                return true;
            }
        }
        return false;
    }

    static boolean isBullet(int sign) {
        return BULLETS.indexOf(sign) >= 0 || DASHES.indexOf(sign) >= 0;
    }

    private static boolean isBlank(int letter) {
        return letter != '\n'
                && letter != '\t'
                && letter != '\u2028'
                && letter != '\u2029'
                && (Character.isWhitespace(letter)
                        || Character.isSpaceChar(letter)
                        || Character.isISOControl(letter)
                        || Folding.isUnseen(letter));
    }

    private void step() {
        at += Character.charCount(text.codePointAt(at));
        codePoint++;
    }

    private void word() {
        while (at < text.length()) {
            int letter = text.codePointAt(at);
            // Arabic joins "and" to the figure behind it.
            boolean inside = Character.isLetter(letter)
                    || isMarkOrUnseen(letter)
                    || (Character.isDigit(letter) && letter < 128 && !isArabicBefore());
            boolean joins = APOSTROPHES.indexOf(letter) >= 0 || isHyphen(letter);
            if (!inside && !(joins && isLetterAfter())) {
                return;
            }
            step();
        }
    }

    private boolean isArabicBefore() {
        return Character.UnicodeScript.of(text.codePointBefore(at))
                == Character.UnicodeScript.ARABIC;
    }

    private static boolean isHyphen(int letter) {
        return letter == '-' || letter == '\u2010' || letter == '\u2011';
    }

    private static boolean isMarkOrUnseen(int letter) {
        int type = Character.getType(letter);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || Folding.isUnseen(letter);
    }

    private boolean isLetterAfter() {
        int next = at + Character.charCount(text.codePointAt(at));
        return next < text.length() && Character.isLetter(text.codePointAt(next));
    }

    /** Digits and what joins them; a number of things unless more than thousands are parted. */
    private Kind figure() {
        boolean whole = true;
        digits();
        while (at < text.length()) {
            int sign = text.codePointAt(at);
            if (!isDigitAfter()) {
                break;
            }
            if (GROUPED_BY.indexOf(sign) >= 0 && isGroupAfter()) {
                step();
                digits();
            } else if (joinsMeasure(sign)) {
                whole = false;
                step();
                digits();
            } else {
                break;
            }
        }
        if (at < text.length() && isAttached(text.codePointAt(at))) {
            whole = false;
            step();
            word();
        }
        return whole ? Kind.FIGURE : Kind.MEASURE;
    }

    /** "7.62", "19:30", "203/2021"; and a date: a dash with digits and another dash behind. */
    private boolean joinsMeasure(int sign) {
        if (sign == '.' || sign == ':' || sign == '/' || sign == '٫') {
            return true;
        }
        return sign == '-' && (isDate() || text.charAt(at - 1) == '-');
    }

    private boolean isDate() {
        int digits = 0;
        int i = at - 1;
        while (i >= 0 && digits <= 4 && Character.isDigit(text.charAt(i))) {
            digits++;
            i--;
        }
        int next = at + 1;
        int after = 0;
        while (next < text.length() && after <= 2 && Character.isDigit(text.charAt(next))) {
            after++;
            next++;
        }
        boolean second = i >= 0 && text.charAt(i) == '-' && digits == 2;
        boolean first = next < text.length() && text.charAt(next) == '-' && digits == 4;
        return after == 2 && (first || second);
    }

    private static boolean isAttached(int letter) {
        return Character.isLetter(letter) || letter == '%' || letter == '°' || letter == '٪';
    }

    private void digits() {
        while (at < text.length()) {
            int letter = text.codePointAt(at);
            if (!Character.isDigit(letter) && !Folding.isUnseen(letter)) {
                return;
            }
            step();
        }
    }

    private boolean isDigitAfter() {
        int next = at + Character.charCount(text.codePointAt(at));
        return next < text.length() && Character.isDigit(text.codePointAt(next));
    }

    private boolean isGroupAfter() {
        int next = at + Character.charCount(text.codePointAt(at));
        int digits = 0;
        while (digits <= GROUP
                && next < text.length()
                && Character.isDigit(text.codePointAt(next))) {
            next += Character.charCount(text.codePointAt(next));
            digits++;
        }
        return digits == GROUP;
    }

    private static String sign(int sign) {
        if (DASHES.indexOf(sign) >= 0) {
            return "-";
        }
        if (QUOTES.indexOf(sign) >= 0) {
            return "\"";
        }
        if (BULLETS.indexOf(sign) >= 0) {
            return "*";
        }
        return switch (sign) {
            case '،', '、', '，' -> ",";
            case '؛', '；' -> ";";
            case '؟', '？' -> "?";
            case '。', '．' -> ".";
            case '：' -> ":";
            case '[', '（', '{' -> "(";
            case ']', '）', '}' -> ")";
            case '｜', '¦', '│' -> "|";
            case '\u2028', '\u2029' -> "\n";
            default -> Character.toString(sign);
        };
    }
}
