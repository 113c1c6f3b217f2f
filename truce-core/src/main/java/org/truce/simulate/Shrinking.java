package org.truce.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Leaves steps out of a list that fails for as long as what is left fails too. */
public final class Shrinking {
    private Shrinking() {}

    /**
     * A part of {@code steps}, in their order, that still fails: larger pieces are left out first,
     * then smaller ones.
     *
     * @param fails whether a list of steps fails as the whole one does
     * @param tries how often it may be asked at most
     */
    public static <T> List<T> shrink(List<T> steps, Predicate<List<T>> fails, int tries) {
        List<T> left = List.copyOf(steps);
        int asked = 0;
        int piece = Math.max(1, left.size() / 2);
        while (true) {
            boolean smaller = false;
            for (int from = 0; from < left.size() && asked < tries; ) {
                List<T> without = new ArrayList<>(left.subList(0, from));
                without.addAll(left.subList(Math.min(left.size(), from + piece), left.size()));
                asked++;
                if (!without.isEmpty() && fails.test(without)) {
                    left = List.copyOf(without);
                    smaller = true;
                } else {
                    from += piece;
                }
            }
            if (asked >= tries || (piece == 1 && !smaller)) {
                return left;
            }
            piece = Math.max(1, piece / 2);
        }
    }
}
