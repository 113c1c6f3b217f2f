package org.truce.reading.incident;

import org.truce.reading.figures.Amounts;
import org.truce.reading.tokens.Sentence;
import org.truce.reading.tokens.Token;
import org.truce.reading.tokens.Token.Kind;

import java.util.Optional;
import java.util.Set;

/** Who does something and to whom: the noun phrases before and behind a verb. */
final class Nouns {
    private static final int LONGEST = 14;

    private static final Set<String> PRONOUNS =
            Set.of("it", "they", "he", "she", "we", "i", "who", "which", "that", "them");

    private static final Set<String> WITH = Set.of(
            "with", "on", "in", "near", "at", "outside", "for", "under", "inside", "during",
            "along", "after", "before");

    private static final Set<String> PLAIN = Set.of(
            "heavy",
            "armed",
            "unidentified",
            "unknown",
            "several",
            "dozens",
            "suspected",
            "two",
            "three",
            "four",
            "five",
            "six",
            "many",
            "intense",
            "fresh",
            "new",
            "multiple",
            "unmanned",
            "roadside",
            "large",
            "more",
            "first",
            "second",
            "early",
            "sporadic",
            "renewed",
            "deadly",
            "another",
            "enemy",
            "combat",
            "hostile",
            "stray",
            "low-flying");

    /** Verbs that go on with the clause behind what was hit. */
    private static final Set<String> ENDING = Set.of(
            "broke",
            "erupted",
            "continued",
            "began",
            "started",
            "ended",
            "took",
            "left",
            "caused",
            "came",
            "lasted",
            "followed",
            "resumed",
            "which",
            "has",
            "had",
            "damaged",
            "destroyed",
            "set");

    private final Sentence sentence;

    /** @param to behind its last token; {@code withheld} whether a name was left out of it */
    record Phrase(String words, int from, int to, boolean withheld) {}

    Nouns(Sentence sentence) {
        this.sentence = sentence;
    }

    /**
     * The phrase that ends right before a verb, its auxiliaries left out.
     *
     * @param from where the clause begins
     */
    Optional<Phrase> before(int verb, int from) {
        int end = verb;
        while (end > from && isHelper(end - 1)) {
            end--;
        }
        int start = end;
        while (start > from && end - start < LONGEST && !isEdge(start - 1)) {
            start--;
        }
        return phrase(withoutAdverbial(start, end), end);
    }

    private boolean isHelper(int at) {
        Token token = sentence.get(at);
        return token.kind() == Kind.WORD
                && (Grammar.AUXILIARIES.contains(token.norm()) || token.norm().endsWith("ly"));
    }

    private boolean isEdge(int at) {
        Token token = sentence.get(at);
        boolean of = token.isWord("of");
        return token.kind() == Kind.SIGN
                || token.kind() == Kind.MEASURE
                || (!of && Grammar.CLAUSE_WORDS.contains(token.norm()));
    }

    /** "On Saturday evening government forces" is government forces. */
    private int withoutAdverbial(int start, int end) {
        int first = start;
        for (int at = start; at < end; at++) {
            boolean time = When.isDayOrMonth(sentence.get(at))
                    || Grammar.isWordOf(
                            sentence,
                            at,
                            Set.of("morning", "evening", "night", "afternoon", "noon", "dawn"));
            if (time) {
                first = at + 1;
            }
        }
        if (first == start && Grammar.isWordOf(sentence, start, Grammar.LOCAL)) {
            int name = Grammar.nameEnd(sentence, start + 1);
            first = name > start + 1 ? name : start + 1;
        }
        while (first < end
                && (Grammar.isWordOf(sentence, first, Set.of("and", "or", "of", "on", "in"))
                        || sentence.get(first).kind() == Kind.FIGURE)) {
            first++;
        }
        return first;
    }

    /**
     * The phrase behind a verb or a preposition.
     *
     * @param to where the clause ends
     */
    Optional<Phrase> behind(int start, int to) {
        int from = start;
        while (from < to && isSkipped(from)) {
            from++;
        }
        int end = from;
        while (end < to && end - from < LONGEST && !isStop(end)) {
            end++;
        }
        return phrase(from, end);
    }

    private boolean isSkipped(int at) {
        return Grammar.isWordOf(
                sentence,
                at,
                Set.of(
                        "on",
                        "at",
                        "upon",
                        "under",
                        "into",
                        "against",
                        "up",
                        "down",
                        "out",
                        "off",
                        "of",
                        "by",
                        "back",
                        "heavily",
                        "directly",
                        "again"));
    }

