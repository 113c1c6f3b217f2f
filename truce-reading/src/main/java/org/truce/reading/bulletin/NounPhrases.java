package org.truce.reading.bulletin;

import org.truce.reading.figures.Amounts;
import org.truce.reading.tokens.Sentence;
import org.truce.reading.tokens.Token;
import org.truce.reading.tokens.Token.Kind;

import java.util.EnumSet;
import java.util.Optional;

/**
 * Names of places and of sides in a sentence. A place is known by capital letters or by a word for
 * a kind of place, a side by a word for a kind of actor; in Arabic, which has no capitals, words
 * without any role are a name where a place may stand.
 */
final class NounPhrases {
    private final Sentence sentence;
    private final Lookup lookup;
    private final Capitals caps;
    private final SidePhrases sides;

    NounPhrases(Lookup lookup) {
        this.sentence = lookup.sentence();
        this.lookup = lookup;
        this.caps = new Capitals(lookup);
        this.sides = new SidePhrases(lookup, caps);
    }

    /**
     * The place or side that begins at a token.
     *
     * @param start whether one without article and capital letter may begin here
     */
    Optional<Item> find(int at, boolean start) {
        Token token = sentence.get(at);
        if (token.isArabic()) {
            return new ArabicPhrases(lookup).find(at);
        }
        Optional<Item> russian =
                token.isCyrillic() ? new RussianPhrases(lookup).find(at) : Optional.empty();
        if (russian.isPresent()) {
            return russian;
        }
        boolean named = at > 0 && token.isCapital() && token.norm().equals("an");
        int from = NounWords.ARTICLES.contains(token.norm()) && !named ? at + 1 : at;
        if (from >= sentence.size() || sentence.get(from).kind() != Kind.WORD) {
            return Optional.empty();
        }
        Optional<Item> part = partOf(at, from);
        if (part.isPresent()) {
            return part;
        }
        int capitals = caps.capitals(from);
        int noun = nounBehind(at, from, capitals, start);
        return actor(at, from, capitals, noun)
                .or(() -> named(at, from, capitals))
                .or(() -> kind(at, from, noun));
    }

    /** "outskirts of Hama", "the northern edge of Hama": what stands before the name. */
    private Optional<Item> partOf(int at, int from) {
        boolean by = at > 0 && sentence.get(at - 1).isWord("by");
        boolean whole = sentence.get(from).isCapital()
                && from > 0
                && !NounWords.DIVISIONS.contains(sentence.get(from).norm());
        if (lookup.has(from, Mark.PLACE) && isOfName(from + 1) && !whole && !by) {
            return Optional.of(new Item.Role(EnumSet.of(Mark.SKIP), at, from + 2));
        }
        int part = from + 1;
        boolean quarter = NounWords.QUARTER.matcher(sentence.get(from).norm()).matches()
                && lookup.has(part, Mark.PLACE);
        return quarter && isOfName(part + 1)
                ? Optional.of(new Item.Role(EnumSet.of(Mark.SKIP), at, part + 2))
                : Optional.empty();
    }

    private boolean isOfName(int at) {
        return caps.isOf(at) && caps.isNameAt(at + 1);
    }

    /** The noun that says of what kind the phrase is; else -1. */
    private int nounBehind(int at, int from, int capitals, boolean start) {
        boolean adjective = at + 1 < sentence.size()
                && sentence.get(at).isCyrillic()
                && NounWords.PARTY.matcher(sentence.get(at + 1).norm()).matches();
        return from > at || start || adjective || capitals > from
                ? caps.noun(Math.max(from, capitals))
                : -1;
    }

