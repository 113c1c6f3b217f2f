package org.truce.reading.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * Pairs the marks of quotation, paragraph by paragraph, in one pass: straight and curly, double and
 * single, low and angled ones, one within another. A mark left open at the end of a paragraph is
 * taken to go on where the next paragraph opens with a mark of the same kind, as is the custom of
 * printed English; otherwise the quotation counts as unclosed.
 */
final class Quotations {
    /** Marks that stand deeper than this are not paired: no writer needs so many. */
    static final int DEEPEST = 8;

    private enum Kind {
        DOUBLE,
        SINGLE,
        ANGLED,
        CORNER
    }

    private record Open(Kind kind, int at, boolean straight, boolean continued) {}

    private final String plain;
    private final Span paragraph;
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<Quotation> found = new ArrayList<>();
    private int tooDeep;

    private Quotations(String plain, Span paragraph) {
        this.plain = plain;
        this.paragraph = paragraph;
    }

    /** In the order of their starts, outer ones first. */
    static List<Quotation> of(Original original, List<Span> paragraphs) {
        List<Quotation> all = new ArrayList<>();
        boolean goesOn = false;
        for (int i = 0; i < paragraphs.size(); i++) {
            Quotations one = new Quotations(original.plain(), paragraphs.get(i));
            boolean opensNext = i + 1 < paragraphs.size()
                    && isOpener(original.plain().charAt(paragraphs.get(i + 1).start()));
            goesOn = one.read(goesOn, opensNext);
            Collections.sort(one.found, Quotations::outerFirst);
            all.addAll(one.found);
        }
        return List.copyOf(all);
    }

    private static int outerFirst(Quotation a, Quotation b) {
        int byStart = Integer.compare(a.span().start(), b.span().start());
        return byStart != 0 ? byStart : Integer.compare(b.span().end(), a.span().end());
    }

    private static boolean isOpener(char c) {
        return c == '"' || c == '“' || c == '„' || c == '«' || c == '‘' || c == '\'' || c == '‹';
    }

    /** Returns whether a quotation is left open that the next paragraph goes on with. */
    private boolean read(boolean goesOn, boolean opensNext) {
        for (int at = paragraph.start(); at < paragraph.end(); at++) {
            char c = plain.charAt(at);
            switch (c) {
                case '"' -> straight(at, Kind.DOUBLE, goesOn);
                case '“' -> curlyOrGermanEnd(at, goesOn);
                case '„' -> push(Kind.DOUBLE, at, false, goesOn);
                case '”', '‟' -> closeOrOpen(at, Kind.DOUBLE, goesOn);
                case '«', '‹' -> angled(at, goesOn);
                case '»', '›' -> closeOrOpen(at, Kind.ANGLED, goesOn);
                case '「', '『' -> push(Kind.CORNER, at, false, goesOn);
                case '」', '』' -> close(at, Kind.CORNER);
                case '‘', '‚' -> push(Kind.SINGLE, at, false, goesOn);
                case '’' -> curlySingle(at);
                case '\'' -> straightSingle(at, goesOn);
                default -> {}
            }
        }
        return finish(opensNext);
    }

    private boolean finish(boolean opensNext) {
        boolean outermostGoesOn = false;
        int end = paragraph.end();
        while (!open.isEmpty()) {
            Open one = open.pop();
            if (one.kind() == Kind.SINGLE && (one.straight() || !open.isEmpty())) {
                // More often an apostrophe than a quotation that nobody closed.
                continue;
            }
            outermostGoesOn = open.isEmpty() && opensNext;
            found.add(new Quotation(
                    new Span(one.at(), end),
                    new Span(one.at() + 1, end),
                    open.size(),
                    outermostGoesOn,
                    one.continued()));
        }
        return outermostGoesOn;
    }

    private void push(Kind kind, int at, boolean straight, boolean goesOn) {
        if (open.size() >= DEEPEST) {
            tooDeep++;
        } else {
            boolean continued = goesOn && at == paragraph.start();
            open.push(new Open(kind, at, straight, continued));
        }
    }

    private void straight(int at, Kind kind, boolean goesOn) {
        boolean isOpen = open.stream().anyMatch(one -> one.kind() == kind);
        if (!isOpen || (opensByShape(at) && closersFollow(at))) {
            push(kind, at, true, goesOn);
        } else if (opensByShape(at)) {
            closeAllBefore(at);
            push(kind, at, true, goesOn);
        } else {
            close(at, kind);
        }
    }

    /** An opening mark while one is open that nobody closed: that one ends here, unclosed. */
    private void closeAllBefore(int at) {
        while (!open.isEmpty()) {
            Open one = open.pop();
            Span content = new Span(one.at() + 1, at);
            found.add(new Quotation(
                    new Span(one.at(), at), content, open.size(), false, one.continued()));
        }
    }

