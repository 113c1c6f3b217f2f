package org.truce.reading.statement;

import org.truce.reading.words.Frame;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What each cue of a line says was said; see the rules in docs/reference/reading.md. */
final class Contents {
    private static final Set<String> CONNECTIVES = Set.of(
            "meanwhile",
            "moreover",
            "however",
            "also",
            "besides",
            "furthermore",
            "further",
            "additionally",
            "still",
            "but",
            "and",
            "yet",
            "so",
            "then",
            "later",
            "earlier",
            "nevertheless",
            "nonetheless",
            "instead",
            "therefore",
            "separately",
            "finally");

    private static final Set<String> OPENING = Set.of(
            "if",
            "unless",
            "when",
            "once",
            "until",
            "as",
            "while",
            "although",
            "though",
            "because",
            "since",
            "should",
            "even",
            "whenever",
            "after",
            "before",
            "where");

    /** ", provided that …" goes on with the whole clause before the attribution. */
    private static final Set<String> NARROWING = Set.of("provided", "providing", "assuming");

    private final Line line;
    private final List<Cue> cues;
    private final List<Content> found = new ArrayList<>();

    private Contents(Line line, List<Cue> cues) {
        this.line = line;
        this.cues = cues;
    }

    /** In the order of their first items; none overlaps another. */
    static List<Content> of(Line line, List<Cue> cues) {
        Contents contents = new Contents(line, cues);
        contents.read();
        contents.found.sort(Comparator.comparingInt(content -> content.items().start()));
        return List.copyOf(contents.found);
    }

    private void read() {
        int[] limits = limits();
        int floor = 0;
        for (int k = 0; k < cues.size(); k++) {
            Cue cue = cues.get(k);
            if (!isCovered(cue)) {
                int before = found.size();
                read(cue, limits[k], Math.max(floor, afterSemicolon(cue)));
                if (found.size() > before) {
                    floor = Math.max(cue.whole().end(), lastEnd());
                }
            }
        }
    }

    /** What stands before a semicolon is another sentence. */
    private int afterSemicolon(Cue cue) {
        for (int i = cue.whole().start() - 1; i >= 0; i--) {
            if (line.key(i).equals(";")) {
                return i + 1;
            }
        }
        return 0;
    }

    private int semicolonAfter(Cue cue) {
        for (int i = cue.whole().end(); i < line.size(); i++) {
            if (line.key(i).equals(";") && !line.key(i + 1).equals("that")) {
                return i;
            }
        }
        return line.end();
    }

    private int lastEnd() {
        return found.stream().mapToInt(content -> content.items().end()).max().orElse(0);
    }

    /** A cue inside what somebody else said is a part of it. */
    private boolean isCovered(Cue cue) {
        return found.stream()
                .anyMatch(content -> content.items().contains(cue.words().start()));
    }

    /** For each cue, where the next clause begins that has a speaker and something said. */
    private int[] limits() {
        int[] limits = new int[cues.size()];
        int limit = line.end();
        for (int k = cues.size() - 1; k >= 0; k--) {
            Cue cue = cues.get(k);
            limits[k] =
                    Math.max(Math.min(limit, semicolonAfter(cue)), cue.whole().end());
            boolean says = RightContent.find(line, cue, limits[k], true).isPresent()
                    || cue.type() == Cue.Type.ACCORDING
                    || isTrailing(cue, limits[k])
                    || isBare(cue, limits[k]);
            if (says && cue.separate()) {
                limit = Math.min(limit, cue.clauseStart());
            }
        }
        return limits;
    }

    /** Whether the line, or its clause, ends with a cue, so that what is said stands before it. */
    private boolean isTrailing(Cue cue, int limit) {
        int before = cue.whole().start() - 1;
        boolean opens = line.isComma(before) || line.isQuote(before) || line.isDash(before);
        return opens
                && cue.takesWords(0, line)
                && Grammar.afterAdverbials(line, afterHearer(cue), limit) >= limit;
    }

    /**
     * ", and the general agreed": a clause of the narrator's that tells nothing of what is said.
     */
    private boolean isBare(Cue cue, int limit) {
        return line.isComma(cue.clauseStart())
                && line.hasTag(cue.clauseStart() + 1, "CCONJ")
                && cue.whole().end() >= limit;
    }

    private int afterHearer(Cue cue) {
        int end = cue.whole().end();
        return cue.takes(Frame.HEARER) && cue.type() != Cue.Type.INVERTED && line.isNominal(end)
                ? Grammar.simpleEnd(line, end, line.size())
                : end;
    }