    private Optional<Item> actor(int at, int from, int capitals, int noun) {
        if (capitals == from + 1 && caps.isAcronym(from)) {
            int end = caps.acronym(from);
            boolean between = BetweenWords.COUNTERS.contains(sentence.get(from).norm());
            return Optional.of(
                    new Item.Side(Capitals.bare(sentence.words(from, end)), !between, at, end));
        }
        int named = isSector(from, capitals) ? -1 : sideAmong(from, capitals);
        if (named >= 0) {
            return Optional.of(sides.side(at, from, named));
        }
        boolean front = noun >= 0
                && lookup.has(noun, Mark.PLACE)
                && NounWords.QUARTER.matcher(sentence.get(from).norm()).matches();
        if (noun >= capitals
                && lookup.has(noun, Mark.SIDE)
                && !front
                && (from > at || !isLowerBeforeCapital(from, noun))
                && !isPlaceOnly(noun, capitals, from)) {
            return Optional.of(sides.side(at, from, noun));
        }
        boolean people = sentence.get(at).isWord("the")
                && capitals == from + 1
                && NounWords.PEOPLE.matcher(sentence.get(from).norm()).matches();
        if (people) {
            return Optional.of(new Item.Side(sentence.words(from, capitals), true, at, capitals));
        }
        boolean theirs = at > 0
                && sentence.get(at - 1).isWord("by")
                && capitals == from + 1
                && lookup.has(capitals, Mark.MEANS)
                && NounWords.ADJECTIVE.matcher(sentence.get(from).norm()).matches();
        return theirs
                ? Optional.of(
                        new Item.Side(sentence.words(from, capitals + 1), true, at, capitals + 1))
                : Optional.empty();
    }

    /** "Sector Army Hill", "Military Demarcation Line": a place, whatever it is called after. */
    private boolean isSector(int from, int capitals) {
        return capitals > from + 1 && (isPlace(from) || isPlace(capitals - 1));
    }

    private boolean isPlace(int at) {
        return lookup.has(at, Mark.PLACE) && !lookup.has(at, Mark.SIDE);
    }

    private Optional<Item> named(int at, int from, int capitals) {
        if (capitals == from || isOrdinaryRussian(at, capitals)) {
            return Optional.empty();
        }
        boolean treaty = capitals < sentence.size()
                && NounWords.TREATIES.contains(sentence.get(capitals).norm());
        if (treaty || NounWords.TERMS.contains(sentence.get(capitals - 1).norm())) {
            int end = treaty ? capitals + 1 : capitals;
            return Optional.of(new Item.Role(EnumSet.of(Mark.SKIP), at, end));
        }
        return caps.isAdjective(from, capitals)
                ? Optional.empty()
                : Optional.of(name(at, from, capitals));
    }

    /** A word of Russian that has a capital only because the sentence begins with it. */
    private boolean isOrdinaryRussian(int at, int capitals) {
        return at == 0
                && sentence.get(0).isCyrillic()
                && capitals == 1
                && sentence.size() > 1
                && sentence.get(1).isCyrillic()
                && !sentence.get(1).isCapital()
                && !lookup.isKnown(1);
    }

    /** Places that are known by the word for their kind only. */
    private Optional<Item> kind(int at, int from, int noun) {
        String first = sentence.get(from).norm();
        if (from > at && NounWords.QUARTERS.contains(first) && noun < 0) {
            return Optional.of(new Item.Name(sentence.words(from, from + 1), at, from + 1));
        }
        if (sentence.get(at).isWord("the")
                && NounWords.FEATURES.contains(first)
                && from + 1 < sentence.size()
                && !caps.isOf(from + 1)
                && noun == from) {
            int end =
                    NounWords.POINTS.contains(sentence.get(from + 1).norm()) ? from + 2 : from + 1;
            return Optional.of(new Item.Name(sentence.words(from, end), at, end));
        }
        int begin = NounWords.WHOLE.contains(first) ? from + 1 : from;
        boolean place = noun >= 0 && lookup.has(noun, Mark.PLACE);
        if (place && noun > begin && !NounWords.ANY.contains(first)) {
            return Optional.of(new Item.Name(sentence.words(begin, noun + 1), at, noun + 1));
        }
        boolean quarter = noun == begin
                && noun + 1 < sentence.size()
                && NounWords.QUARTERS.contains(sentence.get(noun + 1).norm())
                && !caps.isOf(noun + 2);
        if (place && quarter) {
            return Optional.of(new Item.Name(sentence.words(begin, noun + 2), at, noun + 2));
        }
        return place && noun == begin && isLine(noun)
                ? Optional.of(new Item.Name(sentence.words(begin, noun + 3), at, noun + 3))
                : Optional.empty();
    }

