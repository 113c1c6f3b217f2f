package org.truce.assess;

import org.truce.assess.counts.RatioWithBursts;
import org.truce.base.Phrase;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The rule by which figures become one of the six statuses; the first line that applies decides.
 * "The rate" is of breaches a day by a register that watches steadily, P its posterior probability
 * ({@link RatioPosterior}).
 *
 * <ol type="a">
 *   <li>No part of the window is in force: not in force. Where no agreement says from when on
 *       anything is forbidden: cannot tell.
 *   <li>No register watches steadily, or it covers less than half of the window's days, or, when a
 *       line after c is needed, less than half of the baseline's: cannot tell.
 *   <li>No breach and no undetermined incident in the window, in any register, at least 80 % of the
 *       days observed, and a week or more: holding.
 *   <li>No baseline was asked for, or no breach in it: there is nothing to compare with, cannot
 *       tell.
 *   <li>P(rate below two thirds of before) is at least 80 %: holding with exceptions.
 *   <li>P(rate below before) is at least 80 %: under strain.
 *   <li>P(rate below half of before) is at least 20 %: too few events to tell a halving from no
 *       change, cannot tell.
 *   <li>P(rate below before) is above 50 %: under strain.
 *   <li>Else the rate is no lower than before: not holding.
 * </ol>
 *
 * <p>Half, two thirds, 80 and 20 % are the usual {@link AssessSettings}. 80 % is where ICD-203's
 * "very likely" begins, 20 % where its "very unlikely" ends. Why these lines, and which were
 * rejected: docs/decisions/0003-status-rule.md.
 */
public final class HoldingRule {
    private static final double EVEN = 0.5;

    /** Fewer quiet days than a week are no quiet. */
    private static final double LEAST_QUIET_DAYS = 6.9;

    /** Equal counts in equal days give one half up to rounding; they must not fall by chance. */
    private static final double ROUNDING = 1e-9;

    private final AssessSettings settings;

    private HoldingRule(AssessSettings settings) {
        this.settings = settings;
    }

    /**
     * What the rule looks at.
     *
     * @param anyTerms whether any agreement says from when on something is forbidden in the area
     * @param anyTimeInForce whether any part of the window is in force
     * @param steady whether a register that watches steadily stands behind the counts
     * @param during its counts in the window
     * @param before its counts in the baseline; empty when no baseline was asked for
     * @param knownElsewhere breaches and undetermined incidents of the window that are known from
     *     registers without steady coverage only: they enter no rate, yet nobody may say "holding"
     *     over them
     * @param bursts how counts by day scatter, where there are any; else they are taken for Poisson
     */
    public record Basis(
            boolean anyTerms,
            boolean anyTimeInForce,
            boolean steady,
            WindowCount during,
            Optional<WindowCount> before,
            int knownElsewhere,
            Optional<RatioWithBursts> bursts) {
        public Basis {
            if (knownElsewhere < 0) {
                throw new IllegalArgumentException("a count is 0 or more: " + knownElsewhere);
            }
        }

        /** The comparison of rates; empty when one of the windows has no observed day. */
        public Optional<RatioPosterior> findRatio() {
            return before.filter(counted -> counted.observedDays() > 0 && during.observedDays() > 0)
                    .map(counted -> bursts.<RatioPosterior>map(known ->
                                    known.withEvents(counted.breaches(), during.breaches()))
                            .orElseGet(() -> new RateRatio(counted.rate(), during.rate())));
        }

        /**
         * The ratio of the observed rates; empty when one of the windows has no observed day, or
         * there was no breach before. Weekday and season are in the posterior only.
         */
        public OptionalDouble findEstimate() {
            return before.filter(counted -> counted.observedDays() > 0 && during.observedDays() > 0)
                    .map(counted -> new RateRatio(counted.rate(), during.rate()).estimate())
                    .orElseGet(OptionalDouble::empty);
        }

        private Basis withEveryUndeterminedABreach() {
            return new Basis(
                    anyTerms,
                    anyTimeInForce,
                    steady,
                    during.withEveryUndeterminedABreach(),
                    before.map(WindowCount::withEveryUndeterminedABreach),
                    knownElsewhere,
                    bursts);
        }

        private Basis withNoUndeterminedABreach() {
            return new Basis(
                    anyTerms,
                    anyTimeInForce,
                    steady,
                    during.withNoUndeterminedABreach(),
                    before.map(WindowCount::withNoUndeterminedABreach),
                    knownElsewhere,
                    bursts);
        }
    }

