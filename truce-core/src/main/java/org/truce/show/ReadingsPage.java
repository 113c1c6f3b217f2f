package org.truce.show;

import org.truce.assess.AnswerWording;
import org.truce.assess.Assessor;
import org.truce.assess.Evidence;
import org.truce.assess.FigureText;
import org.truce.assess.Question;
import org.truce.assess.Status;
import org.truce.base.Moment;
import org.truce.base.Period;
import org.truce.base.Phrase;
import org.truce.base.Phrases;
import org.truce.reconcile.Incident;
import org.truce.terms.AreaReading;

import java.time.Instant;
import java.time.LocalDate;
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
 * @param form what was asked, filled in
 * @param choices every area and line, those with most readings first
 * @param time the time in which incidents are counted, in words; empty where all are
 * @param view what it comes to; empty where there is no area and no line
 */
public record ReadingsPage(
        Overview.Form form,
        List<Overview.Choice> choices,
        Optional<String> time,
        Optional<ReadingsView> view) {

    public ReadingsPage {
        choices = List.copyOf(choices);
    }

    /**
     * Why it cannot be answered and what to do; empty when it can, also where there is no area.
     *
     * @param now the present
     */
    public static Optional<Phrase> findProblem(Evidence evidence, Asked asked, Instant now) {
        Map<String, List<AreaReading>> places = places(evidence);
        if (asked.area().isPresent() && !places.containsKey(asked.area().get())) {
            return Optional.of(Phrase.of("show.problem.no-place"));
        }
        return findReadings(places, asked)
                .filter(readings -> !readings.getFirst().outline().isLine())
                .flatMap(readings -> asked.question(readings.getFirst(), evidence, now, true)
                        .findProblem(evidence.terms()));
    }

    /**
     * @param asked its area is the id of an area or a line; the one with most readings where it has
     *     none
     * @param now the present
     */
    public static ReadingsPage of(
            Evidence evidence, Asked asked, Instant now, Disclosure disclosure, Phrases phrases) {
        Map<String, List<AreaReading>> places = places(evidence);
        Optional<List<AreaReading>> chosen = findReadings(places, asked);
        if (chosen.isEmpty()) {
            return new ReadingsPage(
                    form(asked, "", Optional.empty()),
                    List.of(),
                    Optional.empty(),
                    Optional.empty());
        }
        List<AreaReading> readings = chosen.get();
        String area = readings.getFirst().area();
        Map<Optional<String>, Question> questions = questions(readings, asked, evidence, now);
        Map<Optional<String>, Status> statuses = new LinkedHashMap<>();
        questions.forEach((reading, question) ->
                statuses.put(reading, Assessor.assess(evidence, question).status()));
        Optional<Question> first = questions.values().stream().findFirst();
        return new ReadingsPage(
                form(asked, area, first),
                choices(places, area, phrases),
                first.map(question -> phrases.say(
                                "show.readings-time",
                                phrases.say(FigureText.date(question.from().writtenDate())),
                                phrases.say(FigureText.date(question.to().writtenDate())))
                        + AnswerWording.settings(evidence.settings())
                                .map(own -> " " + phrases.say(own))
                                .orElse("")),
                Optional.of(ReadingsView.of(
                        readings,
                        statuses,
                        incidents(evidence, readings.getFirst(), first),
                        evidence,
                        disclosure,
                        phrases)));
    }

    private static Optional<List<AreaReading>> findReadings(
            Map<String, List<AreaReading>> places, Asked asked) {
        return asked.area()
                .or(() -> places.keySet().stream().findFirst())
                .flatMap(area -> Optional.ofNullable(places.get(area)));
    }

    private static List<Overview.Choice> choices(
            Map<String, List<AreaReading>> places, String chosen, Phrases phrases) {
        return places.entrySet().stream()
                .map(place -> new Overview.Choice(
                        place.getKey(),
                        "",
                        phrases.say(
                                "show.readings-choice",
                                Rows.words(place.getValue().getFirst().name(), phrases),
                                String.valueOf(place.getValue().size())),
                        place.getKey().equals(chosen)))
                .toList();
    }

    private static Overview.Form form(Asked asked, String area, Optional<Question> question) {
        Optional<Question.Span> baseline = question.flatMap(Question::baseline);
        return new Overview.Form(
                area,
                "",
                question.map(Question::from).or(asked::from).map(Moment::text).orElse(""),
                question.map(Question::to).or(asked::to).map(Moment::text).orElse(""),
                baseline.map(span -> span.from().text()).orElse(""),
                baseline.map(span -> span.to().text()).orElse(""),
                asked.asKnown().map(LocalDate::toString).orElse(""));
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
            List<AreaReading> readings, Asked asked, Evidence evidence, Instant now) {
        Map<Optional<String>, Question> questions = new LinkedHashMap<>();
        if (readings.getFirst().outline().isLine()) {
            return questions;
        }
        Question first = asked.question(readings.getFirst(), evidence, now, true);
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
