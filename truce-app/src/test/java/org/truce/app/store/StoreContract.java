package org.truce.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.truce.app.store.EntryStore.Outcome.ALREADY_THERE;
import static org.truce.app.store.EntryStore.Outcome.OTHER_CONTENT;
import static org.truce.app.store.EntryStore.Outcome.RECORDED;

import org.junit.jupiter.api.Test;
import org.truce.app.exchange.Exporter;
import org.truce.app.store.EntryStore.Outcome;
import org.truce.app.store.sqlite.Invented;
import org.truce.base.Hash;
import org.truce.record.Bundle;
import org.truce.record.Entered;
import org.truce.record.Entry;
import org.truce.record.EntryCodec;
import org.truce.record.Guarded;
import org.truce.record.Logged;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** What every kind of store does; each kind runs all of it. */
public abstract class StoreContract {
    private final Invented invented = new Invented(1);

    /** Opens the test's one store once more, over a line of its own; made when it is not there. */
    protected abstract EntryStore open();

    /** Another store of this kind, on another node. */
    protected abstract EntryStore openElsewhere();

    @Test
    void whatWasRecordedComesBackInOrderWithItsProtectedValues() {
        List<Entry> entries = List.of(
                invented.declared("b"),
                invented.report("b", 2),
                invented.declared("a"),
                invented.report("b", 1),
                invented.report("a", 1));
        try (EntryStore store = open()) {
            assertThat(store.append(entries)).hasSize(5).containsOnly(RECORDED);
        }
        try (EntryStore store = open()) {
            List<Logged> all = Facts.of(store);
            // By register and number, whatever came first; number 1 is the register's key.
            assertThat(all)
                    .extracting(Logged::entry)
                    .containsExactly(
                            entries.get(2),
                            entries.get(4),
                            entries.get(0),
                            entries.get(1),
                            entries.get(3));
            assertThat(all).extracting(Logged::seq).containsExactly(2L, 3L, 2L, 3L, 4L);
            assertThat(all)
                    .extracting(Logged::recordedAt)
                    .containsOnly(Instant.parse("2018-01-17T10:00:00.123Z"));
            assertThat(store.verify(Optional.empty()).problems()).isEmpty();
            assertThat(store.verify(Optional.empty()).entries()).isEqualTo(7);
        }
    }

    @Test
    void anEmptyBatchAndAnEmptyStoreAreWhole() {
        try (EntryStore store = open()) {
            assertThat(store.append(List.of())).isEmpty();
            assertThat(Facts.of(store)).isEmpty();
            assertThat(store.verify(Optional.empty()).ok()).isTrue();
            assertThat(store.verify(Optional.empty()).entries()).isZero();
        }
    }

    @Test
    void theSameEntryAddsNothingWhateverItsSaltsAndOtherContentIsTold() {
        try (EntryStore store = open()) {
            assertThat(store.append(List.of(
                            invented.report("a", 1),
                            invented.report("a", 2),
                            new Invented(2).report("a", 1),
                            invented.report("a", 1, "another note"),
                            invented.report("b", 1))))
                    .containsExactly(RECORDED, RECORDED, ALREADY_THERE, OTHER_CONTENT, RECORDED);
            assertThat(store.append(new Invented(3).reports("a", 1, 3)))
                    .containsExactly(ALREADY_THERE, ALREADY_THERE, RECORDED);
            assertThat(store.append(List.of(invented.report("a", 2, "another note"))))
                    .containsExactly(OTHER_CONTENT);
            assertThat(Facts.of(store))
                    .extracting(
                            logged -> logged.entry().register() + logged.entry().id())
                    .containsExactly("aR1", "aR2", "aR3", "bR1");
            assertThat(store.verify(Optional.empty()).problems()).isEmpty();
        }
    }

    @Test
    void anIdIsUniqueWithinItsKindOnly() {
        try (EntryStore store = open()) {
            assertThat(store.append(List.of(
                            invented.rejected("a", "R1"),
                            invented.report("a", 1),
                            invented.rejected("a", "R1"))))
                    .containsExactly(RECORDED, RECORDED, ALREADY_THERE);
            assertThat(store.find("a", "R1").orElseThrow().entry())
                    .isInstanceOf(Entry.RejectedRow.class);
        }
    }

