package org.truce.reading.bulletin;

import org.truce.base.Coded;
import org.truce.reading.text.Span;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One count of a bulletin.
 *
 * @param side whose register or whose acts are counted, as the text calls it, when it says so
 * @param source who counted, as the text calls it, where it stands between the sides
 * @param place where, as the text calls it, when it says so
 * @param unit what is counted, a code of our dictionary; empty where the text does not say, and
 *     never to be added to another unit
 * @param count how many, 0 or more, in the bulletin's own unit; the least where it gives a range
 * @param statedTotal the total that the text states for the row of counts this one belongs to
 * @param consistent whether the stated total, if any, may be the sum of its row of counts; a row
 *     that the text does not say to be the whole only contradicts when its sum is greater
 * @param open what a missing side or place may be
 * @param rule by which the count was tied to its place or side
 * @param flags what there is to know before the count is used
 * @param spans the words that it rests on: the count's, then the stated total's
 */
public record Tally(
        Optional<String> side,
        Optional<String> source,
        Optional<String> place,
        Optional<String> unit,
        int count,
        Optional<Integer> statedTotal,
        boolean consistent,
        Open open,
        Rule rule,
        Set<Flag> flags,
        List<Span> spans) {
    /**
     * What a side or place may be that the text leaves open; empty where it leaves nothing open.
     */
    public record Open(List<String> sides, List<String> places) {
        static final Open NOTHING = new Open(List.of(), List.of());

        public Open {
            sides = List.copyOf(sides);
            places = List.copyOf(places);
        }
    }

    /** What there is to know of a count. */
    public enum Flag implements Coded {
        /** The stated total is not the sum of its row. */
        CONTRADICTED("contradicted"),
        /** The text gives another total of the same elsewhere. */
        OTHER_TOTAL("other-total"),
        /** The row is not the whole of its total. */
        PARTIAL("partial"),
        /** Nothing but that the figures add up with it says that it is a count of the row. */
        BY_FIGURES("by-figures"),
        /** That the number is a count at all is less than twice as likely as that it is none. */
        UNSURE("unsure"),
        /** The text does not say clearly whose it is; see the candidates. */
        SIDE_OPEN("side-open"),
        /** The text does not say clearly where; see the candidates. */
        PLACE_OPEN("place-open"),
        /** "The rest": the total less the counts given, which no word of the text says. */
        REMAINDER("remainder"),
        /** "About thirty". */
        APPROXIMATE("approximate"),
        /** "At least thirty", "ten to twelve": the count is the least. */
        RANGE("range"),
        /** Its digits are of several scripts. */
        MIXED_DIGITS("mixed-digits"),
        /** It is greater than 2,147,483,647, which stands for it. */
        OVERFLOW("overflow");

        private final String code;

        Flag(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    public Tally {
        flags = Set.copyOf(flags);
        spans = List.copyOf(spans);
        if (count < 0 || statedTotal.filter(total -> total < 0).isPresent()) {
            throw new IllegalArgumentException("a count is 0 or more: " + count + statedTotal);
        }
        if (!consistent && statedTotal.isEmpty()) {
            throw new IllegalArgumentException("only a stated total can be contradicted");
        }
        if (spans.isEmpty()) {
            throw new IllegalArgumentException("a count rests on words");
        }
    }

    /** With one more thing to know. */
    Tally with(Flag flag) {
        Set<Flag> more = EnumSet.of(flag);
        more.addAll(flags);
        return new Tally(
                side, source, place, unit, count, statedTotal, consistent, open, rule, more, spans);
    }

    /** The words of the count itself. */
    public Span span() {
        return spans.getFirst();
    }
}
