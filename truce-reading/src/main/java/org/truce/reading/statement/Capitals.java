package org.truce.reading.statement;

import org.truce.reading.text.Sentence;
import org.truce.reading.text.Token;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The words that a text writes with a capital inside its sentences and never without one: at the
 * head of a sentence, where every word has a capital, they are names, too.
 */
final class Capitals {
    private final Set<String> inside = new HashSet<>();
    private final Set<String> small = new HashSet<>();

    private Capitals() {}

    static Capitals of(List<Sentence> sentences) {
        Capitals capitals = new Capitals();
        for (Sentence sentence : sentences) {
            List<Token> tokens = sentence.tokens();
            for (int i = 0; i < tokens.size(); i++) {
                capitals.add(tokens.get(i), i > 0 && tokens.get(i - 1).isWord());
            }
        }
        return capitals;
    }

    private void add(Token token, boolean afterWord) {
        if (token.isCapitalised()) {
            if (afterWord) {
                inside.add(token.key());
            }
        } else if (token.isWord()) {
            small.add(token.key());
        }
    }

    boolean isName(Token token) {
        return token.isCapitalised()
                && inside.contains(token.key())
                && !small.contains(token.key());
    }
}
