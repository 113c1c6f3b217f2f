package org.truce.reading.statement;

import org.truce.reading.words.Dictionaries;
import org.truce.reading.words.Frame;
import org.truce.reading.words.Heads;
import org.truce.reading.words.Stance;

import java.util.Optional;
import java.util.Set;

/** What follows a verb of saying that takes more, or something else, than a clause. */
final class FrameContent {
    private static final Dictionaries WORDS = Dictionaries.get();
    private static final Set<String> OBJECT_AND_NAME =
            Set.of("call", "brand", "label", "dub", "consider", "deem");
    private static final Set<String> NOTHING_TOLD = Set.of(
            "point",
            "question",
            "issue",
            "matter",
            "same",
            "so",
            "subject",
            "difficulty",
            "comment");
    private static final Set<String> PRESS = Set.of(
            "issue",
            "edition",
            "song",
            "film",
            "book",
            "project",
            "plan",
            "operation",
            "meeting",
            "election",
            "elections",
            "referendum",
            "session",
            "press",
            "ambulance",
            "police");
    /** What is asked for may stand after the day: "called on Monday for an inquiry". */
    private static final Set<String> ASKS_FOR = Set.of("call", "call on", "appeal", "plead");

    private static final Set<String> HOPES =
            Set.of("hope", "hopes", "confidence", "fear", "fears", "belief", "doubt", "optimism");

    private final RightContent right;
    private final Line line;
    private final Cue cue;
    private final int limit;

    FrameContent(RightContent right, Line line, Cue cue, int limit) {
        this.right = right;
        this.line = line;
        this.cue = cue;
        this.limit = limit;
    }

    /** What the verb's own frame asks for. */
    Optional<Content> complement(int from) {
        int object = Grammar.fullEnd(line, from, limit);
        int to = toVerb(from);
        if (cue.takes(Frame.TO) && isToVerb(to)) {
            return right.content(to, limit, false, "C7");
        }
        int day = afterDay(from);
        if (day > from && ASKS_FOR.contains(cue.lemma()) && line.key(day).equals("for")) {
            return right.content(cue.with(Stance.DEMAND), day + 1, limit, false, "C9");
        }
        if (isToldOf(from)) {
            return right.content(toldOf(from) + 1, limit, false, "C12");
        }
        if (cue.takes(Frame.ORDER) && object > from && orders(from, object)) {
            return right.content(from, limit, false, "C8");
        }
        if (cue.takes(Frame.FOR) && (line.isNominal(from) || line.isQuote(from))) {
            return right.content(from, limit, false, "C9");
        }
        if (cue.takes(Frame.OF) && line.isNominal(from) && hasWord("of", from, limit)) {
            return right.content(from, limit, false, "C10");
        }
        if (cue.takes(Frame.BLAME) && line.isNominal(from) && hasWord("for", from, limit)) {
            return right.content(from, limit, false, "C10");
        }
        if (cue.takes(Frame.HOLD)
                && (hasWord("responsible", from, limit) || hasWord("accountable", from, limit))) {
            return right.content(from, limit, false, "C10");
        }
        if (cue.takes(Frame.AS) && namesObject(from)) {
            return right.content(from, limit, false, "C11");
        }
        int noun = Grammar.simpleEnd(line, from, limit);
        boolean hopes = cue.takes(Frame.EXPRESS)
                && noun > from
                && HOPES.contains(line.key(noun - 1))
                && line.isNominal(noun)
                && line.hasFinite(noun, limit);
        if (hopes) {
            return right.content(right.as(noun - 1), noun, limit, false, "C1");
        }
        if (cue.takes(Frame.EXPRESS) && isSentiment(from)) {
            return right.content(
                    right.as(Grammar.simpleEnd(line, from, limit) - 1), from, limit, false, "C13");
        }
        if (cue.takes(Frame.LINK)
                && line.isNominal(from)
                && (hasWord("to", from, limit) || hasWord("with", from, limit))) {
            return right.content(from, limit, false, "C11");
        }
        if (cue.takes(Frame.AT) && line.isNominal(from) && hasFigure(from)) {
            return right.content(from, limit, false, "C11");
        }
        return afterPreposition(from);
    }

