package org.truce.show;

import org.truce.base.Coded;
import org.truce.record.Basis;
import org.truce.record.FollowUp;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** What entries about follow-up say, as labelled values. */
final class FollowUpFields {
    private FollowUpFields() {}

    static void add(FollowUp entry, EntryFields fields) {
        switch (entry) {
            case FollowUp.Guarantee g -> guarantee(g, fields);
            case FollowUp.Notice n -> notice(n, fields);
            case FollowUp.NoticeStep s -> step(s, fields);
            case FollowUp.NoticeRules r -> rules(r, fields);
            case FollowUp.Commitment c -> commitment(c, fields);
            case FollowUp.CommitmentStatus s -> status(s, fields);
            case FollowUp.Round r -> round(r, fields);
            case FollowUp.Deployment d -> deployment(d, fields);
            case FollowUp.Contribution c -> contribution(c, fields);
            case FollowUp.LogLine l -> logLine(l, fields);
            case FollowUp.SideBySide b -> {
                fields.add("about", b.about());
                list("statements", b.statements(), fields);
                fields.add("reason", b.why());
                fields.add("date", b.on().toString());
            }
            case FollowUp.Passage p -> passage(p, fields);
        }
    }

    private static void guarantee(FollowUp.Guarantee g, EntryFields fields) {
        fields.add("guarantor", g.guarantor());
        fields.add("relation", code("followup.influence.", g.influence(), fields));
        fields.add("party", g.party());
        fields.add("under", g.under());
        span(g.from(), g.to(), fields);
        basis(g.basis(), fields);
    }

    private static void notice(FollowUp.Notice n, EntryFields fields) {
        // The page of notices tells these to everybody as soon as the notice was sent.
        if (fields.disclosure.tellsUnsent()) {
            list("about", n.about(), fields);
            fields.add("addressee", n.addressee());
            fields.add("severity", code("followup.severity.", n.severity(), fields));
        }
        fields.add("date", n.drafted().toString());
        fields.add("due", n.due().map(LocalDate::toString));
        fields.inner("by", Optional.of(n.by()));
        fields.inner("text", Optional.of(n.text()));
    }

    private static void step(FollowUp.NoticeStep s, EntryFields fields) {
        fields.add("notice", s.notice());
        fields.add("act", code("followup.act.", s.act(), fields));
        fields.add("date", s.on().toString());
        fields.inner("by", Optional.of(s.by()));
        fields.add("via", s.via().map(via -> code("followup.channel.", via, fields)));
        fields.add("reply", s.reply().map(reply -> code("followup.reply.", reply, fields)));
        fields.add("level", s.level());
        list("evidence", s.evidence(), fields);
        fields.inner("text", s.text());
        s.letter().ifPresent(letter -> {
            fields.inner("letter", Optional.of(letter.text()));
            fields.add("sha256", letter.sha256().hex());
        });
    }

    private static void rules(FollowUp.NoticeRules r, EntryFields fields) {
        fields.add("from", r.from().toString());
        fields.add(
                "answer-days",
                fields.phrases.say(
                        "followup.answer-days",
                        r.answer().minor(),
                        r.answer().serious(),
                        r.answer().grave()));
        fields.add("remind-days", Integer.toString(r.remindDays()));
        list(
                "ladder",
                r.ladder().stream()
                        .map(rung ->
                                fields.phrases.say("followup.rung", rung.afterDays(), rung.level()))
                        .toList(),
                fields);
        fields.add(
                "place-told", r.place().map(place -> code("followup.place-told.", place, fields)));
    }

    private static void commitment(FollowUp.Commitment c, EntryFields fields) {
        fields.add("actor", c.actor());
        fields.add("what", c.what());
        fields.add("for-whom", c.forWhom());
        fields.add("made", c.made().map(LocalDate::toString));
        fields.add("due", c.due().map(LocalDate::toString));
        fields.add("every", c.every().map(every -> code("followup.recurrence.", every, fields)));
        span(c.from(), c.to(), fields);
        fields.add("shown-by", c.shownBy());
        fields.add("under", c.under());
        basis(c.basis(), fields);
    }

    private static void status(FollowUp.CommitmentStatus s, EntryFields fields) {
        fields.add("commitment", s.commitment());
        fields.add("period", s.period().map(LocalDate::toString));
        fields.add("status", code("followup.fulfilment.", s.fulfilment(), fields));
        fields.add("date", s.on().toString());
        list("evidence", s.evidence(), fields);
        fields.add("reason", s.why());
        fields.inner("by", Optional.of(s.by()));
        basis(s.basis(), fields);
    }

