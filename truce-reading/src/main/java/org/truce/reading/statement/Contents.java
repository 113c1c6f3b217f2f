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
                read(cue, limits[k], floor);
                if (found.size() > before) {
                    floor = Math.max(cue.whole().end(), lastEnd());
                }
            }
        }
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
            limits[k] = Math.max(limit, cue.whole().end());
            boolean says = RightContent.find(line, cue, limits[k], true).isPresent()
                    || cue.type() == Cue.Type.ACCORDING
                    || isTrailing(cue, limits[k]);
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
        left(cue, floor).ifPresent(found::add);
    }

    /** The quotation right before a cue's clause, or -1. */
    private int quoteBefore(Cue cue, int floor) {
        if (cue.type() == Cue.Type.SHARED) {
            return -1;
        }
        int before = cue.whole().start() - 1;
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
            if (line.isColon(i) || line.isStop(i)) {
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
        // No clause begins with its verb: what follows goes on with what stands before.
        boolean verbFollows = commas && line.isFinite(from);
        boolean open = verbFollows || !line.hasFinite(floor, before);
        if (!commas || !open || !isSubjectLike(floor, before)) {
            return Optional.empty();
        }
        boolean goesOn = line.isQuote(from)
                || line.isFinite(from)
                || line.tag(from).startsWith("AUX")
                || line.hasTag(from, "VERB");
        int end = Tail.cut(line, from, limit);
        return goesOn && from < end
                ? Optional.of(longer(cue, afterConnectives(floor, before), before, from, end))
                : Optional.empty();
    }

    /** Of a clause broken by its attribution the part with more words. */
    private Content longer(Cue cue, int start, int before, int from, int end) {
        Range left = new Range(start, before);
        Range right = new Range(from, end);
        boolean quoted = line.hasQuote(from, end);
        return new Content(cue, !quoted && words(left) > words(right) ? left : right, false, "C17");
    }

    private static int words(Range range) {
        return range.end() - range.start();
    }

    private boolean isSubjectLike(int start, int end) {
        int from = afterConnectives(start, end);
        return from < end && !line.hasTag(from, "ADP") && line.isNominal(from);
    }

    /** "The truce is holding, the minister said": the clause before the attribution. */
    private Optional<Content> left(Cue cue, int floor) {
        if (cue.type() == Cue.Type.SHARED || !cue.takes(Frame.CLAUSE)) {
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
        return start < end && line.hasFinite(start, end)
                ? Optional.of(new Content(cue, new Range(start, end), false, "C18"))
                : Optional.empty();
    }

    private void according(Cue cue, int limit, int floor) {
        int before = cue.words().start() - 1;
        int opening = afterConnectives(floor, Math.max(floor, cue.words().start()));
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
