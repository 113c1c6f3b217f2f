package org.truce.app.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.truce.app.store.EntryStore;
import org.truce.app.store.StoreContract;
import org.truce.app.store.StoreException;
import org.truce.app.store.TestKeys;
import org.truce.app.store.sqlite.Invented;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What every store does, and what only one in a database can be asked. */
final class PostgresStoreTest extends StoreContract {
    private final TestServer server = TestServer.shared();
    private final Invented invented = new Invented(1);
    private String database = "";
    private String elsewhere = "";

    @BeforeEach
    void makeDatabases() throws SQLException {
        database = server.newDatabase();
        elsewhere = server.newDatabase();
    }

    static EntryStore open(String address) {
        return PostgresStore.openOrCreate(address, Map.of(), new TestKeys(), Invented.CLOCK);
    }

    @Override
    protected EntryStore open() {
        return open(server.address(database));
    }

    @Override
    protected EntryStore openElsewhere() {
        return open(server.address(elsewhere));
    }

    @Test
    void nothingIsUpdatedOrDeletedByAnHonestProgram() {
        try (EntryStore store = open()) {
            store.append(invented.reports("a", 1, 3));
            for (String table : List.of("entry", "guarded", "checkpoint", "log", "given")) {
                String set = switch (table) {
                    case "guarded" -> "held = ''";
                    case "given" -> "last = last - 1";
                    default -> "no = 99";
                };
                for (String sql : List.of(
                        "DELETE FROM truce." + table,
                        "UPDATE truce.%s SET %s".formatted(table, set),
                        "TRUNCATE truce.%s CASCADE".formatted(table))) {
                    assertThatThrownBy(() -> server.run(database, sql))
                            .as(sql)
                            .isInstanceOf(SQLException.class)
                            .hasMessageMatching("(?s).*(never|only by a recorded decision).*");
                }
            }
            assertThat(store.verify(Optional.empty()).problems()).isEmpty();
        }
    }

    /** The program of the version before could not read what this one writes. */
    @Test
    void aDatabaseOfTheVersionBeforeIsRaisedByWhoMayAndNamedToWhoMayNot() throws SQLException {
        open().close();
        String before = "UPDATE truce.version SET no = 1";
        server.run(database, before);
        try (EntryStore store = open()) {
            store.append(invented.reports("a", 1, 3));
            assertThat(store.verify(Optional.empty()).problems()).isEmpty();
        }
        server.run(
                database,
                "DELETE FROM truce.version WHERE no = 2",
                "CREATE USER reader_%1$s; GRANT USAGE ON SCHEMA truce TO reader_%1$s;"
                                .formatted(database)
                        + "GRANT SELECT ON ALL TABLES IN SCHEMA truce TO reader_" + database);
        String reader = server.address(database).replace("postgres@", "reader_" + database + "@");
        assertThatThrownBy(() -> open(reader))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("INSERT INTO truce.version (no) VALUES (2)");
        server.run(database, "INSERT INTO truce.version (no) VALUES (2)");
        open(reader).close();
    }

    /** A node of the team: appends batch after batch to one register, as another process. */
    public static void main(String[] arguments) {
        Invented invented = new Invented(Long.parseLong(arguments[1]));
        int from = Integer.parseInt(arguments[2]);
        try (EntryStore store = open(arguments[0])) {
            for (int batch = 0; batch < 20; batch++) {
                store.append(invented.reports("joint", from + batch * 5 + 1, from + batch * 5 + 5));
            }
        }
    }

    @Test
    void twoProcessesEnterIntoOneRegister() throws IOException, InterruptedException {
        Process one = node(1, 0);
        Process other = node(2, 1_000);
        assertThat(one.waitFor()).isZero();
        assertThat(other.waitFor()).isZero();
        try (EntryStore store = open()) {
            assertThat(store.findLog("joint").orElseThrow().size()).isEqualTo(201);
            assertThat(store.listLogs()).hasSize(1);
            assertThat(store.verify(Optional.empty()).problems()).isEmpty();
        }
    }

    private Process node(int seed, int from) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PostgresStoreTest.class.getName(),
                        server.address(database),
                        Integer.toString(seed),
                        Integer.toString(from))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
