package org.truce.show;

import org.truce.assess.Answer;
import org.truce.assess.Evidence;
import org.truce.assess.FigureText;
import org.truce.base.Phrase;
import org.truce.base.Phrases;
import org.truce.record.Entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One answer on a page or in a report.
 *
 * @param key area and reading, for anchors: "south-west-announced"
 * @param sentences the answer in words, the first the most important
 * @param figures what stands behind it; each figure leads to what it rests on
 */
public record AnswerBlock(
        String key,
        String area,
        Optional<String> reading,
        String name,
        String status,
        String statusWord,
        List<String> sentences,
        List<Figure> figures,
        List<KindRow> kinds,
        List<KindRow> counted,
        List<String> notes,
        List<String> breachIds,
        List<String> undeterminedIds,
        List<String> refutedIds,
        List<String> countedEntries) {

    private static final String NOT_OBSERVED = "–";

    /** A label with its figures before and during; a single figure stands under "during". */
    public record Figure(String label, String before, String during) {}

    /** How many of one kind before and during. */
    public record KindRow(String type, int before, int during) {}

    public static AnswerBlock of(Answer answer, String name, Phrases phrases) {
        return new AnswerBlock(
                answer.area() + answer.reading().map(r -> "-" + r).orElse(""),
                answer.area(),
                answer.reading(),
                name,
                answer.status().code(),
                phrases.say("assess.status-" + answer.status().code()),
                answer.sentence().stream().map(phrases::say).toList(),
                figures(answer, phrases),
                kinds(answer.kinds(), phrases),
                kinds(answer.counted(), phrases),
                answer.notes().stream().map(phrases::say).toList(),
                answer.breachIds(),
                answer.undeterminedIds(),
                answer.refutedIds(),
                answer.countedEntries());
    }

    private static List<KindRow> kinds(List<Answer.Kind> kinds, Phrases phrases) {
        return kinds.stream()
                .map(kind -> new KindRow(
                        typeWord(kind.type(), phrases),
                        kind.count().before(),
                        kind.count().during()))
                .toList();
    }

    private static String typeWord(String type, Phrases phrases) {
        return phrases.find("show.type." + type).orElse(type);
    }

    private static List<Figure> figures(Answer answer, Phrases phrases) {
        boolean rated = answer.basis().how() != Answer.How.NONE;
        List<Figure> figures = new ArrayList<>();
        figures.add(
                figure(rated ? "breaches" : "breaches-known", answer.breaches(), answer, phrases));
        if (rated) {
            figures.add(new Figure(
                    phrases.say("show.figure.per-day"),
                    perDay(answer.perDay().before()),
                    perDay(answer.perDay().during())));
            figures.add(new Figure(
                    phrases.say("show.figure.days"),
                    FigureText.days(answer.days().before()),
                    FigureText.days(answer.days().during())));
        }
        figures.add(figure("undetermined", answer.undetermined(), answer, phrases));
        figures.add(figure("incidents", answer.incidents(), answer, phrases));
        figures.add(new Figure(
                phrases.say("show.figure.civilians"),
                said(answer.civiliansKilled().before()),
                said(answer.civiliansKilled().during())));
        answer.ratio().ifPresent(ratio -> figures.add(ratio(ratio, phrases)));
        figures.add(new Figure(
                phrases.say("show.figure.observed"),
                "",
                phrases.say(
                        "show.figure.of-days",
                        Integer.toString(answer.coverage().observedDays()),
                        Integer.toString(answer.coverage().days()))));
        figures.add(new Figure(
                phrases.say("show.figure.basis"),
                "",
                phrases.say(
                        "show.basis." + answer.basis().how().code(),
                        answer.basis().register().orElse(""))));
        return figures;
    }

    private static Figure figure(
            String key, Answer.BeforeDuring count, Answer answer, Phrases phrases) {
        return new Figure(
                phrases.say("show.figure." + key),
                counted(count.before(), answer.days().before(), answer),
                counted(count.during(), answer.days().during(), answer));
    }

    /** A count of no observed day is no zero; what is known without a register's count is. */
    private static String counted(int count, double days, Answer answer) {
        return days > 0 || answer.basis().how() == Answer.How.NONE
                ? Integer.toString(count)
                : NOT_OBSERVED;
    }

    private static String said(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : NOT_OBSERVED;
    }

    private static Figure ratio(Answer.Comparison ratio, Phrases phrases) {
        String estimate = ratio.estimate().isPresent()
                ? FigureText.decimal(ratio.estimate().getAsDouble())
                : phrases.say("show.none");
        return new Figure(
                phrases.say("show.figure.ratio"),
                "",
                phrases.say(Phrase.of(
                        "show.figure.interval",
                        estimate,
                        Math.round(100 * ratio.level()),
                        FigureText.decimal(ratio.low()),
                        FigureText.decimal(ratio.high()))));
    }

    private static String perDay(OptionalDouble rate) {
        return rate.isPresent() ? FigureText.decimal(rate.getAsDouble()) : NOT_OBSERVED;
    }

    /** In which register each count by period stands, by its id: what links to counts need. */
    public static Map<String, String> registersOfCounts(Evidence evidence) {
        Map<String, String> registers = new HashMap<>();
        for (Entry.PeriodCount count : evidence.known().list(Entry.PeriodCount.class)) {
            registers.put(count.id(), count.register());
        }
        return registers;
    }
}
