package org.truce.reading.tokens;

import org.truce.reading.text.Original;
import org.truce.reading.text.Span;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A sentence, a line of a list or a row of a table.
 *
 * @param original the whole text that it stands in
 * @param tokens at least one, none of them a line break
 * @param newLine whether it begins a line
 * @param afterBlank whether a blank line or the beginning of the text stands before it
 */
public record Sentence(Original original, List<Token> tokens, boolean newLine, boolean afterBlank) {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    public Sentence {
        tokens = List.copyOf(tokens);
        if (tokens.isEmpty()) {
            throw new IllegalArgumentException("a sentence has a token");
        }
    }

    public int size() {
        return tokens.size();
    }

    public Token get(int i) {
        return tokens.get(i);
    }

    /** The code points from one token to before another; not empty. */
    public Span span(int from, int to) {
        return new Span(
                tokens.get(from).span().start(), tokens.get(to - 1).span().end());
    }

    /** The words from one token to before another as they stand in the text, on one line. */
    public String words(int from, int to) {
        String visible = Token.visible(original.text(span(from, to)));
        return BLANKS.matcher(visible).replaceAll(" ");
    }
}
