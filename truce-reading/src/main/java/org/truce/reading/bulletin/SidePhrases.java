package org.truce.reading.bulletin;

import org.truce.reading.tokens.Sentence;
import org.truce.reading.tokens.Token.Kind;

/** The name of a side from the noun that says of what kind it is. */
final class SidePhrases {
    private final Sentence sentence;
    private final Lookup lookup;
    private final Capitals capitals;

    SidePhrases(Lookup lookup, Capitals capitals) {
        this.sentence = lookup.sentence();
        this.lookup = lookup;
        this.capitals = capitals;
    }

    Item side(int at, int from, int noun) {
        int end = noun + 1;
        boolean cases = sentence.get(noun).isCyrillic();
        while (end < sentence.size() && lookup.has(end, Mark.SIDE) && !cases) {
            end++;
        }
        while (cases && end < sentence.size() && sentence.get(end).isCapital()) {
            end++;
        }
        boolean lettered = end < sentence.size()
                && sentence.get(end).text().matches("[A-Z]")
                && !lookup.has(end, Mark.PLACE);
        end += lettered ? 1 : 0;
        int joint = at > 0 && sentence.get(at - 1).isWord("by") ? joint(end) : end;
        if (joint > end) {
            return new Item.Side(sentence.words(from, joint), true, at, joint);
        }
        int allies = allies(end);
        if (allies > end) {
            return new Item.Side(sentence.words(from, allies), true, at, allies);
        }
        int quoted = quoted(end);
        if (quoted > end) {
            boolean kind = NounWords.KINDS_OF_SIDE.contains(sentence.get(noun).norm());
            String called = sentence.words(kind ? end + 1 : from, kind ? quoted - 1 : end);
            return new Item.Side(called, true, at, quoted);
        }
        String words = sentence.words(from, end);
        boolean everybody =
                BetweenWords.EVERYBODY.contains(sentence.get(end - 1).norm())
                        || BetweenWords.EVERYBODY.contains(sentence.get(from).norm());
        int to = chain(end);
        int called =
                to == end && NounWords.KINDS_OF_SIDE.contains(sentence.get(noun).norm())
                        ? Math.max(
                                capitals.capitals(end),
                                capitals.isNameAt(end) ? capitals.acronym(end) : end)
                        : end;
        if (called > end) {
            return new Item.Side(sentence.words(end, called), true, at, called);
        }
        boolean civic = BetweenWords.CIVIC.contains(sentence.get(end - 1).norm());
        boolean between = civic
                || (isBetween(from, end) && !isNational(from, end - 1) && !isOfNation(end, to));
        boolean whose =
                to > end && !NounWords.PARTS.contains(sentence.get(end - 1).norm());
        String all = Capitals.bare(whose ? sentence.words(from, to) : words);
        return new Item.Side(all, !everybody && !between, at, to);
    }

    /** Behind the names in quotation marks: "groups "Eagles" and "Falcons"". */
    private int quoted(int end) {
        int to = end;
        int open = end;
        while (open + 2 < sentence.size()
                && sentence.get(open).isSign("\"")
                && sentence.get(open + 1).isCapital()) {
            int close = open + 2;
            while (close < sentence.size() && sentence.get(close).kind() == Kind.WORD) {
                close++;
            }
            if (close >= sentence.size() || !sentence.get(close).isSign("\"")) {
                break;
            }
            to = close + 1;
            boolean and = to < sentence.size()
                    && (sentence.get(to).isWord("and") || sentence.get(to).isSign(","));
            open = and ? to + 1 : to;
        }
        return to;
    }

    /** "by regime and Russian forces": behind the second. */
    private int joint(int end) {
        boolean and = end + 2 < sentence.size()
                && sentence.get(end).isWord("and")
                && sentence.get(end + 1).isCapital()
                && NounWords.ADJECTIVE.matcher(sentence.get(end + 1).norm()).matches()
                && lookup.has(end + 2, Mark.SIDE);
        return and ? end + 3 : end;
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
            if (BetweenWords.COUNTERS.contains(word) || BetweenWords.OF_TRUCE.contains(word)) {
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
            int named = next < sentence.size() ? capitals.capitals(next) : next;
            int noun = next < sentence.size() ? capitals.noun(Math.max(named, next)) : -1;
            if (noun >= 0 && lookup.has(noun, Mark.SIDE)) {
                to = noun + 1;
            } else if (named > next) {
                to = named;
            } else if (next < sentence.size() && to == end && capitals.isPlain(next)) {
                return next + 1;
            } else {
                break;
            }
        }
        return to;
    }

    private boolean isNational(int from, int noun) {
        for (int i = from; i < noun; i++) {
            if (sentence.get(i).isCapital()
                    && !BetweenWords.INTERNATIONAL.contains(sentence.get(i).norm())
                    && !lookup.has(i, Mark.SIDE)) {
                return i == noun - 1 || !sentence.get(i + 1).isCapital();
            }
        }
        return false;
    }
}
