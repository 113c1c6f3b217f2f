package org.truce.reading.bulletin;

import org.truce.reading.figures.Amounts;
import org.truce.reading.tokens.Sentence;
import org.truce.reading.tokens.Token;
import org.truce.reading.tokens.Token.Kind;
import org.truce.reading.words.Terms;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Words with capital letters in a sentence, and the nouns behind them that say of what kind. */
final class Capitals {
    private static final int LONGEST = 6;

    private final Sentence sentence;
    private final Lookup lookup;

    Capitals(Lookup lookup) {
        this.sentence = lookup.sentence();
        this.lookup = lookup;
    }

    /** "MILF", "AFP": a name in capitals is a body's, unless the whole line is set so. */
    boolean isAcronym(int at) {
        String text = bare(sentence.get(at).text());
        return NounWords.ACRONYM.matcher(text).matches()
                && !NounWords.PLACES_IN_CAPITALS.contains(sentence.get(at).norm())
                && lookup.thing(at).isEmpty()
                && !Amounts.isNumberWord(sentence, at)
                && sentence.tokens().stream()
                        .anyMatch(token -> token.kind() == Kind.WORD
                                && !token.text().equals(token.text().toUpperCase(Locale.ROOT)));
    }

    /** Without the ending of an owner. */
    static String bare(String words) {
        return words.endsWith("'s") || words.endsWith("’s")
                ? words.substring(0, words.length() - 2)
                : words;
    }

    /** Behind "SPLM/A-IO", "MILF forces". */
    int acronym(int from) {
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

    /** "Armenian positions" is no place. */
    boolean isAdjective(int from, int capitals) {
        return capitals == from + 1
                && capitals < sentence.size()
                && sentence.get(capitals).kind() == Kind.WORD
                && !sentence.get(capitals).isCapital()
                && !NounWords.SPACES.contains(sentence.get(capitals).norm())
                && lookup.mark(capitals).isEmpty()
                && lookup.amount(capitals).isEmpty()
                && NounWords.ADJECTIVE.matcher(sentence.get(from).norm()).matches();
    }

    /** Behind the last of the words with capitals that begin at a token, and what joins them. */
    int capitals(int from) {
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
        boolean line = !first && hasMark(at, Mark.PLACE);
        if (Amounts.isNumberWord(sentence, at) && !upper && !line) {
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
        boolean longer = at + 1 < sentence.size()
                && sentence.get(at + 1).isCapital()
                && first
                && !isOrdinary(at + 1, false);
        return (side && first && !longer)
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

    boolean isNameAt(int at) {
        return at < sentence.size() && sentence.get(at).isCapital() && !isOrdinary(at, true);
    }

    boolean isOf(int at) {
        return at < sentence.size()
                && (sentence.get(at).isWord("of") || sentence.get(at).isSign(":"));
    }

    /** The first noun for a side or a place, with only words without a role before it; else -1. */
    int noun(int from) {
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

    /** "the guard of the republic": a word without any role. */
    boolean isPlain(int at) {
        return sentence.get(at).kind() == Kind.WORD && !lookup.isKnown(at);
    }

    boolean hasMark(int at, Mark mark) {
        return lookup.has(at, mark);
    }
}
