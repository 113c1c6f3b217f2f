package org.truce.show;

import org.truce.assess.Evidence;
import org.truce.base.LatLon;
import org.truce.base.Occurred;
import org.truce.base.Period;
import org.truce.base.Phrases;
import org.truce.reconcile.Incident;
import org.truce.reconcile.VerificationStatus;
import org.truce.record.Agreement;
import org.truce.terms.Terms;
import org.truce.terms.Verdict;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Incidents of one area under one reading, as rows of a table and as what the map draws. */
public final class Rows {
    private static final double PARTS = 1000;

    private final Evidence evidence;
    private final String area;
    private final Optional<String> reading;
    private final Disclosure disclosure;
    private final Phrases phrases;
    private final ZoneId zone;

    public Rows(
            Evidence evidence,
            String area,
            Optional<String> reading,
            Disclosure disclosure,
            Phrases phrases) {
        this.evidence = evidence;
        this.area = area;
        this.reading = reading;
        this.disclosure = disclosure;
        this.phrases = phrases;
        zone = evidence.terms().zoneOf(area);
    }

    /** Every incident in or possibly in the area that began in the period, in its order of time. */
    public List<Row> list(Period period) {
        List<Row> rows = new ArrayList<>();
        for (Incident incident : evidence.listIncidents()) {
            if (period.contains(incident.occurred().begins(zone))
                    && evidence.mayLieIn(incident.place(), area, reading)) {
                rows.add(row(incident));
            }
        }
        return rows;
    }

    private Row row(Incident incident) {
        Seen seen = new Seen(incident, evidence, disclosure, phrases);
        Verdict verdict = evidence.verdict(incident, area, reading, Terms.Clock.AS_AGREED);
        return new Row(
                incident.id(),
                LocalDate.ofInstant(incident.occurred().begins(zone), zone).toString(),
                when(incident.occurred(), phrases),
                disclosure
                        .point(incident.place(), incident.occurred())
                        .map(Disclosure::cellOf)
                        .map(Rows::cellKey),
                seen.findPlace().orElse(phrases.say("show.place-withheld")),
                phrases.say("show.type." + incident.type().code()),
                verdict,
                attribution(incident),
                incident.reports().size(),
                incident.origins().size(),
                killed(incident, phrases),
                seen.listFindings().stream()
                        .filter(finding -> finding.area().equals(area))
                        .filter(finding -> finding.reading().equals(reading))
                        .filter(finding -> finding.verdict() == verdict)
                        .map(finding -> IncidentView.because(finding, phrases))
                        .distinct()
                        .collect(Collectors.joining(" ")),
                incident.status() == VerificationStatus.REFUTED,
                DecisionRow.list(incident.decided().words(), evidence, disclosure, phrases).stream()
                        .map(decision -> decision.sentence(phrases))
                        .toList());
    }

    /** To three digits. */
    static double probability(double value) {
        return Math.rint(value * PARTS) / PARTS;
    }

    static String cellKey(LatLon cell) {
        return String.format(Locale.ROOT, "%.3f,%.3f", cell.latDegrees(), cell.lonDegrees());
    }

    /** When, with the precision in words unless it is a plain day. */
    static String when(Occurred occurred, Phrases phrases) {
        String from = occurred.from().text();
        String to = occurred.to().text();
        String span = from.equals(to) ? from : from + " – " + to;
        return switch (occurred.precision()) {
            case HOUR, DAY -> span;
            case WEEK -> phrases.say("show.to-the-week", span);
            case MONTH -> phrases.say("show.to-the-month", span);
            case LONGER -> phrases.say("show.longer", span);
        };
    }

    private String attribution(Incident incident) {
        return incident.attribution().stream()
                .filter(h -> !h.actor().equals(Incident.Hypothesis.UNDETERMINED))
                .map(h -> phrases.say(
                        "show.alleged",
                        actorName(h.actor(), evidence, phrases),
                        h.support().size()))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(phrases.say("show.list-semicolon")),
                        named -> named.isEmpty() ? phrases.say("show.undetermined") : named));
    }

    /** An actor's name in the reader's language; a label that no agreement names stays. */
    static String actorName(String actor, Evidence evidence, Phrases phrases) {
        return actor.equals(Incident.Hypothesis.UNDETERMINED)
                ? phrases.say("show.undetermined")
                : evidence.actors()
                        .find(actor)
                        .map(known -> words(known.name(), phrases))
                        .orElse(actor);
    }

    /** A text in the reader's language where there is one. */
    static String words(Agreement.Words words, Phrases phrases) {
        return phrases.language().equals("ar") ? words.ar().orElse(words.en()) : words.en();
    }

    /** The range of killed over all reports, in figures; in words where none says. */
    static String killed(Incident incident, Phrases phrases) {
        OptionalInt min = incident.killedMin();
        OptionalInt max = incident.killedMax();
        if (min.isEmpty() && max.isEmpty()) {
            return phrases.say("show.not-said");
        }
        int low = min.orElseGet(max::getAsInt);
        int high = max.orElseGet(min::getAsInt);
        return low == high ? Integer.toString(low) : low + "–" + high;
    }
}
