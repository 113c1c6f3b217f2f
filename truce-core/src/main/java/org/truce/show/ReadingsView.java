package org.truce.show;

import org.truce.assess.Evidence;
import org.truce.assess.Status;
import org.truce.base.Phrase;
import org.truce.base.Phrases;
import org.truce.base.Truth;
import org.truce.reconcile.Incident;
import org.truce.record.Agreement;
import org.truce.terms.AreaReading;
import org.truce.terms.Finding;
import org.truce.terms.Verdict;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How much an answer depends on the reading of an area or a line, in the stable JSON shape of
 * {@code truce readings}; see docs/reference/schemas/readings.schema.json.
 *
 * @param place the id of the area or the line
 * @param incidents how many lie, or may lie, there under at least one reading
 * @param differing those of them that come to different findings
 * @param statusDiffers null where no status was asked for
 * @param sentence how much the answer depends on the reading, in words
 */
public record ReadingsView(
        String place,
        List<Reading> readings,
        int incidents,
        List<Differing> differing,
        Optional<Boolean> statusDiffers,
        String sentence) {

    public ReadingsView {
        readings = List.copyOf(readings);
        differing = List.copyOf(differing);
    }

    /**
     * One reading.
     *
     * @param reading its id; null where nobody differs
     * @param name what to call it
     * @param status the assessment's; null where none was asked for
     */
    public record Reading(
            Optional<String> reading,
            String name,
            Optional<String> status,
            int breaches,
            int undetermined,
            int noBreach) {}

    /** An incident on which readings differ. */
    public record Differing(String id, String occurredFrom, String type, List<Under> under) {
        public Differing {
            under = List.copyOf(under);
        }
    }

    /**
     * An incident under one reading.
     *
     * @param provision the one whose finding it is; null where none applies there
     * @param decidedBy the tests that failed, else those that are open; none of a breach
     * @param because the deciding reasons and the cautions, as sentences
     * @param needed what would have to be known to decide
     */
    public record Under(
            Optional<String> reading,
            Optional<String> provision,
            String verdict,
            List<String> decidedBy,
            String because,
            List<String> needed) {
        public Under {
            decidedBy = List.copyOf(decidedBy);
            needed = List.copyOf(needed);
        }
    }

    /**
     * @param places the readings of one area or line; at least one
     * @param statuses by reading; none where no status was asked for
     * @param incidents those asked about, wherever they are
     */
    public static ReadingsView of(
            List<AreaReading> places,
            Map<Optional<String>, Status> statuses,
            Collection<Incident> incidents,
            Evidence evidence,
            Disclosure disclosure,
            Phrases phrases) {
        Map<Optional<String>, AreaReading> readings = new LinkedHashMap<>();
        places.forEach(place -> readings.putIfAbsent(place.reading(), place));
        String id = places.getFirst().area();
        Map<Optional<String>, int[]> counts = new LinkedHashMap<>();
        readings.keySet().forEach(reading -> counts.put(reading, new int[Verdict.values().length]));
        List<Differing> differing = new ArrayList<>();
        int met = 0;
        for (Incident incident : incidents) {
            List<Finding> findings = new Seen(incident, evidence, disclosure, phrases)
                    .listFindings().stream()
                            .filter(finding -> finding.area().equals(id))
                            .toList();
            if (findings.stream().noneMatch(ReadingsView::mayBeThere)) {
                continue;
            }
            met++;
            List<Under> under = new ArrayList<>();
            for (Map.Entry<Optional<String>, int[]> reading : counts.entrySet()) {
                Optional<Finding> finding = findWorst(findings, reading.getKey());
                Verdict verdict = finding.map(Finding::verdict).orElse(Verdict.NO_BREACH);
                reading.getValue()[verdict.ordinal()]++;
                under.add(under(reading.getKey(), verdict, finding, phrases));
            }
            if (under.stream().map(Under::verdict).distinct().count() > 1) {
                differing.add(new Differing(
                        incident.id(),
                        incident.occurred().from().text(),
                        incident.type().code(),
                        under));
            }
        }
        List<Reading> told = readings.values().stream()
                .map(place -> reading(place, counts, statuses, phrases))
                .toList();
        return new ReadingsView(
                id,
                told,
                met,
                differing,
                statuses.isEmpty()
                        ? Optional.empty()
                        : Optional.of(statuses.values().stream().distinct().count() > 1),
                sentence(told, met, differing.size(), phrases));
    }

    private static boolean mayBeThere(Finding finding) {
        return finding.tests().stream()
                .noneMatch(
                        test -> test.aspect() == Finding.Aspect.PLACE && test.holds() == Truth.NO);
    }

    /** A breach before what is open, and that before no breach; of several the first. */
    private static Optional<Finding> findWorst(List<Finding> findings, Optional<String> reading) {
        for (Verdict verdict : List.of(Verdict.BREACH, Verdict.UNDETERMINED, Verdict.NO_BREACH)) {
            Optional<Finding> found = findings.stream()
                    .filter(finding -> finding.reading().equals(reading))
                    .filter(finding -> finding.verdict() == verdict)
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Under under(
            Optional<String> reading, Verdict verdict, Optional<Finding> finding, Phrases phrases) {
        return new Under(
                reading,
                finding.map(Finding::provision),
                verdict.code(),
                finding.map(ReadingsView::decidedBy).orElse(List.of()),
                finding.map(one -> IncidentView.because(one, phrases)).orElse(""),
                finding.map(Finding::listNeeded).orElse(List.of()).stream()
                        .map(phrases::say)
                        .distinct()
                        .toList());
    }

    private static List<String> decidedBy(Finding finding) {
        Truth weakest =
                finding.tests().stream().map(Finding.Test::holds).reduce(Truth.YES, Truth::and);
        return finding.tests().stream()
                .filter(test -> weakest != Truth.YES && test.holds() == weakest)
                .map(test -> test.aspect().code())
                .toList();
    }

    private static Reading reading(
            AreaReading place,
            Map<Optional<String>, int[]> counts,
            Map<Optional<String>, Status> statuses,
            Phrases phrases) {
        int[] count = Optional.ofNullable(counts.get(place.reading())).orElseThrow();
        Agreement.Words name = place.readingName().orElse(place.name());
        return new Reading(
                place.reading(),
                Rows.words(name, phrases),
                Optional.ofNullable(statuses.get(place.reading())).map(Status::code),
                count[Verdict.BREACH.ordinal()],
                count[Verdict.UNDETERMINED.ordinal()],
                count[Verdict.NO_BREACH.ordinal()]);
    }

    private static String sentence(
            List<Reading> readings, int incidents, int differing, Phrases phrases) {
        if (readings.size() == 1) {
            return phrases.say(Phrase.of("show.readings-one"));
        }
        List<Phrase> said = new ArrayList<>();
        if (incidents == 0) {
            said.add(Phrase.of("show.readings-none"));
        } else if (differing == 0) {
            said.add(Phrase.of(
                    "show.readings-same",
                    Integer.toString(incidents),
                    Integer.toString(readings.size())));
        } else {
            said.add(Phrase.of(
                    "show.readings-differ",
                    Integer.toString(differing),
                    Integer.toString(incidents),
                    Integer.toString(
                            readings.stream().mapToInt(Reading::breaches).min().orElseThrow()),
                    Integer.toString(
                            readings.stream().mapToInt(Reading::breaches).max().orElseThrow())));
        }
        if (readings.stream().allMatch(reading -> reading.status().isPresent())) {
            said.add(status(readings, phrases));
        }
        return AssessView.say(said, phrases);
    }

    private static Phrase status(List<Reading> readings, Phrases phrases) {
        boolean same = readings.stream().map(Reading::status).distinct().count() == 1;
        if (same) {
            return Phrase.of("show.readings-status-same", word(readings.getFirst(), phrases));
        }
        return Phrase.of(
                "show.readings-status-differs",
                readings.stream()
                        .map(reading -> phrases.say(
                                "show.readings-status", reading.name(), word(reading, phrases)))
                        .collect(Collectors.joining(phrases.say("show.list-comma"))));
    }

    private static String word(Reading reading, Phrases phrases) {
        return phrases.say("assess.status-" + reading.status().orElseThrow());
    }
}
