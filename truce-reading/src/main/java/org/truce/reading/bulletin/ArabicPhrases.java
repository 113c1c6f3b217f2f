package org.truce.reading.bulletin;

import org.truce.reading.figures.Amounts;
import org.truce.reading.tokens.Sentence;
import org.truce.reading.tokens.Token;

import java.util.Optional;

/** Names of places and of sides in Arabic, which has no capital letters. */
final class ArabicPhrases {
    private static final int LONGEST = 6;

    /** A kind of place, and of a side: "the Nusra Front". */
    private static final String FRONT = Token.norm("جبهة");

    private final Sentence sentence;
    private final Lookup lookup;

    ArabicPhrases(Lookup lookup) {
        this.sentence = lookup.sentence();
        this.lookup = lookup;
    }

    /** Words of Arabic that have no role; the place's kind before them goes with them. */
    Optional<Item> find(int at) {
        int from = at;
        while (from < sentence.size() && lookup.has(from, Mark.PLACE)) {
            from++;
        }
        int end = from;
        while (end < sentence.size()
                && end < from + LONGEST
                && sentence.get(end).isArabic()
                && (end == from || !sentence.get(end).norm().startsWith("و"))
                && !lookup.isKnown(end)) {
            end++;
        }
        if (at == from && lookup.has(at, Mark.SIDE)) {
            return Optional.of(side(at));
        }
        if (end == from) {
            return Optional.empty();
        }
        String words = sentence.words(from, end);
        boolean joined = words.startsWith("و")
                && at > 0
                && (sentence.get(at - 1).isSign(")") || Amounts.isNumberWord(sentence, at - 1));
        return Optional.of(new Item.Name(joined ? words.substring(1) : words, at, end));
    }

    private Item side(int at) {
        int end = at + 1;
        while (end < sentence.size()
                && end < at + 3
                && sentence.get(end).isArabic()
                && !sentence.get(end).norm().startsWith("بال")
                && (!lookup.isKnown(end) || FRONT.equals(sentence.get(end).norm()))) {
            end++;
        }
        boolean between = BetweenWords.COUNTERS_ARABIC.contains(sentence.get(at).norm());
        return new Item.Side(sentence.words(at, end), !between, at, end);
    }
}