    @Test
    void aBatchIsTakenInWholeOrNotAtAll() {
        Entry.Report report = invented.report("a", 7);
        EntryCodec codec = new EntryCodec();
        Entry withheld = codec.open(codec.seal(report).body(), Map.of());
        try (EntryStore store = open()) {
            store.append(invented.reports("a", 1, 2));
            assertThatThrownBy(() -> store.append(
                            List.of(invented.report("a", 3), withheld, invented.report("a", 4))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("report R7 of register a");
            assertThat(Facts.of(store)).hasSize(2);
            assertThat(store.append(invented.reports("a", 3, 4))).containsOnly(RECORDED);
            assertThat(store.find("a", "R4").orElseThrow().seq()).isEqualTo(5);
            assertThat(store.verify(Optional.empty()).problems()).isEmpty();
            store.append(List.of(report));
            assertThat(store.append(List.of(withheld)))
                    .as("what is there already does not need its values again")
                    .containsExactly(ALREADY_THERE);
        }
    }

    @Test
    void findsWhatIsThereAndNothingElse() {
        try (EntryStore store = open()) {
            store.append(List.of(invented.declared("a"), invented.report("b", 1)));
            assertThat(store.knowsRegister("a")).isTrue();
            assertThat(store.knowsRegister("b"))
                    .as("it has not declared itself")
                    .isFalse();
            assertThat(store.find("b", "R1")).isPresent();
            assertThat(store.find("a", "R1")).isEmpty();
            assertThat(store.find("b", "R1' OR '1'='1")).isEmpty();
        }
    }

    @Test
    void aNameOverTwoLinesIsRefused() {
        try (EntryStore store = open()) {
            assertThatThrownBy(() -> store.append(List.of(invented.report("a\nb", 1))))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(Facts.of(store)).isEmpty();
        }
    }

    /** Which no text column of any database holds by itself. */
    @Test
    void anySignMayStandInAnIdAndAnIdMayBeLong() {
        String zero = "R\u0000-1";
        String endless = "x".repeat(20_000);
        try (EntryStore store = open()) {
            assertThat(store.append(List.of(
                            invented.rejected("a\u200f;'--", zero),
                            invented.rejected("a\u200f;'--", "R"),
                            invented.rejected("a\u200f;'--", endless + "1"),
                            invented.rejected("a\u200f;'--", endless + "2"))))
                    .containsOnly(RECORDED);
            assertThat(store.append(List.of(
                            invented.rejected("a\u200f;'--", zero),
                            invented.rejected("a\u200f;'--", endless + "2"),
                            invented.report("a\u200f;'--", 1, "a \u0000 b \ud83d\ude00"))))
                    .containsExactly(ALREADY_THERE, ALREADY_THERE, RECORDED);
        }
        try (EntryStore store = open()) {
            assertThat(store.find("a\u200f;'--", zero).orElseThrow().seq()).isEqualTo(2);
            assertThat(Facts.of(store))
                    .extracting(logged -> logged.entry().id())
                    .containsExactly(zero, "R", endless + "1", endless + "2", "R1");
            Entry.Report report =
                    (Entry.Report) store.find("a\u200f;'--", "R1").orElseThrow().entry();
            assertThat(report.account().note().orElseThrow().find())
                    .contains("a \u0000 b \ud83d\ude00");
            assertThat(store.verify(Optional.empty()).problems()).isEmpty();
        }
    }

    /** Three nodes append, a fourth's entries come with late values; the fifth only looks. */
    @Test
    void whatIsBroughtUpToDateIsWhatIsThere() {
        long seed = 20170709;
        Random random = new Random(seed);
        int grown = 0;
        try (EntryStore first = open();
                EntryStore second = open();
                EntryStore looks = open();
                EntryStore elsewhere = openElsewhere()) {
            Snapshot snapshot = Snapshot.NONE;
            for (int step = 0; step < 60; step++) {
                EntryStore writer = random.nextBoolean() ? first : second;
                switch (random.nextInt(5)) {
                    case 0 -> elsewhere.append(invented.reports("far", step * 10, step * 10 + 2));
                    case 1, 2 -> bring(elsewhere, writer, random.nextBoolean());
                    default ->
                        writer.append(invented.reports(
                                "r" + random.nextInt(3), step * 10, step * 10 + random.nextInt(9)));
                }
                if (random.nextInt(3) > 0) {
                    Snapshot now = looks.refresh(snapshot);
                    grown += now.revision().equals(snapshot.revision()) ? 0 : 1;
                    snapshot = now;
                    assertThat(snapshot.listAll())
                            .as("seed %d, step %d", seed, step)
                            .isEqualTo(first.listAll());
                }
            }
            snapshot = looks.refresh(snapshot);
            assertThat(looks.refresh(snapshot)).isSameAs(snapshot);
            assertThat(grown).isGreaterThan(10);
        }
    }

    /** A correction carries on what it does not change; values handed over late find them gone. */
    @Test
    void aDestroyedValueIsGoneWhereverItsLogHoldsItWhateverCameFirst() {
        Entry.Report report = invented.report("far", 1);
        Entry correction =
                new Entry.Correction("far", "C1", Entered.by("test"), "it was so", report);
        List<Hash> commitments = new EntryCodec().listCommitments(report);
        Entry destruction = new Entry.Destruction(
                "far", "X1", Entered.by("test"), "report", "R1", commitments, "asked", none());
        try (EntryStore home = open();
                EntryStore elsewhere = openElsewhere()) {
            home.append(List.of(report, correction));
            Exporter exporter = new Exporter(home);
            Bundle before = exporter.bundle(exporter.getLog("far"), 0, true);
            home.append(List.of(destruction));
            bring(home, elsewhere, true);
            elsewhere.accept(before);

            for (EntryStore store : List.of(home, elsewhere)) {
                EntryStore.Log log = store.findLog("far").orElseThrow();
                assertThat(store.listRows(log, 1, log.size()))
                        .allSatisfy(row -> assertThat(row.values()).isEmpty());
                assertThat(store.verify(Optional.empty()).problems()).isEmpty();
            }
            assertThat(elsewhere.listAll()).isEqualTo(home.listAll());
        }
    }

    /** Both go on from the same entries with the same key: a copy of the laptop signs. */
    @Test
    void whileTwoHistoriesStandWhatEitherDestroysIsReadOnNoNode() {
        Entry.Report report = invented.report("far", 1);
        Entry destruction = new Entry.Destruction(
                "far",
                "X1",
                Entered.by("test"),
                "report",
                "R1",
                new EntryCodec().listCommitments(report),
                "asked",
                none());
        try (EntryStore one = open();
                EntryStore other = openElsewhere()) {
            one.append(List.of(report));
            other.append(List.of(report));
            one.append(List.of(destruction));
            other.append(List.of(invented.report("far", 2)));
            Exporter exporter = new Exporter(one);
            Bundle ofOne = exporter.bundle(exporter.getLog("far"), 0, true);
            bring(other, one, true);
            other.accept(ofOne);

            assertThat(Facts.of(one)).hasSize(1).isEqualTo(Facts.of(other));
            assertThat(Facts.of(one).getFirst().entry())
                    .isInstanceOfSatisfying(
                            Entry.Report.class,
                            read -> assertThat(read.account().source().find()).isEmpty());
        }
    }

    private static Optional<Guarded> none() {
        return Optional.empty();
    }

    private static void bring(EntryStore from, EntryStore to, boolean protectedToo) {
        if (from.findLog("far").isPresent()) {
            Exporter exporter = new Exporter(from);
            to.accept(exporter.bundle(exporter.getLog("far"), 0, protectedToo));
        }
    }

    /** Of each pair of writers both enter into one register, every fourth what another did too. */
    @Test
    void sixteenWritersLoseNothing() throws InterruptedException, ExecutionException {
        int batches = 4;
        int batch = 5;
        List<Callable<Integer>> writers = new ArrayList<>();
        for (int writer = 0; writer < 16; writer++) {
            int no = writer;
            int from = writer % 4 == 3 ? (writer - 2) * 1_000 : writer * 1_000;
            String register = "r" + writer / 4;
            writers.add(() -> write(new Invented(no), register, from, batches, batch));
        }
        int recorded = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(writers.size())) {
            for (Future<Integer> written : threads.invokeAll(writers)) {
                recorded += written.get();
            }
        }
        assertThat(recorded).isEqualTo(12 * batches * batch);
        try (EntryStore store = open()) {
            assertThat(Facts.of(store)).hasSize(recorded);
            assertThat(store.listLogs()).hasSize(4);
            assertThat(store.verify(Optional.empty()).problems()).isEmpty();
        }
    }

    private int write(Invented invented, String register, int from, int batches, int batch) {
        int recorded = 0;
        try (EntryStore store = open()) {
            for (int i = 0; i < batches; i++) {
                int first = from + i * batch + 1;
                for (Outcome outcome :
                        store.append(invented.reports(register, first, first + batch - 1))) {
                    assertThat(outcome).isNotEqualTo(OTHER_CONTENT);
                    recorded += outcome == RECORDED ? 1 : 0;
                }
            }
        }
        return recorded;
    }

    /** A reader sees whole batches only, more and more of them, and never a problem. */
    @Test
    void readersSeeWholeBatchesWhileSomebodyWrites()
            throws InterruptedException, ExecutionException {
        open().close();
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService threads = Executors.newFixedThreadPool(1);
                EntryStore store = open()) {
            Future<Integer> written = threads.submit(() -> {
                try {
                    return write(new Invented(1), "a", 0, 20, 5);
                } finally {
                    done.set(true);
                }
            });
            int seen = 0;
            boolean last;
            do {
                last = done.get();
                int all = Facts.of(store).size();
                assertThat(all % 5).isZero();
                assertThat(all).isGreaterThanOrEqualTo(seen);
                assertThat(store.verify(Optional.empty()).problems()).isEmpty();
                seen = all;
            } while (!last);
            assertThat(written.get()).isEqualTo(100);
            assertThat(seen).isEqualTo(100);
        }
    }
}
