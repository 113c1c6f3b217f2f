package org.truce.reading.statement;

import org.truce.reading.words.Dictionaries;
import org.truce.reading.words.Heads;

import java.util.Optional;
import java.util.Set;

/**
 * Finds who speaks, as words of a line: before the verb, after it, or at the head of the sentence.
 */
final class SubjectFinder {
    private static final Heads HEADS = Dictionaries.get().heads();
    private static final Set<String> RELATIVE = Set.of("who", "which", "that", "whom");

    private static final Set<String> NAMED = Set.of("called", "named", "nicknamed", "known");
    private static final Set<String> OWNERS = Set.of("his", "her", "its", "their");

    private final Line line;

    SubjectFinder(Line line) {
        this.line = line;
    }

    /** The noun phrase before a verb, with its appositions. */
    Optional<Range> before(int verb, int floor) {
        int end = Grammar.beforeVerb(line, verb, floor);
        if (end <= floor) {
            return Optional.empty();
        }
        if (RELATIVE.contains(line.key(end - 1)) && !line.hasTag(end - 1, "DET")) {
            int antecedent = line.isComma(end - 2) ? end - 2 : end - 1;
            return phraseEndingAt(antecedent, floor);
        }
        if (line.isComma(end - 1)) {
            return withParenthesis(end, floor);
        }
        if (line.isDash(end - 1)) {
            return beforeDashes(end - 1, floor);
        }
        return phraseEndingAt(end, floor);
    }

    private Optional<Range> phraseEndingAt(int end, int floor) {
        int start = Grammar.nounPhraseStart(line, end, floor);
        if (start >= end || !hasNominal(start, end)) {
            return Optional.empty();
        }
        return Optional.of(new Range(antecedent(start, floor).orElse(start), end));
    }

