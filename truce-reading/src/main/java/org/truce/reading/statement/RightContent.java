package org.truce.reading.statement;

import org.truce.reading.words.Dictionaries;
import org.truce.reading.words.Frame;
import org.truce.reading.words.Heads;
import org.truce.reading.words.Stance;

import java.util.Optional;
import java.util.Set;

/** What is said after a cue; see the rules in docs/reference/reading.md. */
final class RightContent {
    private static final Dictionaries WORDS = Dictionaries.get();
    private static final int FARTHEST_THAT = 24;
    private static final Set<String> OBJECT_AND_NAME =
            Set.of("call", "brand", "label", "dub", "consider", "deem");
    private static final Set<String> PASSED_ON = Set.of(
            "reiterate",
            "repeat",
            "reaffirm",
            "affirm",
            "state",
            "underline",
            "stress",
            "voice",
            "express");
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

    private final Line line;
    private final Cue cue;
    private final int limit;

    private RightContent(Line line, Cue cue, int limit) {
        this.line = line;
        this.cue = cue;
        this.limit = limit;
    }

    /**
     * @param limit where the next cue's clause begins, or the line's end
     * @param bare whether a clause without "that" may be what is said
     */
    static Optional<Content> find(Line line, Cue cue, int limit, boolean bare) {
        return new RightContent(line, cue, limit).find(bare);
    }

    private Optional<Content> find(boolean bare) {
        int start = cue.type() == Cue.Type.INVERTED
                ? cue.whole().end()
                : cue.words().end();
        int from = cue.type() == Cue.Type.INVERTED && line.isComma(start) ? start + 1 : start;
        while (from < limit && line.hasTag(from, "ADV") && !line.key(from).equals("there")) {
            from++;
        }
        if (from >= limit) {
            return Optional.empty();
        }
        Optional<Content> words = that(from).or(() -> colon(start)).or(() -> quotation(start));
        if (words.isPresent()) {
            return words;
        }
        int next = from;
        return complement(next)
                .or(() -> bare ? bareClause(next) : Optional.empty())
                .or(() -> thing(next));
    }

    private Optional<Content> content(int start, int end, boolean alone, String rule) {
        int from = start;
        while (from < end && (line.isComma(from) || line.key(from).equals(";"))) {
            from++;
        }
        int to = alone && line.isQuote(from) && from + 1 == end ? end : Tail.cut(line, from, end);
        return from < to
                ? Optional.of(new Content(cue, new Range(from, to), alone, rule))
                : Optional.empty();
    }

