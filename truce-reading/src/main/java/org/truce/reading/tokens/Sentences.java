package org.truce.reading.tokens;

import org.truce.reading.tokens.Token.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The sentences and lines of a text, one after another, in time linear in its length. A line break
 * ends a sentence unless the line looks wrapped; a row of 600 tokens is cut.
 */
public final class Sentences {
    private static final int LONGEST = 600;

    /** Lines shorter than this are broken on purpose. */
    private static final int WRAPPED_FROM = 60;

    private static final Set<String> ABBREVIATIONS = Set.of(
            "approx", "gen", "lt", "col", "maj", "capt", "sgt", "brig", "mr", "mrs", "ms", "dr",
            "st", "no", "nos", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept",
            "oct", "nov", "dec", "vs", "cf", "incl", "ca", "г", "н", "п", "ул", "им", "ок", "тыс");

    private final String text;
    private final Tokenizer tokenizer;
    private Optional<Token> ahead;
    private int lineFrom;
    private boolean begun;

    public Sentences(String text) {
        this.text = text;
        this.tokenizer = new Tokenizer(text);
        this.ahead = tokenizer.next();
    }

    /** The next one; empty at the end of the text. */
    public Optional<Sentence> next() {
        int breaks = begun ? 0 : 2;
        begun = true;
        while (ahead.isPresent() && ahead.get().isSign("\n")) {
            breaks++;
            lineFrom = ahead.get().until();
            ahead = tokenizer.next();
        }
        List<Token> tokens = new ArrayList<>();
        while (ahead.isPresent() && tokens.size() < LONGEST) {
            Token token = ahead.get();
            if (token.isSign("\n")) {
                if (!isWrapped(token)) {
                    break;
                }
                lineFrom = token.until();
                ahead = tokenizer.next();
                continue;
            }
            tokens.add(token);
            ahead = tokenizer.next();
            if (ends(tokens)) {
                closing(tokens);
                break;
            }
        }
        return tokens.isEmpty()
                ? Optional.empty()
                : Optional.of(new Sentence(text, tokens, breaks > 0, breaks > 1));
    }

    /** Closing quotes and brackets go with the sentence that they close. */
    private void closing(List<Token> tokens) {
        while (ahead.isPresent()
                && tokens.size() < LONGEST
                && ahead.get().glued()
                && (ahead.get().isSign("\"") || ahead.get().isSign(")"))) {
            tokens.add(ahead.get());
            ahead = tokenizer.next();
        }
    }

    private boolean ends(List<Token> tokens) {
        Token last = tokens.getLast();
        if (last.isSign("?") || last.isSign("!")) {
            return true;
        }
        if (!last.isSign(".")) {
            return false;
        }
        boolean numbered = tokens.size() == 2 && tokens.getFirst().kind() == Kind.FIGURE;
        if (ahead.isEmpty() || ahead.get().isSign("\n") || numbered) {
            return !numbered;
        }
        Token next = ahead.get();
        boolean small =
                next.kind() == Kind.WORD && Character.isLowerCase(next.text().codePointAt(0));
        boolean tight = next.glued() && !next.isSign("\"") && !next.isSign(")");
        return !small && !tight && !isAbbreviation(tokens);
    }

    private static boolean isAbbreviation(List<Token> tokens) {
        if (tokens.size() < 2 || tokens.get(tokens.size() - 2).kind() != Kind.WORD) {
            return false;
        }
        Token word = tokens.get(tokens.size() - 2);
        boolean initial = word.text().length() == 1 && word.isCapital();
        return initial || ABBREVIATIONS.contains(word.norm());
    }

    private boolean isWrapped(Token lineBreak) {
        int next = lineBreak.until();
        if (lineBreak.from() - lineFrom < WRAPPED_FROM || next >= text.length()) {
            return false;
        }
        int first = text.codePointAt(next);
        return first != '\n'
                && first != '\r'
                && first != '\t'
                && !Tokenizer.isBullet(first)
                && !Tokenizer.isTableLine(text, lineFrom)
                && !Tokenizer.isTableLine(text, next);
    }
}