    /** "spoke of a plan", "insisted on an inquiry", "warned the sides against a march". */
    private Optional<Content> afterPreposition(int from) {
        boolean on = cue.takes(Frame.ON)
                && (line.key(from).equals("on") || line.key(from).equals("upon"));
        int warnedOf = line.key(from).equals("against") || line.key(from).equals("of")
                ? from
                : right.afterHearer(from);
        boolean against = cue.takes(Frame.AGAINST)
                && (line.key(warnedOf).equals("against") || line.key(warnedOf).equals("of"));
        boolean about = cue.takes(Frame.SPEAK) && line.key(from).equals("of");
        if (against) {
            return right.content(warnedOf + 1, limit, false, "C12");
        }
        if (on || about) {
            return right.content(from + 1, limit, false, "C12");
        }
        if (cue.takes(Frame.COMMIT) && hasWord("to", from, Math.min(limit, from + 4))) {
            return right.content(from, limit, false, "C7");
        }
        return Optional.empty();
    }

    /** "told parliament on Friday of a plan"; one may be reminded of the time. */
    private boolean isToldOf(int from) {
        int of = toldOf(from);
        return cue.takes(Frame.HEARER)
                && !cue.lemma().equals("remind")
                && of > from
                && line.key(of).equals("of");
    }

    private int toldOf(int from) {
        return afterDay(right.afterHearer(from));
    }

    /** The place after "Monday" or "on Monday", where that stands; else the same. */
    private int afterDay(int from) {
        int day = line.key(from).equals("on") ? from + 1 : from;
        return Grammar.isTime(line, day) ? day + 1 : from;
    }

    /**
     * "concern over the reports", "readiness to meet"; of a bare "satisfaction" nothing is told.
     */
    private boolean isSentiment(int from) {
        int end = Grammar.simpleEnd(line, from, limit);
        boolean noun = end > from && WORDS.speech().findNoun(line.key(end - 1)).isPresent();
        boolean about = line.hasTag(end, "ADP") || line.key(end).equals("to");
        return noun && about && end + 1 < limit;
    }

