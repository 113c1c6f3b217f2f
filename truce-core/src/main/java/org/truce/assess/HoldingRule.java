package org.truce.assess;

import org.truce.base.Phrase;

import java.util.Optional;

/**
 * The rule by which figures become one of the six statuses; the first line that applies decides.
 * "The rate" is of breaches a day by a register that watches steadily, P its posterior probability
 * ({@link RateRatio}).
 *
 * <ol type="a">
 *   <li>No part of the window is in force: not in force.
 *   <li>No register watches steadily, or it covers less than half of the window's days, or, when a
 *       line after c is needed, less than half of the baseline's: cannot tell.
 *   <li>No breach and no undetermined incident in the window, in any register, and at least 80 % of
 *       the days observed: holding.
 *   <li>No baseline was asked for, or no breach in it: there is nothing to compare with, cannot
 *       tell.
 *   <li>P(rate below half of before) is at least 80 %: holding with exceptions.
 *   <li>P(rate below before) is at least 80 %: under strain.
 *   <li>P(rate below half of before) is at least 20 %: too few events to tell a halving from no
 *       change, cannot tell.
 *   <li>P(rate below before) is above 50 %: under strain.
 *   <li>Else the rate is no lower than before: not holding.
 * </ol>
 *
 * <p>80 % is where ICD-203's "very likely" begins, 20 % where its "very unlikely" ends. Why these
 * lines, and which were rejected: docs/decisions/0003-status-rule.md.
 */
public final class HoldingRule {
    static final double HALF_OBSERVED = 0.5;
    static final double MOSTLY_OBSERVED = 0.8;
    static final double VERY_LIKELY = 0.8;
    static final double NOT_VERY_UNLIKELY = 0.2;
    static final double EVEN = 0.5;

    /** Equal counts in equal days give one half up to rounding; they must not fall by chance. */
    private static final double ROUNDING = 1e-9;

    private HoldingRule() {}

    /**
     * What the rule looks at.
     *
     * @param anyTimeInForce whether any part of the window is in force
     * @param steady whether a register that watches steadily stands behind the counts
     * @param during its counts in the window
     * @param before its counts in the baseline; empty when no baseline was asked for
     * @param knownElsewhere breaches and undetermined incidents of the window that are known from
     *     registers without steady coverage only: they enter no rate, yet nobody may say "holding"
     *     over them
     */
    public record Basis(
            boolean anyTimeInForce,
            boolean steady,
            WindowCount during,
            Optional<WindowCount> before,
            int knownElsewhere) {
        public Basis {
            if (knownElsewhere < 0) {
                throw new IllegalArgumentException("a count is 0 or more: " + knownElsewhere);
            }
        }

        /** The comparison of rates; empty when one of the windows has no observed day. */
        public Optional<RateRatio> findRatio() {
            return before.filter(counted -> counted.observedDays() > 0 && during.observedDays() > 0)
                    .map(counted -> new RateRatio(counted.rate(), during.rate()));
        }

        private Basis withEveryUndeterminedABreach() {
            return new Basis(
                    anyTimeInForce,
                    steady,
                    during.withEveryUndeterminedABreach(),
                    before.map(WindowCount::withEveryUndeterminedABreach),
                    knownElsewhere);
        }

        private Basis withNoUndeterminedABreach() {
            return new Basis(
                    anyTimeInForce,
                    steady,
                    during.withNoUndeterminedABreach(),
                    before.map(WindowCount::withNoUndeterminedABreach),
                    knownElsewhere);
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
    public static Ruling decide(Basis basis) {
        RuleLine line = line(basis);
        return new Ruling(
                line,
                because(line, basis),
                line(basis.withEveryUndeterminedABreach()).status(),
                line(basis.withNoUndeterminedABreach()).status());
    }

    private static RuleLine line(Basis basis) {
        WindowCount during = basis.during();
        if (!basis.anyTimeInForce()) {
            return RuleLine.OUTSIDE_FORCE;
        }
        if (!basis.steady()) {
            return RuleLine.NOT_STEADY;
        }
        if (during.observedShare() < HALF_OBSERVED) {
            return RuleLine.WINDOW_UNOBSERVED;
        }
        boolean noneSeen =
                during.breaches() == 0 && during.undetermined() == 0 && basis.knownElsewhere() == 0;
        if (noneSeen && during.observedShare() >= MOSTLY_OBSERVED) {
            return RuleLine.NONE_OBSERVED;
        }
        return basis.before()
                .map(before -> comparedLine(before, during))
                .orElse(RuleLine.NO_BASELINE);
    }

    private static RuleLine comparedLine(WindowCount before, WindowCount during) {
        if (before.observedShare() < HALF_OBSERVED) {
            return RuleLine.BASELINE_UNOBSERVED;
        }
        if (before.breaches() == 0) {
            return RuleLine.NONE_BEFORE;
        }
        RateRatio ratio = new RateRatio(before.rate(), during.rate());
        double belowHalf = ratio.probabilityBelowHalf();
        double lower = ratio.probabilityLower();
        if (belowHalf >= VERY_LIKELY) {
            return RuleLine.BELOW_HALF;
        }
        if (lower >= VERY_LIKELY) {
            return RuleLine.LOWER;
        }
        if (belowHalf >= NOT_VERY_UNLIKELY) {
            return RuleLine.TOO_FEW;
        }
        return lower > EVEN + ROUNDING ? RuleLine.LEANS_LOWER : RuleLine.NO_LOWER;
    }

    private static Phrase because(RuleLine line, Basis basis) {
        String key = "assess.because-" + line.code();
        return switch (line) {
            case OUTSIDE_FORCE, NOT_STEADY, NO_BASELINE -> Phrase.of(key);
            case WINDOW_UNOBSERVED, NONE_OBSERVED ->
                Phrase.of(
                        key,
                        FigureText.days(basis.during().observedDays()),
                        FigureText.days(basis.during().days()));
            case BASELINE_UNOBSERVED, NONE_BEFORE ->
                becauseOfBaseline(key, basis.before().orElseThrow());
            case BELOW_HALF, LOWER, TOO_FEW, LEANS_LOWER, NO_LOWER -> {
                RateRatio ratio = basis.findRatio().orElseThrow();
                yield Phrase.of(
                        key,
                        FigureText.percent(ratio.probabilityBelowHalf()),
                        FigureText.percent(ratio.probabilityLower()));
            }
        };
    }

    private static Phrase becauseOfBaseline(String key, WindowCount before) {
        return Phrase.of(
                key, FigureText.days(before.observedDays()), FigureText.days(before.days()));
    }
}
