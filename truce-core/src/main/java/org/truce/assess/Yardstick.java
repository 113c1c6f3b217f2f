package org.truce.assess;

import org.truce.base.Coded;
import org.truce.base.Phrase;

/** A list of words for probabilities, with what each of them means. */
public enum Yardstick implements Coded {
    /** Of the United States' intelligence community; the lower bound belongs to the word. */
    ICD_203("icd-203") {
        @Override
        Phrase word(double probability) {
            return LikelihoodWord.of(probability).phrase();
        }
    },
    /**
     * Of the United Kingdom's Professional Head of Intelligence Assessment. Its words leave gaps
     * between them, so that a figure near a bound has no false edge; a probability in a gap goes to
     * the word that is nearer, in the middle to the higher one.
     */
    PHIA("phia") {
        @Override
        Phrase word(double probability) {
            return PhiaWord.of(probability).phrase();
        }
    };

    private final String code;

    Yardstick(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** The word for a probability from 0 to 1; throws for anything else. */
    abstract Phrase word(double probability);
}
