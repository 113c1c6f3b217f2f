package org.truce.reconcile.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.IntFunction;

/**
 * Work in pieces whose bounds depend on the work alone, never on how many threads there are, and
 * whose results come in order: sums of fractions come out the same on every machine.
 */
final class Chunks {
    private Chunks() {}

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
