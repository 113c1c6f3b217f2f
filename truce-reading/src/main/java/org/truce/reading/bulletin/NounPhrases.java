package org.truce.reading.bulletin;

import org.truce.reading.figures.Amounts;
import org.truce.reading.tokens.Sentence;
import org.truce.reading.tokens.Token;
import org.truce.reading.tokens.Token.Kind;
import org.truce.reading.words.Terms;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Names of places and of sides in a sentence. A place is known by capital letters or by a word for
 * a kind of place, a side by a word for a kind of actor; in Arabic, which has no capitals, words
 * without any role are a name where a place may stand.
 */
final class NounPhrases {
    private static final int LONGEST = 6;

    private final Sentence sentence;
    private final Lookup lookup;

    NounPhrases(Lookup lookup) {
        this.sentence = lookup.sentence();
        this.lookup = lookup;
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
        boolean article = NounWords.ARTICLES.contains(token.norm());
        int from = article ? at + 1 : at;
        if (from >= sentence.size() || sentence.get(from).kind() != Kind.WORD) {
            return Optional.empty();
        }
        boolean by = at > 0 && sentence.get(at - 1).isWord("by");
        boolean whole = sentence.get(from).isCapital()
                && from > 0
                && !NounWords.DIVISIONS.contains(sentence.get(from).norm());
        if (hasMark(from, Mark.PLACE) && isOf(from + 1) && isNameAt(from + 2) && !whole && !by) {
            return Optional.of(new Item.Role(EnumSet.of(Mark.SKIP), at, from + 2));
        }
        int capitals = capitals(from);
        if (capitals == from + 1 && isAcronym(from)) {
            int end = acronym(from);
            boolean between = NounWords.BETWEEN.contains(sentence.get(from).norm());
            return Optional.of(new Item.Side(sentence.words(from, end), !between, at, end));
        }
        boolean sector =
                capitals > from + 1 && hasMark(from, Mark.PLACE) && !hasMark(from, Mark.SIDE);
        int named = sector ? -1 : sideAmong(from, capitals);
        if (named >= 0) {
            return Optional.of(side(at, from, named));
        }
        boolean adjective = at + 1 < sentence.size()
                && token.isCyrillic()
                && NounWords.PARTY.matcher(sentence.get(at + 1).norm()).matches();
        int noun = article || start || adjective || capitals > from
                ? noun(Math.max(from, capitals))
                : -1;
        if (noun >= capitals
                && hasMark(noun, Mark.SIDE)
                && (article || !isLowerBeforeCapital(from, noun))
                && !isPlaceOnly(noun, capitals, from)) {
            return Optional.of(side(at, from, noun));
        }
        if (capitals > from && !isAdjective(from, capitals)) {
            return Optional.of(name(at, from, capitals));
        }
        if (article && NounWords.QUARTERS.contains(sentence.get(from).norm()) && noun < 0) {
            return Optional.of(new Item.Name(sentence.words(from, from + 1), at, from + 1));
        }
        if (sentence.get(at).isWord("the")
                && NounWords.FEATURES.contains(sentence.get(from).norm())
                && from + 1 < sentence.size()
                && !isOf(from + 1)
                && noun == from) {
            int end =
                    NounWords.POINTS.contains(sentence.get(from + 1).norm()) ? from + 2 : from + 1;
            return Optional.of(new Item.Name(sentence.words(from, end), at, end));
        }
        boolean any = NounWords.ANY.contains(sentence.get(from).norm());
        int first = NounWords.WHOLE.contains(sentence.get(from).norm()) ? from + 1 : from;
        if (noun > first && hasMark(noun, Mark.PLACE) && !any) {
            return Optional.of(new Item.Name(sentence.words(first, noun + 1), at, noun + 1));
        }
        if (noun == first && hasMark(noun, Mark.PLACE) && isLine(noun)) {
            return Optional.of(new Item.Name(sentence.words(first, noun + 3), at, noun + 3));
        }
        return Optional.empty();
    }

    /** "MILF", "AFP": a name in capitals is a body's, unless the whole line is set so. */
    private boolean isAcronym(int at) {
        String text = sentence.get(at).text();
        return NounWords.ACRONYM.matcher(text).matches()
                && !NounWords.PLACES_IN_CAPITALS.contains(sentence.get(at).norm())
                && lookup.thing(at).isEmpty()
                && !Amounts.isNumberWord(sentence, at)
                && sentence.tokens().stream()
                        .anyMatch(token -> token.kind() == Kind.WORD
                                && !token.text().equals(token.text().toUpperCase(Locale.ROOT)));
    }

    /** Behind "SPLM/A-IO", "MILF forces". */
    private int acronym(int from) {
        int end = from + 1;
        while (end + 1 < sentence.size()
                && sentence.get(end).isSign("/")
                && sentence.get(end).glued()
                && sentence.get(end + 1).isCapital()) {
            end += 2;
        }
        while (end < sentence.size() && hasMark(end, Mark.SIDE)) {
            end++;
        }
        return end;
    }

