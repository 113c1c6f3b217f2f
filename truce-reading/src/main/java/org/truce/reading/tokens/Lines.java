package org.truce.reading.tokens;

import org.truce.reading.text.Original;
import org.truce.reading.text.Prepared;
import org.truce.reading.tokens.Token.Kind;

import java.util.ArrayList;
import java.util.List;

/**
 * The sentences of a text as bulletins have them: those of the text, cut once more at the full
 * stops of what is quoted whole and at line breaks that are meant, and put together where only a
 * line was full. None has more than 600 tokens and those of one word.
 */
public final class Lines {
    private static final int LONGEST = 600;

    /** Lines shorter than this are broken on purpose. */
    private static final int WRAPPED_FROM = 60;

    private final Original original;
    private final String plain;
    private final List<Sentence> lines = new ArrayList<>();
    private final List<Token> open = new ArrayList<>();
    private boolean newLine = true;
    private boolean afterBlank = true;
    private int end;

    private Lines(Original original) {
        this.original = original;
        this.plain = original.plain();
    }

    /** In their order; every word of the text is in one of them. */
    public static List<Sentence> of(Prepared prepared) {
        Lines made = new Lines(prepared.original());
        Pieces pieces = new Pieces(prepared.original());
        prepared.sentences().forEach(one -> made.add(pieces.of(one.tokens())));
        made.close();
        return List.copyOf(made.lines);
    }

    private void add(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            int breaks = breaks(token.span().start());
            boolean goesOn = breaks == 0
                    ? (i > 0 || isNumbered() || isLed()) && !isQuotedEnd(token)
                    : breaks == 1 && isWrapped(tokens, i);
            if (!goesOn || open.size() >= LONGEST) {
                close();
                newLine = breaks > 0 || lines.isEmpty();
                afterBlank = breaks > 1 || lines.isEmpty();
            }
            open.add(token);
            end = token.span().end();
        }
    }

    private int breaks(int start) {
        int breaks = 0;
        for (int i = end; i < start; i++) {
            breaks += plain.charAt(i) == '\n' ? 1 : 0;
        }
        return breaks;
    }

    /** "1." at the beginning of a line belongs to what follows. */
    private boolean isNumbered() {
        return open.size() == 2
                && newLine
                && open.getFirst().kind() == Kind.FIGURE
                && open.getLast().isSign(".");
    }

    /** "Hama ....... 7". */
    private boolean isLed() {
        return !open.isEmpty() && Pieces.isLeader(open.getLast().text());
    }

    private boolean isEnded() {
        for (int i = open.size() - 1; i >= 0; i--) {
            Token token = open.get(i);
            if (!token.isSign("\"") && !token.isSign(")")) {
                return token.isSign(".")
                        || token.isSign("?")
                        || token.isSign("!")
                        || token.isSign(":");
            }
        }
        return false;
    }

    /** Whether the line before a token was full, and a sentence goes on in the next. */
    private boolean isWrapped(List<Token> tokens, int at) {
        Token next = tokens.get(at);
        int lineFrom = plain.lastIndexOf('\n', Math.max(0, end - 1)) + 1;
        boolean small = next.kind() == Kind.WORD && !next.isCapital();
        return end - lineFrom >= WRAPPED_FROM
                && !Pieces.isBullet(next.norm())
                && (small ? at > 0 || !isEnded() : at > 0 && !isCell(tokens, at))
                && !isTableLine(tokens, at)
                && open.stream().noneMatch(token -> token.isSign("|") || token.isSign("\t"));
    }

    /** Whether a line is short and ends with a figure, as those of a list do. */
    private boolean isCell(List<Token> tokens, int at) {
        int last = at;
        while (last + 1 < tokens.size() && !isBreak(tokens, last + 1)) {
            last++;
        }
        int length = tokens.get(last).span().end() - tokens.get(at).span().start();
        return length < WRAPPED_FROM && tokens.get(last).kind() == Kind.FIGURE;
    }

    private boolean isBreak(List<Token> tokens, int at) {
        return plain.substring(
                                tokens.get(at - 1).span().end(),
                                tokens.get(at).span().start())
                        .indexOf('\n')
                >= 0;
    }

    private boolean isTableLine(List<Token> tokens, int at) {
        for (int i = at; i < tokens.size() && (i == at || !isBreak(tokens, i)); i++) {
            if (tokens.get(i).isSign("|") || tokens.get(i).isSign("\t")) {
                return true;
            }
        }
        return false;
    }

    /** A full stop inside quotation marks ends a sentence of what is quoted. */
    private boolean isQuotedEnd(Token next) {
        if (open.isEmpty() || next.glued()) {
            return false;
        }
        boolean ends = open.getLast().isSign(".") || open.getLast().isSign("?");
        return ends && (next.isCapital() || next.isArabic());
    }

    private void close() {
        if (!open.isEmpty()) {
            lines.add(new Sentence(original, open, newLine, afterBlank));
        }
        open.clear();
    }
}
