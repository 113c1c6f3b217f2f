package org.truce.show;

import org.truce.assess.Assessment;
import org.truce.assess.Evidence;
import org.truce.assess.FigureText;
import org.truce.assess.Further;
import org.truce.assess.FurtherWording;
import org.truce.assess.SourceVoices;
import org.truce.assess.sources.Claim;
import org.truce.assess.sources.Opinion;
import org.truce.base.Phrases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What stands beside an answer, as a page shows it: none of it decides the status, and none of it
 * names a source or a place.
 *
 * @param sentences each thing in a sentence of its own
 * @param disputed incidents of the time on which origins say different things
 * @param hotSpots incidents behind each hot spot, in the order of its sentences
 */
public record BesidePage(
        Overview.Form form,
        List<Overview.Choice> places,
        AnswerBlock answer,
        List<String> sentences,
        List<Disputed> disputed,
        List<List<String>> hotSpots) {
    private static final int MOST_VALUES = 3;

    public BesidePage {
        places = List.copyOf(places);
        sentences = List.copyOf(sentences);
        disputed = List.copyOf(disputed);
        hotSpots = List.copyOf(hotSpots);
    }

    /**
     * An incident on which origins differ.
     *
     * @param about who did it, or of what kind it was, in words
     * @param said by how many origins each value is claimed, in words
     * @param together the likeliest values with their likelihoods, in words
     */
    public record Disputed(String incident, String about, String said, String together) {}

    static BesidePage of(
            Assessment assessment,
            Overview.Form form,
            List<Overview.Choice> places,
            String name,
            Evidence evidence,
            Phrases phrases) {
        Further further = assessment.further();
        List<Disputed> disputed = new ArrayList<>();
        further.voices().attribution().disputed().stream()
                .map(opinion -> disputed(
                        opinion,
                        "show.beside-attribution",
                        actors -> names(actors, evidence, phrases),
                        phrases))
                .forEach(disputed::add);
        further.voices().type().disputed().stream()
                .map(opinion -> disputed(
                        opinion,
                        "show.beside-type",
                        code -> phrases.say("reconcile.group." + code),
                        phrases))
                .forEach(disputed::add);
        return new BesidePage(
                form,
                places,
                AnswerBlock.of(assessment.answer(), name, phrases),
                FurtherWording.notes(further, assessment.settings()).stream()
                        .map(phrases::say)
                        .toList(),
                disputed,
                further.hotSpots().list().stream()
                        .map(Further.HotSpot::incidentIds)
                        .toList());
    }

    private static Disputed disputed(
            Opinion opinion, String about, Function<String, String> name, Phrases phrases) {
        String comma = phrases.say("show.list-semicolon");
        return new Disputed(
                opinion.item(),
                phrases.say(about),
                String.join(
                        comma,
                        opinion.originsByValue().entrySet().stream()
                                .map(each -> phrases.say(
                                        "show.beside-said",
                                        word(each.getKey(), name, phrases),
                                        String.valueOf(each.getValue())))
                                .toList()),
                String.join(
                        comma,
                        opinion.likelihoods().stream()
                                .limit(MOST_VALUES)
                                .map(each -> phrases.say(
                                        "show.beside-value",
                                        word(each.value(), name, phrases),
                                        FigureText.percent(each.probability())))
                                .toList()));
    }

    /** Of those who are said to have acted together. */
    private static String names(String actors, Evidence evidence, Phrases phrases) {
        return Arrays.stream(actors.split(Pattern.quote(SourceVoices.TOGETHER)))
                .map(actor -> Rows.actorName(actor, evidence, phrases))
                .collect(Collectors.joining(" + "));
    }

    private static String word(String value, Function<String, String> name, Phrases phrases) {
        return Optional.of(value)
                .filter(Claim.UNDETERMINED::equals)
                .map(undetermined -> phrases.say("show.verdict.undetermined"))
                .orElseGet(() -> name.apply(value));
    }
}