    /** The last word for a kind of actor among words with capitals; else -1. */
    private int sideAmong(int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (hasMark(i, Mark.SIDE) && !hasMark(i, Mark.PLACE)) {
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
        return hasMark(noun, Mark.PLACE) && capitals > from;
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
                && hasMark(to, Mark.PLACE)
                && !hasMark(to, Mark.TELLS)
                && !sentence.get(to).isCapital()) {
            to++;
        }
        int first = from;
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
                && isPlain(capitals)
                && !sentence.get(capitals).isCapital()
                && !sentence.get(capitals).isArabic()
                && !sentence.get(capitals).isCyrillic()
                && hasMark(kind, Mark.PLACE)
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

    private boolean isFigure(int at) {
        return sentence.get(at).kind() == Kind.FIGURE
                || (sentence.get(at).isCapital() && Amounts.isNumberWord(sentence, at));
    }

    /** Behind the figure of a name: "Post 7", "Zolote-4 (2)". */
    private int numbered(int end) {
        if (end >= sentence.size()) {
            return end;
        }
        boolean kind = hasMark(end - 1, Mark.PLACE) || hasMark(end - 1, Mark.NUMBERED);
        if (kind && isFigure(end) && !sentence.get(end - 1).text().endsWith("s")) {
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

    /** "Armenian positions" is no place. */
    private boolean isAdjective(int from, int capitals) {
        return capitals == from + 1
                && capitals < sentence.size()
                && sentence.get(capitals).kind() == Kind.WORD
                && !sentence.get(capitals).isCapital()
                && !NounWords.SPACES.contains(sentence.get(capitals).norm())
                && lookup.mark(capitals).isEmpty()
                && lookup.amount(capitals).isEmpty()
                && NounWords.ADJECTIVE.matcher(sentence.get(from).norm()).matches();
    }

    private boolean isDivision(int at) {
        return NounWords.DIVISIONS.contains(sentence.get(at).norm());
    }

    /** Behind the last of the words with capitals that begin at a token, and what joins them. */
    private int capitals(int from) {
        int end = from;
        int i = from;
        while (i < sentence.size() && i < from + LONGEST) {
            Token token = sentence.get(i);
            boolean first = i == from;
            if (token.isCapital() && !isOrdinary(i, first)) {
                end = ++i;
            } else if (!first && NounWords.JOINERS.contains(token.norm()) && isNameAt(i + 1)) {
                i++;
            } else {
                break;
            }
        }
        return end;
    }

    /** A word that has a capital only because a sentence begins with it, or is no name. */
    private boolean isOrdinary(int at, boolean first) {
        boolean upper = sentence.get(at).text().length() > 1
                && sentence.get(at).text().equals(sentence.get(at).text().toUpperCase(Locale.ROOT));
        boolean numbered = hasMark(at, Mark.NUMBERED)
                && at + 1 < sentence.size()
                && sentence.get(at + 1).kind() == Kind.FIGURE;
        if (numbered) {
            return false;
        }
        if (first && NounWords.FUNCTION.contains(sentence.get(at).norm()) && !upper) {
            return true;
        }
        if (sentence.get(at).text().equals("I") || isAdjectiveOfThing(at)) {
            return true;
        }
        if (Amounts.isNumberWord(sentence, at) && !upper) {
            return true;
        }
        Optional<Set<Mark>> marks = lookup.mark(at).map(Terms.Found::value);
        boolean place = marks.filter(all -> all.contains(Mark.PLACE)).isPresent();
        boolean side = marks.filter(all -> all.contains(Mark.SIDE)).isPresent();
        boolean lettered =
                at > 0 && hasMark(at - 1, Mark.PLACE) && sentence.get(at).text().length() == 1;
        if (marks.isPresent() && !place && !side && !upper && !lettered && !isArticle(at)) {
            return true;
        }
        return (side && first)
                || (lookup.thing(at).isPresent() && !isOwner(at))
                || Days.isDayOrMonth(sentence.get(at).norm());
    }

    /** "Arbitrary arrests:" has a capital only because it begins. */
    private boolean isAdjectiveOfThing(int at) {
        return (at == 0 || sentence.get(at - 1).kind() == Kind.SIGN)
                && at + 1 < sentence.size()
                && !sentence.get(at + 1).isCapital()
                && lookup.thing(at + 1).isPresent()
                && NounWords.QUALITY.matcher(sentence.get(at).norm()).matches();
    }

    /** "People's Front". */
    private boolean isOwner(int at) {
        return sentence.get(at).text().matches(".*['’]s")
                && at + 1 < sentence.size()
                && sentence.get(at + 1).isCapital();
    }

    /** "At Tuhayta" within a sentence. */
    private boolean isArticle(int at) {
        return at > 0
                && !sentence.get(at - 1).isSign("\"")
                && !sentence.get(at - 1).isSign("*")
                && NounWords.JOINERS.contains(sentence.get(at).norm())
                && at + 1 < sentence.size()
                && sentence.get(at + 1).isCapital();
    }

    private boolean isNameAt(int at) {
        return at < sentence.size() && sentence.get(at).isCapital() && !isOrdinary(at, true);
    }

    /** "line of contact", "area of separation". */
    private boolean isLine(int noun) {
        return isOf(noun + 1)
                && !sentence.get(noun + 1).isSign(":")
                && noun + 2 < sentence.size()
                && isPlain(noun + 2);
    }

    private boolean isOf(int at) {
        return at < sentence.size()
                && (sentence.get(at).isWord("of") || sentence.get(at).isSign(":"));
    }

    /** The first noun for a side or a place, with only words without a role before it; else -1. */
    private int noun(int from) {
        for (int i = from; i < Math.min(from + LONGEST, sentence.size()); i++) {
            if (sentence.get(i).kind() != Kind.WORD) {
                return -1;
            }
            if (hasMark(i, Mark.SIDE) || hasMark(i, Mark.PLACE)) {
                boolean cases = sentence.get(i).isCyrillic();
                boolean longer = hasMark(i + 1, Mark.SIDE) || hasMark(i + 1, Mark.PLACE);
                return !cases && longer ? i + 1 : i;
            }
            boolean plain = lookup.mark(i).isEmpty()
                    && lookup.thing(i).isEmpty()
                    && lookup.amount(i).isEmpty()
                    && !NounWords.ARTICLES.contains(sentence.get(i).norm());
            if (!plain) {
                return -1;
            }
        }
        return -1;
    }

    private Item side(int at, int from, int noun) {
        int end = noun + 1;
        boolean cases = sentence.get(noun).isCyrillic();
        while (end < sentence.size() && hasMark(end, Mark.SIDE) && !cases) {
            end++;
        }
        boolean lettered = end < sentence.size()
                && sentence.get(end).text().matches("[A-Z]")
                && !hasMark(end, Mark.PLACE);
        end += lettered ? 1 : 0;
        int allies = allies(end);
        if (allies > end) {
            return new Item.Side(sentence.words(from, allies), true, at, allies);
        }
        String words = sentence.words(from, end);
        boolean everybody = NounWords.EVERYBODY.contains(sentence.get(end - 1).norm())
                || NounWords.EVERYBODY.contains(sentence.get(from).norm());
        int to = chain(end);
        int called =
                to == end && NounWords.KINDS_OF_SIDE.contains(sentence.get(noun).norm())
                        ? Math.max(capitals(end), isNameAt(end) ? acronym(end) : end)
                        : end;
        if (called > end) {
            return new Item.Side(sentence.words(end, called), true, at, called);
        }
        boolean civic = NounWords.CIVIC.contains(sentence.get(end - 1).norm());
        boolean between = civic
                || (isBetween(from, end) && !isNational(from, end - 1) && !isOfNation(end, to));
        boolean whose =
                to > end && !NounWords.PARTS.contains(sentence.get(end - 1).norm());
        return new Item.Side(
                whose ? sentence.words(from, to) : words, !everybody && !between, at, to);
    }

    /** "and its mercenaries", whatever they are called. */
    private int allies(int end) {
        boolean theirs = end + 2 < sentence.size()
                && sentence.get(end).isWord("and")
                && (sentence.get(end + 1).isWord("its") || sentence.get(end + 1).isWord("their"))
                && sentence.get(end + 2).kind() == Kind.WORD;
        return theirs && lookup.thing(end + 2).isEmpty() ? end + 3 : end;
    }

    /** "the monitoring group of the Norlandian forces". */
    private boolean isOfNation(int from, int to) {
        for (int i = from; i < to; i++) {
            if (sentence.get(i).isCapital()
                    && NounWords.ADJECTIVE.matcher(sentence.get(i).norm()).matches()) {
                return true;
            }
        }
        return false;
    }

    private boolean isBetween(int from, int end) {
        for (int i = from; i < end; i++) {
            String word = sentence.get(i).norm();
            if (NounWords.BETWEEN.contains(word) || NounWords.OF_TRUCE.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** "of the joint commission on violations" belongs to the side before it. */
    private int chain(int end) {
        int to = end;
        while (to + 1 < sentence.size() && sentence.get(to).isWord("of")) {
            int next = NounWords.ARTICLES.contains(sentence.get(to + 1).norm()) ? to + 2 : to + 1;
            int capitals = next < sentence.size() ? capitals(next) : next;
            int noun = next < sentence.size() ? noun(Math.max(capitals, next)) : -1;
            if (noun >= 0 && hasMark(noun, Mark.SIDE)) {
                to = noun + 1;
            } else if (capitals > next) {
                to = capitals;
            } else if (next < sentence.size() && to == end && isPlain(next)) {
                return next + 1;
            } else {
                break;
            }
        }
        return to;
    }

    /** "the guard of the republic": a word without any role. */
    private boolean isPlain(int at) {
        return sentence.get(at).kind() == Kind.WORD && !lookup.isKnown(at);
    }

    private boolean isNational(int from, int noun) {
        for (int i = from; i < noun; i++) {
            if (sentence.get(i).isCapital()
                    && !NounWords.INTERNATIONAL.contains(sentence.get(i).norm())
                    && !hasMark(i, Mark.SIDE)) {
                return i == noun - 1 || !sentence.get(i + 1).isCapital();
            }
        }
        return false;
    }

    private boolean hasMark(int at, Mark mark) {
        return lookup.has(at, mark);
    }
}
