package org.truce.show;

import org.truce.followup.FollowItem;
import org.truce.reconcile.Incident;
import org.truce.record.Account;
import org.truce.record.Agreement;
import org.truce.record.Entry;
import org.truce.record.EntryRef;
import org.truce.record.FollowUp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Records of every kind as rows: what each says, how it stands, and on what that rests. */
final class RecordRows {
    private final FollowLines lines;
    private final StatementBlocks statements;

    RecordRows(FollowLines lines, StatementBlocks statements) {
        this.lines = lines;
        this.statements = statements;
    }

    /** One row for each record that is named, in that order. */
    FollowPage.Table table(String caption, String register, List<String> refs) {
        return new FollowPage.Table(
                caption,
                Stream.of(
                                "promised.column-record",
                                "promised.column-status",
                                "promised.column-evidence")
                        .map(lines::say)
                        .toList(),
                refs.stream()
                        .map(ref -> EntryRef.find(ref)
                                .flatMap(one -> lines.find(register, one))
                                .map(this::row)
                                .orElseGet(() -> unknown(ref)))
                        .toList());
    }

    private List<List<FollowPage.Line>> unknown(String ref) {
        return List.of(
                List.of(FollowPage.Line.of(ref)),
                List.of(FollowPage.Line.of(lines.say("promised.not-known-then"))),
                List.of());
    }

    private List<List<FollowPage.Line>> row(Entry entry) {
        return lines.findItem(entry)
                .map(this::row)
                .orElseGet(() -> List.of(what(entry), status(entry), behind(entry)));
    }

    private List<List<FollowPage.Line>> row(FollowItem item) {
        return switch (item.detail()) {
            case FollowItem.OfNotice of ->
                List.of(
                        what(item.entry()),
                        List.of(FollowPage.Line.badge(
                                item.status(),
                                lines.code("promised.phase.", of.state().phase()))),
                        item.evidence().stream().map(lines::incident).toList());
            case FollowItem.OfCommitment of -> {
                List<FollowPage.Line> status = new ArrayList<>();
                FollowPage.Badge badge = lines.standing(of.state());
                status.add(FollowPage.Line.badge(badge.code(), badge.word()));
                status.addAll(lines.cautions(of.state()));
                of.state()
                        .judged()
                        .map(one -> FollowPage.Line.of(one.why()))
                        .ifPresent(status::add);
                yield List.of(
                        named(
                                item.entry(),
                                String.join(
                                        lines.say("show.list-comma"),
                                        of.state().actors().stream()
                                                .map(lines::actor)
                                                .toList()),
                                lines.what(of.state())),
                        status,
                        lines.behind(item));
            }
            case FollowItem.OfTalks of ->
                List.of(
                        named(item.entry(), of.round().process(), of.round().name()),
                        List.of(state(
                                item,
                                lines.span(
                                        Optional.of(of.round().from()),
                                        Optional.of(of.round().to())))),
                        lines.behind(item));
            case FollowItem.OfDeployment of ->
                List.of(
                        named(
                                item.entry(),
                                lines.actor(of.deployment().actor()),
                                lines.code(
                                        "followup.deployment.", of.deployment().deploymentKind())),
                        deployed(item),
                        lines.source(of.deployment()));
            case FollowItem.OfContribution of ->
                List.of(
                        named(
                                item.entry(),
                                lines.actor(of.contribution().actor()),
                                of.contribution().what()),
                        contributed(of.contribution()),
                        lines.source(of.contribution()));
            case FollowItem.OfStatement of ->
                List.of(
                        named(
                                item.entry(),
                                of.statement().speaker(),
                                of.statement().paraphrase()),
                        statements.standing(item),
                        tested(item));
        };
    }

    private List<FollowPage.Line> tested(FollowItem item) {
        Entry.Statement said = StatementBlocks.statement(item);
        List<FollowPage.Line> behind = new ArrayList<>();
        behind.add(FollowPage.Line.to(
                new FollowPage.ToSource(said.url()),
                lines.say("show.source-page")
                        + lines.say("show.list-comma")
                        + lines.say("promised.published", said.date())));
        behind.addAll(lines.evidence(item.entry().register(), item.evidence()));
        return behind;
    }