    private void read(Cue cue, int limit, int floor) {
        if (cue.type() == Cue.Type.ACCORDING) {
            according(cue, limit, floor);
            return;
        }
        int quote = quoteBefore(cue, floor);
        if (quote >= 0 && (cue.takesWords(0, line) || cue.type() == Cue.Type.INVERTED)) {
            Content left = leftQuote(cue, quote, floor);
            found.add(left);
            RightContent.find(line, cue, limit, false)
                    .filter(right -> right.items().start() >= cue.whole().end())
                    .filter(right -> !right.rule().equals("C13"))
                    .or(() -> resumed(cue, limit))
                    .ifPresent(found::add);
            return;
        }
        Optional<Content> interrupted = interrupted(cue, limit, floor);
        if (interrupted.isPresent()) {
            found.add(interrupted.get());
            return;
        }
        Optional<Content> right = RightContent.find(line, cue, limit, true);
        if (right.isPresent()
                && !(right.get().rule().equals("C13") && hasClauseBefore(cue, floor))) {
            found.add(right.get());
            return;
        }
        left(cue, limit, floor).ifPresent(found::add);
    }

    /** The quotation right before a cue's clause, or -1. */
    private int quoteBefore(Cue cue, int floor) {
        if (cue.type() == Cue.Type.SHARED) {
            return -1;
        }
        int start = cue.whole().start();
        int before =
                (cue.type() == Cue.Type.INVERTED ? Grammar.beforeVerb(line, start, floor) : start)
                        - 1;
        if (line.isComma(before) || line.isDash(before)) {
            before--;
        }
        return before >= floor && line.isQuote(before) ? before : -1;
    }

    /** A quotation alone, or the clause that ends with it. */
    private Content leftQuote(Cue cue, int quote, int floor) {
        int start = clauseStartBefore(quote, floor);
        boolean alone = start == quote
                || (Quotes.isClause(line, quote)
                        && !line.hasFinite(start, quote)
                        && !line.isNominal(quote - 1));
        return alone
                ? new Content(cue, new Range(quote, quote + 1), true, "C14")
                : new Content(cue, new Range(start, quote + 1), false, "C15");
    }

    private int clauseStartBefore(int quote, int floor) {
        int start = floor;
        for (int i = quote - 1; i >= floor; i--) {
            if (line.isColon(i) || line.isStop(i) || line.key(i).equals(";")) {
                start = i + 1;
                break;
            }
        }
        return afterConnectives(start, quote);
    }

    private int afterConnectives(int start, int end) {
        int i = start;
        while (i < end) {
            boolean connective = CONNECTIVES.contains(line.key(i));
            boolean comma = line.isComma(i) || line.key(i).equals(";");
            if (comma
                    || (connective
                            && (line.isComma(i + 1)
                                    || line.isQuote(i + 1)
                                    || line.hasTag(i, "CCONJ")))) {
                i++;
            } else {
                return afterPhrase(i, end);
            }
        }
        return i;
    }

    /** "In addition, ", "For his part, " and the like. */
    private int afterPhrase(int start, int end) {
        boolean phrase = (line.key(start).equals("in") && line.key(start + 1).equals("addition"))
                || (line.key(start).equals("for") && line.key(start + 2).equals("part"))
                || (line.key(start).equals("on") && line.key(start + 2).equals("part"));
        if (!phrase) {
            return start;
        }
        for (int i = start; i < Math.min(end, start + 5); i++) {
            if (line.isComma(i)) {
                return i + 1;
            }
        }
        return start;
    }

