package org.truce.show;

import org.truce.record.Entry;

import java.util.List;
import java.util.Optional;

/**
 * A decision in the stable JSON shape of {@code truce incidents}; see
 * docs/reference/schemas/incident.schema.json.
 *
 * @param about what it is about, each as "register:id"
 * @param actor whom an attribution names; empty for undetermined, and for every other act
 * @param by who decided; empty where this reader may not know it, or this node does not
 * @param on the day on which it was decided, ISO
 */
public record DecisionView(
        String register,
        String id,
        String act,
        List<String> about,
        Optional<String> actor,
        Optional<String> by,
        String on,
        String why) {

    static DecisionView of(Entry.Decision decision, Disclosure disclosure) {
        return new DecisionView(
                decision.register(),
                decision.id(),
                decision.act().code(),
                decision.about(),
                decision.actor(),
                disclosure.inner(decision.by()),
                decision.on().toString(),
                decision.why());
    }

    static List<DecisionView> list(List<Entry.Decision> decisions, Disclosure disclosure) {
        return decisions.stream().map(decision -> of(decision, disclosure)).toList();
    }
}
