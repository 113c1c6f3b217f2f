package org.truce.show;

import org.truce.assess.Evidence;
import org.truce.base.Phrases;
import org.truce.reconcile.Decided;
import org.truce.reconcile.Incident;
import org.truce.record.DecisionAct;
import org.truce.record.Entry;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A decision on a page or in a report.
 *
 * @param about the reports that it is about
 * @param decision what was decided, in words; of an attribution with whom it names
 * @param by who decided, where this reader may know it
 */
public record DecisionRow(
        String register,
        String id,
        String about,
        String decision,
        String on,
        String by,
        String why) {

    static List<DecisionRow> list(
            List<Entry.Decision> decisions,
            Evidence evidence,
            Disclosure disclosure,
            Phrases phrases) {
        List<DecisionRow> rows = new ArrayList<>();
        for (Entry.Decision decision : decisions) {
            rows.add(new DecisionRow(
                    decision.register(),
                    decision.id(),
                    String.join(", ", decision.about()),
                    words(decision, evidence, phrases),
                    decision.on().toString(),
                    disclosure.inner(decision.by()).orElse(phrases.say("show.withheld")),
                    decision.why()));
        }
        return rows;
    }

    private static String words(Entry.Decision decision, Evidence evidence, Phrases phrases) {
        String act = phrases.say("show.decision." + decision.act().code());
        return decision.act() == DecisionAct.ATTRIBUTE
                ? phrases.say(
                        "show.decided-attribution",
                        act,
                        Rows.actorName(
                                decision.actor().orElse(Incident.Hypothesis.UNDETERMINED),
                                evidence,
                                phrases))
                : act;
    }

    /** In one sentence, without who decided. */
    String sentence(Phrases phrases) {
        return phrases.say("show.decided", about, decision, register, on, why);
    }

    /** Why two reports stand in different incidents, and who decided what. */
    static String sentence(Decided.Apart apart, Phrases phrases) {
        return phrases.say(
                "show.apart." + apart.why().code(),
                apart.own().text(),
                apart.other().text(),
                apart.by().stream()
                        .map(decision -> phrases.say(
                                "show.apart-by",
                                phrases.say("show.decision." + decision.act().code()),
                                decision.register(),
                                decision.on().toString(),
                                decision.why()))
                        .collect(Collectors.joining(phrases.say("show.list-semicolon"))));
    }
}
