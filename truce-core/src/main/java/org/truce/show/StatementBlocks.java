package org.truce.show;

import org.truce.assess.Evidence;
import org.truce.assess.History;
import org.truce.followup.ClaimAnswer;
import org.truce.followup.ClaimCheck;
import org.truce.followup.FollowItem;
import org.truce.followup.FollowKind;
import org.truce.record.Entry;
import org.truce.record.FollowUp;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was said: first what somebody turned into a question, with the answer as known then and now,
 * then what stands against each other across sides, then all statements by date.
 */
final class StatementBlocks {
    /** As many as a page can carry on a slow laptop; the command line lists all. */
    private static final int MOST = 400;

    private final FollowLines lines;
    private final History history;
    private final Instant now;
    private final Map<String, ClaimAnswer> answers = new HashMap<>();

    StatementBlocks(FollowLines lines, History history, Instant now) {
        this.lines = lines;
        this.history = history;
        this.now = now;
    }

    List<FollowPage.Section> list(List<FollowItem> items) {
        List<FollowPage.Section> sections = new ArrayList<>();
        Map<String, String> registers = AnswerBlock.registersOfCounts(lines.evidence);
        List<FollowPage.Tested> tested = items.stream()
                .flatMap(item -> of(item).tests().stream())
                .map(test -> tested(test, registers))
                .toList();
        if (!tested.isEmpty()) {
            sections.add(FollowPage.Section.of(
                    lines.say("promised.tested"),
                    List.of(lines.say("promised.tested-note")),
                    tested));
        }
        List<FollowPage.Beside> beside = beside(items);
        if (!beside.isEmpty()) {
            sections.add(FollowPage.Section.of(
                    lines.say("promised.beside"),
                    List.of(lines.say("promised.beside-note")),
                    beside));
        }
        if (!items.isEmpty()) {
            sections.add(all(items));
        }
        return sections;
    }

    static Entry.Statement statement(FollowItem item) {
        return of(item).statement();
    }

    private static FollowItem.OfStatement of(FollowItem item) {
        if (item.detail() instanceof FollowItem.OfStatement of) {
            return of;
        }
        throw new IllegalArgumentException("no statement: " + item.id());
    }

    /** The answer as known when it was said, and as known on the day asked about. */
    ClaimAnswer answer(Entry.ClaimTest test) {
        return answers.computeIfAbsent(test.register() + " " + test.id(), key -> {
            LocalDate said = ClaimCheck.findStatement(test, lines.evidence)
                    .map(Entry.Statement::date)
                    .orElseThrow(() -> new IllegalStateException("no such statement: " + key));
            Evidence then = history.on(Optional.of(said));
            return new ClaimCheck(then, lines.evidence, now).check(test);
        });
    }

    private FollowPage.Tested tested(Entry.ClaimTest test, Map<String, String> registersOfCounts) {
        ClaimAnswer answer = answer(test);
        List<FollowPage.Line> behind = new ArrayList<>();
        answer.statement()
                .map(said -> FollowLines.link(said, lines.name(said)))
                .ifPresent(behind::add);
        behind.add(FollowLines.link(test, lines.name(test)));
        return new FollowPage.Tested(
                ClaimBlock.of(answer, lines.evidence.known().on(), lines.phrases),
                lines.say(
                        "promised.question",
                        Explore.name(
                                lines.evidence, test.area(), firstReading(test), lines.phrases),
                        lines.span(Optional.of(test.from()), Optional.of(test.to())),
                        lines.span(
                                Optional.of(test.baselineFrom()), Optional.of(test.baselineTo()))),
                answer.views().stream().map(this::change).distinct().toList(),
                behind,
                registersOfCounts);
    }

    private String change(ClaimAnswer.View view) {
        String change = lines.phrases.say(view.now().change());
        return view.reading()
                .map(reading ->
                        lines.say("promised.said", Rows.words(reading, lines.phrases), change))
                .orElse(change);
    }

