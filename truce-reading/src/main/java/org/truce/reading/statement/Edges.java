package org.truce.reading.statement;

import org.truce.reading.text.Original;
import org.truce.reading.text.Prepared;
import org.truce.reading.text.Span;

/** The ends of a reported clause. */
final class Edges {
    private static final String MARKS = "\"“”„«»‹›‘";
    private static final String LOOSE = ",;:";

    private Edges() {}

    /** Without marks of quotation, commas and blanks at its ends. */
    static Span trim(Prepared prepared, Span span) {
        String plain = prepared.original().plain();
        int start = span.start();
        int end = span.end();
        while (start < end && isLoose(plain.charAt(start))) {
            start++;
        }
        while (end > start && isLoose(plain.charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }

    private static boolean isLoose(char c) {
        return Original.isBlank(c) || MARKS.indexOf(c) >= 0 || LOOSE.indexOf(c) >= 0;
    }
}
