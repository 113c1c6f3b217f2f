package org.truce.show;

import org.truce.assess.Assessor;
import org.truce.assess.FigureText;
import org.truce.assess.Further;
import org.truce.assess.Question;
import org.truce.followup.FollowItem;
import org.truce.followup.FollowKind;
import org.truce.reconcile.Incident;
import org.truce.reconcile.Naming;
import org.truce.record.Agreement;
import org.truce.record.Entry;
import org.truce.terms.AreaReading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Groups that the terms do not cover: what is known of their presence, the watch over what is
 * reported of them, and who undertook to act. That a report names a group shows no base of it.
 */
final class ExcludedBlocks {
    private static final int MOST_REPORTS = 25;
    private static final int MOST_STATEMENTS = 25;

    private final FollowLines lines;
    private final FollowAsked asked;
    private final Instant now;

    ExcludedBlocks(FollowLines lines, FollowAsked asked, Instant now) {
        this.lines = lines;
        this.asked = asked;
        this.now = now;
    }

    /** One part for each group, in the order of the agreements. */
    List<FollowPage.Section> list() {
        Set<String> groups = new LinkedHashSet<>();
        lines.evidence.listAgreements().forEach(one -> groups.addAll(one.excludedGroups()));
        Optional<AreaReading> area =
                Asked.choose(lines.evidence.terms(), asked.area(), Optional.empty());
        Optional<Question> question =
                area.map(place -> Asked.NOTHING.question(place, lines.evidence, now, true));
        List<Further.ExcludedGroup> watch = question.filter(
                        one -> one.findProblem(lines.evidence.terms()).isEmpty())
                .map(one -> Assessor.assessInFull(lines.evidence, one, Runnable::run)
                        .further()
                        .watch())
                .orElse(List.of());
        return groups.stream()
                .map(group -> section(group, area, question, watch))
                .toList();
    }

    private FollowPage.Section section(
            String group,
            Optional<AreaReading> area,
            Optional<Question> question,
            List<Further.ExcludedGroup> watch) {
        List<FollowPage.Fact> facts = new ArrayList<>();
        facts.add(new FollowPage.Fact(
                lines.say("promised.label-excluded-by"),
                lines.evidence.known().list(Entry.AgreementText.class).stream()
                        .filter(text -> text.agreement().excludedGroups().contains(group))
                        .map(text -> FollowLines.link(text, lines.name(text)))
                        .distinct()
                        .toList()));
        if (area.isPresent() && question.isPresent()) {
            facts.add(new FollowPage.Fact(
                    lines.say("promised.label-watch", Explore.name(area.get(), lines.phrases)),
                    watch(group, question.get(), watch)));
        }
        facts.add(new FollowPage.Fact(lines.say("promised.label-reports"), reports(group)));
        facts.add(new FollowPage.Fact(lines.say("promised.label-statements"), statements(group)));
        facts.add(new FollowPage.Fact(lines.say("promised.label-undertook"), undertook(group)));
        return FollowPage.Section.of(
                Rows.actorName(group, lines.evidence, lines.phrases),
                lines
                        .evidence
                        .actors()
                        .find(group)
                        .flatMap(Agreement.Actor::mixed)
                        .map(mixed -> Rows.words(mixed, lines.phrases))
                        .stream()
                        .toList(),
                List.of(new FollowPage.Cards(List.of(new FollowPage.Card(
                        FollowPage.Line.of(lines.say("promised.what-is-known")), facts)))));
    }

