package org.truce.reading.model;

import org.truce.reading.text.Span;

/**
 * Where a proposal's words stand.
 *
 * @param distance how far the speaker's words and the cue are from each other and from the content,
 *     in code points
 */
record Attributed(Span content, Span speaker, Span cue, int distance) {
    /** From the first to the last of the speaker's words and the cue. */
    Span hull() {
        return hull(speaker, cue);
    }

    static Span hull(Span one, Span other) {
        return new Span(Math.min(one.start(), other.start()), Math.max(one.end(), other.end()));
    }

    /** What stands between two spans that do not overlap. */
    static Span between(Span one, Span other) {
        return one.end() <= other.start()
                ? new Span(one.end(), other.start())
                : new Span(other.end(), one.start());
    }
}
