package org.truce.app.store.postgres;

import org.truce.app.store.Packed;
import org.truce.app.store.StoreException;
import org.truce.app.store.Tables.LogName;
import org.truce.app.store.Tables.NewEntry;
import org.truce.app.store.Tables.Signed;
import org.truce.app.store.Tables.Stored;
import org.truce.app.store.Tables.StoredCheckpoint;
import org.truce.app.store.Tables.Transaction;
import org.truce.base.Hash;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What runs in a transaction. Statements are prepared once for a connection and kept. */
final class Within implements Transaction {
    private static final int PIECE = 2_048;
    private static final int PENDING = 512;
    private static final String STORED = "SELECT e.no, e.seq, e.recorded_at, e.kind, e.id, e.leaf,"
            + " e.body, g.held FROM truce.entry e LEFT JOIN truce.guarded g ON g.entry = e.no ";
    private static final String SIGNED =
            "SELECT size, frontier, note FROM truce.checkpoint WHERE log = ? ";
    private static final String ADD_ENTRY =
            "INSERT INTO truce.entry (no, log, seq, recorded_at, kind, id, leaf, body)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String ADD_GUARDED =
            "INSERT INTO truce.guarded (entry, held) VALUES (?, ?)";

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    /** Entries held back, by log, id and kind. */
    private final Set<String> pending = new HashSet<>();

    /** The last numbers given, as far as this transaction has asked. */
    private final Map<String, Long> given = new TreeMap<>();

    private boolean wrote;
    private Optional<Savepoint> recovery = Optional.empty();

    Within(Connection connection) {
        this.connection = connection;
    }

    /** Where a reading transaction goes back to after an error, to go on with the next. */
    void setRecovery(Savepoint savepoint) {
        recovery = Optional.of(savepoint);
    }

