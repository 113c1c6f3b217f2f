package org.truce.reading.bulletin;

import org.truce.reading.figures.Amount;
import org.truce.reading.text.Span;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A number of a bulletin that counts something, with all that its own words say of it; what it is
 * the total or a part of is found later, from all counts together.
 *
 * @param at where it stands
 * @param thing what is counted, where its own words or its heading say so
 * @param owner whose it is
 * @param where its places: several only when it counts each of them alike
 * @param open what the side or place may be where they are not said clearly
 * @param traits what else its words say
 */
record Count(
        At at,
        Amount amount,
        Optional<Thing> thing,
        Owner owner,
        Place where,
        Tally.Open open,
        Set<Trait> traits,
        Span span) {
    Count {
        traits = Set.copyOf(traits);
    }

    /**
     * Where a count stands.
     *
     * @param line the number of its sentence
     * @param block the number of its paragraph or list
     * @param depth within how many brackets that follow a count
     */
    record At(int line, int block, int depth) {}

    /**
     * Whose a count is.
     *
     * @param side who did it or recorded it, a party
     * @param source who counted, where that is no party
     * @param whole the side of which a count named before is divided: "of those of the army"
     */
    record Owner(Optional<String> side, Optional<String> source, Optional<String> whole) {}

    /** The places of a count and how they were found. */
    record Place(List<String> names, Rule rule) {
        static final Place NOWHERE = new Place(List.of(), Rule.BARE);

        Place {
            names = List.copyOf(names);
        }

        /** As a heading says. */
        static Place headed(String place) {
            return new Place(List.of(place), Rule.FRONT);
        }

        boolean isNowhere() {
            return names.isEmpty();
        }
    }

    /** What the words around a count say of it. */
    enum Trait {
        /** It sums others up: "in all". */
        SUM,
        /** It is said not to be the whole: "including". */
        PART,
        /** It divides what was counted before: "of them". */
        WHOLE,
        /** "Of the 21 incidents,": the number itself once more. */
        AGAIN,
        /** "The rest". */
        REST,
        /** A colon stands between it and the count before. */
        COLON,
        /** Its thing is said in its own words. */
        NAMED,
        /** The words before a colon in its own sentence say what is counted. */
        HEADED,
        /** Its side is said in its own sentence. */
        SIDED,
        /** It stands in a line of a list. */
        LISTED,
        /** Nothing was counted. */
        NONE,
        /** It is said where, in words that are no known name. */
        SOMEWHERE,
        /** Nothing says that it is a count but that the figures add up with it. */
        DOUBTFUL,
        /** Several places share it. */
        SHARED,
        /** A place or side stands right beside it, as in a table. */
        CLOSE,
        /** A new division of the last total: "By author:". */
        ANEW
    }

    Count with(Trait trait) {
        Set<Trait> more = EnumSet.of(trait);
        more.addAll(traits);
        return new Count(at, amount, thing, owner, where, open, more, span);
    }

    /** With the side that recorded it, where nobody else is named. */
    Count recordedBy(String side) {
        boolean nobody = owner.side().isEmpty() && owner.source().isEmpty();
        Owner recorder = new Owner(Optional.of(side), Optional.empty(), owner.whole());
        return nobody ? new Count(at, amount, thing, recorder, where, open, traits, span) : this;
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }

    long least() {
        return amount.least();
    }
}
