package org.truce.reading.words;

import java.util.Set;

/**
 * One form of a verb of saying.
 *
 * @param lemma such as "point out"
 * @param ending whether the form is the one in -ing
 * @param past whether it is that of the past
 */
public record SpeechVerb(
        String lemma, Stance stance, Set<Frame> frames, boolean ending, boolean past) {
    public SpeechVerb {
        frames = Set.copyOf(frames);
    }

    public boolean takes(Frame frame) {
        return frames.contains(frame);
    }

    /** Whether the very words may stand beside it: "said", but not "urged". */
    public boolean takesWords() {
        return takes(Frame.CLAUSE) || takes(Frame.QUOTE);
    }
}
