package org.truce.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.assess.HoldingRule.Basis;
import org.truce.assess.HoldingRule.Ruling;
import org.truce.base.Phrases;

import java.util.Optional;
import java.util.Random;

final class HoldingRuleTest {
    @Test
    void outsideForceComesFirst() {
        Basis basis = new Basis(
                true,
                false,
                true,
                watched(0, 0, 30),
                Optional.of(watched(9, 0, 30)),
                0,
                Optional.empty());
        assertThat(HoldingRule.decide(basis, AssessSettings.USUAL).line())
                .isEqualTo(RuleLine.OUTSIDE_FORCE);
        assertThat(HoldingRule.decide(basis, AssessSettings.USUAL).status())
                .isEqualTo(Status.NOT_IN_FORCE);
    }

    @Test
    void withoutASteadyRegisterNobodyCanTellEvenWhenNothingIsKnown() {
        Basis basis = new Basis(
                true,
                true,
                false,
                new WindowCount(0, 0, 0, 30),
                Optional.of(watched(9, 0, 30)),
                0,
                Optional.empty());
        assertThat(HoldingRule.decide(basis, AssessSettings.USUAL).line())
                .isEqualTo(RuleLine.NOT_STEADY);
    }

    @ParameterizedTest
    @CsvSource({
        "14.9, WINDOW_UNOBSERVED, CANNOT_TELL",
        "15, WELL_BELOW, HOLDING_WITH_EXCEPTIONS",
        "23.9, WELL_BELOW, HOLDING_WITH_EXCEPTIONS",
        "24, NONE_OBSERVED, HOLDING",
        "30, NONE_OBSERVED, HOLDING"
    })
    void noBreachCountsOnlyForTheDaysObserved(double observedDays, RuleLine line, Status status) {
        WindowCount during = new WindowCount(0, 0, observedDays, 30);
        Ruling ruling = HoldingRule.decide(
                new Basis(
                        true,
                        true,
                        true,
                        during,
                        Optional.of(watched(300, 0, 300)),
                        0,
                        Optional.empty()),
                AssessSettings.USUAL);
        assertThat(ruling.line()).isEqualTo(line);
        assertThat(ruling.status()).isEqualTo(status);
    }

    @Test
    void aBaselineIsNeededOnlyWhenThereIsSomethingToCompare() {
        Optional<WindowCount> thin = Optional.of(new WindowCount(9, 0, 14, 30));
        assertThat(decide(watched(0, 0, 30), thin)).isEqualTo(RuleLine.NONE_OBSERVED);
        assertThat(decide(watched(1, 0, 30), thin)).isEqualTo(RuleLine.BASELINE_UNOBSERVED);
        assertThat(decide(watched(0, 0, 30), Optional.empty())).isEqualTo(RuleLine.NONE_OBSERVED);
        assertThat(decide(watched(1, 0, 30), Optional.empty())).isEqualTo(RuleLine.NO_BASELINE);
        assertThat(decide(watched(1, 0, 30), Optional.of(watched(0, 0, 30))))
                .isEqualTo(RuleLine.NONE_BEFORE);
    }

    /**
     * The probabilities beside each case are SciPy's, of F with 2d+1 and 2b+1 degrees of freedom.
     */
    @ParameterizedTest
    @CsvSource({
        "497, 373, 177, 345, WELL_BELOW", // below two thirds > .9999
        "497, 373, 17, 31, WELL_BELOW", // December 2017: below two thirds .981, half .782
        "497, 373, 22, 30, WELL_BELOW", // September 2017: below two thirds .809, half .320
        "497, 373, 23, 30, LOWER", // November 2017: below two thirds .750, lower .997
        "20, 30, 15, 30, LOWER", // below two thirds .361, lower .801
        "10, 30, 8, 30, LEANS_LOWER", // below half .158, lower .681
        "423, 309, 38, 30, LEANS_LOWER", // below half < .001, lower .670
        "20, 30, 20, 30, NO_LOWER", // below half .014, lower exactly one half
        "497, 373, 44, 12, NO_LOWER", // 19-30 June 2018: lower < .001
        "3, 30, 4, 30, NO_LOWER", // below half .094, lower .354
        "1, 30, 1, 30, TOO_FEW", // below half .292, lower one half
        "2, 30, 2, 30, TOO_FEW" // below half .233, lower one half
    })
    void comparedWithBefore(int before, double daysBefore, int during, double days, RuleLine line) {
        assertThat(decide(watched(during, 0, days), Optional.of(watched(before, 0, daysBefore))))
                .isEqualTo(line);
    }

