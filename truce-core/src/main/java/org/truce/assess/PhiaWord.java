package org.truce.assess;

import org.truce.base.Coded;
import org.truce.base.Phrase;

/**
 * Words of the PHIA probability yardstick (Professional Development Framework for all-source
 * intelligence assessment, 2019): 0-5 %, 10-20, 25-35, 40-50, 55-75, 80-90, 95-100. The bounds here
 * lie in the middle of its gaps.
 */
public enum PhiaWord implements Coded {
    REMOTE_CHANCE("remote-chance", 0),
    HIGHLY_UNLIKELY("highly-unlikely", 0.075),
    UNLIKELY("unlikely", 0.225),
    REALISTIC_POSSIBILITY("realistic-possibility", 0.375),
    LIKELY("likely", 0.525),
    HIGHLY_LIKELY("highly-likely", 0.775),
    ALMOST_CERTAIN("almost-certain", 0.925);

    private final String code;
    private final double lowerBound;

    PhiaWord(String code, double lowerBound) {
        this.code = code;
        this.lowerBound = lowerBound;
    }

    /** The word for a probability from 0 to 1. */
    public static PhiaWord of(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("a probability lies from 0 to 1: " + probability);
        }
        PhiaWord word = REMOTE_CHANCE;
        for (PhiaWord next : values()) {
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

    public Phrase phrase() {
        return Phrase.of("assess.phia-" + code);
    }
}
