package org.truce.app.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.app.store.EntryStore;
import org.truce.app.store.Facts;
import org.truce.app.store.StoreContract;
import org.truce.app.store.StoreException;
import org.truce.app.store.TestKeys;
import org.truce.record.Entry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What every store does, and what only one in a file can be asked. */
final class SqliteStoreTest extends StoreContract {
    private final Invented invented = new Invented(1);

    @TempDir
    private Path folder;

    @Override
    protected EntryStore open() {
        return SqliteStore.openOrCreate(folder.resolve("store.db"), new TestKeys(), Invented.CLOCK);
    }

    @Override
    protected EntryStore openElsewhere() {
        return SqliteStore.openOrCreate(folder.resolve("else.db"), new TestKeys(), Invented.CLOCK);
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
