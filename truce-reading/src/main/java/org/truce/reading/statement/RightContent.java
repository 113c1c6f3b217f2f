package org.truce.reading.statement;

import org.truce.reading.words.Dictionaries;
import org.truce.reading.words.Frame;
import org.truce.reading.words.Stance;

import java.util.Optional;
import java.util.Set;

/** What is said after a cue; see the rules in docs/reference/reading.md. */
final class RightContent {
    private static final Dictionaries WORDS = Dictionaries.get();
    private static final int FARTHEST_THAT = 24;
    private static final Set<String> PASSED_ON = Set.of(
            "reiterate",
            "repeat",
            "reaffirm",
            "affirm",
            "state",
            "underline",
            "stress",
            "voice",
            "express",
            "underscore",
            "emphasise",
            "emphasize",
            "highlight",
            "confirm",
            "renew");
    private static final Set<String> COMPLEMENTS = Set.of("C7", "C8", "C9", "C10", "C12", "C13");
    private static final Set<String> MANNERS = Set.of("terms", "words", "language", "tones");
    private static final Set<String> PARTICLES =
            Set.of("down", "up", "off", "out", "away", "back", "over");

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
        from = afterFeeling(from);
        if (from >= limit) {
            return Optional.empty();
        }
        Optional<Content> words = that(from).or(() -> colon(start)).or(() -> quotation(start));
        if (words.isPresent()) {
            return words;
        }
        int next = from;
        FrameContent frames = new FrameContent(this, line, cue, limit);
        return frames.complement(next)
                .or(() -> bare ? bareClause(next) : Optional.empty())
                .or(() -> frames.thing(next));
    }

    /** What follows stands as the noun of saying puts it: "stressed the need for a pause". */
    Cue as(int noun) {
        return PASSED_ON.contains(cue.lemma())
                ? WORDS.speech().findNoun(line.key(noun)).map(cue::with).orElse(cue)
                : cue;
    }

    Optional<Content> content(int start, int end, boolean alone, String rule) {
        return content(cue, start, end, alone, rule);
    }

    Optional<Content> content(Cue by, int start, int end, boolean alone, String rule) {
        int from = start;
        while (from < end && (line.isComma(from) || line.key(from).equals(";"))) {
            from++;
        }
        int last = COMPLEMENTS.contains(rule) ? Tail.beforeNextVerb(line, from, end) : end;
        int to = alone && line.isQuote(from) && from + 1 == end ? end : Tail.cut(line, from, last);
        return from < to
                ? Optional.of(new Content(by, new Range(from, to), alone, rule))
                : Optional.empty();
    }

    /** "noted with concern the …": what the speaker feels stands before what is said. */
    private int afterFeeling(int from) {
        if (!line.key(from).equals("with") && !line.key(from).equals("in")) {
            return from;
        }
        int end = Grammar.simpleEnd(line, from + 1, limit);
        boolean feeling = end > from + 1
                && (WORDS.speech().findNoun(line.key(end - 1)).isPresent()
                        || MANNERS.contains(line.key(end - 1)));
        return feeling ? end : from;
    }

    private Optional<Content> that(int from) {
        for (int i = from; i < Math.min(limit, from + FARTHEST_THAT); i++) {
            if (line.key(i).equals("that") && isConjunction(i) && mayStandBefore(from, i)) {
                boolean quoted = line.isQuote(i + 1) && endsAfterQuote(i + 1);
                if (quoted) {
                    return content(i + 1, i + 2, Quotes.isClause(line, i + 1), "C2");
                }
                return cue.takes(Frame.EXPRESS)
                                || cue.takes(Frame.CLAUSE)
                                || cue.takes(Frame.THAT)
                                || cue.takes(Frame.THING)
                        ? content(as(i - 1), i + 1, limit, false, "C1")
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
        boolean asks =
                cue.takes(Frame.THAT) && cue.stance() == Stance.DEMAND && !line.isFinite(that + 1);
        return adverbial && (asks || cue.takesWords(from, line));
    }

    boolean isSaying(int from, int that) {
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

    int afterHearer(int start) {
        int i = start;
        while (i < limit && line.hasTag(i, "ADV")) {
            i++;
        }
        if (cue.takes(Frame.HEARER) && i < limit && !line.hasTag(i, "ADP") && !line.isQuote(i)) {
            int end = Grammar.simpleEnd(line, i, limit);
            if (end < limit && line.isFinite(end)) {
                // "warned he would leave": nobody hears it, for it is who leaves.
                return i;
            }
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
                || PARTICLES.contains(line.key(i))
                || (line.key(i).equals("about") && !line.hasTag(i, "DET"))
                || line.hasTag(i, "CCONJ")) {
            return Optional.empty();
        }
        boolean doing = line.hasTag(i, "VERB") && line.key(i).endsWith("ing");
        boolean starts = doing
                || line.isNominal(i)
                || line.isQuote(i)
                || line.key(i).equals("there")
                || (line.hasTag(i, "SCONJ") && !line.key(i).equals("as"))
                || line.hasTag(i, "ADP");
        return starts
                        && !isTwoVerbs(i)
                        && (line.hasFinite(i + 1, limit) || line.hasQuote(i + 1, limit))
                ? content(i, limit, false, "C6")
                : Optional.empty();
    }

    /** "confirmed three impacts and named no side": the next verb is the speaker's, too. */
    private boolean isTwoVerbs(int from) {
        for (int i = from + 1; i < limit; i++) {
            if (line.isFinite(i)) {
                return cue.takes(Frame.THING) && line.hasTag(i - 1, "CCONJ");
            }
        }
        return false;
    }
}
