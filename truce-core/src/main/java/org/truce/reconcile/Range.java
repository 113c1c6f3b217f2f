package org.truce.reconcile;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A number of people or shots, from a lowest to a highest figure, both inside. */
record Range(int low, int high) {
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

    String text() {
        return low == high ? Integer.toString(low) : low + "-" + high;
    }
}
