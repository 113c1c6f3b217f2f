package org.truce.reading.statement;

import org.truce.reading.statement.Resolver.Resolved;
import org.truce.reading.text.Prepared;
import org.truce.reading.text.Quotation;
import org.truce.reading.text.Sentence;
import org.truce.reading.text.Span;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the statements of an English text, sentence by sentence: cues, what each says was said, who
 * speaks, and what kind of statement it is. A quotation without a cue is its neighbour's speaker's.
 */
public final class StatementReader {
    private static final int LOOKED_BACK = 100;

    /** In a longer text, in code points, names are only looked for where somebody may speak. */
    private static final int LONG_TEXT = 400_000;

    private final Prepared prepared;
    private final List<Quotation> quotations;
    private final List<Line> lines;
    private final Resolver resolver;
    private final List<Statement> statements = new ArrayList<>();
    private final LooseQuotes loose;

    private StatementReader(Prepared prepared, Optional<LocalDate> date) {
        this.prepared = prepared;
        this.quotations = Joined.of(prepared.quotations());
        this.lines = lines();
        this.resolver = new Resolver(Introductions.of(lines), date);
        this.loose = new LooseQuotes(prepared);
    }

    /**
     * In the order of their first characters.
     *
     * @param date the day the document bears
     */
    public static List<Statement> read(Prepared prepared, Optional<LocalDate> date) {
        StatementReader reader = new StatementReader(prepared, date);
        reader.read();
        reader.statements.sort(Comparator.comparing(Statement::content));
        return List.copyOf(reader.statements);
    }

    private List<Line> lines() {
        List<Line> all = new ArrayList<>();
        int next = 0;
        boolean isLong = prepared.original().length() > LONG_TEXT;
        Capitals capitals = Capitals.of(prepared.sentences());
        for (Sentence sentence : prepared.sentences()) {
            if (!Relevance.mayHold(sentence, isLong)) {
                continue;
            }
            while (next < quotations.size()
                    && quotations.get(next).span().end() <= sentence.span().start()) {
                next++;
            }
            int after = next;
            while (after < quotations.size()
                    && quotations.get(after).span().start() < sentence.span().end()) {
                after++;
            }
            all.add(Line.of(prepared, sentence, quotations.subList(next, after), capitals));
        }
        return List.copyOf(all);
    }

    private void read() {
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.size() > 0) {
                read(i, line);
            }
        }
    }

    private void read(int number, Line line) {
        List<Content> contents = contents(line);
        for (Content content : contents) {
            say(line, content);
        }
        loose.read(lines, number, contents).forEach(one -> sayLoose(line, one));
    }

    private static List<Content> contents(Line line) {
        if (Headings.isQuestion(line)) {
            return List.of();
        }
        List<Content> headed = Headings.ofHeadline(line);
        if (!headed.isEmpty()) {
            return headed;
        }
        List<Content> said = Contents.of(line, CueFinder.of(line));
        return said.isEmpty() ? Headings.of(line) : said;
    }

    private void say(Line line, Content content) {
        Optional<Resolved> who =
                content.cue().subject().map(range -> resolver.resolve(line, range));
        Speaker speaker = Speakers.of(line, content.cue().subject(), who);
        if (content.items().isEmpty() || Speakers.isPress(speaker) || asks(line, content)) {
            return;
        }
        Form form = content.form(line);
        Span span = form == Form.DIRECT
                ? line.findQuote(content.items().start()).orElseThrow().content()
                : Edges.trim(
                        prepared,
                        line.span(content.items().start(), content.items().end()));
        Span whole = content.rule().equals("C22") ? toParagraphEnd(line, span) : span;
        Span judged = line.span(content.around().start(), content.around().end());
        Span considered = form != Form.DIRECT && judged.contains(whole) ? judged : whole;
        put(line, whole, considered, form, speaker, who, content.cue(), content.rule());
    }

    /** A question that somebody asked is no statement. */
    private boolean asks(Line line, Content content) {
        return content.cue().lemma().equals("ask")
                && line.findQuote(content.items().start())
                        .filter(quote -> Quotes.endsWith(prepared, quote.content(), "?"))
                        .isPresent();
    }

    /**
     * What a transcript puts after "Name:" goes on until its paragraph ends or somebody is quoted.
     */
    private Span toParagraphEnd(Line line, Span span) {
        Span paragraph = prepared.paragraphs().get(line.sentence().paragraph());
        boolean opens = paragraph.start() == line.sentence().span().start();
        if (!opens) {
            return span;
        }
        Span rest = new Span(line.sentence().span().end(), paragraph.end());
        boolean quoted =
                prepared.original().plain(rest).chars().anyMatch(c -> "\"“„«".indexOf(c) >= 0);
        return quoted ? span : new Span(span.start(), paragraph.end());
    }

    private void sayLoose(Line line, LooseQuotes.Found found) {
        Optional<Resolved> who = found.subject()
                .map(range -> resolver.resolve(found.line(), range))
                .or(resolver::last);
        if (who.isEmpty()) {
            return;
        }
        Speaker speaker = Speakers.of(found.line(), found.subject(), who);
        put(
                line,
                found.quotation().content(),
                found.quotation().content(),
                Form.DIRECT,
                speaker,
                who,
                found.cue(),
                found.rule());
    }

    private void put(
            Line line,
            Span given,
            Span considered,
            Form form,
            Speaker speaker,
            Optional<Resolved> who,
            Cue cue,
            String rule) {
        Span span = prepared.original().trimmed(given);
        boolean taken = isTaken(span);
        if (span.isEmpty() || taken) {
            return;
        }
        Kinds.Chosen kind = Kinds.of(prepared, span, considered, form, cue);
        boolean closed = line.quotes().stream()
                .filter(quote -> quote.content().overlaps(span))
                .allMatch(Quotation::closed);
        List<String> rules = new ArrayList<>(List.of(rule));
        who.map(Resolved::rule).ifPresent(rules::add);
        rules.add(kind.rule());
        Optional<Span> words = cue.words().isEmpty()
                ? Optional.empty()
                : Optional.of(line.span(cue.words().start(), cue.words().end()));
        statements.add(new Statement(
                span,
                form,
                speaker,
                words,
                kind.kind(),
                Mentions.in(prepared, span),
                Speakers.flags(speaker, who, cue, closed),
                rules));
    }

    /** Whether a statement found shortly before has some of the same words. */
    private boolean isTaken(Span span) {
        int from = Math.max(0, statements.size() - LOOKED_BACK);
        return statements.subList(from, statements.size()).stream()
                .anyMatch(one -> one.content().overlaps(span));
    }
}
