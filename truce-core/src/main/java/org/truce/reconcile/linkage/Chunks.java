package org.truce.reconcile.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/**
 * Work in pieces whose bounds depend on the work alone, never on how many threads there are, and
 * whose results come in order: sums of fractions come out the same on every machine.
 */
final class Chunks {
    private Chunks() {}

    private static final int PIECES = 32;

    /** What is done with the numbers {@code from} to {@code to - 1}. */
    interface Range<T> {
        T of(int from, int to);
    }

    /** The numbers from 0 to {@code size - 1}, each in one piece, in their order. */
    static <T> List<T> inRanges(int size, Range<T> work, Executor executor) {
        return inRanges(size, PIECES, work, executor);
    }

    /** The same in so many pieces, which are given out one by one: some may take longer. */
    static <T> List<T> inRanges(int size, int pieces, Range<T> work, Executor executor) {
        return inOrder(
                pieces,
                piece -> work.of((int) ((long) size * piece / pieces), (int)
                        ((long) size * (piece + 1) / pieces)),
                executor);
    }

    /** @param work given each of some numbers, which come once; must not touch others' */
    static void forEach(int[] of, IntConsumer work, Executor executor) {
        inRanges(
                of.length,
                (from, to) -> {
                    for (int k = from; k < to; k++) {
                        work.accept(of[k]);
                    }
                    return to;
                },
                executor);
    }

    /** @param work given the number of a piece, from 0 */
    static <T> List<T> inOrder(int pieces, IntFunction<T> work, Executor executor) {
        List<CompletableFuture<T>> all = new ArrayList<>(pieces);
        for (int piece = 0; piece < pieces; piece++) {
            int number = piece;
            all.add(CompletableFuture.supplyAsync(() -> work.apply(number), executor));
        }
        return all.stream().map(CompletableFuture::join).toList();
    }
}