    private static void round(FollowUp.Round r, EntryFields fields) {
        fields.add("process", r.process());
        fields.add("round", r.name());
        span(Optional.of(r.from()), Optional.of(r.to()), fields);
        fields.add("place", r.place());
        fields.add("convened-by", r.convenedBy());
        fields.add("agenda", r.agenda());
        list(
                "delegations",
                r.delegations().stream()
                        .map(one -> "%s%s: %s"
                                .formatted(
                                        one.actor(),
                                        one.level().map(" (%s)"::formatted).orElse(""),
                                        code("followup.presence.", one.presence(), fields)))
                        .toList(),
                fields);
        list("outcomes", r.outcomes(), fields);
        basis(r.basis(), fields);
    }

    private static void deployment(FollowUp.Deployment d, EntryFields fields) {
        fields.add("actor", d.actor());
        fields.add("deployment", code("followup.deployment.", d.deploymentKind(), fields));
        number(d.numberMin(), d.numberMax()).ifPresent(text -> fields.add("number", text));
        span(d.from(), d.to(), fields);
        list("partners", d.partners(), fields);
        fields.add(
                "mandate",
                code("followup.mandate.", d.mandate(), fields)
                        + d.mandateUnder().map(" (%s)"::formatted).orElse(""));
        list("disputed-by", d.disputedBy(), fields);
        if (fields.disclosure.tellsDeployment(d)) {
            fields.add("admin1", d.place().admin1());
        }
        fields.seen("place", fields.disclosure.deploymentPlace(d));
        basis(d.basis(), fields);
    }

    /** The least and the most, or what is known of them. */
    static Optional<String> number(OptionalInt min, OptionalInt max) {
        if (min.isEmpty() && max.isEmpty()) {
            return Optional.empty();
        }
        if (min.equals(max)) {
            return Optional.of(Integer.toString(min.getAsInt()));
        }
        String least = min.isPresent() ? Integer.toString(min.getAsInt()) : "";
        String most = max.isPresent() ? Integer.toString(max.getAsInt()) : "";
        return Optional.of(least + "–" + most);
    }

    private static void contribution(FollowUp.Contribution c, EntryFields fields) {
        fields.add("actor", c.actor());
        fields.add("contribution", code("followup.contribution.", c.contributionKind(), fields));
        fields.add("stage", code("followup.stage.", c.stage(), fields));
        fields.add("what", c.what());
        fields.add("for-whom", c.forWhom());
        fields.add("place", c.place());
        fields.add("amount", c.amount().map(amount -> amount + " " + c.unit().orElse("")));
        span(c.from(), c.to(), fields);
        fields.add("against", c.against());
        basis(c.basis(), fields);
    }

    /** Who called whom and what was said is for those on duty. */
    private static void logLine(FollowUp.LogLine l, EntryFields fields) {
        fields.add("date", l.at().writtenDate().toString());
        fields.add("channel", code("followup.channel.", l.channel(), fields));
        fields.inner("with", l.with());
        fields.inner("by", Optional.of(l.by()));
        fields.inner("text", Optional.of(l.text()));
        fields.add("point", l.point());
        fields.add(
                "point-state", l.pointState().map(state -> code("followup.point.", state, fields)));
        fields.inner("holder", l.holder());
        list("about", l.about(), fields);
    }

    private static void passage(FollowUp.Passage p, EntryFields fields) {
        fields.add("title", p.title());
        fields.add("source", p.publisher());
        fields.add("published", p.publishedOn().toString());
        fields.add("sha256", p.sha256().hex());
        fields.add("line", Integer.toString(p.line()));
        fields.add("code-points", p.start() + "–" + p.end());
        fields.add("paraphrase", paraphrase(p, fields.phrases.language()));
        list("records", p.records(), fields);
    }

    /** In the reader's language where it was written, else in one that was. */
    static String paraphrase(FollowUp.Passage passage, String language) {
        return Optional.ofNullable(passage.paraphrase().get(language))
                .orElseGet(() -> passage.paraphrase().values().stream()
                        .sorted()
                        .findFirst()
                        .orElse(""));
    }

    private static void basis(Basis basis, EntryFields fields) {
        fields.text("source", Optional.of(basis.source()));
        fields.text("url", basis.url());
        fields.add("published", basis.published().map(LocalDate::toString));
        fields.text("note", basis.note());
    }

    private static void span(Optional<LocalDate> from, Optional<LocalDate> to, EntryFields fields) {
        fields.add("from", from.map(LocalDate::toString));
        fields.add("to", to.map(LocalDate::toString));
    }

    private static void list(String label, List<String> items, EntryFields fields) {
        if (!items.isEmpty()) {
            fields.add(label, items.stream().collect(Collectors.joining("; ")));
        }
    }

    private static String code(String prefix, Coded code, EntryFields fields) {
        return fields.phrases.say(prefix + code.code());
    }
}
