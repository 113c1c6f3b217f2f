package org.truce.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.truce.app.store.EntryStore.Outcome;
import org.truce.record.Entered;
import org.truce.record.Entry;
import org.truce.record.EntryCodec;
import org.truce.record.Guarded;
import org.truce.record.Observes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What several writers get who come while another writes. */
final class TogetherTest {
    private static final int LATER = 8;

    private final EntryCodec codec = new EntryCodec();
    private final List<List<String>> written = new ArrayList<>();
    private final CountDownLatch firstWrites = new CountDownLatch(1);
    private final CountDownLatch mayGoOn = new CountDownLatch(1);
    private final Together together = new Together(this::write);

    /** Refuses entry R13 and every batch with it; breaks at R66; has R7 already. */
    private List<Outcome> write(List<Prepared> entries) {
        List<String> ids = entries.stream().map(one -> one.entry().id()).toList();
        firstWrites.countDown();
        await(mayGoOn);
        if (ids.contains("R13")) {
            throw new StoreException("R13 is refused");
        }
        if (ids.contains("R66")) {
            throw new OutOfMemoryError("invented");
        }
        written.add(ids);
        return ids.stream()
                .map(id -> id.equals("R7") ? Outcome.ALREADY_THERE : Outcome.RECORDED)
                .toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private Future<List<Outcome>> start(ExecutorService threads, int... numbers) {
        List<Prepared> entries = new ArrayList<>();
        for (int number : numbers) {
            entries.add(Prepared.of(declared(number), codec));
        }
        return threads.submit(() -> together.append(entries));
    }

    private static Entry declared(int number) {
        return new Entry.RegisterDeclared(
                "a",
                "R" + number,
                new Entered(new Guarded.Clear("register.yaml"), number),
                "a",
                new Observes.Unevenly(),
                true,
                false,
                Map.of(),
                Optional.empty());
    }

    private void letOthersCome() throws InterruptedException {
        while (together.waiting() < LATER) {
            Thread.onSpinWait();
        }
        mayGoOn.countDown();
    }

    @Test
    void whoComesWhileOneWritesIsWrittenInOneBatch() throws Exception {
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<List<Outcome>> first = start(threads, 100);
            firstWrites.await();
            List<Future<List<Outcome>>> later = new ArrayList<>();
            for (int i = 1; i <= LATER; i++) {
                later.add(start(threads, i, 1000 + i));
            }
            letOthersCome();
            assertThat(first.get()).containsExactly(Outcome.RECORDED);
            for (int i = 1; i <= LATER; i++) {
                Outcome expected = i == 7 ? Outcome.ALREADY_THERE : Outcome.RECORDED;
                assertThat(later.get(i - 1).get()).containsExactly(expected, Outcome.RECORDED);
            }
        }
        assertThat(written).hasSize(2);
        assertThat(written.get(1)).hasSize(2 * LATER).contains("R1", "R1008");
    }

    @Test
    void whoIsRefusedTakesNobodyAlong() throws Exception {
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<List<Outcome>> first = start(threads, 100);
            firstWrites.await();
            List<Future<List<Outcome>>> later = new ArrayList<>();
            for (int i = 10; i < 10 + LATER; i++) {
                later.add(start(threads, i));
            }
            letOthersCome();
            assertThat(first.get()).hasSize(1);
            for (int i = 10; i < 10 + LATER; i++) {
                Future<List<Outcome>> one = later.get(i - 10);
                if (i == 13) {
                    assertThatThrownBy(one::get)
                            .isInstanceOf(ExecutionException.class)
                            .hasRootCauseMessage("R13 is refused");
                } else {
                    assertThat(one.get()).containsExactly(Outcome.RECORDED);
                }
            }
        }
    }

    @Test
    void nobodyWaitsForEverAfterTheMachineFailed() throws Exception {
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<List<Outcome>> first = start(threads, 100);
            firstWrites.await();
            List<Future<List<Outcome>>> later = new ArrayList<>();
            for (int i = 60; i < 60 + LATER; i++) {
                later.add(start(threads, i));
            }
            letOthersCome();
            first.get();
            for (Future<List<Outcome>> one : later) {
                assertThatThrownBy(one::get).isInstanceOf(ExecutionException.class);
            }
            assertThat(start(threads, 101).get()).containsExactly(Outcome.RECORDED);
        }
    }
}