    private boolean isStop(int at) {
        Token token = sentence.get(at);
        if (token.kind() != Kind.WORD || When.isDayOrMonth(token)) {
            return token.kind() != Kind.FIGURE
                    || (at + 1 < sentence.size() && When.isDayOrMonth(sentence.get(at + 1)));
        }
        boolean and = token.isWord("and")
                && at + 1 < sentence.size()
                && (!EventWord.terms().find(sentence, at + 1).isEmpty()
                        || Cue.KILLED.isAt(sentence, at + 1)
                        || Cue.INJURED.isAt(sentence, at + 1));
        return and
                || Cue.KILLED.isAt(sentence, at)
                || Cue.INJURED.isAt(sentence, at)
                || ENDING.contains(token.norm())
                || Grammar.PREPOSITIONS.contains(token.norm())
                || (!token.isWord("of") && Grammar.CLAUSE_WORDS.contains(token.norm()))
                || Grammar.AUXILIARIES.contains(token.norm())
                || isDays(at);
    }

    /** "two days ago". */
    private boolean isDays(int at) {
        return Amounts.number(sentence, at).isPresent()
                && Grammar.isWordOf(
                        sentence, at + 1, Set.of("days", "day", "weeks", "hours", "week", "hour"));
    }

    /** Without articles; a person's name behind a role is left out. */
    private Optional<Phrase> phrase(int start, int end) {
        int from = start;
        while (from < end && Grammar.isWordOf(sentence, from, Grammar.ARTICLES)) {
            from++;
        }
        int to = from;
        while (to < end && !(to > from && Grammar.isWordOf(sentence, to, WITH))) {
            to++;
        }
        while (to > from && sentence.get(to - 1).isWord("of")) {
            to--;
        }
        if (from >= to || PRONOUNS.contains(sentence.get(from).norm())) {
            return Optional.empty();
        }
        int person = personFrom(from, to);
        if (person == from) {
            return Optional.empty();
        }
        String words = sentence.words(from, person).replaceAll("['’]s?$", "");
        return Optional.of(new Phrase(words, from, to, person < to));
    }

    /** Where a name of a person begins behind a role: "mayor Samir Adlan"; else the end. */
    private int personFrom(int from, int to) {
        for (int at = from; at < to; at++) {
            boolean role = Cue.OFFICIAL.isAt(sentence, at) || Cue.CIVILIAN.isAt(sentence, at);
            if (role && at + 1 < to) {
                int end = Grammar.nameEnd(sentence, at + 1);
                if (end > at + 1 && !Grammar.isOrganisation(sentence, at + 1, end)) {
                    return at + 1;
                }
            }
        }
        return to;
    }

    /** Whether it is no more than a name, which may be a person's. */
    boolean isBareName(Phrase phrase) {
        return Grammar.nameEnd(sentence, phrase.from()) >= phrase.to()
                && !Grammar.isOrganisation(sentence, phrase.from(), phrase.to());
    }

    /**
     * Of a phrase that names a weapon, whose it is: "government aircraft", "shells fired by the
     * militia", "an aircraft of the southern side".
     *
     * @param gear where the weapon's words stand in it
     */
    Optional<Phrase> owner(Phrase phrase, int gear, int gearEnd) {
        for (int at = gearEnd; at < phrase.to(); at++) {
            if (Grammar.isWordOf(sentence, at, Set.of("by", "of", "from", "to"))) {
                return behind(at + 1, phrase.to());
            }
        }
        int from = phrase.from();
        while (from < gear
                && (Grammar.isWordOf(sentence, from, PLAIN)
                        || Amounts.find(sentence, from).isPresent()
                        || Gear.terms().find(sentence, from).isPresent())) {
            from++;
        }
        return from < gear ? phrase(from, gear) : Optional.empty();
    }

    /** "by X" among some tokens. */
    Optional<Phrase> agent(int from, int to) {
        for (int at = from; at + 1 < to; at++) {
            if (sentence.get(at).isWord("by") && !Amounts.find(sentence, at + 1).isPresent()) {
                return behind(at + 1, to);
            }
        }
        return Optional.empty();
    }

    /** "the army's shelling", "Israeli air strikes": before a noun. */
    Optional<Phrase> possessor(int noun, int from) {
        if (noun <= from) {
            return Optional.empty();
        }
        Token token = sentence.get(noun - 1);
        boolean owns = token.text().matches(".*['’]s?");
        boolean adjective = token.isCapital() && noun - 1 > from;
        if (owns) {
            return before(noun, from);
        }
        return adjective && !When.isDayOrMonth(token) ? phrase(noun - 1, noun) : Optional.empty();
    }
}