    /**
     * "A mediator who does not want his name in print put it this way": where what stands before a
     * verb is the object of a relative clause, the subject begins before that.
     */
    private Optional<Integer> antecedent(int start, int floor) {
        int before = start - 1;
        boolean object = line.hasTag(before, "VERB") || line.hasTag(before, "ADP");
        for (int i = before; object && i > floor; i--) {
            boolean mark = line.isComma(i) || line.isColon(i) || line.isQuote(i);
            if (mark || line.hasTag(i, "SCONJ")) {
                return Optional.empty();
            }
            boolean who = line.key(i).equals("who") && line.isNominal(i - 1);
            if (who) {
                int from = Grammar.nounPhraseStart(line, i, floor);
                return from < i ? Optional.of(from) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** "Petrov - on the shots of Tuesday - said". */
    private Optional<Range> beforeDashes(int second, int floor) {
        for (int i = second - 1; i > floor; i--) {
            if (line.isDash(i)) {
                return phraseEndingAt(i, floor);
            }
            if (line.isQuote(i) || line.isFinite(i)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean hasNominal(int start, int end) {
        for (int i = start; i < end; i++) {
            if (line.hasTag(i, "NOUN")
                    || line.hasTag(i, "PROPN")
                    || line.hasTag(i, "PRON")
                    || (line.hasTag(i, "DET") && !line.key(i).equals("no"))
                    || line.hasTag(i, "NUM")
                    || line.hasTag(i, "ADJ")) {
                return true;
            }
        }
        return false;
    }

    /** "X, the minister, said", "X, who was there, said", "X, in a letter, said". */
    private Optional<Range> withParenthesis(int end, int floor) {
        int inner = end - 1;
        for (int comma = inner - 1; comma > floor; comma--) {
            if (!line.isComma(comma)) {
                if (line.isQuote(comma)
                        || line.isColon(comma)
                        || line.key(comma).equals(";")) {
                    return Optional.empty();
                }
                continue;
            }
            if (isParenthesis(comma + 1, inner)) {
                Optional<Range> head = phraseEndingAt(comma, floor);
                if (head.isPresent() && !isOpening(head.get()) && !isAge(head.get())) {
                    return Optional.of(new Range(head.get().start(), inner));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a phrase is one of time or place that opens a sentence. */
    private boolean isOpening(Range range) {
        int before = range.start() - 1;
        return before >= 0
                && line.hasTag(before, "ADP")
                && (before == 0 || line.isComma(before - 1));
    }

    /** "Petrov, 62, a driver, said". */
    private boolean isAge(Range range) {
        return range.end() - range.start() == 1 && line.hasTag(range.start(), "NUM");
    }

    private boolean isParenthesis(int from, int end) {
        boolean age = line.hasTag(from, "NUM") && line.isComma(from + 1);
        int start = age ? from + 2 : from;
        if (start >= end) {
            return false;
        }
        boolean relative = RELATIVE.contains(line.key(start)) || line.key(start).equals("whose");
        int first = line.hasTag(start, "ADV") ? start + 1 : start;
        boolean participle = line.hasTag(first, "VERB") && !line.key(first).equals("said");
        return relative || participle || !hasClause(start, whoIn(start, end));
    }

    /** Whether a finite verb stands there that is no participle after its noun. */
    private boolean hasClause(int start, int end) {
        for (int i = start; i < end; i++) {
            boolean reduced = i > start
                    && line.hasTag(i, "VERB")
                    && line.isNominal(i - 1)
                    && (line.hasTag(i + 1, "ADP")
                            || (line.hasTag(i + 1, "PROPN") && NAMED.contains(line.key(i))));
            if (line.isFinite(i) && !reduced) {
                return true;
            }
        }
        return false;
    }

    /** The place of the first "who" after a noun, or the end. */
    private int whoIn(int start, int end) {
        for (int i = start + 1; i < end; i++) {
            if (line.key(i).equals("who") && line.isNominal(i - 1)) {
                return i;
            }
        }
        return end;
    }

    /** The noun phrase after a verb, where the verb stands first: "said the minister". */
    Optional<Range> after(int start, int verb) {
        int left = Grammar.beforeVerb(line, verb, 0);
        boolean first = isOpeningOnly(left);
        boolean helped = line.tag(left).startsWith("AUX") && line.isQuote(left - 1);
        boolean opens = first
                || line.isComma(left - 1)
                || line.isQuote(left - 1)
                || line.isDash(left - 1)
                || line.isStop(left - 1)
                || line.isColon(left - 1)
                || line.key(left - 1).equals("as");
        if (!opens || (left != verb && !first && !helped)) {
            return Optional.empty();
        }
        int end = Grammar.fullEnd(line, start, line.size());
        boolean speaker = end > start && isSpeaker(start, Grammar.simpleEnd(line, start, end));
        boolean said = first || !line.isComma(left - 1) || isSaid(left - 1);
        if (!speaker || !said) {
            return Optional.empty();
        }
        boolean ends = end >= line.end()
                || line.isComma(end)
                || line.isColon(end)
                || line.isQuote(end)
                || line.isDash(end)
                || line.key(end).equals(";")
                || line.hasTag(end, "ADP")
                || line.hasTag(end, "SCONJ")
                || line.hasTag(end, "ADV")
                || line.key(end).equals("that")
                || line.hasTag(end, "CCONJ")
                || line.key(end).equals("who")
                || Grammar.isTime(line, end);
        if (!ends
                || (line.isComma(end)
                        && first
                        && line.hasFinite(end, line.end())
                        && !line.hasQuote(end, line.size())
                        && !hasThat(end))) {
            return Optional.empty();
        }
        return Optional.of(new Range(start, withApposition(start, end, false)));
    }

    /** Whether a clause or a quotation ends with a comma. */
    private boolean isSaid(int comma) {
        int from = comma;
        while (from > 0 && !line.isQuote(from - 1)) {
            from--;
        }
        return from == comma || (line.hasFinite(from, comma) && !isNameAfterRole(comma));
    }

    /** "…, its spokesman, Ivan Petrov, said": who says it stands before the verb. */
    private boolean isNameAfterRole(int comma) {
        int start = comma;
        while (start > 0 && line.hasTag(start - 1, "PROPN")) {
            start--;
        }
        return start < comma
                && line.isComma(start - 1)
                && HEADS.is(line.key(start - 2), Heads.Kind.ROLE);
    }

    private boolean hasThat(int from) {
        for (int i = from; i < line.size(); i++) {
            if (line.key(i).equals("that")) {
                return true;
            }
        }
        return false;
    }

    /** Whether only an "and" or a phrase of time or place stands before the verb. */
    private boolean isOpeningOnly(int left) {
        int i = line.hasTag(0, "CCONJ") ? 1 : 0;
        while (i < left && (line.hasTag(i, "ADP") || line.hasTag(i, "ADV") || line.isComma(i))) {
            i = line.hasTag(i, "ADP")
                    ? Math.max(i + 1, Grammar.simpleEnd(line, i + 1, left))
                    : i + 1;
        }
        return i >= left;
    }

    /** Whether a phrase may be somebody who speaks: it has a name, a role, a body or a pronoun. */
    private boolean isSpeaker(int start, int end) {
        if (line.hasTag(start, "PRON")) {
            return Set.of(
                            "he", "she", "they", "it", "both", "one", "another", "his", "her",
                            "its", "their")
                    .contains(line.key(start));
        }
        for (int i = start; i < end; i++) {
            String key = line.key(i);
            boolean known = HEADS.is(key, Heads.Kind.ROLE)
                    || HEADS.is(key, Heads.Kind.INSTITUTION)
                    || HEADS.is(key, Heads.Kind.CROWD)
                    || HEADS.is(key, Heads.Kind.PAPER);
            if (known || line.hasTag(i, "PROPN") || (line.word(i).isCapitalised() && i > start)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The end of a phrase with the apposition that follows it: "the spokesperson, Ingrid Aalto".
     *
     * @param leading whether the phrase opens the sentence, so that its last comma ends it
     */
    int withApposition(int start, int end, boolean leading) {
        int last = end;
        int from = end;
        while (line.isComma(from) && (last == end || hasRole(from))) {
            int next = from + 1;
            int stop = next;
            while (stop < line.size()
                    && !line.isComma(stop)
                    && !line.isQuote(stop)
                    && !line.isColon(stop)
                    && !line.isStop(stop)
                    && !line.isDash(stop)) {
                stop++;
            }
            boolean comma = line.isComma(stop);
            boolean ended = leading && stop >= line.end();
            boolean closed = comma || ended || line.isQuote(stop) || line.isColon(stop);
            boolean relative = line.key(next).equals("who") && (closed || stop >= line.end());
            boolean participle = line.key(next).endsWith("ed") && line.isNominal(next + 1);
            int head = participle ? next + 1 : next;
            int who = whoIn(head, stop);
            boolean nominal = (line.isNominal(next) || participle)
                    && !line.hasFinite(head, who)
                    && !Grammar.isTime(line, next)
                    && Grammar.fullEnd(line, head, who) >= who - 1;
            boolean another = leading && !comma && OWNERS.contains(line.key(next));
            if ((!relative && !nominal) || (leading && !closed) || another || stop == next) {
                return last;
            }
            last = stop;
            from = stop;
        }
        return last;
    }

    /** Whether a second apposition tells of a person. */
    private boolean hasRole(int comma) {
        if (line.key(comma + 1).equals("who")) {
            return true;
        }
        for (int i = comma + 1; i < line.size() && !line.isComma(i); i++) {
            if (HEADS.is(line.key(i), Heads.Kind.ROLE)) {
                return true;
            }
        }
        return false;
    }

    /** The subject of the sentence: the first noun phrase before its first verb. */
    Optional<Range> main(int limit) {
        for (int i = 1; i < limit; i++) {
            if (line.isFinite(i)) {
                Optional<Range> found = before(i, 0);
                if (found.isPresent() && !line.hasTag(found.get().start() - 1, "SCONJ")) {
                    return found;
                }
            }
        }
        return afterOpening(limit);
    }

    /** "Warning that …, the minister urged": the subject follows the first comma. */
    private Optional<Range> afterOpening(int from) {
        for (int i = from; i < line.size(); i++) {
            if (line.isFinite(i)) {
                Optional<Range> found = before(i, from + 1);
                if (found.isPresent() && line.isComma(found.get().start() - 1)) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
