package org.truce.reading.gold;

import org.truce.reading.text.Span;

/** How near a span that was found must come to the one that was expected. */
enum Closeness {
    /** The same characters. */
    STRICT {
        @Override
        boolean holds(Wording wording, Span found, Span expected) {
            return found.equals(expected);
        }
    },
    /** The same but for blanks, marks of quotation and punctuation at both ends. */
    EXACT {
        @Override
        boolean holds(Wording wording, Span found, Span expected) {
            return wording.core(found).equals(wording.core(expected));
        }
    },
    /** Of the longer one's words at least 80 in 100 are in both. */
    RELAXED {
        @Override
        boolean holds(Wording wording, Span found, Span expected) {
            return wording.overlapShare(found, expected) >= 0.8;
        }
    };

    abstract boolean holds(Wording wording, Span found, Span expected);
}
