package org.truce.show;

import org.truce.assess.Answer;
import org.truce.assess.Assessment;
import org.truce.assess.Further;
import org.truce.assess.FurtherWording;
import org.truce.base.Phrase;
import org.truce.base.Phrases;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An answer in the stable JSON shape of {@code truce assess}; see
 * docs/reference/schemas/assess.schema.json, which says what each field means.
 */
public record AssessView(
        String area,
        Optional<String> reading,
        String status,
        String sentence,
        Answer.Said incidents,
        Answer.Said breaches,
        Answer.Said undetermined,
        List<Kind> kinds,
        List<Kind> counted,
        Answer.Said civiliansKilled,
        Answer.Days days,
        Ratio ratio,
        OptionalDouble probabilityBelowHalf,
        OptionalDouble probabilityLower,
        Optional<Change> change,
        FurtherView.Present present,
        FurtherView.Delay delay,
        Further.Severity severity,
        FurtherView.Sources sources,
        List<FurtherView.HotSpot> hotspots,
        int hotspotsLeftOut,
        List<FurtherView.ExcludedGroup> excludedGroups,
        FurtherView.Outlook outlook,
        List<FurtherView.Unseen> unseen,
        FurtherView.Comparison comparison,
        List<FurtherView.UnderReading> sensitivity,
        Answer.Coverage coverage,
        Basis basis,
        List<String> breachIds,
        List<String> undeterminedIds,
        List<String> refutedIds,
        List<String> countedEntries,
        Optional<String> incompleteFrom,
        Optional<String> asKnown,
        boolean reconstructed,
        long leftOutWithoutDate,
        List<String> notes) {

    /** How many of one kind. */
    public record Kind(String type, int before, int during) {}

    /** Observed ratio of rates and its posterior interval; all but the level null without one. */
    public record Ratio(
            OptionalDouble estimate, OptionalDouble low, OptionalDouble high, double level) {}

    /** One change of the rate against none: when, and the rates a day before and after it. */
    public record Change(
            double probability,
            String date,
            String earliest,
            String latest,
            double level,
            double before,
            double after) {}

    /** What the rates rest on. */
    public record Basis(Optional<String> register, String how) {}

    private static final double LEVEL = 0.9;

    public static AssessView of(Assessment assessment, Phrases phrases) {
        Answer answer = assessment.answer();
        FurtherView further = new FurtherView(assessment.further());
        Optional<Answer.Comparison> ratio = answer.ratio();
        return new AssessView(
                answer.area(),
                answer.reading(),
                answer.status().code(),
                say(answer.sentence(), phrases),
                counted(answer.incidents(), answer),
                counted(answer.breaches(), answer),
                counted(answer.undetermined(), answer),
                kinds(answer.kinds()),
                kinds(answer.counted()),
                answer.civiliansKilled(),
                answer.days(),
                new Ratio(
                        ratio.map(Answer.Comparison::estimate).orElse(OptionalDouble.empty()),
                        figure(ratio.map(Answer.Comparison::low)),
                        figure(ratio.map(Answer.Comparison::high)),
                        ratio.map(Answer.Comparison::level).orElse(LEVEL)),
                figure(ratio.map(Answer.Comparison::belowHalf)),
                figure(ratio.map(Answer.Comparison::lower)),
                answer.change().map(AssessView::change),
                further.present(),
                further.delay(),
                assessment.further().severity(),
                further.sources(),
                further.hotSpots(),
                assessment.further().hotSpots().leftOut(),
                further.excludedGroups(),
                further.outlook(),
                further.unseen(),
                further.comparison(),
                further.sensitivity(),
                answer.coverage(),
                new Basis(answer.basis().register(), answer.basis().how().code()),
                answer.breachIds(),
                answer.undeterminedIds(),
                answer.refutedIds(),
                answer.countedEntries(),
                answer.incompleteFrom().map(Object::toString),
                answer.asKnown().map(Object::toString),
                answer.reconstructed(),
                answer.leftOutWithoutDate(),
                Stream.concat(
                                notes(assessment),
                                FurtherWording.notes(assessment.further(), assessment.settings())
                                        .stream())
                        .map(phrases::say)
                        .toList());
    }

    /** Of a window of which the register that counts watched nothing there is no number. */
    private static Answer.Said counted(Answer.BeforeDuring count, Answer answer) {
        boolean known = answer.basis().how() == Answer.How.NONE;
        return new Answer.Said(
                known || answer.days().before() > 0
                        ? OptionalInt.of(count.before())
                        : OptionalInt.empty(),
                known || answer.days().during() > 0
                        ? OptionalInt.of(count.during())
                        : OptionalInt.empty());
    }

    /** What would be, did the rate go on, is not said beside what an outlook expects. */
    private static Stream<Phrase> notes(Assessment assessment) {
        boolean outlook = !assessment.further().ahead().list().isEmpty();
        return assessment.answer().notes().stream()
                .filter(note -> !outlook || !note.key().equals("assess.note-outlook"));
    }

    private static List<Kind> kinds(List<Answer.Kind> kinds) {
        return kinds.stream()
                .map(kind -> new Kind(
                        kind.type(), kind.count().before(), kind.count().during()))
                .toList();
    }

    private static Change change(Answer.Change change) {
        return new Change(
                change.probability(),
                change.date().toString(),
                change.earliest().toString(),
                change.latest().toString(),
                change.level(),
                change.before(),
                change.after());
    }

    private static OptionalDouble figure(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    /** Sentences one after another. */
    static String say(List<Phrase> sentences, Phrases phrases) {
        return sentences.stream().map(phrases::say).collect(Collectors.joining(" "));
    }
}
