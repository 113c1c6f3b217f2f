package org.truce.app.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Works on pieces on all cores while the caller reads the next ones, and hands the results on in
 * the order of the pieces. It holds a bounded number of them at a time.
 */
final class Pipeline<I, O> {
    private static final int AHEAD = 4 * Runtime.getRuntime().availableProcessors();

    /** As many as there are other cores; for what is more the caller has time. */
    private static final int OTHERS = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

    private final Function<I, O> work;
    private final Consumer<O> then;
    private final Deque<CompletableFuture<O>> running = new ArrayDeque<>();

    /** @param then called in the thread that adds pieces */
    Pipeline(Function<I, O> work, Consumer<O> then) {
        this.work = work;
        this.then = then;
    }

    void add(I piece) {
        long busy = running.stream().filter(one -> !one.isDone()).count();
        running.add(
                busy > 2 * OTHERS
                        ? CompletableFuture.completedFuture(work.apply(piece))
                        : CompletableFuture.supplyAsync(() -> work.apply(piece)));
        while (running.size() > AHEAD
                || (!running.isEmpty() && running.getFirst().isDone())) {
            hand(running.removeFirst());
        }
    }

    /** Returns when all are handed on; throws what the work threw first. */
    void finish() {
        while (!running.isEmpty()) {
            hand(running.removeFirst());
        }
    }

    private void hand(CompletableFuture<O> done) {
        try {
            then.accept(done.join());
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException why) {
                throw why;
            }
            throw failed;
        }
    }
}
