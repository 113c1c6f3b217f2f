package org.truce.app.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.app.store.EntryStore;
import org.truce.app.store.sqlite.Invented;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Somebody with the rights of a superuser changes the database; the check names what was touched.
 */
final class DatabaseTamperTest {
    private final TestServer server = TestServer.shared();
    private String database = "";

    @BeforeEach
    void write() throws SQLException {
        database = server.newDatabase();
        Invented invented = new Invented(20170709);
        try (EntryStore store = open()) {
            for (int batch = 0; batch < 3; batch++) {
                for (String register : List.of("alpha", "beta")) {
                    store.append(invented.reports(register, batch * 5 + 1, batch * 5 + 5));
                }
            }
            assertThat(store.verify(Optional.empty()).problems()).isEmpty();
        }
    }

    private EntryStore open() {
        return PostgresStoreTest.open(server.address(database));
    }

    private List<String> problems() {
        try (EntryStore store = open()) {
            return store.verify(Optional.empty()).problems();
        }
    }

    /** Past the triggers, as only a superuser can; entry 8 of beta is report R7. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        UPDATE truce.entry SET body = overlay(body placing 'x' from 9) WHERE no = (SELECT e.no \
        FROM truce.entry e WHERE log = 2 AND seq = 8) | register beta: entry 8 (report R7)
        UPDATE truce.entry SET id = 'R99' WHERE log = 2 AND seq = 8 | register beta: entry 8
        UPDATE truce.entry SET kind = 'claim' WHERE log = 2 AND seq = 8 | register beta: entry 8
        UPDATE truce.entry SET recorded_at = recorded_at + 1 WHERE log = 2 AND seq = 8 | entry 8
        UPDATE truce.entry SET leaf = sha256(leaf) WHERE log = 2 AND seq = 8 | beta: entry 8
        DELETE FROM truce.guarded WHERE entry = (SELECT no FROM truce.entry WHERE log = 2 \
        AND seq = 8) | register beta: entry 8
        UPDATE truce.guarded SET held = '[]' WHERE entry = (SELECT no FROM truce.entry \
        WHERE log = 2 AND seq = 8) | register beta: entry 8
        DELETE FROM truce.entry WHERE log = 2 AND seq = 8 | register beta: entry 8 missing
        UPDATE truce.entry SET seq = seq + 100 WHERE log = 2 AND seq = 8 | register beta
        UPDATE truce.checkpoint SET note = 'x' WHERE log = 2 AND size = 11 | register beta
        UPDATE truce.checkpoint SET size = 12 WHERE log = 2 AND size = 11 | register beta
        UPDATE truce.given SET last = last - 1 WHERE what = 'entry' | count of entries was set back
        UPDATE truce.log SET register = 'gamma' WHERE no = 2 | register gamma
        """)
    void aRow(String sql, String named) throws SQLException {
        server.run(database, "SET session_replication_role = replica", sql);
        assertThat(problems()).anySatisfy(problem -> assertThat(problem).contains(named));
    }

    @Test
    void aLastBatchTakenOutWithItsCheckpoint() throws SQLException {
        server.run(
                database,
                "SET session_replication_role = replica",
                "DELETE FROM truce.guarded WHERE entry IN (SELECT no FROM truce.entry"
                        + " WHERE log = 2 AND seq > 11)",
                "DELETE FROM truce.entry WHERE log = 2 AND seq > 11",
                "DELETE FROM truce.checkpoint WHERE log = 2 AND size > 11");
        assertThat(problems())
                .contains("the database: 5 entries missing at the end (after number 27)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ALTER TABLE truce.entry DISABLE TRIGGER never_changed | switched off
        DROP TRIGGER only_by_decision ON truce.guarded | missing: trigger CREATE TRIGGER only_by
        DROP INDEX truce.entry_by_id | missing: index CREATE UNIQUE INDEX entry_by_id
        ALTER TABLE truce.entry ADD COLUMN more text | altered: column entry.more text
        ALTER TABLE truce.entry ENABLE ROW LEVEL SECURITY | relation entry r policed
        CREATE RULE quiet AS ON INSERT TO truce.entry DO INSTEAD NOTHING | rule entry quiet
        CREATE TABLE truce.heir () INHERITS (truce.entry) | heir of entry
        CREATE OR REPLACE FUNCTION truce.refuse() RETURNS trigger LANGUAGE plpgsql AS \
        'BEGIN RETURN NEW; END' | altered: function refuse
        """)
    void whatTheSchemaHolds(String sql, String named) throws SQLException {
        server.run(database, sql);
        assertThat(problems()).anySatisfy(problem -> assertThat(problem).contains(named));
    }

    /** An index that was not kept up for a while lacks entries, and answers go by it. */
    @ParameterizedTest
    @CsvSource({"entry_by_id", "entry_by_place", "entry_of_record", "guarded_pkey"})
    void anIndexThatLacksEntries(String index) throws SQLException {
        String set = "UPDATE pg_index SET indisready = %s WHERE indexrelid = 'truce." + index
                + "'::regclass";
        server.run(
                database,
                set.formatted("false"),
                "INSERT INTO truce.entry SELECT no + 1000, log, seq + 1000, recorded_at, kind,"
                        + " id || '-', leaf, body FROM truce.entry WHERE log = 2 AND seq = 1",
                "INSERT INTO truce.guarded SELECT no, '[]' FROM truce.entry WHERE seq = 1001",
                set.formatted("true"));
        assertThat(problems())
                .anySatisfy(problem ->
                        assertThat(problem).contains("the index " + index + " does not hold"));
    }
}
