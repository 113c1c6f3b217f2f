package org.truce.app.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.cli.Terminal;
import org.truce.app.store.EntryStore;
import org.truce.app.store.StoreException;
import org.truce.app.store.TestKeys;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;

/** A store that the first version of Truce wrote: two registers, one of them with a refused row. */
final class VersionOneTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void copy() throws IOException {
        file = folder.resolve("old.truce");
        try (InputStream in = resource("version-1.truce")) {
            Files.copy(in, file);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(VersionOneTest.class.getResourceAsStream(name));
    }

    /** What the first version answered stands beside the fixture, as it printed it. */
    @Test
    void itOpensSignedWholeAndAnswersAsBefore() throws IOException {
        Terminal.Ran ran = Terminal.run("incidents", "--store", file.toString(), "--json");
        assertThat(ran.exit()).as(ran.err()).isZero();
        try (InputStream in = resource("version-1-incidents.jsonl")) {
            String before = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            // Members that came with decisions by people and with the linkage of registers.
            String since = ",\"decisions\":\\[],\"refuted\":\\[],\"apart\":\\[]"
                    + ",\"members\":\\[[^]]*],\"probability\":[0-9.]+,\"why\":\\[[^]]*]";
            assertThat(ran.out().replaceAll(since, "")).isEqualTo(before);
        }
        Terminal.Ran verified = Terminal.run("verify", "--store", file.toString());
        assertThat(verified.exit()).as(verified.err()).isZero();
        assertThat(verified.err()).contains("32 entries, all whole");
    }

    @Test
    void everyEntryKeepsItsTimeAndItsProtectedValues() {
        try (EntryStore store = SqliteStore.openExisting(file, new TestKeys(), Invented.CLOCK)) {
            assertThat(store.verify(Optional.empty()).problems()).isEmpty();
            assertThat(store.verify(Optional.empty()).withheld()).isZero();
            assertThat(store.listLogs())
                    .extracting(EntryStore.Log::register)
                    .containsExactly("alpha", "beta");
            assertThat(store.listAll())
                    .hasSize(32)
                    .allMatch(logged -> logged.recordedAt().toString().startsWith("2026-11-23T"));
        }
        try (EntryStore again = SqliteStore.openExisting(file, new TestKeys(), Invented.CLOCK)) {
            assertThat(again.size()).isEqualTo(32);
        }
    }

    @Test
    void oneThatIsNotWholeIsLeftAsItIs() throws SQLException {
        try (Tamper tamper = new Tamper(file).dropTriggers()) {
            assertThat(tamper.run("UPDATE entry SET body = CAST(replace(CAST(body AS TEXT),"
                            + " '2017', '2016') AS BLOB) WHERE register = 'alpha' AND seq = 5"))
                    .isEqualTo(1);
        }
        assertThatThrownBy(() -> SqliteStore.openExisting(file, new TestKeys(), Invented.CLOCK))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("not whole")
                .hasMessageContaining("nothing in it was changed");
        try (Tamper tamper = new Tamper(file)) {
            assertThat(tamper.number("SELECT count(*) FROM mark")).isPositive();
        }
    }
}