    private Optional<Content> that(int from) {
        for (int i = from; i < Math.min(limit, from + FARTHEST_THAT); i++) {
            if (line.key(i).equals("that") && isConjunction(i) && mayStandBefore(from, i)) {
                boolean quoted = line.isQuote(i + 1) && endsAfterQuote(i + 1);
                if (quoted) {
                    return content(i + 1, i + 2, Quotes.isClause(line, i + 1), "C2");
                }
                return cue.takes(Frame.EXPRESS) || cue.takes(Frame.CLAUSE) || cue.takes(Frame.THING)
                        ? content(i + 1, limit, false, "C1")
                        : Optional.empty();
            }
            if ((line.isFinite(i) && !isReduced(i)) || line.isQuote(i)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** A participle that only tells more of its noun: "a statement posted on Monday". */
    private boolean isReduced(int i) {
        return line.hasTag(i, "VERB")
                && line.hasTag(i - 1, "NOUN")
                && (line.hasTag(i + 1, "ADP") || line.hasTag(i + 1, "ADV"));
    }

    private boolean isConjunction(int i) {
        return line.hasTag(i, "SCONJ") || (i + 1 < limit && !line.tag(i + 1).startsWith("AUX"));
    }

    /** Whether what stands between verb and "that" is a hearer, a time, a place or a medium. */
    private boolean mayStandBefore(int from, int that) {
        if (from == that || line.isComma(from)) {
            return true;
        }
        if (cue.takes(Frame.HEARER) && line.isNominal(from)) {
            return true;
        }
        if (cue.takes(Frame.EXPRESS) || (PASSED_ON.contains(cue.lemma()) && isSaying(from, that))) {
            return true;
        }
        boolean adverbial = line.hasTag(from, "ADP")
                || line.hasTag(from, "SCONJ")
                || Grammar.isTime(line, from)
                || line.hasTag(from, "ADV");
        return adverbial && cue.takesWords(from, line);
    }

    private boolean isSaying(int from, int that) {
        return that > from && WORDS.speech().findNoun(line.key(that - 1)).isPresent();
    }

    private boolean endsAfterQuote(int quote) {
        int next = quote + 1;
        return next >= limit
                || line.isComma(next)
                || line.isStop(next)
                || line.isDash(next)
                || line.key(next).equals(";")
                || (line.hasTag(next, "CCONJ") && next + 1 >= limit);
    }

    private Optional<Content> colon(int start) {
        if (!cue.takesWords(start, line)) {
            return Optional.empty();
        }
        for (int i = start; i < Math.min(limit, start + FARTHEST_THAT); i++) {
            if (line.isColon(i)) {
                if (line.isQuote(i + 1)) {
                    return content(i + 1, i + 2, true, "C3");
                }
                return i + 1 < limit ? content(i + 1, limit, false, "C4") : Optional.empty();
            }
            if (line.isFinite(i) || line.isQuote(i)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** A quotation right after the verb, its hearer and phrases of time and place. */
    private Optional<Content> quotation(int start) {
        if (!cue.takesWords(start, line)) {
            return Optional.empty();
        }
        int i = afterHearer(start);
        i = Grammar.afterAdverbials(line, i, limit);
        if (line.isComma(i)) {
            i++;
        }
        if (i >= limit || !line.isQuote(i)) {
            return Optional.empty();
        }
        int next = i + 1;
        boolean ends = endsAfterQuote(i)
                || line.hasTag(next, "ADP")
                || line.hasTag(next, "CCONJ")
                || line.hasTag(next, "SCONJ")
                || line.hasTag(next, "ADV")
                || Grammar.isTime(line, next);
        if (ends && (Quotes.isClause(line, i) || line.isComma(i - 1) || endsAfterQuote(i))) {
            return content(i, next, true, "C3");
        }
        return content(i, limit, false, "C5");
    }

    private int afterHearer(int start) {
        int i = start;
        while (i < limit && line.hasTag(i, "ADV")) {
            i++;
        }
        if (cue.takes(Frame.HEARER) && i < limit && !line.hasTag(i, "ADP") && !line.isQuote(i)) {
            int end = Grammar.simpleEnd(line, i, limit);
            boolean always = cue.lemma().equals("tell") && !line.hasTag(i, "PUNCT");
            return end == i && always ? i + 1 : end;
        }
        return i;
    }

    private Optional<Content> bareClause(int from) {
        if (!cue.takes(Frame.CLAUSE)) {
            return Optional.empty();
        }
        int i = cue.takes(Frame.HEARER) ? afterHearer(from) : from;
        i = Grammar.afterAdverbials(line, i, limit);
        if (i >= limit
                || line.isComma(i)
                || line.key(i).equals("about")
                || line.hasTag(i, "CCONJ")) {
            return Optional.empty();
        }
        boolean starts = line.isNominal(i)
                || line.isQuote(i)
                || line.key(i).equals("there")
                || (line.hasTag(i, "SCONJ") && !line.key(i).equals("as"))
                || line.hasTag(i, "ADP");
        return starts && (line.hasFinite(i + 1, limit) || line.hasQuote(i + 1, limit))
                ? content(i, limit, false, "C6")
                : Optional.empty();
    }

    /** What the verb's own frame asks for. */
    private Optional<Content> complement(int from) {
        int object = Grammar.fullEnd(line, from, limit);
        if (cue.takes(Frame.TO) && isToVerb(from)) {
            return content(from, limit, false, "C7");
        }
        if (cue.takes(Frame.ORDER) && object > from && orders(from, object)) {
            return content(from, limit, false, "C8");
        }
        if (cue.takes(Frame.FOR) && (line.isNominal(from) || line.isQuote(from))) {
            return content(from, limit, false, "C9");
        }
        if (cue.takes(Frame.OF) && line.isNominal(from) && hasWord("of", from, limit)) {
            return content(from, limit, false, "C10");
        }
        if (cue.takes(Frame.BLAME) && line.isNominal(from) && hasWord("for", from, limit)) {
            return content(from, limit, false, "C10");
        }
        if (cue.takes(Frame.HOLD)
                && (hasWord("responsible", from, limit) || hasWord("accountable", from, limit))) {
            return content(from, limit, false, "C10");
        }
        if (cue.takes(Frame.AS) && namesObject(from)) {
            return content(from, limit, false, "C11");
        }
        boolean on = cue.takes(Frame.ON)
                && (line.key(from).equals("on") || line.key(from).equals("upon"));
        int warnedOf = line.key(from).equals("against") || line.key(from).equals("of")
                ? from
                : afterHearer(from);
        boolean against = cue.takes(Frame.AGAINST)
                && (line.key(warnedOf).equals("against") || line.key(warnedOf).equals("of"));
        boolean about = cue.takes(Frame.SPEAK) && line.key(from).equals("of");
        if (against) {
            return content(warnedOf + 1, limit, false, "C12");
        }
        if (on || about) {
            return content(from + 1, limit, false, "C12");
        }
        if (cue.takes(Frame.COMMIT) && hasWord("to", from, Math.min(limit, from + 4))) {
            return content(from, limit, false, "C7");
        }
        return Optional.empty();
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
        boolean second = end < limit && (line.hasTag(end, "DET") || line.hasTag(end, "ADJ"));
        return named || second;
    }

    private boolean hasQuoteAfter(int from) {
        return line.hasQuote(from, Math.min(limit, from + 8));
    }

    private Optional<Content> thing(int from) {
        if (!cue.takes(Frame.THING)) {
            return Optional.empty();
        }
        boolean gerund = line.hasTag(from, "VERB") && line.key(from).endsWith("ing");
        boolean having = line.key(from).equals("having") || line.key(from).equals("being");
        boolean object = line.isNominal(from) || line.isQuote(from);
        if (!gerund && !having && !object) {
            return Optional.empty();
        }
        boolean own = cue.stance() == Stance.DENY || cue.stance() == Stance.DEMAND;
        int saying = sayingThat(from);
        if (!own && saying > 0) {
            return content(saying + 1, limit, false, "C1");
        }
        boolean paper = cue.stance() == Stance.SAY
                && WORDS.heads()
                        .is(line.key(Grammar.simpleEnd(line, from, limit) - 1), Heads.Kind.PAPER);
        return paper ? Optional.empty() : content(from, limit, false, "C13");
    }

    private int sayingThat(int from) {
        for (int i = from + 1; i < Math.min(limit, from + 6); i++) {
            if (line.key(i).equals("that") && isSaying(from, i)) {
                return i;
            }
        }
        return 0;
    }
}
