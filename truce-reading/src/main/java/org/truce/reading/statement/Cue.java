package org.truce.reading.statement;

import org.truce.reading.words.Frame;
import org.truce.reading.words.Stance;

import java.util.Optional;
import java.util.Set;

/**
 * Words that say that somebody speaks.
 *
 * @param type how they are built
 * @param words the verb, or "according to"
 * @param lemma such as "say"
 * @param subject who speaks; empty where the line leaves it out
 * @param clauseStart where the cue's own clause begins, with its comma and its "and"
 * @param separate whether the clause is one beside the one before and no part of what was said
 *     there
 */
record Cue(
        Type type,
        Range words,
        String lemma,
        Stance stance,
        Set<Frame> frames,
        Optional<Range> subject,
        int clauseStart,
        boolean separate) {
    Cue {
        frames = Set.copyOf(frames);
    }

    /** How a cue is built. */
    enum Type {
        /** The speaker stands before the verb. */
        PLAIN,
        /** The speaker stands after the verb: "said the minister". */
        INVERTED,
        /** A verb in -ing or one after "and" whose speaker stands earlier. */
        SHARED,
        /** "according to the minister", "in his words". */
        ACCORDING,
        /** "the warning that". */
        NOUN,
        /** "Minister: …". */
        COLON
    }

    /** The same with another stance. */
    Cue with(Stance other) {
        return new Cue(type, words, lemma, other, frames, subject, clauseStart, separate);
    }

    boolean takes(Frame frame) {
        return frames.contains(frame);
    }

    /** Whether the very words may follow, at a place of the line. */
    boolean takesWords(int place, Line line) {
        return takes(Frame.CLAUSE)
                || takes(Frame.QUOTE)
                || (takes(Frame.EXPRESS) && line.isColon(place));
    }

    /** The first and last item of cue and speaker together. */
    Range whole() {
        int start = subject.map(one -> Math.min(one.start(), words.start())).orElse(words.start());
        int end = subject.map(one -> Math.max(one.end(), words.end())).orElse(words.end());
        return type == Type.SHARED ? words : new Range(start, end);
    }
}
