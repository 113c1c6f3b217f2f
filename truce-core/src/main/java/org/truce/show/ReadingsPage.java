package org.truce.show;

import org.truce.assess.Assessor;
import org.truce.assess.Evidence;
import org.truce.assess.Question;
import org.truce.assess.Status;
import org.truce.base.Period;
import org.truce.base.Phrases;
import org.truce.reconcile.Incident;
import org.truce.terms.AreaReading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where readings of one area or line differ, as a page shows it.
 *
 * @param choices every area and line, those with most readings first
 * @param time the time in which incidents are counted, in words; empty where all are
 * @param view what it comes to; empty where there is no area and no line
 */
public record ReadingsPage(
        List<Choice> choices, Optional<String> time, Optional<ReadingsView> view) {

    public ReadingsPage {
        choices = List.copyOf(choices);
    }

    /** An area or a line that a page may be asked for. */
    public record Choice(String id, String name, int readings, boolean chosen) {}

    /**
     * @param asked the id of an area or a line; the one with most readings where it is empty or not
     *     there
     * @param now the present
     */
    public static ReadingsPage of(
            Evidence evidence,
            Optional<String> asked,
            Instant now,
            Disclosure disclosure,
            Phrases phrases) {
        Map<String, List<AreaReading>> places = places(evidence);
        Optional<String> chosen = asked.filter(places::containsKey)
                .or(() -> places.keySet().stream().findFirst());
        List<Choice> choices = places.entrySet().stream()
                .map(place -> new Choice(
                        place.getKey(),
                        Rows.words(place.getValue().getFirst().name(), phrases),
                        place.getValue().size(),
                        chosen.equals(Optional.of(place.getKey()))))
                .toList();
        if (chosen.isEmpty()) {
            return new ReadingsPage(choices, Optional.empty(), Optional.empty());
        }
        List<AreaReading> readings =
                Optional.ofNullable(places.get(chosen.get())).orElseThrow();
        Map<Optional<String>, Question> questions = questions(readings, evidence, now);
        Map<Optional<String>, Status> statuses = new LinkedHashMap<>();
        questions.forEach((reading, question) ->
                statuses.put(reading, Assessor.assess(evidence, question).status()));
        Optional<Question> first = questions.values().stream().findFirst();
        return new ReadingsPage(
                choices,
                first.map(question -> phrases.say(
                        "show.readings-time",
                        question.from().text(),
                        question.to().text())),
                Optional.of(ReadingsView.of(
                        readings,
                        statuses,
                        incidents(evidence, readings.getFirst(), first),
                        evidence,
                        disclosure,
                        phrases)));
    }

    private static Map<String, List<AreaReading>> places(Evidence evidence) {
        Map<String, List<AreaReading>> byId = new LinkedHashMap<>();
        Stream.concat(
                        evidence.terms().listReadings().stream(),
                        evidence.terms().listLines().stream())
                .forEach(place -> byId.computeIfAbsent(place.area(), id -> new ArrayList<>())
                        .add(place));
        Map<String, List<AreaReading>> ordered = new LinkedHashMap<>();
        byId.entrySet().stream()
                .sorted(Comparator.comparing(place -> -place.getValue().size()))
                .forEach(place -> ordered.put(place.getKey(), place.getValue()));
        return ordered;
    }

    /** All readings of an area are asked about the time of the first; lines are not assessed. */
    private static Map<Optional<String>, Question> questions(
            List<AreaReading> readings, Evidence evidence, Instant now) {
        Map<Optional<String>, Question> questions = new LinkedHashMap<>();
        if (readings.getFirst().outline().isLine()) {
            return questions;
        }
        Question first = Asked.NOTHING.question(readings.getFirst(), evidence, now, true);
        for (AreaReading reading : readings) {
            Question question = new Question(
                    reading.area(),
                    reading.reading(),
                    first.from(),
                    first.to(),
                    first.baseline(),
                    now);
            if (question.findProblem(evidence.terms()).isEmpty()) {
                questions.put(reading.reading(), question);
            }
        }
        return questions;
    }

    private static List<Incident> incidents(
            Evidence evidence, AreaReading place, Optional<Question> question) {
        if (question.isEmpty()) {
            return evidence.listIncidents();
        }
        Period window = new Period(
                question.get().from().startIn(place.zone()),
                question.get().to().endIn(place.zone()));
        return evidence.listIncidents().stream()
                .filter(incident -> window.contains(incident.occurred().begins(place.zone())))
                .toList();
    }
}
