package org.truce.reading.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The parts in which a long text is read, so that what is held at one time does not grow with it: a
 * word may take a hundred times its own length. Together they are the text. A part ends with a
 * paragraph; where none ends in time, with a sentence or a word.
 */
public final class Parts {
    /** The most code points of a part: several hundred pages. */
    public static final int LONGEST = 500_000;

    /** So far before its greatest length a part may end to end well, in code points. */
    private static final int LOOKED_BACK = LONGEST / 5;

    private Parts() {}

    /** In their order; one for all but very long texts, none for an empty one. */
    public static List<Span> of(Original original) {
        List<Span> parts = new ArrayList<>();
        int start = 0;
        while (start < original.length()) {
            int end = end(original.plain(), start);
            parts.add(new Span(start, end));
            start = end;
        }
        return List.copyOf(parts);
    }

    private static int end(String plain, int start) {
        int limit = start + LONGEST;
        if (limit >= plain.length()) {
            return plain.length();
        }
        for (String ending : List.of("\n\n", "\n", ". ", " ")) {
            int at = plain.lastIndexOf(ending, limit - ending.length());
            if (at >= limit - LOOKED_BACK) {
                return at + ending.length();
            }
        }
        return limit;
    }
}