    private boolean opensByShape(int at) {
        boolean blankBefore = at == paragraph.start() || isBeforeOpener(plain.charAt(at - 1));
        boolean wordAfter = at + 1 < paragraph.end() && !Original.isBlank(plain.charAt(at + 1));
        return blankBefore && wordAfter;
    }

    private static boolean isBeforeOpener(char c) {
        return Original.isBlank(c) || "([{—–-\"“‘'«:".indexOf(c) >= 0;
    }

    /** Whether the next two straight marks after a position both look like closing ones. */
    private boolean closersFollow(int at) {
        int limit = Math.min(paragraph.end(), at + 2_000);
        int first = nextStraight(at + 1, limit);
        int second = first < 0 ? -1 : nextStraight(first + 1, limit);
        return second >= 0 && !opensByShape(first) && !opensByShape(second);
    }

    private int nextStraight(int from, int limit) {
        for (int i = from; i < limit; i++) {
            if (plain.charAt(i) == '"') {
                return i;
            }
        }
        return -1;
    }

    /** The mark that opens in English closes in German what a low one opened. */
    private void curlyOrGermanEnd(int at, boolean goesOn) {
        Open top = open.peek();
        if (top != null && top.kind() == Kind.DOUBLE && plain.charAt(top.at()) == '„') {
            close(at, Kind.DOUBLE);
        } else {
            push(Kind.DOUBLE, at, false, goesOn);
        }
    }

    private void angled(int at, boolean goesOn) {
        Open top = open.peek();
        boolean reversed = top != null
                && top.kind() == Kind.ANGLED
                && (plain.charAt(top.at()) == '»' || plain.charAt(top.at()) == '›');
        if (reversed) {
            close(at, Kind.ANGLED);
        } else {
            push(Kind.ANGLED, at, false, goesOn);
        }
    }

    private void closeOrOpen(int at, Kind kind, boolean goesOn) {
        if (open.stream().anyMatch(one -> one.kind() == kind)) {
            close(at, kind);
        } else if (opensByShape(at)) {
            push(kind, at, false, goesOn);
        }
    }

    private void curlySingle(int at) {
        boolean isOpen = open.stream().anyMatch(one -> one.kind() == Kind.SINGLE);
        if (isOpen && !isApostrophe(at, '‘', '’')) {
            close(at, Kind.SINGLE);
        }
    }

    private void straightSingle(int at, boolean goesOn) {
        boolean isOpen = open.stream().anyMatch(one -> one.kind() == Kind.SINGLE);
        if (isOpen) {
            if (!isApostrophe(at, '\'', '\'')) {
                close(at, Kind.SINGLE);
            }
        } else if (opensByShape(at) && Character.isLetterOrDigit(plain.charAt(at + 1))) {
            push(Kind.SINGLE, at, true, goesOn);
        }
    }

    /**
     * Whether a single mark is an apostrophe: between letters; or after an s with a word following
     * and a closing mark still to come before another opens ("the sides’ positions").
     */
    private boolean isApostrophe(int at, char opening, char closing) {
        char before = at > paragraph.start() ? plain.charAt(at - 1) : ' ';
        char after = at + 1 < paragraph.end() ? plain.charAt(at + 1) : ' ';
        if (Character.isLetterOrDigit(after)) {
            return true;
        }
        if (before != 's'
                || after != ' '
                || at + 2 >= paragraph.end()
                || !Character.isLowerCase(plain.charAt(at + 2))) {
            return false;
        }
        int limit = Math.min(paragraph.end(), at + 400);
        for (int i = at + 1; i < limit; i++) {
            char c = plain.charAt(i);
            boolean blankBefore = Original.isBlank(plain.charAt(i - 1));
            if (c == opening && blankBefore) {
                return false;
            }
            boolean ends = i + 1 >= paragraph.end() || !Character.isLetter(plain.charAt(i + 1));
            if (c == closing && ends) {
                return true;
            }
        }
        return false;
    }

    /** Closes the innermost open quotation of a kind; what opened inside it was none. */
    private void close(int at, Kind kind) {
        if (tooDeep > 0) {
            tooDeep--;
            return;
        }
        if (open.stream().noneMatch(one -> one.kind() == kind)) {
            return;
        }
        Open one = open.pop();
        while (one.kind() != kind) {
            one = open.pop();
        }
        found.add(new Quotation(
                new Span(one.at(), at + 1),
                new Span(one.at() + 1, at),
                open.size(),
                true,
                one.continued()));
    }
}
