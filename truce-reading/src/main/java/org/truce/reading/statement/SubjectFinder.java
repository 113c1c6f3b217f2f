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
        return phraseEndingAt(end, floor);
    }

    private Optional<Range> phraseEndingAt(int end, int floor) {
        int start = Grammar.nounPhraseStart(line, end, floor);
        return start < end && hasNominal(start, end)
                ? Optional.of(new Range(start, end))
                : Optional.empty();
    }

    private boolean hasNominal(int start, int end) {
        for (int i = start; i < end; i++) {
            if (line.hasTag(i, "NOUN")
                    || line.hasTag(i, "PROPN")
                    || line.hasTag(i, "PRON")
                    || line.hasTag(i, "DET")
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
                if (head.isPresent() && !isOpening(head.get())) {
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

    private boolean isParenthesis(int start, int end) {
        if (start >= end) {
            return false;
        }
        boolean relative = RELATIVE.contains(line.key(start)) || line.key(start).equals("whose");
        boolean participle = line.hasTag(start, "VERB") && !line.key(start).equals("said");
        return relative || participle || !line.hasFinite(start, end);
    }

    /** The noun phrase after a verb, where the verb stands first: "said the minister". */
    Optional<Range> after(int start, int verb) {
        int left = Grammar.beforeVerb(line, verb, 0);
        boolean first = isOpeningOnly(left);
        boolean opens = first
                || line.isComma(left - 1)
                || line.isQuote(left - 1)
                || line.isDash(left - 1)
                || line.isStop(left - 1)
                || line.isColon(left - 1)
                || line.key(left - 1).equals("as");
        if (!opens || (left != verb && !first)) {
            return Optional.empty();
        }
        int end = Grammar.fullEnd(line, start, line.size());
        boolean speaker = end > start && isSpeaker(start, Grammar.simpleEnd(line, start, end));
        if (!speaker || (!first && line.isComma(left - 1) && !isSaid(left - 1))) {
            return Optional.empty();
        }
        boolean ends = end >= line.end()
                || line.isComma(end)
                || line.isColon(end)
                || line.isQuote(end)
                || line.isDash(end)
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
        return from == comma || line.hasFinite(from, comma);
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
            boolean closedByComma = line.isComma(stop) || line.isQuote(stop) || line.isColon(stop);
            boolean relative = line.key(next).equals("who") && closedByComma;
            boolean participle = line.key(next).endsWith("ed") && line.isNominal(next + 1);
            boolean nominal = (line.isNominal(next) || participle)
                    && !line.hasFinite(participle ? next + 1 : next, stop)
                    && !Grammar.isTime(line, next)
                    && Grammar.fullEnd(line, participle ? next + 1 : next, stop) >= stop - 1;
            if ((!relative && !nominal) || (leading && !closedByComma) || stop == next) {
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
