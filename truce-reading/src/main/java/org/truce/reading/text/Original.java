package org.truce.reading.text;

import org.truce.base.Hash;

/**
 * A text as it came, and beside it the same text made plain: one character for each code point, so
 * that a position in {@link #plain()} is a position in the original. Plain text has one kind of
 * blank, one kind of line break, one kind of hyphen; {@link #IGNORED} stands for what has no width
 * (bidirectional controls, zero-width joiners, soft hyphens) and {@link #OTHER} for code points
 * beyond the basic plane and for halves of surrogate pairs. Nothing in it is interpreted: markup is
 * text.
 */
public final class Original {
    /** Stands in plain text for a code point that has no width. */
    public static final char IGNORED = '\u200B';

    /** Stands in plain text for a code point that is no character of the basic plane. */
    public static final char OTHER = '\uFFFD';

    private static final int CHECKPOINT = 1 << 10;

    private final Hash sha256;
    private final String text;
    private final String plain;

    /** Where each 1,024th code point starts in the text; empty when it has no surrogate pairs. */
    private final int[] starts;

    /**
     * @param sha256 of the bytes from which the text was decoded
     * @param text decoded, otherwise unchanged
     */
    public Original(Hash sha256, String text) {
        this.sha256 = sha256;
        this.text = text;
        int length = text.codePointCount(0, text.length());
        this.starts = length == text.length() ? new int[0] : new int[length / CHECKPOINT + 1];
        char[] made = new char[length];
        int at = 0;
        for (int i = 0; i < length; i++) {
            if (starts.length > 0 && i % CHECKPOINT == 0) {
                starts[i / CHECKPOINT] = at;
            }
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            boolean beforeFeed = at < text.length() && text.charAt(at) == '\n';
            made[i] = plain(c, beforeFeed);
        }
        this.plain = new String(made);
    }

    public Hash sha256() {
        return sha256;
    }

    /** How many code points it has. */
    public int length() {
        return plain.length();
    }

    /** The text with one character for each code point; see the class. */
    public String plain() {
        return plain;
    }

    /** The original's own characters; throws {@link IndexOutOfBoundsException} beyond its end. */
    public String text(Span span) {
        return text.substring(indexOf(span.start()), indexOf(span.end()));
    }

    /** The plain characters of a span. */
    public String plain(Span span) {
        return plain.substring(span.start(), span.end());
    }

    /** The whole text. */
    public Span all() {
        return new Span(0, length());
    }

    /** Without the blanks and the characters of no width at both ends. */
    public Span trimmed(Span span) {
        int start = span.start();
        int end = span.end();
        while (start < end && isBlank(plain.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(plain.charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }

    /** Whether a character of plain text is a blank, a line break or has no width. */
    public static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == IGNORED;
    }

    private int indexOf(int position) {
        if (starts.length == 0) {
            return position;
        }
        int checkpoint = Math.min(position / CHECKPOINT, starts.length - 1);
        return text.offsetByCodePoints(starts[checkpoint], position - checkpoint * CHECKPOINT);
    }

    private static char plain(int c, boolean beforeFeed) {
        if (c >= ' ' && c < 0x7F) {
            return (char) c;
        }
        if (c > Character.MAX_VALUE || Character.isSurrogate((char) c)) {
            return OTHER;
        }
        return switch (c) {
            case '\n', 0x0B, 0x0C, 0x85, 0x2028, 0x2029 -> '\n';
            case '\r' -> beforeFeed ? ' ' : '\n';
            case 0xAD, 0x061C, 0x2060, 0xFEFF -> IGNORED;
            case 0x2010, 0x2011, 0x2212 -> '-';
            case 0xFF02 -> '"';
            default -> plainByKind((char) c);
        };
    }

    private static char plainByKind(char c) {
        if (Character.isISOControl(c) || Character.getType(c) == Character.SPACE_SEPARATOR) {
            return ' ';
        }
        return Character.getType(c) == Character.FORMAT ? IGNORED : c;
    }
}
