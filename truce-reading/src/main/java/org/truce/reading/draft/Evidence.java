package org.truce.reading.draft;

import org.truce.reading.text.Original;
import org.truce.reading.text.Span;

/**
 * Words of a text that something rests on.
 *
 * @param start the first code point in the unchanged original, from 0
 * @param end the one after the last
 * @param text the original's own characters there
 */
public record Evidence(int start, int end, String text) {
    public Evidence {
        Span span = new Span(start, end);
        if (span.isEmpty() || text.codePointCount(0, text.length()) != span.length()) {
            throw new IllegalArgumentException(
                    "evidence from %d to %d has as many code points".formatted(start, end));
        }
    }

    /** The words at a span. Throws {@link IndexOutOfBoundsException} beyond the original's end. */
    public static Evidence of(Original original, Span span) {
        return new Evidence(span.start(), span.end(), original.text(span));
    }

    public Span span() {
        return new Span(start, end);
    }

    /** Whether these words stand there in the original, character for character. */
    public boolean standsIn(Original original) {
        return end <= original.length() && original.text(span()).equals(text);
    }
}