    private List<FollowPage.Line> watch(
            String group, Question question, List<Further.ExcludedGroup> watch) {
        String last = question.to().writtenDate().toString();
        List<FollowPage.Line> said = new ArrayList<>();
        Optional<Further.ExcludedGroup> found =
                watch.stream().filter(one -> one.group().equals(group)).findFirst();
        if (found.isEmpty()) {
            said.add(FollowPage.Line.of(lines.say("promised.watch-none", last)));
            return said;
        }
        Further.ExcludedGroup one = found.get();
        said.add(FollowPage.Line.of(lines.say(
                "promised.watch",
                last,
                String.valueOf(one.recent()),
                String.valueOf(one.before()),
                String.join(lines.say("show.list-comma"), one.governorates()))));
        if (one.mayReturn()) {
            said.add(FollowPage.Line.of(lines.say("promised.watch-return")));
        }
        for (Further.HotSpot spot : one.concentrations()) {
            said.add(FollowPage.Line.of(lines.say(
                    "promised.watch-concentration",
                    String.join(lines.say("show.list-comma"), spot.governorates()),
                    lines.span(Optional.of(spot.first()), Optional.of(spot.last())),
                    String.valueOf(spot.observed()),
                    FigureText.decimal(spot.expected()))));
        }
        one.incidentIds().forEach(id -> said.add(lines.incident(id)));
        return said;
    }

    /** Incidents in the area that name the group, the latest first. */
    private List<FollowPage.Line> reports(String group) {
        List<Incident> naming = lines.evidence.listIncidents().stream()
                .filter(incident ->
                        asked.area().isEmpty() || liesIn(incident, asked.area().get()))
                .filter(incident -> incident.reliedOn().stream()
                        .anyMatch(report -> Naming.named(
                                        report.participants(), lines.evidence.actors())
                                .contains(group)))
                .toList()
                .reversed();
        return shortened(
                naming.stream().map(Incident::id).map(lines::incident).toList(), MOST_REPORTS);
    }

    private boolean liesIn(Incident incident, String area) {
        return lines.evidence.terms().listReadings().stream()
                .filter(reading -> reading.area().equals(area))
                .anyMatch(reading ->
                        lines.evidence.mayLieIn(incident.place(), area, reading.reading()));
    }

    private List<FollowPage.Line> statements(String group) {
        List<FollowPage.Line> said = new ArrayList<>();
        for (FollowItem item : lines.list(FollowKind.STATEMENTS).reversed()) {
            if (item.actors().contains(group)) {
                Entry.Statement one = StatementBlocks.statement(item);
                said.add(FollowLines.link(
                        one, lines.say("promised.said", lines.name(one), one.paraphrase())));
            }
        }
        return shortened(said, MOST_STATEMENTS);
    }

    private List<FollowPage.Line> undertook(String group) {
        List<FollowPage.Line> undertook = new ArrayList<>();
        FollowAsked here = new FollowAsked(asked.area(), Optional.empty(), Optional.empty(), false);
        for (FollowItem item : lines.list(FollowKind.COMMITMENTS, here)) {
            if (item.actors().contains(group) || isOnExcluded(item, group)) {
                undertook.add(new FollowPage.Line(
                        lines.say(
                                "promised.who-what",
                                String.join(
                                        lines.say("show.list-comma"),
                                        CommitmentBlocks.state(item).actors().stream()
                                                .map(lines::actor)
                                                .toList()),
                                lines.what(CommitmentBlocks.state(item))),
                        Optional.of(FollowLines.to(item.entry())),
                        Optional.of(lines.standing(CommitmentBlocks.state(item)))));
            }
        }
        return undertook.isEmpty()
                ? List.of(FollowPage.Line.of(lines.say("promised.nothing-entered")))
                : undertook;
    }

    /** Whether it is an obligation on "the excluded groups" of an agreement that excludes it. */
    private static boolean isOnExcluded(FollowItem item, String group) {
        return item.entry() instanceof Entry.AgreementText text
                && text.agreement().excludedGroups().contains(group)
                && CommitmentBlocks.state(item)
                        .what()
                        .toLowerCase(Locale.ROOT)
                        .contains("excluded group");
    }

    private List<FollowPage.Line> shortened(List<FollowPage.Line> all, int most) {
        if (all.isEmpty()) {
            return List.of(FollowPage.Line.of(lines.say("promised.nothing-entered")));
        }
        List<FollowPage.Line> some = new ArrayList<>(all.stream().limit(most).toList());
        if (all.size() > most) {
            some.add(FollowPage.Line.of(lines.say("promised.left-out", all.size() - most)));
        }
        return some;
    }
}
