package org.truce.assess;

import org.truce.assess.change.ChangeAlarm;
import org.truce.base.Phrase;
import org.truce.record.Agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says an answer in words: the answer itself first, then what it rests on, how likely it is, and
 * its limits, each in its own sentence. A likelihood word stands in a sentence of its own; "no
 * breach observed" is never said as "no breach"; a difference between before and during gets no
 * cause.
 */
public final class AnswerWording {
    /** The level of the interval that is printed. */
    public static final double INTERVAL_LEVEL = 0.9;

    private static final Map<String, String> UNIT_KEYS =
            Map.of("lethal event", "assess.unit-lethal-event");

    private AnswerWording() {}

    /** The sentences in the order in which to show them; the first is the answer in short. */
    public static List<Phrase> sentences(Figures figures) {
        List<Phrase> sentences = new ArrayList<>();
        sentences.add(answer(figures));
        figures.assessed().ifPresent(assessed -> addRest(figures, assessed, sentences));
        return List.copyOf(sentences);
    }

    /** How many breaches the latest part of the window holds. */
    static Phrase latest(Window part, Rate rate) {
        return Phrase.of(
                "assess.latest",
                span(part),
                String.valueOf(rate.events()),
                FigureText.decimal(rate.perDay()));
    }

    /** When the rate changed, if it did; never what made it. */
    static Phrase change(Answer.Change change, Yardstick yardstick) {
        return Phrase.of(
                "assess.note-change",
                yardstick.word(change.probability()),
                FigureText.percent(change.probability()),
                FigureText.date(change.date()),
                FigureText.share(change.level()),
                Phrase.of(
                        "assess.span",
                        FigureText.date(change.earliest()),
                        FigureText.date(change.latest())),
                FigureText.decimal(change.before()),
                FigureText.decimal(change.after()));
    }

    /** That the last fortnight differs from the time before it. */
    static Phrase alarm(ChangeAlarm alarm) {
        return Phrase.of(
                alarm.higher() ? "assess.further-alarm-higher" : "assess.further-alarm-lower",
                String.valueOf(ChangeAlarm.FORTNIGHT),
                String.valueOf(alarm.seen()),
                FigureText.decimal(alarm.expected()),
                FigureText.share(alarm.falseShare()));
    }

    /** That a mission's own settings decided; empty by the usual ones. */
    public static Optional<Phrase> settings(AssessSettings settings) {
        return settings.equals(AssessSettings.USUAL)
                ? Optional.empty()
                : Optional.of(
                        Phrase.of("assess.note-settings", String.join(", ", settings.listOwn())));
    }

    /** The word for a status: "holding with exceptions". */
    public static Phrase status(Status status) {
        return Phrase.of("assess.status-" + status.code());
    }

    private static void addRest(Figures figures, Window assessed, List<Phrase> sentences) {
        if (!assessed.equals(figures.asked())) {
            sentences.add(Phrase.of("assess.cut", span(assessed), span(figures.asked())));
        }
        addCounts(figures, sentences);
        addLikelihoods(figures, sentences);
        addUndetermined(figures, sentences);
        addKnown(figures, sentences);
        figures.incompleteFrom()
                .ifPresent(from -> sentences.add(Phrase.of(
                        "assess.incomplete",
                        FigureText.date(from),
                        String.valueOf(Windows.INCOMPLETE_DAYS))));
    }

    private static Phrase answer(Figures figures) {
        Phrase subject = subject(figures);
        Phrase span = span(figures.window());
        Phrase status = status(figures.ruling().status());
        return switch (figures.ruling().line()) {
            case OUTSIDE_FORCE,
                    NO_TERMS,
                    NOT_STEADY,
                    WINDOW_UNOBSERVED,
                    BASELINE_UNOBSERVED,
                    NO_BASELINE,
                    NONE_BEFORE,
                    TOO_FEW ->
                Phrase.of(
                        "assess.answer-why",
                        subject,
                        span,
                        status,
                        figures.ruling().because());
            case NONE_OBSERVED -> {
                WindowCount during = figures.basis().during();
                yield Phrase.of(
                        "assess.answer-none",
                        subject,
                        span,
                        status,
                        FigureText.days(during.observedDays()),
                        FigureText.days(during.days()));
            }
            case WELL_BELOW, LOWER, LEANS_LOWER, NO_LOWER ->
                compared(figures, subject, span, status);
        };
    }

