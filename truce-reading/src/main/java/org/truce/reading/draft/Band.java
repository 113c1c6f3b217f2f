package org.truce.reading.draft;

import org.truce.base.Coded;

import java.util.Map;
import java.util.Set;

/**
 * How much a person should trust a value before they have looked: by the kind of rule that gave it,
 * never a probability. The lists are those of docs/reference/review.md; how often each rule was
 * right is counted by the reviews.
 */
public enum Band implements Coded {
    /** The text says it in so many words. */
    HIGH("high"),
    /** The text says it by way of other words: a pronoun, an epithet, a way of putting it. */
    MIDDLE("middle"),
    /** Nothing but the lack of anything else, or no value at all. */
    LOW("low");

    /**
     * Named in full, a body's name, whoever held the office that day; kinds that the cue names; a
     * place right beside its number or in its row of a table.
     */
    private static final Set<String> SAID =
            Set.of("R1", "R2", "R3", "K1", "K2", "K3", "K6", "K7", "B1", "B2", "B3", "B5");

    /**
     * Somebody unnamed, nobody found; a claim because no other kind fits, a kind hardly likelier
     * than another; words of a quotation whose speaker only its neighbour gives.
     */
    private static final Set<String> FOR_LACK =
            Set.of("R7", "R9", "K16", "K18", "C13", "C24", "C25", "C26", "A14", "U14");

    private static final Map<Band, Set<String>> BY_RULE = Map.of(HIGH, SAID, LOW, FOR_LACK);

    private final String code;

    Band(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** Of a value that one rule gave; middle for every rule that is not listed. */
    static Band ofRule(String rule) {
        return BY_RULE.entrySet().stream()
                .filter(band -> band.getValue().contains(rule))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(MIDDLE);
    }

    /** The rules that are listed for a band; none for middle, which is for all the others. */
    static Set<String> listRules(Band band) {
        return BY_RULE.getOrDefault(band, Set.of());
    }

    /** The lower of the two. */
    Band atMost(Band other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
