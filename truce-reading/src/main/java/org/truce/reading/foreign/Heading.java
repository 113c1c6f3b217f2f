package org.truce.reading.foreign;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.IntPredicate;

/**
 * "Lavrov: …" at the start of a phrase, with nothing else before the colon.
 *
 * @param end the place after the last word
 * @param says whether somebody is said to speak by the word at a place
 * @param name whom the items from one place to before another name
 * @param longest the colon is looked for among so many items
 */
record Heading(
        Phrase phrase,
        int end,
        IntPredicate says,
        BiFunction<Integer, Integer, Optional<Naming>> name,
        int longest) {

    /**
     * What is said behind the colon; empty where there is no such heading.
     *
     * @param direct the id of the rule for a quotation
     * @param reported that for anything else
     */
    List<Found> read(String direct, String reported) {
        int colon = colon();
        if (colon == 0) {
            return List.of();
        }
        Optional<Naming> naming = name.apply(0, colon);
        if (naming.filter(one -> one.words().end() == colon).isEmpty()) {
            return List.of();
        }
        Stretch rest = new Stretch(colon + 1, end);
        return List.of(new Found(
                phrase,
                phrase.saidSpan(rest),
                phrase.form(rest),
                Optional.empty(),
                Optional.of(new Stretch(colon, colon + 1)),
                naming,
                phrase.isWholeQuotation(rest) ? direct : reported));
    }

    /** The place of a colon near the start before which nobody speaks; 0 where there is none. */
    private int colon() {
        for (int colon = 0; colon < Math.min(end - 1, longest); colon++) {
            if (phrase.isColon(colon)) {
                return colon;
            }
            if (phrase.isQuotation(colon) || says.test(colon)) {
                return 0;
            }
        }
        return 0;
    }
}
