package org.truce.reading.bulletin;

import org.truce.reading.tokens.Sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** "in Hama and Homs four and three times respectively": a place for each of several counts. */
final class Respectively {
    private Respectively() {}

    /** Gives the counts of a sentence their places where it says so and has as many of both. */
    static void pair(Sentence sentence, Where where, List<Count> counts) {
        boolean paired = sentence.tokens().stream().anyMatch(token -> token.isWord("respectively"));
        List<String> names = paired ? longestList(where, sentence.size()) : List.of();
        if (counts.size() < 2 || names.size() != counts.size()) {
            return;
        }
        Optional<Thing> thing = counts.getLast().thing();
        for (int i = 0; i < names.size(); i++) {
            Count one = counts.get(i);
            counts.set(
                    i,
                    new Count(
                            one.at(),
                            one.amount(),
                            one.thing().or(() -> thing),
                            one.owner(),
                            new Count.Place(List.of(names.get(i)), Rule.FRONT),
                            Tally.Open.NOTHING,
                            one.traits(),
                            one.span()));
        }
    }

    /** The names of the longest list of places. */
    private static List<String> longestList(Where where, int size) {
        List<String> longest = List.of();
        for (int at = 0; at < size; at++) {
            List<String> names = new ArrayList<>();
            int next = at;
            while (where.name(next).isPresent()) {
                names.add(where.name(next).orElseThrow());
                next += where.isSign(next + 1, ",") && where.is(next + 2, Mark.AND) ? 3 : 2;
                if (!where.isSign(next - 1, ",") && !where.is(next - 1, Mark.AND)) {
                    break;
                }
            }
            longest = names.size() > longest.size() ? List.copyOf(names) : longest;
        }
        return longest;
    }
}