    private static Phrase compared(Figures figures, Phrase subject, Phrase span, Phrase status) {
        RatioPosterior ratio = figures.basis().findRatio().orElseThrow();
        WindowCount during = figures.basis().during();
        String before =
                FigureText.decimal(figures.basis().before().orElseThrow().rate().perDay());
        if (during.breaches() == 0) {
            return Phrase.of(
                    "assess.answer-none-against",
                    subject,
                    span,
                    status,
                    figures.source().orElseThrow().register(),
                    FigureText.days(during.observedDays()),
                    FigureText.days(during.days()),
                    before);
        }
        Interval interval = ratio.posteriorInterval(INTERVAL_LEVEL);
        return Phrase.of(
                "assess.answer-rates",
                subject,
                span,
                status,
                FigureText.decimal(during.rate().perDay()),
                before,
                FigureText.decimal(figures.basis().findEstimate().orElseThrow()),
                FigureText.share(INTERVAL_LEVEL),
                FigureText.decimal(interval.low()),
                FigureText.decimal(interval.high()),
                unit(figures.source().orElseThrow().unit()));
    }

    private static void addCounts(Figures figures, List<Phrase> sentences) {
        figures.source().ifPresent(source -> {
            WindowCount during = figures.basis().during();
            if (during.observedDays() == 0) {
                return; // "0, with 0 of 30 days covered" would be a zero from silence
            }
            sentences.add(Phrase.of(
                    source.whereCovered() ? "assess.counted-where-covered" : "assess.counted",
                    source.register(),
                    unit(source.unit()),
                    String.valueOf(during.breaches()),
                    FigureText.days(during.observedDays()),
                    FigureText.days(during.days())));
            figures.baseline()
                    .filter(window -> figures.basis().before().orElseThrow().observedDays() > 0)
                    .ifPresent(window -> addBaseline(figures, window, sentences));
        });
    }

    private static void addBaseline(Figures figures, Window baseline, List<Phrase> sentences) {
        WindowCount before = figures.basis().before().orElseThrow();
        sentences.add(Phrase.of(
                "assess.counted-before",
                span(baseline),
                String.valueOf(before.breaches()),
                FigureText.days(before.observedDays()),
                FigureText.days(before.days())));
    }

    private static void addLikelihoods(Figures figures, List<Phrase> sentences) {
        switch (figures.ruling().line()) {
            case OUTSIDE_FORCE,
                    NOT_STEADY,
                    WINDOW_UNOBSERVED,
                    NONE_OBSERVED,
                    BASELINE_UNOBSERVED,
                    NO_BASELINE,
                    NONE_BEFORE -> {}
            case WELL_BELOW, LOWER, TOO_FEW, LEANS_LOWER, NO_LOWER -> {
                RatioPosterior ratio = figures.basis().findRatio().orElseThrow();
                sentences.add(likelihood(
                        "assess.likely-below-half", ratio.probabilityBelowHalf(), figures));
                sentences.add(likelihood("assess.likely-lower", ratio.probabilityLower(), figures));
                sentences.add(Phrase.of("assess.no-cause"));
            }
        }
    }

    private static Phrase likelihood(String key, double probability, Figures figures) {
        return Phrase.of(
                key, figures.yardstick().word(probability), FigureText.percent(probability));
    }

    private static void addUndetermined(Figures figures, List<Phrase> sentences) {
        int during = figures.basis().during().undetermined();
        int before = figures.basis().before().map(WindowCount::undetermined).orElse(0);
        HoldingRule.Ruling ruling = figures.ruling();
        if (during + before == 0) {
            return;
        }
        sentences.add(Phrase.of(
                ruling.dependsOnUndetermined()
                        ? "assess.undetermined-matter"
                        : "assess.undetermined-same",
                String.valueOf(during),
                String.valueOf(before),
                status(ruling.ifEveryUndetermined()),
                status(ruling.ifNoUndetermined())));
    }

    private static void addKnown(Figures figures, List<Phrase> sentences) {
        if (figures.ruling().status() == Status.CANNOT_TELL) {
            sentences.add(
                    figures.listedBreaches() == 0
                            ? Phrase.of("assess.known-none")
                            : Phrase.of("assess.known", String.valueOf(figures.listedBreaches())));
        } else if (figures.basis().knownElsewhere() > 0) {
            sentences.add(Phrase.of(
                    "assess.known-elsewhere", String.valueOf(figures.basis().knownElsewhere())));
        }
    }

    private static Phrase subject(Figures figures) {
        Phrase name = name(figures.area());
        return figures.reading()
                .map(reading -> Phrase.of("assess.subject-reading", name, name(reading)))
                .orElse(name);
    }

    private static Phrase name(Agreement.Words words) {
        return Phrase.of("assess.name", words.en(), words.ar().orElse(words.en()));
    }

    private static Phrase span(Window window) {
        return Phrase.of(
                "assess.span",
                FigureText.date(window.firstDay()),
                FigureText.date(window.lastDay()));
    }

    private static Object unit(String unit) {
        String key = UNIT_KEYS.get(unit);
        return key == null ? unit : Phrase.of(key);
    }
}
