package org.truce.reading.bulletin;

import org.truce.reading.bulletin.Where.Found;
import org.truce.reading.tokens.Sentence;

import java.util.List;
import java.util.Optional;

/** The places with which a clause begins, behind what says when. */
record Fronts(Sentence sentence, List<Item> items, Where where) {
    /** Words that say when are at most so many items. */
    private static final int REACH = 8;

    /** "In Hama the mission heard two": the names with which the clause begins, behind an edge. */
    Optional<Found> before(int number, int edge) {
        int from = number;
        while (from > Math.max(0, edge) && !isClauseEdge(from - 1)) {
            from--;
        }
        while (where.is(from, Mark.AND)
                || where.isSign(from, "\"")
                || where.isSign(from, "*")
                || where.isSign(from, "-")
                || where.isSign(from, ",")) {
            from++;
        }
        if (where.item(from).filter(Item.Other.class::isInstance).isPresent()
                && where.is(from + 1, Mark.IN)) {
            // "Positioned in Hama, the mission heard two".
            from++;
        }
        Optional<Found> own = comma(edge, number);
        return (own.isPresent() ? own : narrowest(from, number))
                .map(one -> new Found(one.places(), Rule.FRONT, one.end()));
    }

    /** "five times, near Homs four times": behind the last comma before a number. */
    private Optional<Found> comma(int edge, int number) {
        int at = number - 1;
        while (at >= Math.max(0, edge) && !where.isSign(at, ",") && !where.isNumber(at)) {
            at--;
        }
        boolean and = where.is(at + 1, Mark.AND);
        return at >= Math.max(0, edge) && where.isSign(at, ",")
                ? narrowest(and ? at + 2 : at + 1, number)
                : Optional.empty();
    }

    /**
     * "Over the past day, inside the area near Hama": of several places with which a clause begins
     * the last, whatever says when.
     */
    private Optional<Found> narrowest(int from, int number) {
        Optional<Found> last = Optional.empty();
        int at = afterTime(from, number);
        while (where.is(at, Mark.IN) && at < number) {
            Optional<Found> found = where.list(at + 1).filter(one -> one.end() <= number);
            boolean it = where.is(at + 1, Mark.PRONOUN);
            if (found.isEmpty() && !it) {
                break;
            }
            last = found;
            at = found.map(Found::end).orElse(at + 2);
            at = afterTime(at + (where.isSign(at, ",") ? 1 : 0), number);
        }
        return last;
    }

    /** Behind words that say when: "over the past day", "during the past 24 hours,". */
    private int afterTime(int from, int number) {
        boolean time = false;
        for (int at = from; at < Math.min(number, from + REACH); at++) {
            Item item = items.get(at);
            time |= isTime(item);
            if (time && where.isSign(at, ",")) {
                return at + 1;
            }
            if (time && where.is(at, Mark.IN) && at > from) {
                return at;
            }
            boolean within = item instanceof Item.Other
                    || item.is(Mark.SKIP)
                    || item.is(Mark.DAY)
                    || item.is(Mark.CURRENT)
                    || (item.is(Mark.IN) && at == from);
            if (!within) {
                return from;
            }
        }
        return from;
    }

    private boolean isTime(Item item) {
        String word = sentence.get(item.to() - 1).norm();
        return (item instanceof Item.Other || item.is(Mark.DAY) || item.is(Mark.CURRENT))
                && (Days.isTime(word) || Days.isDayOrMonth(word));
    }

    /** "In Hama:" and "Hama:" give their place to all that follows. */
    Optional<Count.Place> of(int from, int to) {
        int at = from;
        while (at < to
                && (where.is(at, Mark.AND) || where.isSign(at, "*") || where.isSign(at, "-"))) {
            at++;
        }
        boolean in = where.is(at, Mark.IN);
        boolean kind = where.is(at, Mark.NUMBERED) || where.is(at, Mark.PLACE);
        Optional<Found> found = where.list(in || kind ? at + 1 : at);
        return found.filter(one -> one.places().size() == 1 && (in || one.end() == to))
                .map(one -> new Count.Place(one.places(), Rule.FRONT));
    }

    private boolean isClauseEdge(int at) {
        return (where.is(at, Mark.CLAUSE) && where.is(at - 1, Mark.TELLS))
                || where.isSign(at, ";")
                || where.isSign(at, ":")
                || where.isNumber(at)
                || where.isSign(at, ")");
    }
}
