package org.truce.assess.sources;

import java.util.List;
import java.util.Optional;

/**
 * What an origin said beside what came out. No score of honesty or guilt: it came out from what the
 * sources say, this one among them, and where all of them err together so does the figure.
 *
 * @param origin its name
 * @param side on which it stands; empty where none is stated
 * @param items on which it has an account
 * @param saidTheSame how often it said the same as what came out, over the items in which one of
 *     the named values did, with Jeffreys' prior Beta(1/2, 1/2) (Jeffreys 1946)
 * @param row for each value that may be so and each that it may say, how often it says that there;
 *     "undetermined" is among what it may say only
 */
public record OriginFigures(
        String origin, Optional<String> side, int items, Share saidTheSame, List<Said> row) {
    public OriginFigures {
        row = List.copyOf(row);
    }

    /** How often an origin says {@code said} where {@code truth} is so. */
    public record Said(String truth, String said, Share share) {}
}
