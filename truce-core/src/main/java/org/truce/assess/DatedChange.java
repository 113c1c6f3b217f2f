package org.truce.assess;

import org.truce.assess.change.SingleChange;
import org.truce.base.Phrase;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * When the rate of breaches changed, if it did so once: {@link SingleChange} on what a register
 * counted in the baseline and in the window together. Time that it did not watch is in no stretch
 * of the series, and neither is time between the two windows.
 */
final class DatedChange {
    /** The level of the interval of the date. */
    static final double LEVEL = AnswerWording.INTERVAL_LEVEL;

    /** Of fewer, one stretch that stands out is half of the series or more. */
    static final int MIN_STRETCHES = 4;

    private DatedChange() {}

    /**
     * The change; empty for fewer stretches than {@link #MIN_STRETCHES}, and where no breach was
     * counted at all.
     *
     * @param series in order of time
     */
    static Optional<Answer.Change> find(List<Watched> series, ZoneId zone) {
        return series.size() < MIN_STRETCHES
                ? Optional.empty()
                : findPrior(series)
                        .flatMap(prior -> SingleChange.find(
                                series.stream().map(Watched::rate).toList(), prior))
                        .map(change -> dated(change, series, zone));
    }

    /** The change in words, or that there are too few stretches for one. */
    static Optional<Phrase> note(List<Watched> series, ZoneId zone, Yardstick yardstick) {
        return series.size() < MIN_STRETCHES
                ? Optional.of(Phrase.of(
                        "assess.note-change-few",
                        Integer.toString(series.size()),
                        Integer.toString(MIN_STRETCHES)))
                : find(series, zone).map(change -> AnswerWording.change(change, yardstick));
    }

    /**
     * One breach at the mean rate of the series: Gamma(1, days / breaches), the weight of one
     * observation (Kass and Wasserman 1995, unit information). The evidence for a change then does
     * not hang on the unit of time or on how much fighting there is.
     */
    static Optional<GammaPoisson.Prior> findPrior(List<Watched> series) {
        int breaches = series.stream().mapToInt(Watched::breaches).sum();
        double days = series.stream().mapToDouble(Watched::days).sum();
        return breaches == 0
                ? Optional.empty()
                : Optional.of(new GammaPoisson.Prior(1, days / breaches));
    }

    /**
     * The change lies between two stretches of the model, and in truth anywhere in them: counts do
     * not say on which of their days. So the interval takes in both whole.
     */
    private static Answer.Change dated(SingleChange change, List<Watched> series, ZoneId zone) {
        SingleChange.Between between = change.between(LEVEL);
        // The most probable place may lie in a tail; the interval takes it in.
        int first = Math.min(between.first(), change.mode());
        int last = Math.max(between.last(), change.mode());
        return new Answer.Change(
                change.probability(),
                window(series.get(change.mode()), zone).firstDay(),
                window(series.get(first - 1), zone).firstDay(),
                window(series.get(last), zone).lastDay(),
                between.level(),
                change.beforePerDay(),
                change.afterPerDay());
    }

    private static Window window(Watched watched, ZoneId zone) {
        return new Window(watched.period(), zone);
    }
}
