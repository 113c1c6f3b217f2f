package org.truce.show;

import org.truce.assess.Evidence;
import org.truce.reconcile.Incident;
import org.truce.reconcile.linkage.Linkage;

import java.util.List;

/**
 * Two reports of which it is in doubt whether they are about one incident, in the stable JSON shape
 * of {@code truce doubts}; see docs/reference/schemas/doubt.schema.json.
 *
 * @param one a report as "register:id"
 * @param other another
 * @param probability that they are about one incident
 * @param stake how many pairs of reports a decision is expected to put right
 * @param incidents those in which they now stand, by id: one, or two
 */
public record DoubtView(
        String one, String other, double probability, double stake, List<String> incidents) {

    /** Those with most at stake first. */
    public static List<DoubtView> list(Evidence evidence) {
        return evidence.listDoubts().stream().map(doubt -> of(doubt, evidence)).toList();
    }

    static DoubtView of(Linkage.Doubt doubt, Evidence evidence) {
        return new DoubtView(
                doubt.one(),
                doubt.other(),
                Rows.probability(doubt.probability()),
                Rows.probability(doubt.stake()),
                List.of(doubt.one(), doubt.other()).stream()
                        .flatMap(report -> evidence.findIncident(report).stream())
                        .map(Incident::id)
                        .distinct()
                        .toList());
    }
}
