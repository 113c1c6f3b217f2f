package org.truce.reading.statement;

import org.truce.reading.text.Prepared;
import org.truce.reading.text.Quotation;
import org.truce.reading.words.Frame;
import org.truce.reading.words.Stance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Quotations that no cue of their sentence claims. One that is a sentence of its own belongs to who
 * spoke before it, or to who is told of in the sentence before; one that a verb of any kind follows
 * belongs to that verb's subject; what is left is a name or a phrase, and nobody's.
 */
final class LooseQuotes {
    private static final Range NONE = new Range(0, 0);

    private final Prepared prepared;
    private int lastStatementParagraph = -1;
    private int lastStatementSentence = -1;

    LooseQuotes(Prepared prepared) {
        this.prepared = prepared;
    }

    /**
     * A quotation without a verb of saying.
     *
     * @param line where its speaker stands
     * @param subject the speaker; empty where it is who spoke last
     */
    record Found(Line line, Quotation quotation, Optional<Range> subject, Cue cue, String rule) {}

    List<Found> read(List<Line> lines, int number, List<Content> contents) {
        Line line = lines.get(number);
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            if (line.isQuote(i) && !isClaimed(contents, i)) {
                read(lines, number, i, !contents.isEmpty()).ifPresent(found::add);
            }
        }
        if (!contents.isEmpty() || !found.isEmpty()) {
            lastStatementParagraph = line.sentence().paragraph();
            lastStatementSentence = number;
        }
        return found;
    }

    private static boolean isClaimed(List<Content> contents, int i) {
        return contents.stream().anyMatch(content -> content.items().contains(i));
    }

    private Optional<Found> read(List<Line> lines, int number, int at, boolean spoken) {
        Line line = lines.get(number);
        Quotation quotation = line.findQuote(at).orElseThrow();
        boolean alone = at == 0 && line.end() <= 1;
        if (alone) {
            return alone(lines, number, line, quotation);
        }
        boolean opens = at == 0 && Quotes.isClause(line, 0);
        Optional<Range> actor = opens ? actorAfter(line) : Optional.empty();
        if (actor.isPresent()) {
            int verb = actor.get().end();
            return Optional.of(found(line, quotation, actor, new Range(verb, verb + 1), "C25"));
        }
        boolean resumes = spoken
                && Quotes.isClause(line, at)
                && endsWithStop(quotation)
                && (line.isComma(at - 1) || line.isStop(at - 1) || line.isColon(at - 1));
        return resumes
                ? Optional.of(found(line, quotation, Optional.empty(), new Range(at, at), "C24"))
                : Optional.empty();
    }

    private boolean endsWithStop(Quotation quotation) {
        return Quotes.endsWith(prepared, quotation.content(), ".!?,…");
    }

    private Optional<Found> alone(List<Line> lines, int number, Line line, Quotation quotation) {
        if (!Quotes.isClause(line, 0) && !endsWithStop(quotation)) {
            return Optional.empty();
        }
        int paragraph = line.sentence().paragraph();
        boolean after = number > 0
                && lines.get(number - 1).sentence().paragraph() == paragraph
                && !lines.get(number - 1).key(lines.get(number - 1).size() - 1).equals("?");
        boolean saidBefore = lastStatementSentence == number - 1
                && lastStatementParagraph >= paragraph - 1
                && lastStatementSentence >= 0;
        if (!saidBefore && number + 1 < lines.size() && isToldAfter(lines.get(number + 1))) {
            Line next = lines.get(number + 1);
            Optional<Range> subject = new SubjectFinder(next).main(next.size());
            return subject.map(who -> found(next, quotation, subject, NONE, "C26"));
        }
        if (after && !saidBefore) {
            Line before = lines.get(number - 1);
            Optional<Range> subject = new SubjectFinder(before).main(before.size());
            if (subject.isPresent()) {
                return Optional.of(found(before, quotation, subject, NONE, "C26"));
            }
        }
        return saidBefore || lastStatementParagraph == paragraph
                ? Optional.of(found(line, quotation, Optional.empty(), NONE, "C24"))
                : Optional.empty();
    }

    /** "With these words the minister left." */
    private static boolean isToldAfter(Line line) {
        return line.key(0).equals("with")
                && Set.of("these", "those", "this").contains(line.key(1))
                && Set.of("words", "sentence", "remark").contains(line.key(2));
    }

    /** "…," the minister shrugged: a noun phrase and a verb right after a quotation. */
    private static Optional<Range> actorAfter(Line line) {
        int from = line.isComma(1) ? 2 : 1;
        int end = Grammar.fullEnd(line, from, line.size());
        boolean verb = end > from && line.isFinite(end) && line.hasTag(end, "VERB");
        return verb ? Optional.of(new Range(from, end)) : Optional.empty();
    }

    private static Found found(
            Line line, Quotation quotation, Optional<Range> subject, Range verb, String rule) {
        Cue cue = new Cue(
                Cue.Type.PLAIN,
                verb,
                "",
                Stance.SAY,
                Set.of(Frame.QUOTE),
                subject,
                verb.start(),
                true);
        return new Found(line, quotation, subject, cue, rule);
    }
}
