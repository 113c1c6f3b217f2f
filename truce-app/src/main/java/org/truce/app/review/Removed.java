package org.truce.app.review;

import org.truce.base.Hash;
import org.truce.reading.draft.DraftType;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What stays of a text that was taken out of the queue, because values of an entry that came from
 * it were destroyed: hashes, ids and who decided, and no word of the text.
 *
 * @param text of its bytes
 * @param by who decided it, by role
 * @param why in that person's words
 * @param drafts all that were read from it, in their order
 */
public record Removed(Hash text, Instant at, String by, String why, List<Gone> drafts) {
    public Removed {
        drafts = List.copyOf(drafts);
        if (by.isBlank() || why.isBlank()) {
            throw new IllegalArgumentException("a text is removed by somebody and for a reason");
        }
    }

    /**
     * A draft that is there no more.
     *
     * @param act of its last review; empty where it waited
     * @param entry what it became, as {@code register:id}
     */
    public record Gone(
            String draft, DraftType type, Optional<ReviewAct> act, Optional<String> entry) {}

    /** How many of its drafts nobody had reviewed. */
    public long waiting() {
        return drafts.stream().filter(draft -> draft.act().isEmpty()).count();
    }
}
