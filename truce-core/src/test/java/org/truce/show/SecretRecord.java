package org.truce.show;

import org.truce.assess.AssessSettings;
import org.truce.assess.Evidence;
import org.truce.assess.HandRecord;
import org.truce.assess.HandReport;
import org.truce.assess.History;
import org.truce.base.Phrases;
import org.truce.base.PlacePrecision;
import org.truce.base.Watch;
import org.truce.reconcile.Incident;
import org.truce.record.Entry;
import org.truce.record.Observes;

import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One incident told twice in the register "quiet", at two exact places 0.14 km apart that lie 0.4
 * km inside the line of the square, with everything protected that can be; and all that is shown of
 * it.
 */
final class SecretRecord {
    static final List<String> SECRETS = List.of(
            "Hidden Valley",
            "Hidden Valley bridge",
            "Brave Observer",
            "Second Observer",
            "behind the mill",
            "https://secret.example/page",
            "the old school of the blues",
            "the blues",
            "32.5012",
            "36.0043",
            "32.501",
            "36.004");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SecretRecord() {}

    static HandRecord of(boolean sourcesPublished) {
        return HandRecord.square()
                .with(HandRecord.register(
                        "quiet", new Observes.Unevenly(), false, sourcesPublished))
                .with(report("R1", "Brave Observer", "Hidden Valley", "32.5012,36.0043"))
                .with(report("R2", "Second Observer", "Hidden Valley bridge", "32.5024,36.0047"))
                .with(new HandReport("quiet", "V1", "2017-08-01")
                        .source("Brave Observer")
                        .note("behind the mill")
                        .at("Hidden Valley", "32.5012,36.0043", PlacePrecision.EXACT)
                        .coverage("post-7", Watch.ACCESS_DENIED))
                .with(new Entry.RejectedRow(
                        "quiet",
                        "row-1",
                        HandRecord.ENTERED,
                        "lat",
                        HandRecord.open("'Hidden Valley' is not a number; 32.5012,36.0043")));
    }

    private static Entry.Report report(String id, String source, String place, String point) {
        return new HandReport("quiet", id, "2017-08-01")
                .source(source)
                .note("behind the mill")
                .url("https://secret.example/page/" + id)
                .at(place, point, PlacePrecision.EXACT)
                .by("reds", "the old school of the blues")
                .killed(2, 1)
                .report();
    }

    /** Everything that pages, reports and files say of a record, as one text. */
    static String shown(HandRecord record, Disclosure disclosure, String language) {
        Phrases phrases = Phrases.in(language);
        History history = new History(record.list(), AssessSettings.USUAL);
        Evidence evidence = history.on(Optional.empty());
        Overviews overviews = new Overviews(
                history, Asked.NOTHING, Instant.parse("2026-01-01T00:00:00Z"), disclosure, phrases);
        Overview overview = overviews.build();
        List<IncidentBlock> incidents = new ArrayList<>();
        StringBuilder out = new StringBuilder();
        for (Incident incident : evidence.listIncidents()) {
            incidents.add(IncidentBlock.of(incident, evidence, disclosure, phrases));
            out.append(JSON.writeValueAsString(
                    IncidentView.of(incident, evidence, disclosure, phrases)));
        }
        List<EntryView> entries = evidence.known().entries().stream()
                .map(entry -> EntryView.of(entry, disclosure, phrases))
                .toList();
        out.append(JSON.writeValueAsString(overview));
        out.append(JSON.writeValueAsString(incidents));
        out.append(JSON.writeValueAsString(entries));
        out.append(ReportText.of(overview, "title", "made", incidents, entries, phrases));
        return out.toString();
    }
}
