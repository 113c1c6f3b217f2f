package org.truce.show;

import org.truce.base.Coded;
import org.truce.base.LatLon;
import org.truce.followup.CommitmentState;
import org.truce.followup.FollowItem;
import org.truce.followup.NoticeState;
import org.truce.record.Basis;
import org.truce.record.Entry;
import org.truce.record.FollowUp;
import org.truce.record.Guarded;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * An item of follow-up in the stable JSON shape of the commands that list them; see
 * docs/reference/schemas/follow-up.schema.json, which says what each field means. Names stand in
 * the order in which they were put in; what is not known is null.
 */
public final class FollowView {
    private final Disclosure disclosure;
    private final boolean allPeriods;

    /**
     * @param disclosure what the reader may see
     * @param allPeriods whether of what recurs every period is told, and not only those to look at
     */
    public FollowView(Disclosure disclosure, boolean allPeriods) {
        this.disclosure = disclosure;
        this.allPeriods = allPeriods;
    }

    public Map<String, Object> of(FollowItem item) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", item.kind().code());
        json.put("register", item.entry().register());
        json.put("id", item.id());
        json.put("date", item.date());
        json.put("status", item.status());
        json.put("overdue", item.overdue());
        json.put("source", source(item.entry()));
        json.put("evidence", item.evidence());
        json.put("actors", new TreeSet<>(item.actors()));
        json.put("areas", new TreeSet<>(item.areas()));
        switch (item.detail()) {
            case FollowItem.OfNotice notice -> notice(notice.state(), json);
            case FollowItem.OfCommitment commitment -> commitment(commitment.state(), json);
            case FollowItem.OfTalks talks -> talks(talks, json);
            case FollowItem.OfDeployment deployment -> deployment(deployment.deployment(), json);
            case FollowItem.OfContribution contribution -> contribution(contribution, json);
            case FollowItem.OfStatement statement -> statement(statement, json);
        }
        return json;
    }

    private Optional<String> source(Entry entry) {
        return switch (entry) {
            case FollowUp.Sourced sourced -> told(entry, sourced.basis().source());
            case Entry.Statement statement -> Optional.of(statement.url());
            case Entry.AgreementText text ->
                Optional.of(text.agreement().title().en());
            default -> Optional.empty();
        };
    }

    private Optional<String> told(Entry entry, Guarded value) {
        return disclosure.text(entry.register(), value);
    }

    private void basis(Entry entry, Basis basis, Map<String, Object> json) {
        json.put("url", basis.url().flatMap(url -> told(entry, url)));
        json.put("published", basis.published());
        json.put("note", basis.note().flatMap(note -> told(entry, note)));
    }

    private static Optional<String> code(Optional<? extends Coded> one) {
        return one.map(Coded::code);
    }

    private void notice(NoticeState state, Map<String, Object> json) {
        FollowUp.Notice notice = state.notice();
        json.put("addressee", notice.addressee());
        json.put("severity", notice.severity().code());
        json.put("sent", state.sentOn());
        json.put("due", state.dueOn());
        json.put("reminderDue", state.reminderDue());
        json.put("levelDue", state.levelDue());
        json.put("flags", state.flags().stream().map(Coded::code).toList());
        json.put("by", disclosure.inner(notice.by()));
        json.put("text", disclosure.inner(notice.text()));
        json.put("steps", state.steps().stream().map(this::step).toList());
    }

    private Map<String, Object> step(FollowUp.NoticeStep step) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", step.id());
        json.put("act", step.act().code());
        json.put("on", step.on());
        json.put("via", code(step.via()));
        json.put("reply", code(step.reply()));
        json.put("level", step.level());
        json.put("evidence", step.evidence());
        json.put("by", disclosure.inner(step.by()));
        json.put("text", step.text().flatMap(disclosure::inner));
        json.put(
                "letter",
                step.letter().map(FollowUp.NoticeStep.Letter::text).flatMap(disclosure::inner));
        json.put("letterSha256", step.letter().map(letter -> letter.sha256().hex()));
        return json;
    }

    private void commitment(CommitmentState state, Map<String, Object> json) {
        json.put("by", state.actors());
        json.put("what", state.what());
        json.put("forWhom", state.forWhom());
        json.put("made", state.made());
        json.put("due", state.due());
        json.put("every", code(state.every()));
        json.put("shownBy", state.shownBy());
        json.put("under", state.under());
        json.put("judgedOn", state.judged().map(FollowUp.CommitmentStatus::on));
        json.put("why", state.judged().map(FollowUp.CommitmentStatus::why));
        json.put("flags", state.flags().stream().map(Coded::code).toList());
        json.put("periodCounts", state.countPeriods());
        json.put(
                "periods",
                (allPeriods ? state.periods() : state.listShownPeriods())
                        .stream().map(FollowView::period).toList());
    }

    private static Map<String, Object> period(CommitmentState.PeriodState period) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("from", period.from());
        json.put("to", period.to());
        json.put("status", code(period.judged().map(FollowUp.CommitmentStatus::fulfilment)));
        json.put("early", period.early());
        json.put("judgement", period.judged().map(FollowUp.CommitmentStatus::id));
        json.put("judgedOn", period.judged().map(FollowUp.CommitmentStatus::on));
        json.put("why", period.judged().map(FollowUp.CommitmentStatus::why));
        return json;
    }

    private void talks(FollowItem.OfTalks talks, Map<String, Object> json) {
        FollowUp.Round round = talks.round();
        json.put("process", round.process());
        json.put("round", round.name());
        json.put("from", round.from());
        json.put("to", round.to());
        json.put("gapDays", talks.gapDays());
        json.put("place", round.place());
        json.put("convenedBy", round.convenedBy());
        json.put("agenda", round.agenda());
        json.put(
                "delegations",
                round.delegations().stream()
                        .map(one -> {
                            Map<String, Object> delegation = new LinkedHashMap<>();
                            delegation.put("actor", one.actor());
                            delegation.put("level", one.level());
                            delegation.put("presence", one.presence().code());
                            return delegation;
                        })
                        .toList());
        json.put("outcomes", round.outcomes());
        json.put("commitments", talks.commitments());
        basis(round, round.basis(), json);
    }

    private void deployment(FollowUp.Deployment one, Map<String, Object> json) {
        json.put("by", one.actor());
        json.put("deployed", one.deploymentKind().code());
        json.put("numberMin", whole(one.numberMin()));
        json.put("numberMax", whole(one.numberMax()));
        json.put("from", one.from());
        json.put("to", one.to());
        json.put("partners", one.partners());
        json.put("mandate", one.mandate().code());
        json.put("mandateUnder", one.mandateUnder());
        json.put("disputedBy", one.disputedBy());
        json.put("admin1", one.place().admin1());
        json.put("placePrecision", one.place().precision().code());
        json.put("place", disclosure.deploymentPlace(one));
        Optional<LatLon> point = disclosure.deploymentPoint(one);
        json.put("lat", point.map(LatLon::latDegrees));
        json.put("lon", point.map(LatLon::lonDegrees));
        basis(one, one.basis(), json);
    }

    private void contribution(FollowItem.OfContribution item, Map<String, Object> json) {
        FollowUp.Contribution one = item.contribution();
        json.put("by", one.actor());
        json.put("contribution", one.contributionKind().code());
        json.put("what", one.what());
        json.put("forWhom", one.forWhom());
        json.put("place", one.place());
        json.put("amount", one.amount());
        json.put("unit", one.unit());
        json.put("from", one.from());
        json.put("to", one.to());
        json.put("against", one.against());
        json.put("answeredBy", item.answeredBy());
        basis(one, one.basis(), json);
    }

    private static void statement(FollowItem.OfStatement item, Map<String, Object> json) {
        Entry.Statement statement = item.statement();
        json.put("speaker", statement.speaker());
        json.put("role", statement.role());
        // The item's own kind is "statements"; what the statement does is its kind.
        json.put("kind", statement.statementKind().code());
        json.put("place", statement.place());
        json.put("paraphrase", statement.paraphrase());
        json.put("about", statement.about());
        json.put("tests", item.tests().stream().map(Entry::id).toList());
        json.put("sideBySide", item.beside());
    }

    private static Optional<Integer> whole(OptionalInt number) {
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }
}