    /** An area that several read differently has a name in each reading: any will do here. */
    private Optional<String> firstReading(Entry.ClaimTest test) {
        return lines.evidence.terms().listReadings().stream()
                .filter(reading -> reading.area().equals(test.area()))
                .findFirst()
                .flatMap(reading -> reading.reading());
    }

    private List<FollowPage.Beside> beside(List<FollowItem> items) {
        Set<String> shown = new HashSet<>();
        items.forEach(item -> shown.add(item.entry().register() + " " + item.id()));
        List<FollowPage.Beside> beside = new ArrayList<>();
        for (FollowUp.SideBySide one : lines.evidence.known().list(FollowUp.SideBySide.class)) {
            if (one.statements().stream()
                    .anyMatch(id -> shown.contains(one.register() + " " + id))) {
                beside.add(new FollowPage.Beside(
                        one.about(),
                        List.of(one.why()),
                        one.statements().stream()
                                .flatMap(id ->
                                        lines
                                                .find(FollowKind.STATEMENTS, one.register(), id)
                                                .stream())
                                .map(item -> card(statement(item)))
                                .toList()));
            }
        }
        return beside;
    }

    private FollowPage.Card card(Entry.Statement said) {
        return new FollowPage.Card(
                FollowLines.link(said, said.speaker()),
                List.of(
                        new FollowPage.Fact(
                                lines.say("promised.label-when"),
                                FollowLines.date(Optional.of(said.date()))),
                        new FollowPage.Fact(
                                lines.say("promised.column-role"),
                                List.of(FollowPage.Line.of(said.role()))),
                        new FollowPage.Fact(
                                lines.code("show.statement.", said.statementKind()),
                                List.of(FollowPage.Line.of(said.paraphrase()))),
                        new FollowPage.Fact(
                                lines.say("promised.column-source"), List.of(source(said)))));
    }

    private FollowPage.Line source(Entry.Statement said) {
        return FollowPage.Line.to(
                new FollowPage.ToSource(said.url()), lines.say("show.source-page"));
    }

    private FollowPage.Section all(List<FollowItem> items) {
        List<String> notes = items.size() > MOST
                ? List.of(lines.say("promised.left-out", items.size() - MOST))
                : List.of();
        return FollowPage.Section.of(
                lines.say("promised.all-statements"),
                notes,
                List.of(new FollowPage.Table(
                        "",
                        Stream.of(
                                        "promised.column-when",
                                        "promised.column-speaker",
                                        "promised.column-kind",
                                        "promised.column-about",
                                        "promised.column-said",
                                        "promised.column-status")
                                .map(lines::say)
                                .toList(),
                        items.stream().limit(MOST).map(this::row).toList())));
    }

    private List<List<FollowPage.Line>> row(FollowItem item) {
        Entry.Statement said = statement(item);
        return List.of(
                List.of(FollowLines.link(said, said.date().toString())),
                List.of(FollowPage.Line.of(said.speaker()), FollowPage.Line.of(said.role())),
                List.of(FollowPage.Line.of(lines.code("show.statement.", said.statementKind()))),
                List.of(FollowPage.Line.of(said.about())),
                List.of(FollowPage.Line.of(said.paraphrase())),
                standing(item));
    }

    /** Of a tested statement how it stands now; under each reading, where they differ. */
    List<FollowPage.Line> standing(FollowItem item) {
        List<FollowPage.Line> standing = new ArrayList<>();
        for (Entry.ClaimTest test : of(item).tests()) {
            for (ClaimAnswer.View view : answer(test).views()) {
                String word = lines.code("followup.standing.", view.now().standing());
                String then = lines.code("followup.standing.", view.then().standing());
                standing.add(new FollowPage.Line(
                        lines.say("promised.then-and-now", then, word)
                                + view.reading()
                                        .map(reading ->
                                                " (" + Rows.words(reading, lines.phrases) + ")")
                                        .orElse(""),
                        Optional.of(FollowLines.to(test)),
                        Optional.empty()));
            }
        }
        return standing.isEmpty()
                ? List.of(FollowPage.Line.of(lines.say("promised.state.not-tested")))
                : standing;
    }
}