    /** A second quotation after the attribution of the first. */
    private Optional<Content> resumed(Cue cue, int limit) {
        int from = Grammar.afterAdverbials(line, afterHearer(cue), limit);
        for (int i = from; i < Math.min(limit, from + 12); i++) {
            if (line.isQuote(i)) {
                boolean opens = line.isComma(i - 1)
                        || line.isColon(i - 1)
                        || line.isStop(i - 1)
                        || line.isDash(i - 1)
                        || line.hasTag(i - 1, "CCONJ");
                return opens
                        ? Optional.of(new Content(cue, new Range(i, i + 1), true, "C16"))
                        : Optional.empty();
            }
            if (line.isFinite(i)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean hasClauseBefore(Cue cue, int floor) {
        int before = cue.whole().start() - 1;
        return line.isComma(before) && line.hasFinite(floor, before);
    }

    /** "The truce, the minister said, is holding": what follows the attribution. */
    private Optional<Content> interrupted(Cue cue, int limit, int floor) {
        if (cue.type() == Cue.Type.SHARED) {
            return Optional.empty();
        }
        int before = cue.whole().start() - 1;
        int after = Grammar.afterAdverbials(line, afterHearer(cue), limit);
        boolean commas = line.isComma(before) && line.isComma(after) && after + 1 < limit;
        int from = after + 1;
        if (commas && NARROWING.contains(line.key(from))) {
            return Optional.empty();
        }
        // No clause begins with its verb: what follows goes on with what stands before.
        boolean verbFollows = commas && line.isFinite(from);
        boolean opening = commas && isOpening(floor, before) && line.hasFinite(from, limit);
        boolean open = verbFollows || !line.hasFinite(floor, before);
        if (!commas || (!opening && (!open || !isSubjectLike(floor, before)))) {
            return Optional.empty();
        }
        boolean goesOn = opening
                || line.isQuote(from)
                || line.isFinite(from)
                || line.tag(from).startsWith("AUX")
                || line.hasTag(from, "VERB");
        int end = Tail.cut(line, from, limit);
        int start = clauseStartBefore(before, floor);
        return goesOn && from < end
                ? Optional.of(longer(cue, start, before, from, end))
                : Optional.empty();
    }

    /** Of a clause broken by its attribution the part with more words. */
    private Content longer(Cue cue, int start, int before, int from, int end) {
        Range left = new Range(start, before);
        Range right = new Range(from, end);
        boolean quoted = line.hasQuote(from, end);
        Range items = !quoted && words(left) > words(right) ? left : right;
        Range around = isOpening(start, before) ? new Range(start, end) : items;
        return new Content(cue, items, around, false, "C17");
    }

    private static int words(Range range) {
        return range.end() - range.start();
    }

    /** "If it rains, he said, …", "Without nights, she argued, …": the main clause comes after. */
    private boolean isOpening(int start, int end) {
        int from = afterConnectives(start, end);
        if (from < end && end - from <= 3 && isAdverbial(from, end)) {
            return true;
        }
        boolean clause = OPENING.contains(line.key(from)) && line.hasFinite(from, end);
        boolean phrase = line.hasTag(from, "ADP") && !line.hasFinite(from, end);
        return from < end && (clause || phrase);
    }

    /** "Otherwise", "More likely", "Sooner or later". */
    private boolean isAdverbial(int start, int end) {
        for (int i = start; i < end; i++) {
            boolean fits = line.hasTag(i, "ADV")
                    || line.hasTag(i, "CCONJ")
                    || Grammar.isTime(line, i)
                    || Set.of("more", "most", "likely").contains(line.key(i));
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private boolean isSubjectLike(int start, int end) {
        int from = afterConnectives(start, end);
        return from < end && !line.hasTag(from, "ADP") && line.isNominal(from);
    }

    /** "The truce is holding, the minister said": the clause before the attribution. */
    private Optional<Content> left(Cue cue, int limit, int floor) {
        boolean words = cue.takes(Frame.CLAUSE) || cue.takes(Frame.QUOTE);
        if (cue.type() == Cue.Type.SHARED || !words) {
            return Optional.empty();
        }
        int end = cue.whole().start() - 1;
        if (!line.isComma(end) && !line.isDash(end)) {
            return Optional.empty();
        }
        int start = afterConnectives(floor, end);
        for (int i = end - 1; i >= start; i--) {
            if (line.isColon(i) && line.hasFinite(i + 1, end)) {
                start = i + 1;
            }
        }
        boolean opens = !cue.takes(Frame.CLAUSE) && isOpening(start, end);
        if (start >= end || !line.hasFinite(start, end) || opens) {
            return Optional.empty();
        }
        Range before = new Range(start, end);
        Range after = joined(cue, limit);
        return Optional.of(
                words(after) > words(before)
                        ? new Content(cue, after, false, "C17")
                        : new Content(cue, before, false, "C18"));
    }

    /** "It was late, he said, and the road was closed": the clause that goes on, or nothing. */
    private Range joined(Cue cue, int limit) {
        int at = Grammar.afterAdverbials(line, afterHearer(cue), limit);
        int from = line.isComma(at) ? at + 1 : at;
        boolean and = line.hasTag(from, "CCONJ") && line.isNominal(from + 1);
        return and && line.hasFinite(from + 2, limit)
                ? new Range(from + 1, Tail.cut(line, from + 1, limit))
                : new Range(from, from);
    }

    private void according(Cue cue, int limit, int floor) {
        int before = cue.words().start() - 1;
        boolean joined = line.hasTag(before, "CCONJ") && before > floor;
        int opening = joined
                ? before + 1
                : afterConnectives(floor, Math.max(floor, cue.words().start()));
        boolean leads = !line.hasFinite(opening, Math.max(opening, before + 1));
        int after = Math.max(cue.words().end(), cue.whole().end());
        if (leads && !line.isQuote(before) && !line.isQuote(before - 1)) {
            int from = line.isComma(after) ? after + 1 : after;
            int end = Tail.cut(line, from, limit);
            boolean middle = opening < before && line.isComma(before);
            if (from < end) {
                boolean quote = line.isQuote(from) && from + 1 == end;
                found.add(
                        middle
                                ? longer(cue, opening, before, from, end)
                                : new Content(cue, new Range(from, end), quote, "C19"));
            }
            return;
        }
        int end = line.isComma(before) || line.isDash(before) ? before : before + 1;
        if (opening < end) {
            boolean quote = line.isQuote(opening) && opening + 1 == end;
            found.add(new Content(cue, new Range(opening, end), quote, "C20"));
        }
    }
}
