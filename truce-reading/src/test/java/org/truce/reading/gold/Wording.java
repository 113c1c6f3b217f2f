package org.truce.reading.gold;

import org.truce.reading.text.Span;

/** The code points of a text, and its words. */
final class Wording {
    private static final String EDGE = " \t\r\n\u00a0.,;:!?-–—\"'“”„‘’‚«»‹›،؛؟…";

    private final int[] points;

    Wording(String text) {
        points = text.codePoints().toArray();
    }

    String text(Span span) {
        return new String(points, span.start(), span.length());
    }

    /** Without blanks, marks of quotation and punctuation at both ends. */
    Span core(Span span) {
        int start = span.start();
        int end = span.end();
        while (start < end && isEdge(start)) {
            start++;
        }
        while (end > start && isEdge(end - 1)) {
            end--;
        }
        return new Span(start, end);
    }

    /** How many words the two have in common, as a share of the words of the one that has more. */
    double overlapShare(Span one, Span other) {
        int common = words(Math.max(one.start(), other.start()), Math.min(one.end(), other.end()));
        int longer = Math.max(words(one.start(), one.end()), words(other.start(), other.end()));
        return longer == 0 ? 0 : (double) common / longer;
    }

    /** How many words begin in a stretch, one cut at its start included. */
    private int words(int start, int end) {
        int words = 0;
        boolean inside = false;
        for (int i = start; i < end; i++) {
            boolean letter = Character.isLetterOrDigit(points[i]);
            if (letter && !inside) {
                words++;
            }
            inside = letter;
        }
        return words;
    }

    private boolean isEdge(int position) {
        return EDGE.indexOf(points[position]) >= 0;
    }
}
