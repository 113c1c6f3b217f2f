package org.truce.assess;

import org.truce.base.Period;
import org.truce.base.Phrase;

import java.util.List;

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
        Answer.BeforeDuring civiliansKilled,
        List<String> breachIds,
        List<String> undeterminedIds,
        List<String> entries,
        List<Period> covered,
        List<Watched> series,
        List<Phrase> notes) {

    /** The smaller of the two observed shares, by which registers are preferred. */
    double observedShare() {
        return Math.min(during.observedShare(), before.observedShare());
    }
}