    @Test
    void undeterminedIncidentsAreTriedBothWays() {
        // None in 30 days against 300 in 300: holding, unless the two undetermined ones count.
        Ruling ruling = HoldingRule.decide(
                new Basis(
                        true,
                        true,
                        true,
                        watched(0, 2, 30),
                        Optional.of(watched(300, 0, 300)),
                        0,
                        Optional.empty()),
                AssessSettings.USUAL);
        assertThat(ruling.status()).isEqualTo(Status.HOLDING_WITH_EXCEPTIONS);
        assertThat(ruling.ifNoUndetermined()).isEqualTo(Status.HOLDING);
        assertThat(ruling.ifEveryUndetermined()).isEqualTo(Status.HOLDING_WITH_EXCEPTIONS);
        assertThat(ruling.dependsOnUndetermined()).isTrue();

        // Before counts as well: 20 or 40 before against 20 during, both in 30 days.
        Ruling openBefore = HoldingRule.decide(
                new Basis(
                        true,
                        true,
                        true,
                        watched(20, 0, 30),
                        Optional.of(watched(20, 20, 30)),
                        0,
                        Optional.empty()),
                AssessSettings.USUAL);
        assertThat(openBefore.status()).isEqualTo(Status.NOT_HOLDING);
        // Below two thirds .854.
        assertThat(openBefore.ifEveryUndetermined()).isEqualTo(Status.HOLDING_WITH_EXCEPTIONS);
        assertThat(openBefore.ifNoUndetermined()).isEqualTo(Status.NOT_HOLDING);

        Ruling firm = HoldingRule.decide(
                new Basis(
                        true,
                        true,
                        true,
                        watched(5, 1, 30),
                        Optional.of(watched(300, 4, 300)),
                        0,
                        Optional.empty()),
                AssessSettings.USUAL);
        assertThat(firm.dependsOnUndetermined()).isFalse();
    }

    @Test
    void breachesKnownFromOtherRegistersForbidTheWordHolding() {
        Basis basis = new Basis(
                true,
                true,
                true,
                watched(0, 0, 30),
                Optional.of(watched(300, 0, 300)),
                1,
                Optional.empty());
        assertThat(HoldingRule.decide(basis, AssessSettings.USUAL).status())
                .isEqualTo(Status.HOLDING_WITH_EXCEPTIONS);
    }

    @Test
    void moreBreachesNeverGiveABetterStatus() {
        long seed = 30_062_018L;
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            int before = 4 + random.nextInt(200);
            double days = 10 + random.nextInt(300);
            int worst = -1;
            for (int during = 0; during < 60; during++) {
                Ruling ruling = HoldingRule.decide(
                        new Basis(
                                true,
                                true,
                                true,
                                watched(during, 0, days),
                                Optional.of(watched(before, 0, 300)),
                                0,
                                Optional.empty()),
                        AssessSettings.USUAL);
                if (ruling.status() != Status.CANNOT_TELL) {
                    assertThat(ruling.status().ordinal())
                            .as(
                                    "seed %d: %d before in 300 days, %d in %s",
                                    seed, before, during, days)
                            .isGreaterThanOrEqualTo(worst);
                    worst = ruling.status().ordinal();
                }
            }
        }
    }

    @Test
    void everyLineSaysItsReason() {
        Ruling ruling = HoldingRule.decide(
                new Basis(
                        true,
                        true,
                        true,
                        watched(23, 0, 30),
                        Optional.of(watched(497, 0, 373)),
                        0,
                        Optional.empty()),
                AssessSettings.USUAL);
        // Below half .249, two thirds .750, lower .997: whole per cent, rounded down.
        assertThat(Phrases.in("en").say(ruling.explained()))
                .isEqualTo("Line f of the rule decided: the probability that breaches were less"
                        + " frequent than before is more than 99 %; the line asks for 80 % or"
                        + " more, and that they were less than half as frequent has 24 %.");
    }

    @Test
    void refusesImpossibleCounts() {
        assertThatThrownBy(() -> new WindowCount(-1, 0, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WindowCount(0, 0, 2, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WindowCount(3, 0, 0, 1).rate())
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static WindowCount watched(int breaches, int undetermined, double days) {
        return new WindowCount(breaches, undetermined, days, days);
    }

    private static RuleLine decide(WindowCount during, Optional<WindowCount> before) {
        return HoldingRule.decide(
                        new Basis(true, true, true, during, before, 0, Optional.empty()),
                        AssessSettings.USUAL)
                .line();
    }
}
