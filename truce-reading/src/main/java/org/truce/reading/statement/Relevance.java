package org.truce.reading.statement;

import org.truce.reading.text.Sentence;
import org.truce.reading.text.Token;
import org.truce.reading.words.Dictionaries;
import org.truce.reading.words.SpeechVerbs;

import java.util.List;

/** Whether a sentence is worth finding its parts of speech, which takes most of the time. */
final class Relevance {
    private static final SpeechVerbs SPEECH = Dictionaries.get().speech();

    private Relevance() {}

    /**
     * A sentence without letters holds nothing; one of a long text only where it has a word or a
     * mark by which somebody may be said to speak.
     */
    static boolean mayHold(Sentence sentence, boolean isLong) {
        return sentence.tokens().stream().anyMatch(Token::isWord)
                && (!isLong || hasSign(sentence.tokens()));
    }

    private static boolean hasSign(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean sign = token.isWord()
                    ? token.key().equals("according")
                            || SPEECH.verbs().findAt(tokens, i, tokens.size()).isPresent()
                    : "\"“«„‘:".indexOf(token.form().charAt(0)) >= 0;
            if (sign) {
                return true;
            }
        }
        return false;
    }
}
