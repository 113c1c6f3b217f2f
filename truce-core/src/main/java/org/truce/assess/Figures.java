package org.truce.assess;

import org.truce.record.Agreement;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the sentences of an answer are made of.
 *
 * @param area the area's name
 * @param reading what the reading of its outline is called; empty when nobody differs
 * @param asked the time asked about
 * @param assessed the part of it in the days in force; empty when there is none
 * @param baseline the time to compare with, where one was asked for
 * @param source the register on which the rates rest; empty when none watches steadily
 * @param basis the counts that the rule looked at
 * @param ruling what it said
 * @param listedBreaches how many breaches of the window the answer lists, from any register
 * @param incompleteFrom from when on reports are still coming in; empty when the window is complete
 * @param yardstick the words for its probabilities
 */
public record Figures(
        Agreement.Words area,
        Optional<Agreement.Words> reading,
        Window asked,
        Optional<Window> assessed,
        Optional<Window> baseline,
        Optional<Source> source,
        HoldingRule.Basis basis,
        HoldingRule.Ruling ruling,
        int listedBreaches,
        Optional<LocalDate> incompleteFrom,
        Yardstick yardstick) {

    public Figures {
        if (basis.anyTimeInForce() != assessed.isPresent()) {
            throw new IllegalArgumentException("time in force is what is assessed: " + assessed);
        }
        if (basis.before().isPresent() != baseline.isPresent()) {
            throw new IllegalArgumentException(
                    "a baseline has counts, and counts a baseline: " + baseline);
        }
        if (basis.steady() != source.isPresent()) {
            throw new IllegalArgumentException("steady counts have a register: " + source);
        }
    }

    /**
     * The register on which the rates rest.
     *
     * @param register its name
     * @param unit what it counts, for example "lethal event"
     * @param whereCovered whether it watches where and when it says, and not steadily
     */
    public record Source(String register, String unit, boolean whereCovered) {}

    /** The time that the answer is about. */
    Window window() {
        return assessed.orElse(asked);
    }
}
