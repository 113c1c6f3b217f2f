package org.truce.app.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.truce.app.store.EntryStore.Outcome.ALREADY_THERE;
import static org.truce.app.store.EntryStore.Outcome.OTHER_CONTENT;
import static org.truce.app.store.EntryStore.Outcome.RECORDED;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.app.store.EntryStore;
import org.truce.app.store.Facts;
import org.truce.app.store.StoreException;
import org.truce.app.store.TestKeys;
import org.truce.record.Entry;
import org.truce.record.EntryCodec;
import org.truce.record.Logged;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the store takes in, gives back and refuses. */
final class SqliteStoreTest {
    private final Invented invented = new Invented(1);

    @TempDir
    private Path folder;

    private EntryStore open() {
        return SqliteStore.openOrCreate(folder.resolve("store.db"), new TestKeys(), Invented.CLOCK);
    }

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

    @ParameterizedTest
    @ValueSource(strings = {"it's \"quoted\"; --", "سجل الجنوب", "?a=1#b%20", " ", "\ud83d\ude00"})
    void anyNameOnOneLineWillDo(String name) {
        Path file = folder.resolve("of " + name + ".db");
        try (EntryStore store = SqliteStore.openOrCreate(file, new TestKeys(), Invented.CLOCK)) {
            store.append(
                    List.of(invented.declared(name), invented.report(name, 1, name + "\u0000x")));
        }
        assertThat(file).isRegularFile();
        try (EntryStore store = SqliteStore.openExisting(file, new TestKeys(), Invented.CLOCK)) {
            assertThat(store.knowsRegister(name)).isTrue();
            assertThat(store.verify(Optional.empty()).problems()).isEmpty();
            Entry.Report report =
                    (Entry.Report) store.find(name, "R1").orElseThrow().entry();
            assertThat(report.account().note().orElseThrow().find()).contains(name + "\u0000x");
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

    @Test
    void nothingIsUpdatedOrDeletedByAnHonestProgram() throws SQLException {
        try (EntryStore store = open()) {
            store.append(invented.reports("a", 1, 3));
        }
        try (Tamper tamper = new Tamper(folder.resolve("store.db"))) {
            for (String table : List.of("entry", "guarded", "checkpoint", "log")) {
                String set = table.equals("guarded") ? "held = ''" : "no = 99";
                assertThatThrownBy(() -> tamper.run("DELETE FROM " + table))
                        .isInstanceOf(SQLException.class)
                        .hasMessageMatching(".*(never deleted|only by a recorded decision).*");
                assertThatThrownBy(() -> tamper.run("UPDATE " + table + " SET " + set))
                        .isInstanceOf(SQLException.class)
                        .hasMessageMatching(".*(never changed|only by a recorded decision).*");
            }
        }
        try (EntryStore store = open()) {
            assertThat(store.verify(Optional.empty()).problems()).isEmpty();
            assertThat(Facts.of(store)).hasSize(3);
        }
    }

    @Test
    void nothingProtectedStandsInTheClearOutsideItsTable() throws SQLException, IOException {
        Path file = folder.resolve("store.db");
        try (EntryStore store = open()) {
            store.append(List.of(invented.declared("a"), invented.rejected("a", "X1")));
            store.append(invented.reports("a", 1, 50));
        }
        String before = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(Invented.SECRETS).as("in the file as a whole").allMatch(before::contains);
        try (Tamper tamper = new Tamper(file).dropTriggers()) {
            tamper.run("DROP TABLE guarded");
            tamper.run("VACUUM");
            tamper.texts("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path left : files.toList()) {
                String bytes = Files.readString(left, StandardCharsets.ISO_8859_1);
                assertThat(Invented.SECRETS).noneMatch(bytes::contains);
                assertThat(bytes)
                        .as("there is something to search")
                        .contains("rejected-row", "artillery-shelling");
            }
        }
    }

    @Test
    void aDamagedEntryIsNamedWhenAllAreListed() throws SQLException {
        try (EntryStore store = open()) {
            store.append(invented.reports("a", 1, 3));
        }
        try (Tamper tamper = new Tamper(folder.resolve("store.db")).dropTriggers()) {
            tamper.run("UPDATE entry SET body = x'7b7d' WHERE id = 'R2'");
        }
        try (EntryStore store = open()) {
            assertThatThrownBy(store::listAll)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("entry 3 (R2) of register a")
                    .hasMessageContaining("truce verify");
        }
    }
}
