package org.truce.assess;

import org.truce.base.Hash;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a mission may set of how it is judged whether a ceasefire holds. Why the usual ones are what
 * they are: docs/decisions/0025-settings.md.
 *
 * @param halfObserved the share of a window's days on which a rate may rest, above 0 to 1
 * @param mostlyObserved the share from which "none observed" may be called holding, above 0 to 1
 * @param exceptionsBelow the share of the rate before, above 0 to 1, below which breaches are
 *     exceptions of a ceasefire that holds
 * @param veryLikely the probability, above one half to below 1, that a status asks for
 * @param notVeryUnlikely the probability, above 0 to below one half, from which the counts could
 *     still hide a halving
 * @param yardstick the words for probabilities
 * @param alarmShare of the days without a change, the share on which the alarm may sound, between 0
 *     and 1
 * @param attributionReached the probability, above one half to below 1, from which what sources say
 *     together is said to have come out
 * @param sides the side on which a source or an origin stands, by its name; "independent" for none
 */
public record AssessSettings(
        double halfObserved,
        double mostlyObserved,
        double exceptionsBelow,
        double veryLikely,
        double notVeryUnlikely,
        Yardstick yardstick,
        double alarmShare,
        double attributionReached,
        Map<String, String> sides) {
    private static final int DIGITS = 16;

    /** The ones that apply where a mission sets nothing. */
    public static final AssessSettings USUAL =
            new AssessSettings(0.5, 0.8, 2 / 3.0, 0.8, 0.2, Yardstick.ICD_203, 0.05, 0.8, Map.of());

    public AssessSettings {
        check(halfObserved > 0 && halfObserved <= 1, "half-observed", halfObserved);
        check(
                mostlyObserved >= halfObserved && mostlyObserved <= 1,
                "mostly-observed",
                mostlyObserved);
        check(exceptionsBelow > 0 && exceptionsBelow <= 1, "exceptions-below", exceptionsBelow);
        check(veryLikely > 0.5 && veryLikely < 1, "very-likely", veryLikely);
        check(notVeryUnlikely > 0 && notVeryUnlikely < 0.5, "not-very-unlikely", notVeryUnlikely);
        check(alarmShare > 0 && alarmShare < 1, "alarm-share", alarmShare);
        check(
                attributionReached > 0.5 && attributionReached < 1,
                "attribution-reached",
                attributionReached);
        sides = Map.copyOf(sides);
    }

    /** Those that are not as usual, each with its name and value; sides by how many are stated. */
    public List<String> listOwn() {
        List<String> own = new ArrayList<>();
        add("half-observed", halfObserved, USUAL.halfObserved, own);
        add("mostly-observed", mostlyObserved, USUAL.mostlyObserved, own);
        add("exceptions-below", exceptionsBelow, USUAL.exceptionsBelow, own);
        add("very-likely", veryLikely, USUAL.veryLikely, own);
        add("not-very-unlikely", notVeryUnlikely, USUAL.notVeryUnlikely, own);
        add("alarm-share", alarmShare, USUAL.alarmShare, own);
        add("attribution-reached", attributionReached, USUAL.attributionReached, own);
        if (yardstick != USUAL.yardstick) {
            own.add("yardstick " + yardstick.code());
        }
        if (!sides.isEmpty()) {
            own.add("sides %d (%s)"
                    .formatted(sides.size(), beginning(new TreeMap<>(sides).toString())));
        }
        return own;
    }

    /**
     * Stands for all of them in a pin: the first 16 hexadecimal digits of their hash; empty for the
     * usual ones.
     */
    public Optional<String> findDigest() {
        return equals(USUAL)
                ? Optional.empty()
                : Optional.of(
                        beginning(String.join("\n", listOwn()) + "\n" + new TreeMap<>(sides)));
    }

    private static String beginning(String text) {
        return Hash.of(text.getBytes(StandardCharsets.UTF_8)).hex().substring(0, DIGITS);
    }

    private static void add(String name, double value, double usual, List<String> own) {
        if (value != usual) {
            own.add(name + " " + value);
        }
    }

    private static void check(boolean fits, String name, double value) {
        if (!fits) {
            throw new IllegalArgumentException("%s cannot be %s".formatted(name, value));
        }
    }
}
