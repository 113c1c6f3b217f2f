package org.truce.reconcile;

import org.truce.base.EventType;
import org.truce.base.Occurred;
import org.truce.base.Phrase;
import org.truce.record.Entry;
import org.truce.record.Place;

import java.util.List;
import java.util.OptionalInt;

/**
 * One real-world event, inferred from one report or more.
 *
 * @param id the register and id of its first report, "register:id"; stable while that report stays
 *     the first of its incident
 * @param probability that all its reports are about one event, above 0 to 1, what was decided and
 *     marked taken for true; says nothing of whether it happened
 * @param occurred when, by the report that knows it most exactly
 * @param place where, by the report that knows it most exactly
 * @param type what, by most origins, then by the first report; a type that names no act of its own
 *     (lethal-event, other) only when no report says more
 * @param reports the accounts behind it, in the order of their keys, refuted ones among them; never
 *     empty
 * @param origins where they go back to, each origin once; see {@link Origins}
 * @param links why each further report belongs to it
 * @param attribution rival hypotheses with "undetermined" among them, likeliest first
 * @param decided what people decided about its reports
 */
public record Incident(
        String id,
        double probability,
        Occurred occurred,
        Place place,
        EventType type,
        List<Entry.Report> reports,
        List<Origin> origins,
        List<Link> links,
        VerificationStatus status,
        List<Hypothesis> attribution,
        Decided decided) {

    public Incident {
        reports = List.copyOf(reports);
        origins = List.copyOf(origins);
        links = List.copyOf(links);
        attribution = List.copyOf(attribution);
        if (reports.isEmpty() || origins.isEmpty()) {
            throw new IllegalArgumentException("an incident rests on at least one report: " + id);
        }
    }

    /** Where information first came from, and the reports that repeat it. */
    public record Origin(String name, List<ReportKey> reports) {
        public Origin {
            reports = List.copyOf(reports);
        }
    }

    /** Two reports held to be about the same event, and why. */
    public record Link(ReportKey one, ReportKey other, List<Phrase> because) {
        public Link {
            because = List.copyOf(because);
        }
    }

    /**
     * One answer to "who did it". Its likelihood is a statement of what the sources say, never a
     * score of guilt; {@link Attribution} has the rule.
     *
     * @param actor an actor's id, a label that no agreement names, or {@link #UNDETERMINED}
     * @param likelihood 0 to 1; over one incident's hypotheses they add up to 1
     * @param support names of the origins that say so
     */
    public record Hypothesis(String actor, double likelihood, List<String> support) {
        public static final String UNDETERMINED = "undetermined";

        public Hypothesis {
            support = List.copyOf(support);
            if (!(likelihood >= 0 && likelihood <= 1)) {
                throw new IllegalArgumentException("a likelihood is 0 to 1: " + likelihood);
            }
        }
    }

    /** The reports on which all else rests: those not refuted; all of them where all are. */
    public List<Entry.Report> reliedOn() {
        List<Entry.Report> standing = reports.stream()
                .filter(report -> !decided.refuted().contains(ReportKey.of(report)))
                .toList();
        return standing.isEmpty() ? reports : standing;
    }

    /**
     * Whether it is verified, or two origins stand behind it that do not depend on each other:
     * somebody's doubt alone does not take an origin away.
     */
    public boolean isCorroborated() {
        return status == VerificationStatus.VERIFIED
                || (status != VerificationStatus.REFUTED
                        && Origins.status(origins) == VerificationStatus.CORROBORATED);
    }

    /** The lowest number of killed that a report relied on states; empty when none does. */
    public OptionalInt killedMin() {
        return reliedOn().stream()
                .map(report -> report.casualties().killedMin())
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .min();
    }

    /** The highest number of killed that a report relied on states; empty when none does. */
    public OptionalInt killedMax() {
        return reliedOn().stream()
                .map(report -> report.casualties().killedMax())
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .max();
    }
}