    /**
     * The rule's answer.
     *
     * @param line the line that decided
     * @param because what that line says, with its figures
     * @param ifEveryUndetermined the status were every undetermined incident a breach, in the
     *     window and in the baseline
     * @param ifNoUndetermined the status were none of them one
     */
    public record Ruling(
            RuleLine line, Phrase because, Status ifEveryUndetermined, Status ifNoUndetermined) {
        public Status status() {
            return line.status();
        }

        /** The line by its letter in docs/reference/assessment.md, and what it says. */
        public Phrase explained() {
            return Phrase.of("assess.rule", String.valueOf(line.letter()), because);
        }

        /** Whether the status would change with what the undetermined incidents turn out to be. */
        public boolean dependsOnUndetermined() {
            return ifEveryUndetermined != status() || ifNoUndetermined != status();
        }
    }

    /** Applies the rule. */
    public static Ruling decide(Basis basis, AssessSettings settings) {
        HoldingRule rule = new HoldingRule(settings);
        RuleLine line = rule.line(basis);
        return new Ruling(
                line,
                rule.because(line, basis),
                rule.line(basis.withEveryUndeterminedABreach()).status(),
                rule.line(basis.withNoUndeterminedABreach()).status());
    }

    private RuleLine line(Basis basis) {
        WindowCount during = basis.during();
        if (!basis.anyTerms()) {
            return RuleLine.NO_TERMS;
        }
        if (!basis.anyTimeInForce()) {
            return RuleLine.OUTSIDE_FORCE;
        }
        if (!basis.steady()) {
            return RuleLine.NOT_STEADY;
        }
        if (during.observedShare() < settings.halfObserved()) {
            return RuleLine.WINDOW_UNOBSERVED;
        }
        boolean noneSeen =
                during.breaches() == 0 && during.undetermined() == 0 && basis.knownElsewhere() == 0;
        if (noneSeen
                && during.observedShare() >= settings.mostlyObserved()
                && during.observedDays() >= LEAST_QUIET_DAYS) {
            return RuleLine.NONE_OBSERVED;
        }
        return basis.before()
                .map(before -> comparedLine(before, basis))
                .orElse(RuleLine.NO_BASELINE);
    }

    private RuleLine comparedLine(WindowCount before, Basis basis) {
        if (before.observedShare() < settings.halfObserved()) {
            return RuleLine.BASELINE_UNOBSERVED;
        }
        if (before.breaches() == 0) {
            return RuleLine.NONE_BEFORE;
        }
        RatioPosterior ratio = basis.findRatio().orElseThrow();
        double lower = ratio.probabilityLower();
        if (ratio.probabilityBelow(settings.exceptionsBelow()) >= settings.veryLikely()) {
            return RuleLine.WELL_BELOW;
        }
        if (lower >= settings.veryLikely()) {
            return RuleLine.LOWER;
        }
        if (ratio.probabilityBelowHalf() >= settings.notVeryUnlikely()) {
            return RuleLine.TOO_FEW;
        }
        return lower > EVEN + ROUNDING ? RuleLine.LEANS_LOWER : RuleLine.NO_LOWER;
    }

    private Phrase because(RuleLine line, Basis basis) {
        String key = "assess.because-" + line.code();
        return switch (line) {
            case OUTSIDE_FORCE, NO_TERMS, NOT_STEADY, NO_BASELINE -> Phrase.of(key);
            case WINDOW_UNOBSERVED, NONE_OBSERVED -> becauseOf(key, basis.during());
            case BASELINE_UNOBSERVED, NONE_BEFORE ->
                becauseOf(key, basis.before().orElseThrow());
            case WELL_BELOW, LOWER, TOO_FEW, LEANS_LOWER, NO_LOWER -> {
                RatioPosterior ratio = basis.findRatio().orElseThrow();
                yield Phrase.of(
                        key,
                        FigureText.percent(ratio.probabilityBelowHalf()),
                        FigureText.percent(ratio.probabilityLower()),
                        FigureText.percent(ratio.probabilityBelow(settings.exceptionsBelow())),
                        FigureText.share(settings.exceptionsBelow()),
                        FigureText.share(settings.veryLikely()));
            }
        };
    }

    private Phrase becauseOf(String key, WindowCount window) {
        return Phrase.of(
                key,
                FigureText.days(window.observedDays()),
                FigureText.days(window.days()),
                FigureText.share(settings.halfObserved()));
    }
}
