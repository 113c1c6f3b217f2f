package org.truce.show;

import org.truce.assess.Evidence;
import org.truce.assess.FigureText;
import org.truce.assess.LikelihoodWord;
import org.truce.base.Phrases;
import org.truce.base.Truth;
import org.truce.reconcile.Incident;
import org.truce.reconcile.ReportKey;
import org.truce.record.Agreement;
import org.truce.terms.Finding;

import java.util.ArrayList;
import java.util.List;

/**
 * One incident with all that stands behind it: its accounts side by side, why they belong together,
 * where they come from, who is said to be responsible, what each provision says of it, and what
 * people decided.
 *
 * @param refuted the anchors of reports on which nothing rests any more
 * @param oneIncident how probable it is that its accounts are about one event
 * @param decisions what was decided on the truth of its reports
 * @param attributions whom people hold responsible; no likelihood rests on it
 * @param apart why a report of it stands apart from one of another incident
 */
public record IncidentBlock(
        String id,
        String when,
        String place,
        String type,
        String status,
        String killed,
        List<EntryView> reports,
        List<String> refuted,
        String oneIncident,
        List<String> links,
        List<OriginRow> origins,
        List<HypothesisRow> attribution,
        List<FindingRow> findings,
        List<DecisionRow> decisions,
        List<DecisionRow> attributions,
        List<String> apart) {

    /** An origin and the ids of the reports that repeat it. */
    public record OriginRow(String name, List<String> reports) {}

    /** An answer to "who did it", the likelihood in words, and the origins that say so. */
    public record HypothesisRow(String actor, String likelihood, List<String> support) {}

    /**
     * What one provision says in one place under one reading, with every test.
     *
     * @param elsewhere whether the incident lies outside that place, so that all else is idle
     * @param needed what would have to be known to decide; nothing where it is decided
     */
    public record FindingRow(
            String agreement,
            String provision,
            String text,
            String place,
            String verdict,
            String verdictWord,
            boolean elsewhere,
            List<TestRow> tests,
            List<String> needed,
            List<String> cautions) {}

    /** One test with its answer and reason. */
    public record TestRow(String aspect, String holds, String because) {}

    public static IncidentBlock of(
            Incident incident, Evidence evidence, Disclosure disclosure, Phrases phrases) {
        Seen seen = new Seen(incident, evidence, disclosure, phrases);
        return new IncidentBlock(
                incident.id(),
                Rows.when(incident.occurred(), phrases),
                seen.findPlace().orElse(phrases.say("show.place-withheld")),
                phrases.say("show.type." + incident.type().code()),
                phrases.say("show.status." + incident.status().code()),
                Rows.killed(incident, phrases),
                incident.reports().stream()
                        .map(report -> EntryView.of(report, disclosure, phrases))
                        .toList(),
                incident.decided().refuted().stream()
                        .map(key -> EntryView.anchor(key.register(), key.id()))
                        .toList(),
                phrases.say("show.one-incident", FigureText.percent(incident.probability())),
                seen.listLinks(),
                origins(incident, seen.mayNameSources(), phrases),
                incident.attribution().stream()
                        .map(hypothesis ->
                                row(hypothesis, seen.mayNameSources(), evidence, phrases))
                        .toList(),
                seen.listFindings().stream()
                        .map(finding -> row(finding, evidence, phrases))
                        .toList(),
                DecisionRow.list(incident.decided().words(), evidence, disclosure, phrases),
                DecisionRow.list(incident.decided().attributions(), evidence, disclosure, phrases),
                incident.decided().apart().stream()
                        .map(apart -> DecisionRow.sentence(apart, phrases))
                        .toList());
    }

    /** Origins are sources: they are named only where this reader may know them. */
    private static List<OriginRow> origins(
            Incident incident, boolean mayNameSources, Phrases phrases) {
        List<OriginRow> rows = new ArrayList<>();
        for (Incident.Origin origin : incident.origins()) {
            rows.add(new OriginRow(
                    mayNameSources
                            ? origin.name()
                            : phrases.say("show.withheld-numbered", rows.size() + 1),
                    origin.reports().stream().map(ReportKey::id).toList()));
        }
        return rows;
    }

    private static HypothesisRow row(
            Incident.Hypothesis hypothesis,
            boolean mayNameSources,
            Evidence evidence,
            Phrases phrases) {
        return new HypothesisRow(
                Rows.actorName(hypothesis.actor(), evidence, phrases),
                phrases.say(LikelihoodWord.of(hypothesis.likelihood()).phrase()),
                mayNameSources
                        ? hypothesis.support()
                        : List.of(
                                phrases.say("show.origins", hypothesis.support().size())));
    }

    private static FindingRow row(Finding finding, Evidence evidence, Phrases phrases) {
        Agreement agreement = evidence.listAgreements().stream()
                .filter(each -> each.id().equals(finding.agreement()))
                .findFirst()
                .orElseThrow();
        String text = agreement.provisions().stream()
                .filter(provision -> provision.id().equals(finding.provision()))
                .findFirst()
                .map(provision -> Rows.words(provision.text(), phrases))
                .orElse("");
        return new FindingRow(
                Rows.words(agreement.title(), phrases),
                finding.provision(),
                text,
                Explore.name(evidence, finding.area(), finding.reading(), phrases),
                finding.verdict().code(),
                phrases.say("show.verdict." + finding.verdict().code()),
                finding.tests().stream()
                        .anyMatch(test ->
                                test.aspect() == Finding.Aspect.PLACE && test.holds() == Truth.NO),
                finding.tests().stream()
                        .map(test -> new TestRow(
                                phrases.say("show.aspect." + test.aspect().code()),
                                phrases.say("show.truth." + test.holds().code()),
                                phrases.say(test.because())))
                        .toList(),
                finding.listNeeded().stream().map(phrases::say).distinct().toList(),
                finding.cautions().stream().map(phrases::say).toList());
    }
}