    private FollowPage.Line state(FollowItem item, String text) {
        return new FollowPage.Line(
                text,
                Optional.empty(),
                Optional.of(new FollowPage.Badge(
                        item.status(), lines.say("promised.state." + item.status()))));
    }

    private List<FollowPage.Line> deployed(FollowItem item) {
        FollowUp.Deployment deployment = DeploymentBlocks.deployment(item);
        List<FollowPage.Line> status = new ArrayList<>();
        status.add(state(item, lines.span(deployment.from(), deployment.to())));
        status.add(FollowPage.Line.of(lines.say(
                "promised.ground", lines.code("followup.mandate.", deployment.mandate()))));
        lines.under(deployment.register(), deployment.mandateUnder()).ifPresent(status::add);
        if (!deployment.disputedBy().isEmpty()) {
            status.add(FollowPage.Line.of(lines.say(
                    "promised.disputed",
                    deployment.disputedBy().stream()
                            .map(lines::actor)
                            .collect(Collectors.joining(lines.say("show.list-comma"))))));
        }
        return status;
    }

    private List<FollowPage.Line> contributed(FollowUp.Contribution one) {
        return List.of(
                FollowPage.Line.of(ContributionBlocks.amount(one, lines)),
                FollowPage.Line.of(lines.span(one.from(), one.to())));
    }

    /** The kind, who, and what in the words in which it was entered. */
    private List<FollowPage.Line> named(Entry entry, String who, String what) {
        return List.of(
                FollowPage.Line.of(lines.say("promised.kind-who", lines.kind(entry), who)),
                FollowLines.link(entry, what));
    }

    private List<FollowPage.Line> what(Entry entry) {
        return List.of(FollowLines.link(entry, lines.name(entry)));
    }

    /** Of a report how its incident stands; of others what there is. */
    private List<FollowPage.Line> status(Entry entry) {
        if (entry instanceof Entry.Report report) {
            return lines
                    .evidence
                    .findIncident(report.register() + ":" + report.id())
                    .map(Incident::status)
                    .map(status -> FollowPage.Line.badge(
                            status.code(), lines.code("show.status.", status)))
                    .stream()
                    .toList();
        }
        if (entry instanceof Entry.AgreementText text) {
            Agreement agreement = text.agreement();
            return List.of(FollowPage.Line.of(agreement
                    .inForceFrom()
                    .map(from -> lines.say("promised.in-force-from", from.text()))
                    .orElseGet(() -> lines.span(agreement.signed(), Optional.empty()))));
        }
        if (entry instanceof FollowUp.Guarantee guarantee) {
            return List.of(
                    FollowPage.Line.of(lines.code("followup.influence.", guarantee.influence())),
                    FollowPage.Line.of(lines.actor(guarantee.party())),
                    FollowPage.Line.of(lines.span(guarantee.from(), guarantee.to())));
        }
        return List.of(FollowPage.Line.of(lines.say("promised.as-its-source-says")));
    }

    private List<FollowPage.Line> behind(Entry entry) {
        if (entry instanceof Entry.Report report) {
            return Stream.concat(
                            lines
                                    .evidence
                                    .findIncident(report.register() + ":" + report.id())
                                    .map(incident -> lines.incident(incident.id()))
                                    .stream(),
                            account(report.register(), report.account()).stream())
                    .toList();
        }
        if (entry instanceof Entry.SummaryReport summary) {
            return account(summary.register(), summary.account());
        }
        if (entry instanceof FollowUp.Guarantee guarantee) {
            return Stream.concat(
                            lines.under(guarantee.register(), guarantee.under()).stream(),
                            lines.source(guarantee).stream())
                    .toList();
        }
        return entry instanceof FollowUp.Sourced sourced ? lines.source(sourced) : List.of();
    }

    private List<FollowPage.Line> account(String register, Account account) {
        String source = lines.disclosure
                .text(register, account.source())
                .orElse(lines.say("show.withheld"));
        return List.of(FollowPage.Line.of(source
                + account.published()
                        .map(day ->
                                lines.say("show.list-comma") + lines.say("promised.published", day))
                        .orElse("")));
    }
}
