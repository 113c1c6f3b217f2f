package org.truce.assess;

/**
 * An interval for an unknown quantity.
 *
 * @param low its lower end
 * @param high its upper end; positive infinity when the data set no upper bound
 * @param level the probability that goes with it, between 0 and 1 (0.9 for a 90 % interval)
 */
public record Interval(double low, double high, double level) {
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException(
                    "an interval ends before it starts: %s > %s".formatted(low, high));
        }
        checkLevel(level);
    }

    /** Throws unless {@code level} lies between 0 and 1, both outside. */
    public static void checkLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                    "a level lies between 0 and 1, 90 % is 0.9: " + level);
        }
    }
}
