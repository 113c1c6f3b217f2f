package org.truce.show;

import org.truce.assess.Evidence;
import org.truce.base.Phrases;
import org.truce.reconcile.Incident;
import org.truce.reconcile.Reconciler;

import java.util.List;
import java.util.stream.Stream;

/**
 * Two reports of which it is in doubt whether they are about one incident, in the stable JSON shape
 * of {@code truce doubts}; see docs/reference/schemas/doubt.schema.json. For whoever holds the
 * store.
 *
 * @param one a report as "register:id"
 * @param other another
 * @param probability that they are about one incident
 * @param stake how many pairs of reports a decision is expected to put right
 * @param incidents those in which they now stand, by id: one, or two
 * @param why what speaks for and against it, each thing compared with the factor of its odds
 */
public record DoubtView(
        String one,
        String other,
        double probability,
        double stake,
        List<String> incidents,
        List<String> why) {

    /** Those with most at stake first. */
    public static List<DoubtView> list(Evidence evidence, int most, Phrases phrases) {
        return evidence.listDoubts().stream()
                .limit(most)
                .map(doubt -> of(doubt, evidence, phrases))
                .toList();
    }

    private static DoubtView of(Reconciler.Doubt doubt, Evidence evidence, Phrases phrases) {
        return new DoubtView(
                doubt.link().one().text(),
                doubt.link().other().text(),
                Rows.probability(doubt.probability()),
                Rows.probability(doubt.stake()),
                listIncidents(doubt, evidence),
                doubt.link().because().stream().map(phrases::say).toList());
    }

    /** The ids of those in which the two stand. */
    static List<String> listIncidents(Reconciler.Doubt doubt, Evidence evidence) {
        return Stream.of(doubt.link().one(), doubt.link().other())
                .flatMap(report -> evidence.findIncident(report.text()).stream())
                .map(Incident::id)
                .distinct()
                .toList();
    }
}
