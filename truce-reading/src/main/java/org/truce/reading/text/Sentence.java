package org.truce.reading.text;

import java.util.List;

/**
 * A sentence with its words. A full stop inside a quotation does not end it.
 *
 * @param number its place among the text's sentences, from 0
 * @param paragraph the place of its paragraph, from 0
 */
public record Sentence(int number, int paragraph, Span span, List<Token> tokens) {
    public Sentence {
        tokens = List.copyOf(tokens);
    }
}
