package org.truce.record;

import java.util.OptionalInt;

/**
 * People killed and injured as the source counts them, each 0 or more, empty where it does not say.
 * Bounds may contradict each other: a published data set is kept as it is, with a warning.
 */
public record Casualties(
        OptionalInt killedMin,
        OptionalInt killedBest,
        OptionalInt killedMax,
        OptionalInt civiliansKilled,
        OptionalInt injured) {
    public static final Casualties NOT_SAID = new Casualties(
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty());

    public Casualties {
        requireCount(killedMin);
        requireCount(killedBest);
        requireCount(killedMax);
        requireCount(civiliansKilled);
        requireCount(injured);
    }

    private static void requireCount(OptionalInt people) {
        if (people.isPresent() && people.getAsInt() < 0) {
            throw new IllegalArgumentException("a count of people is 0 or more: " + people);
        }
    }

    /** Whether the stated bounds cannot all be true. */
    public boolean contradictory() {
        return greater(killedMin, killedMax)
                || greater(killedMin, killedBest)
                || greater(killedBest, killedMax);
    }

    private static boolean greater(OptionalInt left, OptionalInt right) {
        return left.isPresent() && right.isPresent() && left.getAsInt() > right.getAsInt();
    }
}
