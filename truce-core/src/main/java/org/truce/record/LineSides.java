package org.truce.record;

/**
 * Whose the two sides of a line are.
 *
 * @param left the actor's id on whose side one stands who is left of the line, looking along it in
 *     the order of its points
 * @param right the other's
 */
public record LineSides(String left, String right) {
    public LineSides {
        if (left.equals(right)) {
            throw new IllegalArgumentException("a line has two sides, not twice " + left);
        }
    }
}
