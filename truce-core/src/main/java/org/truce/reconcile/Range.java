package org.truce.reconcile;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A number of people or shots, from a lowest to a highest figure, both inside. */
record Range(int low, int high) {
    /**
     * Tolls rise through a day and counters stop at different times, so figures contradict each
     * other only when one is more than three times the other and one more: 1 and 5 do, 1 and 4 do
     * not, 0 and 2 do, 0 and 1 do not. Our own choice.
     */
    private static final long TIMES = 3;

    /** The span of the figures that were stated; empty when none was. */
    static Optional<Range> of(OptionalInt... figures) {
        int[] stated = Stream.of(figures)
                .flatMapToInt(figure ->
                        figure.isPresent() ? IntStream.of(figure.getAsInt()) : IntStream.empty())
                .sorted()
                .toArray();
        return stated.length == 0
                ? Optional.empty()
                : Optional.of(new Range(stated[0], stated[stated.length - 1]));
    }

    boolean contradicts(Range other) {
        return low > TIMES * other.high + 1 || other.low > TIMES * high + 1;
    }

    boolean overlaps(Range other) {
        return low <= other.high && other.low <= high;
    }

    String text() {
        return low == high ? Integer.toString(low) : low + "-" + high;
    }
}