    /** "the losses at a million dollars". */
    private boolean hasFigure(int from) {
        for (int i = from; i < limit; i++) {
            if (line.key(i).equals("at")) {
                int end = Grammar.simpleEnd(line, i + 1, limit);
                for (int j = i + 1; j < end; j++) {
                    if (line.hasTag(j, "NUM")) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** "vowed on Friday to open": where "to" stands, after time and place, which "to" may end. */
    private int toVerb(int from) {
        if (isToVerb(from)) {
            return from;
        }
        int after = Grammar.afterAdverbials(line, from, limit);
        return after > from && line.key(after - 1).equals("to") ? after - 1 : after;
    }

    private boolean isToVerb(int from) {
        int i = line.key(from).equals("not") ? from + 1 : from;
        return line.key(i).equals("to") && i + 1 < limit;
    }

    private boolean orders(int from, int object) {
        int i = object;
        while (i < limit
                && (line.hasTag(i, "ADV") || line.hasTag(i, "PART"))
                && !line.key(i).equals("to")) {
            i++;
        }
        boolean advised = Set.of("advise", "counsel").contains(cue.lemma());
        if (line.key(i).equals("against") && advised) {
            return true;
        }
        if (line.key(i).equals("to") || (line.key(i).equals("for") && i + 1 < limit)) {
            return i > from;
        }
        if (toInside(from, object)) {
            return true;
        }
        // "urged all sides in the war to": what hangs on the noun may end elsewhere.
        for (int j = object; j < Math.min(limit, object + 10); j++) {
            if (line.isFinite(j)) {
                return false;
            }
            if (line.key(j).equals("to") && line.hasTag(j + 1, "VERB")) {
                return true;
            }
        }
        return false;
    }

    private boolean toInside(int from, int object) {
        for (int j = from + 1; j < object; j++) {
            boolean verb = line.hasTag(j + 1, "VERB")
                    || (line.hasTag(j + 1, "NOUN") && !line.word(j + 1).isCapitalised());
            if (line.key(j).equals("to") && (line.hasTag(j, "PART") || verb)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasWord(String key, int from, int to) {
        for (int i = from; i < to; i++) {
            if (line.key(i).equals(key)) {
                return true;
            }
        }
        return false;
    }

    private boolean namesObject(int from) {
        if (line.key(from).equals("as") && !cue.lemma().equals("call")) {
            return from + 2 < limit;
        }
        if (!line.isNominal(from) && !line.isQuote(from)) {
            return false;
        }
        int end = Grammar.simpleEnd(line, from, limit);
        for (int i = from; i < end; i++) {
            if (PRESS.contains(line.key(i))) {
                return false;
            }
        }
        if (hasWord("as", from, limit)) {
            return !cue.lemma().equals("call");
        }
        if (!OBJECT_AND_NAME.contains(cue.lemma())) {
            return false;
        }
        int after = Grammar.fullEnd(line, from, limit);
        boolean named = line.isQuote(end) || line.isQuote(after) || hasQuoteAfter(from);
        boolean second = isSecond(end) || (isSecond(after) && line.hasTag(after, "ADJ"));
        // "called the report nonsense": two nouns without anything between.
        boolean bare = end == limit
                && end - from > 2
                && line.hasTag(from, "DET")
                && line.hasTag(end - 1, "NOUN")
                && line.hasTag(end - 2, "NOUN");
        return named || second || bare;
    }

    private boolean isSecond(int i) {
        return i < limit && (line.hasTag(i, "DET") || line.hasTag(i, "ADJ"));
    }

    private boolean hasQuoteAfter(int from) {
        return line.hasQuote(from, Math.min(limit, from + 8));
    }

    Optional<Content> thing(int from) {
        if (!cue.takes(Frame.THING)) {
            return Optional.empty();
        }
        boolean gerund = line.hasTag(from, "VERB") && line.key(from).endsWith("ing");
        boolean having = line.key(from).equals("having") || line.key(from).equals("being");
        boolean object = line.isNominal(from) || line.isQuote(from);
        if (!gerund && !having && !object) {
            return Optional.empty();
        }
        if (isEmpty(from)) {
            return Optional.empty();
        }
        boolean own = cue.stance() == Stance.DENY || cue.stance() == Stance.DEMAND;
        int saying = sayingThat(from);
        if (!own && saying > 0) {
            return right.content(right.as(saying - 1), saying + 1, limit, false, "C1");
        }
        boolean paper = cue.stance() == Stance.SAY
                && WORDS.heads()
                        .is(line.key(Grammar.simpleEnd(line, from, limit) - 1), Heads.Kind.PAPER);
        int head = Grammar.simpleEnd(line, from, limit) - 1;
        return paper ? Optional.empty() : right.content(right.as(head), from, limit, false, "C13");
    }

    /** "conceded the point", "denied it": the words do not tell what. */
    private boolean isEmpty(int from) {
        int start = line.hasTag(from, "DET") ? from + 1 : from;
        int end = Grammar.simpleEnd(line, from, limit);
        boolean rest = line.hasTag(end, "ADP") || line.key(end).equals("that");
        return end <= start + 1
                && !rest
                && (line.hasTag(from, "PRON") || NOTHING_TOLD.contains(line.key(start)));
    }

    private int sayingThat(int from) {
        for (int i = from + 1; i < Math.min(limit, from + 6); i++) {
            if (line.key(i).equals("that") && right.isSaying(from, i)) {
                return i;
            }
        }
        return 0;
    }
}
