package org.truce.show;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is asked of the pages of follow-up.
 *
 * @param area only what is tied to this area
 * @param actor only what names this actor, by id or name
 * @param asKnown only what was known on that local day, and as things stood on it
 * @param byInstrument whether commitments are told by where they come from, and not by actor
 */
public record FollowAsked(
        Optional<String> area,
        Optional<String> actor,
        Optional<LocalDate> asKnown,
        boolean byInstrument) {
    public static final FollowAsked NOTHING =
            new FollowAsked(Optional.empty(), Optional.empty(), Optional.empty(), false);
}
