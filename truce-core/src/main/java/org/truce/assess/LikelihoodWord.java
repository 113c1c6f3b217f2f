package org.truce.assess;

import org.truce.base.Coded;
import org.truce.base.Phrase;

/**
 * The words for a probability of Intelligence Community Directive 203 (Analytic Standards, 2015).
 * The lower bound belongs to the word: 20 % is "unlikely", 95 % "almost certain". Never put one of
 * them in a sentence that also speaks of confidence.
 */
public enum LikelihoodWord implements Coded {
    ALMOST_NO_CHANCE("almost-no-chance", 0),
    VERY_UNLIKELY("very-unlikely", 0.05),
    UNLIKELY("unlikely", 0.20),
    ROUGHLY_EVEN_CHANCE("roughly-even-chance", 0.45),
    LIKELY("likely", 0.55),
    VERY_LIKELY("very-likely", 0.80),
    ALMOST_CERTAIN("almost-certain", 0.95);

    private final String code;
    private final double lowerBound;

    LikelihoodWord(String code, double lowerBound) {
        this.code = code;
        this.lowerBound = lowerBound;
    }

    /** The word for a probability from 0 to 1. */
    public static LikelihoodWord of(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("a probability lies from 0 to 1: " + probability);
        }
        LikelihoodWord word = ALMOST_NO_CHANCE;
        for (LikelihoodWord next : values()) {
            if (probability >= next.lowerBound) {
                word = next;
            }
        }
        return word;
    }

    @Override
    public String code() {
        return code;
    }

    /** The lowest probability that has this word. */
    public double lowerBound() {
        return lowerBound;
    }

    public Phrase phrase() {
        return Phrase.of("assess.likelihood-" + code);
    }
}