    /** The last word for a kind of actor among words with capitals; else -1. */
    private int sideAmong(int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (lookup.has(i, Mark.SIDE) && !lookup.has(i, Mark.PLACE)) {
                return i;
            }
        }
        return -1;
    }

    /** "midnight Vostrian units" begins with the capital letter. */
    private boolean isLowerBeforeCapital(int from, int noun) {
        for (int i = from + 1; i < noun; i++) {
            if (sentence.get(i).isCapital() && !sentence.get(from).isCapital()) {
                return true;
            }
        }
        return false;
    }

    private boolean isPlaceOnly(int noun, int capitals, int from) {
        return lookup.has(noun, Mark.PLACE) && capitals > from;
    }

    private Item name(int at, int from, int capitals) {
        int kind = qualified(capitals);
        if (kind > capitals) {
            return new Item.Name(sentence.words(from, kind), at, kind);
        }
        int to = numbered(capitals);
        if (to > capitals) {
            return new Item.Name(sentence.words(from, to), at, to);
        }
        while (to < sentence.size()
                && lookup.has(to, Mark.PLACE)
                && !lookup.has(to, Mark.TELLS)
                && !sentence.get(to).isCapital()) {
            to++;
        }
        int first = from;
        boolean lower = to > capitals && caps.isOf(to) && caps.isNameAt(afterArticle(to + 1));
        if (lower) {
            // "the Chinari village of the Berd district": the narrower of the two.
            to = caps.capitals(afterArticle(to + 1));
            to += lookup.has(to, Mark.PLACE) ? 1 : 0;
        }
        while (first < capitals - 1 && isDivision(first)) {
            first++;
        }
        int last = capitals;
        while (last - 1 > first && isDivision(last - 1)) {
            last--;
        }
        return new Item.Name(sentence.words(first, last), at, to);
    }

    /** Behind the kind of place in "Idlib de-escalation zone", which is part of such a name. */
    private int qualified(int capitals) {
        int kind = capitals + 1;
        boolean modified = kind < sentence.size()
                && caps.isPlain(capitals)
                && !sentence.get(capitals).isCapital()
                && !sentence.get(capitals).isArabic()
                && !sentence.get(capitals).isCyrillic()
                && lookup.has(kind, Mark.PLACE)
                && !sentence.get(kind).isCapital();
        boolean space = capitals < sentence.size()
                && NounWords.SPACES.contains(sentence.get(capitals).norm())
                && NounWords.ADJECTIVE
                        .matcher(sentence.get(capitals - 1).norm())
                        .matches();
        if (space) {
            return kind;
        }
        return modified ? kind + 1 : capitals;
    }

    private int afterArticle(int at) {
        boolean article = at < sentence.size()
                && NounWords.ARTICLES.contains(sentence.get(at).norm());
        return article ? at + 1 : at;
    }

    private boolean isFigure(int at) {
        return sentence.get(at).kind() == Kind.FIGURE
                || (sentence.get(at).isCapital() && Amounts.isNumberWord(sentence, at));
    }

    /** Behind the figure of a name: "Post 7", "Zolote-4 (2)". */
    private int numbered(int end) {
        if (end >= sentence.size()) {
            return end;
        }
        boolean kind = lookup.has(end - 1, Mark.PLACE) || lookup.has(end - 1, Mark.NUMBERED);
        boolean times = lookup.amount(end)
                .filter(found -> found.form() == Amounts.Form.TIMES)
                .isPresent();
        if (kind && isFigure(end) && !times && !sentence.get(end - 1).text().endsWith("s")) {
            return end + 1;
        }
        boolean dash = end + 2 < sentence.size()
                && sentence.get(end).isSign("-")
                && sentence.get(end).glued()
                && sentence.get(end + 1).glued()
                && sentence.get(end + 1).kind() == Kind.FIGURE
                && (sentence.get(end + 2).isSign("(") || sentence.get(end + 2).isSign(":"));
        return dash ? end + 2 : end;
    }

    private boolean isDivision(int at) {
        return NounWords.DIVISIONS.contains(sentence.get(at).norm());
    }

    /** "line of contact", "area of separation". */
    private boolean isLine(int noun) {
        return caps.isOf(noun + 1)
                && !sentence.get(noun + 1).isSign(":")
                && noun + 2 < sentence.size()
                && !sentence.get(noun + 2).isWord("responsibility")
                && caps.isPlain(noun + 2);
    }
}
