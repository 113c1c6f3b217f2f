package org.truce.app.simulate;

import java.util.List;

/**
 * A run in which something did not hold.
 *
 * @param step the number of the step after which it did not, from 1
 * @param invariant what must hold
 * @param message what was seen instead
 * @param needed the steps without which it does not happen, as far as they were told apart
 * @param replay the command that shows it again
 */
public record Failure(
        long seed, int step, String invariant, String message, List<String> needed, String replay) {
    public Failure {
        needed = List.copyOf(needed);
    }
}
