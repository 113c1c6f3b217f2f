package org.truce.reading.model;

import org.truce.reading.text.Original;
import org.truce.reading.text.Span;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds words letter for letter. The one thing that may differ is blanks: a run of blanks and line
 * breaks is the same as any other, and blanks at the ends of what is looked for do not count. What
 * is found begins and ends where words do. Time is that of the text and of what is looked for
 * added, whatever they hold (Knuth, Morris and Pratt 1977).
 */
final class Verbatim {
    private final int[] text;

    /** Where each of them stands in the original, and last its end. */
    private final int[] at;

    Verbatim(Original original) {
        int[] all = original.text(original.all()).codePoints().toArray();
        int[] kept = new int[all.length];
        int[] places = new int[all.length + 1];
        int length = 0;
        for (int i = 0; i < all.length; i++) {
            boolean blank = isBlank(all[i]);
            if (!blank || length == 0 || kept[length - 1] != ' ') {
                kept[length] = blank ? ' ' : all[i];
                places[length++] = i;
            }
        }
        places[length] = all.length;
        this.text = Arrays.copyOf(kept, length);
        this.at = Arrays.copyOf(places, length + 1);
    }

    /** All places, in their order. */
    List<Span> list(String words) {
        return listIn(words, new Span(0, at[text.length]));
    }

    /** All places within a span, in their order. */
    List<Span> listIn(String words, Span window) {
        int[] sought = folded(words);
        List<Span> found = new ArrayList<>();
        if (sought.length == 0) {
            return found;
        }
        int[] back = fallbacks(sought);
        int matched = 0;
        for (int i = from(window.start()); i < text.length && at[i] < window.end(); i++) {
            while (matched > 0 && (matched == sought.length || text[i] != sought[matched])) {
                matched = back[matched - 1];
            }
            matched += text[i] == sought[matched] ? 1 : 0;
            int first = i - sought.length + 1;
            if (matched == sought.length && isWhole(first, i)) {
                found.add(new Span(at[first], at[i] + 1));
            }
        }
        return found;
    }

    private int from(int position) {
        int place = Arrays.binarySearch(at, 0, text.length, position);
        return place >= 0 ? place : -place - 1;
    }

    /** Whether no word is cut in two at either end. */
    private boolean isWhole(int first, int last) {
        boolean cutBefore = first > 0 && isOfWord(text[first - 1]) && isOfWord(text[first]);
        boolean cutAfter =
                last + 1 < text.length && isOfWord(text[last]) && isOfWord(text[last + 1]);
        return !cutBefore && !cutAfter;
    }

    private static int[] folded(String words) {
        int[] all = words.codePoints().toArray();
        int[] kept = new int[all.length];
        int length = 0;
        for (int c : all) {
            boolean blank = isBlank(c);
            if (!blank || (length > 0 && kept[length - 1] != ' ')) {
                kept[length++] = blank ? ' ' : c;
            }
        }
        boolean ends = length > 0 && kept[length - 1] == ' ';
        return Arrays.copyOf(kept, ends ? length - 1 : length);
    }

    private static int[] fallbacks(int[] sought) {
        int[] back = new int[sought.length];
        int matched = 0;
        for (int i = 1; i < sought.length; i++) {
            while (matched > 0 && sought[i] != sought[matched]) {
                matched = back[matched - 1];
            }
            matched += sought[i] == sought[matched] ? 1 : 0;
            back[i] = matched;
        }
        return back;
    }

    private static boolean isOfWord(int c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
