package org.truce.reading.bulletin;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What was found of the numbers before one. */
final class Judged {
    private static final int NEAR = 1;

    /** The logarithm of two. */
    private static final int CLEAR_HUNDREDTHS = 69;

    private String last = "none";
    private boolean any;
    private int line = -1;
    private int here;
    private Optional<Thing> thing = Optional.empty();
    private int named;
    private final Set<Integer> unsure = new HashSet<>();

    /** A sentence begins. */
    void begin() {
        here++;
    }

    /** A sentence ends that names a thing. */
    void end(Optional<Thing> last) {
        thing = last.or(() -> thing);
        named = last.isPresent() ? here : named;
    }

    /**
     * A number is judged.
     *
     * @param start where it stands
     * @param odds as a {@link Judge} gives them
     */
    void add(int start, int odds) {
        boolean count = odds > 0;
        last = count ? "count" : "number";
        any |= count;
        line = here;
        if (count && odds < CLEAR_HUNDREDTHS) {
            unsure.add(start);
        }
    }

    /**
     * Whether it is less than twice as likely that the number there is a count as that it is none.
     */
    boolean isUnsure(int start) {
        return unsure.contains(start);
    }

    /** "count", "number" where it was none, "none" where there was no number. */
    String last() {
        return last;
    }

    /** Whether the last stands in the same sentence. */
    boolean isInLine() {
        return line == here;
    }

    String any() {
        return any ? "yes" : "no";
    }

    /** What the sentences before named last, and whether it was the one right before. */
    String thing() {
        return thing.map(one -> one.kind().name().toLowerCase(Locale.ROOT)
                        + (here - named <= NEAR ? " of the sentence before" : " of an earlier one"))
                .orElse("nothing");
    }
}
