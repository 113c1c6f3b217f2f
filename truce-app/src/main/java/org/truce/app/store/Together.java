package org.truce.app.store;

import org.jspecify.annotations.Nullable;
import org.truce.app.store.EntryStore.Outcome;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Writers who come while another writes wait together and are then written as one batch: one
 * signature and one sync to disk for all, each of them answered only when all is durable. Where one
 * of them is refused, nothing of that batch is there, and each is then written alone, so that
 * nobody is refused for what another sent.
 */
final class Together {
    /** Bounds what is held in memory at once, and how long the first waits for the last. */
    private static final int MOST_ENTRIES = 20_000;

    private final Function<List<Prepared>, List<Outcome>> write;

    /** Held by whoever writes, for all who wait. */
    private final ReentrantLock turn = new ReentrantLock(true);

    private final Deque<Waiting> queue = new ArrayDeque<>();

    /** What one writer brought, and what became of it. Only touched by whoever has the turn. */
    private static final class Waiting {
        private final List<Prepared> entries;
        private @Nullable List<Outcome> outcomes;
        private @Nullable RuntimeException refused;

        Waiting(List<Prepared> entries) {
            this.entries = entries;
        }

        boolean isDone() {
            return outcomes != null || refused != null;
        }
    }

    Together(Function<List<Prepared>, List<Outcome>> write) {
        this.write = write;
    }

    List<Outcome> append(List<Prepared> entries) {
        Waiting mine = new Waiting(entries);
        synchronized (queue) {
            queue.add(mine);
        }
        turn.lock();
        try {
            while (!mine.isDone()) {
                writeNext(take());
            }
        } finally {
            turn.unlock();
        }
        if (mine.outcomes == null) {
            throw mine.refused == null ? new IllegalStateException("not written") : mine.refused;
        }
        return mine.outcomes;
    }

    /** How many wait for whoever writes now. */
    int waiting() {
        synchronized (queue) {
            return queue.size();
        }
    }

    private void writeNext(List<Waiting> group) {
        try {
            if (group.size() == 1) {
                alone(group.getFirst());
            } else {
                write(group);
            }
        } finally {
            // After an error of the machine, such as too little memory: nobody waits for ever.
            for (Waiting one : group) {
                if (!one.isDone()) {
                    one.refused = new StoreException(
                            "the program broke off while it wrote: nothing of this batch was"
                                    + " recorded. Do it again");
                }
            }
        }
    }

    private void write(List<Waiting> group) {
        List<Prepared> entries = new ArrayList<>();
        group.forEach(one -> entries.addAll(one.entries));
        List<Outcome> outcomes;
        try {
            outcomes = write.apply(entries);
        } catch (RuntimeException someoneRefused) {
            group.forEach(this::alone);
            return;
        }
        int from = 0;
        for (Waiting one : group) {
            one.outcomes = List.copyOf(outcomes.subList(from, from + one.entries.size()));
            from += one.entries.size();
        }
    }

    private List<Waiting> take() {
        List<Waiting> group = new ArrayList<>();
        int entries = 0;
        synchronized (queue) {
            while (!queue.isEmpty() && (group.isEmpty() || fits(entries))) {
                Waiting one = queue.remove();
                group.add(one);
                entries += one.entries.size();
            }
        }
        return group;
    }

    private boolean fits(int entries) {
        return entries + queue.getFirst().entries.size() <= MOST_ENTRIES;
    }

    private void alone(Waiting one) {
        try {
            one.outcomes = write.apply(one.entries);
        } catch (RuntimeException refused) {
            one.refused = refused;
        }
    }
}
