package org.truce.reading.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Paragraphs. Each line is one, unless the text is set in lines of even width with blank lines
 * between the paragraphs; which of the two holds is decided once for all of them.
 */
final class Paragraphs {
    private Paragraphs() {}

    /** Those of a part of a text, in order, without the blanks at their ends; none is empty. */
    static List<Span> of(Original original, Span part) {
        List<Span> lines = lines(original, part);
        if (!isWrapped(original, lines)) {
            return lines.stream().filter(line -> !line.isEmpty()).toList();
        }
        List<Span> paragraphs = new ArrayList<>();
        int start = -1;
        int end = -1;
        for (Span line : lines) {
            if (line.isEmpty()) {
                if (start >= 0) {
                    paragraphs.add(new Span(start, end));
                }
                start = -1;
            } else {
                start = start < 0 ? line.start() : start;
                end = line.end();
            }
        }
        if (start >= 0) {
            paragraphs.add(new Span(start, end));
        }
        return List.copyOf(paragraphs);
    }

    /** Each line without the blanks at its ends; an empty one for a line without words. */
    private static List<Span> lines(Original original, Span part) {
        List<Span> lines = new ArrayList<>();
        String plain = original.plain();
        int start = part.start();
        while (start <= part.end()) {
            int end = plain.indexOf('\n', start, part.end());
            end = end < 0 ? part.end() : end;
            lines.add(original.trimmed(new Span(start, end)));
            start = end + 1;
        }
        return lines;
    }

    /** Whether most lines that another follows at once break off in the middle of a sentence. */
    private static boolean isWrapped(Original original, List<Span> lines) {
        int followed = 0;
        int brokenOff = 0;
        boolean blankBetween = false;
        for (int i = 0; i + 1 < lines.size(); i++) {
            if (lines.get(i).isEmpty()) {
                blankBetween |= i > 0;
            } else if (!lines.get(i + 1).isEmpty()) {
                followed++;
                if (isBrokenOff(original, lines.get(i), lines.get(i + 1))) {
                    brokenOff++;
                }
            }
        }
        return (blankBetween || followed == lines.size() - 1)
                && brokenOff * 2 > followed
                && brokenOff > 2;
    }

    /** A heading breaks off, too, but what follows it begins anew. */
    private static boolean isBrokenOff(Original original, Span line, Span next) {
        char last = original.plain().charAt(line.end() - 1);
        char first = original.plain().charAt(next.start());
        boolean open = Character.isLetterOrDigit(last) || last == ',' || last == '-';
        boolean shorter = line.end() - line.start() + 20 < next.end() - next.start();
        return open && !(shorter && Character.isUpperCase(first));
    }
}
