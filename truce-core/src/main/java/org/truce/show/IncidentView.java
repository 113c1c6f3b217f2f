package org.truce.show;

import org.truce.assess.Evidence;
import org.truce.base.LatLon;
import org.truce.base.Phrases;
import org.truce.reconcile.Decided;
import org.truce.reconcile.Incident;
import org.truce.reconcile.ReportKey;
import org.truce.record.Entry;
import org.truce.terms.Finding;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An incident in the stable JSON shape of {@code truce incidents}; see
 * docs/reference/schemas/incident.schema.json.
 *
 * @param occurredFrom as the most exact report writes it: a bare date is the whole local day
 * @param lat degrees, or null where no point is known or may be shown
 * @param reports the ids that the source files use
 * @param origins how many independent origins stand behind the reports relied on
 * @param decisions what people decided about its reports, as it holds
 * @param refuted those of its reports on which nothing rests any more
 * @param apart what was decided on a report of it and one of another incident
 * @param members its reports, each as "register:id"
 * @param probability that its reports are about one event, to three digits
 * @param why for every report but the first, what puts it there
 */
public record IncidentView(
        String id,
        String occurredFrom,
        String occurredTo,
        Optional<Double> lat,
        Optional<Double> lon,
        Optional<String> place,
        String type,
        String status,
        List<String> reports,
        int origins,
        List<Attribution> attribution,
        Killed killed,
        List<FindingView> findings,
        List<DecisionView> decisions,
        List<String> refuted,
        List<Apart> apart,
        List<String> members,
        double probability,
        List<String> why) {

    /**
     * Two reports, each as "register:id", that stand in different incidents.
     *
     * @param report the one of this incident
     * @param why split, contested or held-apart
     */
    public record Apart(String report, String other, String why, List<DecisionView> decisions) {}

    /** One hypothesis on who did it; likelihood 0 to 1. */
    public record Attribution(String actor, double likelihood) {}

    /** The lowest and highest number of killed that a report states; null where none does. */
    public record Killed(OptionalInt min, OptionalInt max) {}

    /** One finding with its deciding reasons in words. */
    public record FindingView(
            String agreement,
            String provision,
            String area,
            Optional<String> reading,
            String verdict,
            String because) {}

    public static IncidentView of(
            Incident incident, Evidence evidence, Disclosure disclosure, Phrases phrases) {
        Seen seen = new Seen(incident, evidence, disclosure, phrases);
        Optional<LatLon> point = disclosure.point(incident.place(), incident.occurred());
        return new IncidentView(
                incident.id(),
                incident.occurred().from().text(),
                incident.occurred().to().text(),
                point.map(LatLon::latDegrees),
                point.map(LatLon::lonDegrees),
                seen.findPlace(),
                incident.type().code(),
                incident.status().code(),
                incident.reports().stream().map(Entry.Report::id).toList(),
                incident.origins().size(),
                incident.attribution().stream()
                        .map(h -> new Attribution(h.actor(), h.likelihood()))
                        .toList(),
                new Killed(incident.killedMin(), incident.killedMax()),
                seen.listFindings().stream()
                        .map(finding -> view(finding, phrases))
                        .toList(),
                decisions(incident.decided(), disclosure),
                incident.decided().refuted().stream().map(ReportKey::id).toList(),
                incident.decided().apart().stream()
                        .map(apart -> new Apart(
                                apart.own().text(),
                                apart.other().text(),
                                apart.why().code(),
                                DecisionView.list(apart.by(), disclosure)))
                        .toList(),
                incident.reports().stream()
                        .map(report -> ReportKey.of(report).text())
                        .toList(),
                Rows.probability(incident.probability()),
                seen.listLinks());
    }

    /** The same with the findings of one reading, and those of areas on which nobody differs. */
    public IncidentView under(String reading) {
        return new IncidentView(
                id,
                occurredFrom,
                occurredTo,
                lat,
                lon,
                place,
                type,
                status,
                reports,
                origins,
                attribution,
                killed,
                findings.stream()
                        .filter(finding ->
                                finding.reading().map(reading::equals).orElse(true))
                        .toList(),
                decisions,
                refuted,
                apart,
                members,
                probability,
                why);
    }

    private static List<DecisionView> decisions(Decided decided, Disclosure disclosure) {
        return Stream.of(decided.links(), decided.words(), decided.attributions())
                .flatMap(List::stream)
                .map(decision -> DecisionView.of(decision, disclosure))
                .toList();
    }

    private static FindingView view(Finding finding, Phrases phrases) {
        return new FindingView(
                finding.agreement(),
                finding.provision(),
                finding.area(),
                finding.reading(),
                finding.verdict().code(),
                because(finding, phrases));
    }

    /** The deciding reasons and then the cautions, as sentences. */
    public static String because(Finding finding, Phrases phrases) {
        return Stream.concat(finding.because().stream(), finding.cautions().stream())
                .map(phrases::say)
                .collect(Collectors.joining(" "));
    }
}
