package org.truce.app.store.sqlite;

import org.truce.app.store.KeyRing;
import org.truce.app.store.Packed;
import org.truce.app.store.StoreException;
import org.truce.app.store.Tables;
import org.truce.base.Hash;
import org.truce.proof.Checkpoint;
import org.truce.proof.Frontier;
import org.truce.record.Entered;
import org.truce.record.Entry;
import org.truce.record.EntryCodec;
import org.truce.record.Guarded;
import org.truce.record.KeyHistory;
import org.truce.record.LogRow;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes a store of the first version over: its chains are checked once more, then every register is
 * founded with keys, and its entries follow in their order, byte for byte. All or nothing.
 */
final class VersionOne {
    private final Connection connection;
    private final KeyRing keys;
    private final EntryCodec codec = new EntryCodec();

    VersionOne(Connection connection, KeyRing keys) {
        this.connection = connection;
        this.keys = keys;
    }

    /** One register's old log, with the last value of its chain. */
    private record Old(List<OldRow> rows, Hash chain) {}

    private record OldRow(LogRow row, String kind, String id, List<Guarded.Open> values) {}

    void takeOver(Path file) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            try {
                if (version(statement) == 1) {
                    move(statement, file);
                }
                statement.execute("COMMIT");
            } catch (SQLException | RuntimeException | Error refused) {
                statement.execute("ROLLBACK");
                throw refused;
            }
        }
    }

    /** Somebody else may have taken it over while we waited for the lock. */
    private static int version(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("PRAGMA user_version")) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    private void move(Statement statement, Path file) throws SQLException {
        List<String> registers = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(
                "SELECT DISTINCT register FROM entry UNION SELECT register FROM mark ORDER BY 1")) {
            while (row.next()) {
                registers.add(row.getString(1));
            }
        }
        List<Old> logs = new ArrayList<>();
        for (String register : registers) {
            logs.add(read(register, file));
        }
        dropOld(statement);
        Schema.makeTables(statement);
        SqliteTables.Within to = new SqliteTables.Within(connection, new Revisions(connection));
        for (int i = 0; i < logs.size(); i++) {
            write(to, registers.get(i), logs.get(i));
        }
        to.flush();
        to.close();
    }

    private static void dropOld(Statement statement) throws SQLException {
        List<String> triggers = new ArrayList<>();
        try (ResultSet row =
                statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'trigger'")) {
            while (row.next()) {
                triggers.add(row.getString(1));
            }
        }
        for (String trigger : triggers) {
            statement.execute("DROP TRIGGER \"" + trigger.replace("\"", "\"\"") + "\"");
        }
        for (String table : List.of("guarded", "mark", "entry")) {
            statement.execute("DROP TABLE " + table);
        }
    }

    private Old read(String register, Path file) throws SQLException {
        List<OldRow> rows = new ArrayList<>();
        Hash chain = Hash.ZERO;
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT no, seq, recorded_at, body, kind, id, hash FROM entry"
                        + " WHERE register = ? ORDER BY seq")) {
            query.setString(1, register);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    LogRow logged = new LogRow(
                            register, row.getLong(2), instant(row, file), row.getBytes(4));
                    chain = chained(chain, logged);
                    boolean whole = logged.seq() == rows.size() + 1L
                            && chain.hex().equals(row.getString(7));
                    if (!whole) {
                        throw altered(file);
                    }
                    rows.add(new OldRow(
                            logged, row.getString(5), row.getString(6), values(row.getLong(1))));
                }
            }
        } catch (IllegalArgumentException unreadable) {
            throw altered(file);
        }
        checkMark(register, rows.size(), chain, file);
        return new Old(rows, chain);
    }

    private static Instant instant(ResultSet row, Path file) throws SQLException {
        try {
            return Instant.parse(row.getString(3));
        } catch (DateTimeException unreadable) {
            throw altered(file);
        }
    }

    /** As the first version chained: a leaf over header and body, a link over the last value. */
    private static Hash chained(Hash last, LogRow row) {
        String header = row.seq() + " " + row.recordedAt() + " " + row.register() + "\n";
        Hash leaf = Hash.of(new byte[] {0}, header.getBytes(StandardCharsets.UTF_8), row.body());
        return Hash.of(new byte[] {1}, last.bytes(), leaf.bytes());
    }

    private void checkMark(String register, long size, Hash chain, Path file) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT last_seq, hash FROM mark WHERE register = ? ORDER BY no DESC LIMIT 1")) {
            query.setString(1, register);
            try (ResultSet mark = query.executeQuery()) {
                if (!mark.next()
                        || mark.getLong(1) != size
                        || !chain.hex().equals(mark.getString(2))) {
                    throw altered(file);
                }
            }
        }
    }

    private static StoreException altered(Path file) {
        return new StoreException(
                ("%s is of Truce's first version and not whole, so that it was not taken over;"
                    + " nothing in it was changed. 'truce verify' of version 0.1 names what was"
                    + " altered")
                        .formatted(file));
    }

    private List<Guarded.Open> values(long entry) throws SQLException {
        List<Guarded.Open> values = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT value, salt FROM guarded WHERE entry = ? ORDER BY place")) {
            query.setLong(1, entry);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    values.add(new Guarded.Open(row.getString(1), row.getString(2)));
                }
            }
        }
        return values;
    }

    private void write(SqliteTables.Within to, String register, Old old) throws SQLException {
        KeyRing.Founding founding = keys.found(register);
        Entry.RegisterKey first = new Entry.RegisterKey(
                register,
                "K-" + founding.key().verifier().id(),
                Entered.by("founding"),
                Optional.of(founding.key().verifier().text()),
                Optional.of(founding.recovery().verifier().text()),
                Optional.empty(),
                false,
                "the register's first key; entries 1 to %d of the first version follow, whose chain ended in %s"
                        .formatted(old.rows().size(), old.chain().hex()));
        KeyHistory history = new KeyHistory(register);
        history.add(1, first);
        long log = to.addLog(register, history.origin(), true);
        Instant at = old.rows().getFirst().row().recordedAt();
        LogRow founded = new LogRow(register, 1, at, codec.seal(first).body());
        Frontier frontier = Frontier.EMPTY.plus(founded.leafHash());
        add(to, log, founded, EntryCodec.kindOf(first), first.id(), List.of());
        sign(to, log, history, frontier, founding);
        List<Hash> leaves = new ArrayList<>();
        for (OldRow row : old.rows()) {
            // The first version took the clock as it was; a log's times do not go back.
            at = row.row().recordedAt().isAfter(at) ? row.row().recordedAt() : at;
            LogRow moved =
                    new LogRow(register, row.row().seq() + 1, at, row.row().body());
            leaves.add(moved.leafHash());
            add(to, log, moved, row.kind(), row.id(), row.values());
        }
        sign(to, log, history, frontier.plusAll(leaves), founding);
        keys.keep(founding);
    }

    private static void add(
            SqliteTables.Within to,
            long log,
            LogRow row,
            String kind,
            String id,
            List<Guarded.Open> values)
            throws SQLException {
        to.addEntry(new Tables.NewEntry(
                log,
                row.seq(),
                row.recordedAt(),
                kind,
                id,
                row.leafHash(),
                row.body(),
                Packed.text(values)));
    }

    private static void sign(
            SqliteTables.Within to,
            long log,
            KeyHistory history,
            Frontier frontier,
            KeyRing.Founding founding)
            throws SQLException {
        Checkpoint checkpoint = new Checkpoint(history.origin(), frontier.size(), frontier.root());
        to.addCheckpoint(
                log, new Tables.Signed(frontier, checkpoint.sign(founding.key()).text()));
    }
}
