package org.truce.show;

import org.truce.base.Phrases;
import org.truce.record.Agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** All that an agreement says, in words: its clauses, its lapse, its bodies and its definitions. */
final class TermList {
    private final Agreement agreement;
    private final Phrases phrases;
    private final List<Overview.Term> terms = new ArrayList<>();

    private TermList(Agreement agreement, Phrases phrases) {
        this.agreement = agreement;
        this.phrases = phrases;
    }

    static List<Overview.Term> of(Agreement agreement, Phrases phrases) {
        TermList list = new TermList(agreement, phrases);
        agreement.provisions().forEach(list::add);
        agreement.lapse().ifPresent(list::add);
        agreement.jointBodies().forEach(list::add);
        agreement.definitions().forEach(list::add);
        return List.copyOf(list.terms);
    }

    private void add(Agreement.Provision provision) {
        String text = Rows.words(provision.text(), phrases);
        switch (provision) {
            case Agreement.Prohibition p -> add("prohibition", p.id(), text, p.citation());
            case Agreement.Obligation o ->
                add("obligation", o.id(), text + exchange(o), o.citation());
            case Agreement.Exemption e -> add("exemption", e.id(), text, e.citation());
        }
    }

    private String exchange(Agreement.Obligation obligation) {
        if (obligation.exchange().isEmpty()) {
            return "";
        }
        String sides = obligation.exchange().stream()
                .map(side -> side.count().isPresent()
                        ? phrases.say(
                                "show.exchange-side",
                                name(side.by()),
                                Integer.toString(side.count().getAsInt()))
                        : name(side.by()))
                .collect(Collectors.joining(phrases.say("show.list-comma")));
        return " " + phrases.say("show.exchange", sides);
    }

    private String name(String actor) {
        return agreement.actors().stream()
                .filter(one -> one.id().equals(actor))
                .findFirst()
                .map(one -> Rows.words(one.name(), phrases))
                .orElse(actor);
    }

    private void add(Agreement.Lapse lapse) {
        terms.add(new Overview.Term(
                Rows.words(agreement.title(), phrases),
                "lapse",
                phrases.say("show.provision.lapse"),
                phrases.say("show.lapses", lapse.at().text()),
                "",
                List.of()));
        for (Agreement.Renewal renewal : lapse.renewals()) {
            add(
                    "renewal",
                    renewal.until().text(),
                    phrases.say(
                            "show.renewed",
                            Rows.words(renewal.text(), phrases),
                            renewal.until().text()),
                    renewal.citation());
        }
    }

    private void add(Agreement.JointBody body) {
        add(
                "joint-body",
                body.id(),
                phrases.say(
                        "show.joint-body",
                        Rows.words(body.name(), phrases),
                        body.members().stream()
                                .map(this::name)
                                .collect(Collectors.joining(phrases.say("show.list-comma"))),
                        Rows.words(body.task(), phrases)),
                body.citation());
    }

    private void add(Agreement.Definition definition) {
        add(
                "definition",
                definition.term(),
                Rows.words(definition.meaning(), phrases),
                definition.citation());
    }

    private void add(String kind, String id, String text, Agreement.Citation citation) {
        terms.add(new Overview.Term(
                Rows.words(agreement.title(), phrases),
                id,
                phrases.say("show.provision." + kind),
                text,
                phrases.say("show.certainty." + citation.certainty().code()),
                citation.sources()));
    }
}