    private PreparedStatement prepare(String sql, Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private interface Reading<T> {
        T run() throws SQLException;
    }

    /** After an error the database refuses everything until it is taken back to a savepoint. */
    private <T> T recovering(Reading<T> reading) throws SQLException {
        try {
            return reading.run();
        } catch (SQLException refused) {
            if (recovery.isPresent()) {
                try {
                    connection.rollback(recovery.get());
                } catch (SQLException broken) {
                    refused.addSuppressed(broken);
                }
            }
            throw refused;
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private long next(String what) throws SQLException {
        Long last = given.get(what);
        if (last == null) {
            try (ResultSet row =
                    prepare("SELECT last FROM truce.given WHERE what = ?", what).executeQuery()) {
                last = row.next() ? row.getLong(1) : 0;
            }
        }
        given.put(what, last + 1);
        wrote = true;
        return last + 1;
    }

    /** Sends what was held back and keeps the numbers given; the transaction may commit. */
    void finish() throws SQLException {
        flush();
        if (wrote) {
            next("write");
            for (Map.Entry<String, Long> last : given.entrySet()) {
                prepare(
                                "UPDATE truce.given SET last = ? WHERE what = ?",
                                last.getValue(),
                                last.getKey())
                        .executeUpdate();
            }
        }
        reset();
    }

    /** Sends the rows held back, so that reading sees them. */
    private void flush() throws SQLException {
        if (!pending.isEmpty()) {
            pending.clear();
            prepare(ADD_ENTRY).executeBatch();
            prepare(ADD_GUARDED).executeBatch();
        }
    }

    void forget() {
        try {
            prepare(ADD_ENTRY).clearBatch();
            prepare(ADD_GUARDED).clearBatch();
        } catch (SQLException closed) {
            prepared.clear();
        }
        reset();
    }

    private void reset() {
        pending.clear();
        given.clear();
        wrote = false;
        recovery = Optional.empty();
    }

    @Override
    public void addEntry(NewEntry entry) throws SQLException {
        long no = next("entry");
        PreparedStatement insert = prepare(
                ADD_ENTRY,
                no,
                entry.log(),
                entry.seq(),
                entry.recordedAt().toEpochMilli(),
                utf8(entry.kind()),
                utf8(entry.id()),
                entry.leaf().bytes(),
                entry.body());
        insert.addBatch();
        if (!entry.held().isEmpty()) {
            prepare(ADD_GUARDED, no, utf8(entry.held())).addBatch();
        }
        pending.add(key(entry.log(), entry.kind(), entry.id()));
        if (pending.size() == PENDING) {
            flush();
        }
    }

    @Override
    public List<LogName> listLogs() throws SQLException {
        return recovering(() -> {
            List<LogName> logs = new ArrayList<>();
            try (ResultSet row = prepare(
                            "SELECT no, register, origin, own FROM truce.log ORDER BY no")
                    .executeQuery()) {
                while (row.next()) {
                    logs.add(new LogName(
                            row.getLong(1),
                            text(row.getBytes(2)),
                            text(row.getBytes(3)),
                            row.getBoolean(4)));
                }
            }
            return logs;
        });
    }

    @Override
    public long addLog(String register, String origin, boolean own) throws SQLException {
        long no = next("log");
        prepare(
                        "INSERT INTO truce.log (no, register, origin, own) VALUES (?, ?, ?, ?)",
                        no,
                        utf8(register),
                        utf8(origin),
                        own)
                .executeUpdate();
        return no;
    }

    @Override
    public Optional<Signed> findHead(long log) throws SQLException {
        return findSigned(SIGNED + "ORDER BY size DESC LIMIT 1", log);
    }

    @Override
    public Optional<Signed> findCheckpoint(long log, long size) throws SQLException {
        return findSigned(SIGNED + "AND size = ?", log, size);
    }

    private Optional<Signed> findSigned(String sql, Object... values) throws SQLException {
        try (ResultSet row = prepare(sql, values).executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            return Optional.of(new Signed(
                    Packed.frontier(row.getLong(1), row.getBytes(2)), text(row.getBytes(3))));
        } catch (IllegalArgumentException altered) {
            throw new StoreException(
                    "a checkpoint was altered: run 'truce verify' to see more", altered);
        }
    }

    @Override
    public Optional<Instant> findLastRecorded(long log) throws SQLException {
        flush();
        try (ResultSet row = prepare(
                        "SELECT recorded_at FROM truce.entry WHERE log = ?"
                                + " ORDER BY seq DESC LIMIT 1",
                        log)
                .executeQuery()) {
            return row.next()
                    ? Optional.of(Instant.ofEpochMilli(row.getLong(1)))
                    : Optional.empty();
        }
    }

    @Override
    public void addCheckpoint(long log, Signed signed) throws SQLException {
        prepare(
                        "INSERT INTO truce.checkpoint (no, log, size, frontier, note)"
                                + " VALUES (?, ?, ?, ?, ?)",
                        next("checkpoint"),
                        log,
                        signed.frontier().size(),
                        Packed.bytes(signed.frontier()),
                        utf8(signed.note()))
                .executeUpdate();
    }

    @Override
    public Optional<Stored> findEntry(long log, String kind, String id) throws SQLException {
        if (pending.contains(key(log, kind, id))) {
            flush();
        }
        return findStored(
                STORED + "WHERE e.log = ? AND sha256(e.id) = sha256(?) AND e.kind = ?",
                log,
                utf8(id),
                utf8(kind));
    }

    @Override
    public Optional<Stored> findEntry(long log, String id) throws SQLException {
        flush();
        return findStored(
                STORED + "WHERE e.log = ? AND sha256(e.id) = sha256(?) ORDER BY e.seq LIMIT 1",
                log,
                utf8(id));
    }

    @Override
    public Set<String> listThere(long log, Collection<String> ids) throws SQLException {
        flush();
        Set<String> there = new HashSet<>();
        if (ids.isEmpty()) {
            return there;
        }
        byte[][] list = ids.stream().map(Within::utf8).toArray(byte[][]::new);
        try (ResultSet row = prepare(
                        "SELECT e.id FROM unnest(?) AS j (id) JOIN truce.entry e"
                                + " ON e.log = ? AND sha256(e.id) = sha256(j.id)",
                        connection.createArrayOf("bytea", list),
                        log)
                .executeQuery()) {
            while (row.next()) {
                there.add(text(row.getBytes(1)));
            }
        }
        return there;
    }

    private static String key(long log, String kind, String id) {
        return log + " " + kind + " " + id;
    }

    private Optional<Stored> findStored(String sql, Object... values) throws SQLException {
        try (ResultSet row = prepare(sql, values).executeQuery()) {
            return row.next() ? Optional.of(stored(row)) : Optional.empty();
        }
    }

    private static Stored stored(ResultSet row) throws SQLException {
        byte[] held = row.getBytes(8);
        return new Stored(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                text(row.getBytes(4)),
                text(row.getBytes(5)),
                row.getBytes(6),
                row.getBytes(7),
                held == null ? new byte[0] : held);
    }

    @Override
    public void readEntries(long log, long fromSeq, long toSeq, Consumer<List<Stored>> pieces)
            throws SQLException {
        flush();
        List<Stored> piece = new ArrayList<>(PIECE);
        recovering(() -> {
            // A statement of its own: what takes the pieces may read too.
            try (PreparedStatement query = connection.prepareStatement(
                    STORED + "WHERE e.log = ? AND e.seq BETWEEN ? AND ? ORDER BY e.seq")) {
                query.setFetchSize(PIECE);
                query.setLong(1, log);
                query.setLong(2, fromSeq);
                query.setLong(3, toSeq);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        piece.add(stored(row));
                        if (piece.size() == PIECE) {
                            pieces.accept(List.copyOf(piece));
                            piece.clear();
                        }
                    }
                }
                return true;
            } finally {
                // What could be read before a damaged page still counts.
                if (!piece.isEmpty()) {
                    pieces.accept(List.copyOf(piece));
                }
            }
        });
    }

    @Override
    public List<Stored> listOfRecord(long log, String kind) throws SQLException {
        return listStored(
                "WHERE e.log = ? AND e.kind = ? AND e.kind IN"
                        + " ('register-key'::bytea, 'destruction'::bytea) ORDER BY e.seq",
                log,
                kind);
    }

    @Override
    public List<Stored> listOfKind(long log, String kind) throws SQLException {
        return listStored("WHERE e.log = ? AND e.kind = ? ORDER BY e.seq", log, kind);
    }

    private List<Stored> listStored(String where, long log, String kind) throws SQLException {
        flush();
        return recovering(() -> {
            List<Stored> rows = new ArrayList<>();
            try (ResultSet row = prepare(STORED + where, log, utf8(kind)).executeQuery()) {
                while (row.next()) {
                    rows.add(stored(row));
                }
            }
            return rows;
        });
    }

    @Override
    public void readLeaves(long log, long fromSeq, Consumer<Hash> leaves) throws SQLException {
        flush();
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT leaf FROM truce.entry WHERE log = ? AND seq >= ? ORDER BY seq")) {
            query.setFetchSize(PIECE);
            query.setLong(1, log);
            query.setLong(2, fromSeq);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    leaves.accept(new Hash(row.getBytes(1)));
                }
            }
        }
    }

    @Override
    public void readCheckpoints(long log, Consumer<StoredCheckpoint> checkpoints)
            throws SQLException {
        recovering(() -> {
            try (PreparedStatement query = connection.prepareStatement(SIGNED + "ORDER BY size")) {
                query.setFetchSize(PIECE);
                query.setLong(1, log);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        checkpoints.accept(new StoredCheckpoint(
                                row.getLong(1), row.getBytes(2), text(row.getBytes(3))));
                    }
                }
            }
            return true;
        });
    }

    @Override
    public void setValues(long entryNo, String held) throws SQLException {
        flush();
        next("values");
        if (held.isEmpty()) {
            prepare("DELETE FROM truce.guarded WHERE entry = ?", entryNo).executeUpdate();
        } else {
            prepare(
                            "INSERT INTO truce.guarded (entry, held) VALUES (?, ?)"
                                    + " ON CONFLICT (entry) DO UPDATE SET held = excluded.held",
                            entryNo,
                            utf8(held))
                    .executeUpdate();
        }
    }

    @Override
    public void keepBundle(String register, Hash hash, byte[] text) throws SQLException {
        prepare(
                        "INSERT INTO truce.bundle (register, hash, text) VALUES (?, ?, ?)"
                                + " ON CONFLICT (hash) DO NOTHING",
                        utf8(register),
                        hash.bytes(),
                        text)
                .executeUpdate();
    }

    @Override
    public List<byte[]> listBundles(String register) throws SQLException {
        List<byte[]> bundles = new ArrayList<>();
        try (ResultSet row = prepare(
                        "SELECT text FROM truce.bundle WHERE register = ? ORDER BY no",
                        (Object) utf8(register))
                .executeQuery()) {
            while (row.next()) {
                bundles.add(row.getBytes(1));
            }
        }
        return bundles;
    }

    @Override
    public void dropBundle(Hash hash) throws SQLException {
        prepare("DELETE FROM truce.bundle WHERE hash = ?", (Object) hash.bytes())
                .executeUpdate();
    }

    @Override
    public void check(Consumer<String> problems) throws SQLException {
        recovering(() -> {
            DatabaseCheck.run(connection, problems);
            return true;
        });
    }
}
