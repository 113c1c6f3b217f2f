package org.truce.assess;

import org.truce.assess.counts.DailyCounts;
import org.truce.assess.counts.RatioWithBursts;
import org.truce.base.Period;
import org.truce.base.Phrase;

import java.util.List;
import java.util.Optional;

/**
 * What a steadily watching register counted in the window and in the baseline.
 *
 * @param register whose figures
 * @param unit what is counted, for example "lethal event"
 * @param during its counts in the window
 * @param before its counts in the baseline
 * @param incidents everything counted, breach or not
 * @param kinds breaches by type of event; for counts by period all that is counted, by parties
 * @param breachIds the incidents behind the breaches; empty for counts by period
 * @param undeterminedIds the incidents behind the undetermined; empty for counts by period
 * @param entries the counts by period that were added up; empty for incidents
 * @param covered the stretches of the window that the register watched
 * @param series what it watched of the baseline, then of the window, in days or in periods with a
 *     count; its breaches are those of {@code before} and {@code during}
 * @param notes what was left out or cut
 */
record Counting(
        Answer.How how,
        String register,
        String unit,
        WindowCount during,
        WindowCount before,
        Answer.BeforeDuring incidents,
        List<Answer.Kind> kinds,
        Answer.Said civiliansKilled,
        List<String> breachIds,
        List<String> undeterminedIds,
        List<String> entries,
        List<Period> covered,
        List<Watched> series,
        List<Phrase> notes) {

    /** What the days of both windows say of how events scatter; empty without days in both. */
    Optional<RatioWithBursts> findBursts(Window window, Window baseline) {
        if (how != Answer.How.INCIDENTS) {
            return Optional.empty();
        }
        DailyCounts daysBefore = daily(baseline);
        DailyCounts daysDuring = daily(window);
        return daysBefore.days().isEmpty() || daysDuring.days().isEmpty()
                ? Optional.empty()
                : Optional.of(RatioWithBursts.of(daysBefore, daysDuring));
    }

    /** The ratio of the two rates; empty where one of the windows was not watched. */
    Optional<RatioPosterior> findRatio(Window window, Window baseline) {
        return before.observedDays() > 0 && during.observedDays() > 0
                ? findBursts(window, baseline)
                        .<RatioPosterior>map(known -> known)
                        .or(() -> Optional.of(new RateRatio(before.rate(), during.rate())))
                : Optional.empty();
    }

    private DailyCounts daily(Window of) {
        return new DailyCounts(series.stream()
                .filter(watched -> of.period().contains(watched.period().from()))
                .map(watched -> watched.daily(of.zone()))
                .toList());
    }

    /** The smaller of the two observed shares, by which registers are preferred. */
    double observedShare() {
        return Math.min(during.observedShare(), before.observedShare());
    }
}
