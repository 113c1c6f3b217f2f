package org.truce.app.store.sqlite;

import org.truce.app.store.Packed;
import org.truce.app.store.StoreException;
import org.truce.app.store.Tables;
import org.truce.base.Hash;
import org.truce.record.KeyHistory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The tables in one SQLite file, over one connection that threads take turns at. */
final class SqliteTables implements Tables {
    private final Connection connection;
    private final Revisions revisions;
    private final Within within;

    SqliteTables(Connection connection) {
        this.connection = connection;
        revisions = new Revisions(connection);
        within = new Within(connection, revisions);
    }

    @Override
    public synchronized <T> T read(Work<T> work) {
        try (Statement transaction = connection.createStatement()) {
            transaction.execute("BEGIN");
            try {
                return work.run(within);
            } finally {
                // Nothing was written; and a commit would fail where a damaged page was met.
                rollBack(transaction);
            }
        } catch (SQLException unreadable) {
            throw unreadable(unreadable);
        }
    }

    @Override
    public synchronized <T> T write(Work<T> work) {
        try (Statement transaction = connection.createStatement()) {
            transaction.execute("BEGIN IMMEDIATE");
            try {
                T result = work.run(within);
                within.flush();
                transaction.execute("COMMIT");
                revisions.committed();
                return result;
            } catch (SQLException | RuntimeException | Error refused) {
                within.forget();
                rollBack(transaction);
                throw refused;
            }
        } catch (SQLException refused) {
            throw new StoreException(
                    "nothing of this batch was recorded: " + Trouble.words(refused), refused);
        }
    }

    private static void rollBack(Statement transaction) {
        try {
            transaction.execute("ROLLBACK");
        } catch (SQLException alreadyRolledBack) {
            // SQLite does so by itself when, for example, the disk is full, and then refuses.
            return;
        }
    }

    @Override
    public synchronized boolean purge() {
        try {
            within.close();
            return Purge.run(connection);
        } catch (SQLException refused) {
            throw unreadable(refused);
        }
    }

    @Override
    public synchronized long size() {
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery("SELECT coalesce(max(no), 0) FROM entry")) {
            return row.next() ? row.getLong(1) : 0;
        } catch (SQLException failure) {
            throw unreadable(failure);
        }
    }

    @Override
    public synchronized Revision revision() {
        try {
            return revisions.now();
        } catch (SQLException failure) {
            throw unreadable(failure);
        }
    }

    private static StoreException unreadable(SQLException cause) {
        return new StoreException("the store cannot be read: " + Trouble.words(cause), cause);
    }

    @Override
    public synchronized void close() {
        try {
            within.close();
            connection.close();
        } catch (SQLException refused) {
            throw new StoreException(
                    "the store did not close cleanly: " + Trouble.words(refused), refused);
        }
    }

    /** Statements are prepared once and kept. */
    static final class Within implements Transaction {
        private static final int PIECE = 2_048;
        private static final int PENDING = 500;
        private static final String STORED =
                "SELECT e.no, e.seq, e.recorded_at, e.kind, e.id, e.leaf, e.body,"
                        + " g.held"
                        + " FROM entry e LEFT JOIN guarded g ON g.entry = e.no ";

        private final Connection connection;
        private final Revisions revisions;
        private final Map<String, PreparedStatement> prepared = new HashMap<>();

        /** Entries held back, by log, id and kind. */
        private final Set<String> pending = new HashSet<>();

        private long lastNo = -1;

        Within(Connection connection, Revisions revisions) {
            this.connection = connection;
            this.revisions = revisions;
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

        void close() throws SQLException {
            for (PreparedStatement statement : prepared.values()) {
                statement.close();
            }
            prepared.clear();
        }

        /** Sends the rows held back, so that reading sees them. */
        void flush() throws SQLException {
            if (!pending.isEmpty()) {
                prepare(ADD_ENTRY).executeBatch();
                prepare(ADD_GUARDED).executeBatch();
                pending.clear();
            }
            lastNo = -1;
        }

        /** The driver ends a statement that failed, say on a full disk: none is kept. */
        private void forget() {
            try {
                close();
            } catch (SQLException alreadyEnded) {
                prepared.clear();
            }
            pending.clear();
            lastNo = -1;
        }

        private static final String ADD_ENTRY =
                "INSERT INTO entry (no, log, seq, recorded_at, kind, id, leaf, body)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
        private static final String ADD_GUARDED = "INSERT INTO guarded (entry, held) VALUES (?, ?)";

        @Override
        public void addEntry(NewEntry entry) throws SQLException {
            long no = (lastNo < 0 ? lastGiven() : lastNo) + 1;
            PreparedStatement insert = prepare(ADD_ENTRY);
            insert.setLong(1, no);
            insert.setLong(2, entry.log());
            insert.setLong(3, entry.seq());
            insert.setLong(4, entry.recordedAt().toEpochMilli());
            insert.setString(5, entry.kind());
            insert.setString(6, entry.id());
            insert.setBytes(7, entry.leaf().bytes());
            insert.setBytes(8, entry.body());
            insert.addBatch();
            if (!entry.held().isEmpty()) {
                PreparedStatement guard = prepare(ADD_GUARDED);
                guard.setLong(1, no);
                guard.setString(2, entry.held());
                guard.addBatch();
            }
            pending.add(key(entry.log(), entry.kind(), entry.id()));
            lastNo = no;
            if (pending.size() == PENDING) {
                long last = lastNo;
                flush();
                lastNo = last;
            }
        }

        /** Numbers are never given twice, as AUTOINCREMENT has it. */
        private long lastGiven() throws SQLException {
            try (ResultSet row = prepare("SELECT seq FROM sqlite_sequence WHERE name = 'entry'")
                    .executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }

        @Override
        public List<LogName> listLogs() throws SQLException {
            List<LogName> logs = new ArrayList<>();
            try (ResultSet row = prepare("SELECT no, register, origin, own FROM log ORDER BY no")
                    .executeQuery()) {
                while (row.next()) {
                    String register = String.valueOf(row.getString(2));
                    String origin = String.valueOf(row.getString(3));
                    // What stands here is printed: never what a damaged file shows in its place.
                    if (!KeyHistory.isOrigin(origin)) {
                        throw Trouble.damaged("the name of a log");
                    }
                    logs.add(new LogName(row.getLong(1), register, origin, row.getBoolean(4)));
                }
            }
            return logs;
        }

        @Override
        public long addLog(String register, String origin, boolean own) throws SQLException {
            try (ResultSet row = prepare(
                            "INSERT INTO log (register, origin, own) VALUES (?, ?, ?) RETURNING no",
                            register,
                            origin,
                            own)
                    .executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }

        @Override
        public Optional<Signed> findHead(long log) throws SQLException {
            return findSigned(
                    "SELECT size, frontier, note FROM checkpoint WHERE log = ?"
                            + " ORDER BY size DESC LIMIT 1",
                    log);
        }

        @Override
        public Optional<Signed> findCheckpoint(long log, long size) throws SQLException {
            return findSigned(
                    "SELECT size, frontier, note FROM checkpoint WHERE log = ? AND size = ?",
                    log,
                    size);
        }

        private Optional<Signed> findSigned(String sql, Object... values) throws SQLException {
            try (ResultSet row = prepare(sql, values).executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                return Optional.of(new Signed(
                        Packed.frontier(row.getLong(1), row.getBytes(2)), row.getString(3)));
            } catch (IllegalArgumentException altered) {
                throw new StoreException(
                        "a checkpoint was altered: run 'truce verify' to see more", altered);
            }
        }

        @Override
        public Optional<Instant> findLastRecorded(long log) throws SQLException {
            flush();
            try (ResultSet row = prepare(
                            "SELECT recorded_at FROM entry WHERE log = ?"
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
                            "INSERT INTO checkpoint (log, size, frontier, note)"
                                    + " VALUES (?, ?, ?, ?)",
                            log,
                            signed.frontier().size(),
                            Packed.bytes(signed.frontier()),
                            signed.note())
                    .executeUpdate();
        }

        @Override
        public Optional<Stored> findEntry(long log, String kind, String id) throws SQLException {
            if (pending.contains(key(log, kind, id))) {
                flush();
            }
            return findStored(
                    STORED + "WHERE e.log = ? AND e.id = ? AND e.kind = ?", log, id, kind);
        }

        @Override
        public Optional<Stored> findEntry(long log, String id) throws SQLException {
            flush();
            return findStored(
                    STORED + "WHERE e.log = ? AND e.id = ? ORDER BY e.seq LIMIT 1", log, id);
        }

        @Override
        public Set<String> listThere(long log, Collection<String> ids) throws SQLException {
            flush();
            Set<String> there = new HashSet<>();
            if (ids.isEmpty()) {
                return there;
            }
            // CROSS: the ids come first, or SQLite reads the whole log for each of them.
            try (ResultSet row = prepare(
                            "SELECT e.id FROM json_each(?) j"
                                    + " CROSS JOIN entry e ON e.log = ? AND e.id = j.value",
                            Packed.list(ids),
                            log)
                    .executeQuery()) {
                while (row.next()) {
                    there.add(row.getString(1));
                }
            }
            return there;
        }

        private static String key(long log, String kind, String id) {
            return log + " " + kind + " " + id;
        }

        private Optional<Stored> findStored(String sql, Object... values) throws SQLException {
            try (ResultSet row = prepare(sql, values).executeQuery()) {
                return row.next() ? Optional.of(StoredRow.read(row)) : Optional.empty();
            }
        }

        @Override
        public void readEntries(long log, long fromSeq, long toSeq, Consumer<List<Stored>> pieces)
                throws SQLException {
            flush();
            List<Stored> piece = new ArrayList<>(PIECE);
            // A statement of its own: what takes the pieces may read too.
            try (PreparedStatement query = connection.prepareStatement(
                    STORED + "WHERE e.log = ? AND e.seq BETWEEN ? AND ? ORDER BY e.seq")) {
                query.setLong(1, log);
                query.setLong(2, fromSeq);
                query.setLong(3, toSeq);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        piece.add(StoredRow.read(row));
                        if (piece.size() == PIECE) {
                            pieces.accept(List.copyOf(piece));
                            piece.clear();
                        }
                    }
                }
            } finally {
                // What could be read before a damaged page still counts.
                if (!piece.isEmpty()) {
                    pieces.accept(List.copyOf(piece));
                }
            }
        }

        @Override
        public List<Stored> listOfRecord(long log, String kind) throws SQLException {
            flush();
            // The index's own condition stands in the query, or SQLite reads the whole log instead.
            return StoredRow.list(prepare(
                    STORED + "WHERE e.log = ? AND e.kind = ?"
                            + " AND e.kind IN ('register-key', 'destruction')"
                            + " ORDER BY e.seq",
                    log,
                    kind));
        }

        @Override
        public List<Stored> listOfKind(long log, String kind) throws SQLException {
            flush();
            return StoredRow.list(prepare(STORED + StoredRow.OF_KIND, log, kind));
        }

        @Override
        public void readLeaves(long log, long fromSeq, Consumer<Hash> leaves) throws SQLException {
            flush();
            try (ResultSet row = prepare(
                            "SELECT leaf FROM entry WHERE log = ? AND seq >= ? ORDER BY seq",
                            log,
                            fromSeq)
                    .executeQuery()) {
                while (row.next()) {
                    leaves.accept(new Hash(row.getBytes(1)));
                }
            }
        }

        @Override
        public void readCheckpoints(long log, Consumer<StoredCheckpoint> checkpoints)
                throws SQLException {
            try (ResultSet row = prepare(
                            "SELECT size, frontier, note FROM checkpoint WHERE log = ?"
                                    + " ORDER BY size",
                            log)
                    .executeQuery()) {
                while (row.next()) {
                    checkpoints.accept(new StoredCheckpoint(
                            row.getLong(1),
                            StoredRow.bytes(row, 2),
                            String.valueOf(row.getString(3))));
                }
            }
        }

        @Override
        public void setValues(long entryNo, String held) throws SQLException {
            flush();
            revisions.setValues();
            if (held.isEmpty()) {
                prepare("DELETE FROM guarded WHERE entry = ?", entryNo).executeUpdate();
            } else {
                prepare(
                                "INSERT INTO guarded (entry, held) VALUES (?, ?)"
                                        + " ON CONFLICT (entry) DO UPDATE SET held = excluded.held",
                                entryNo,
                                held)
                        .executeUpdate();
            }
        }

        @Override
        public void keepBundle(String register, Hash hash, byte[] text) throws SQLException {
            prepare(
                            "INSERT INTO bundle (register, hash, text) VALUES (?, ?, ?)"
                                    + " ON CONFLICT (hash) DO NOTHING",
                            register,
                            hash.bytes(),
                            text)
                    .executeUpdate();
        }

        @Override
        public List<byte[]> listBundles(String register) throws SQLException {
            List<byte[]> bundles = new ArrayList<>();
            try (ResultSet row = prepare(
                            "SELECT text FROM bundle WHERE register = ? ORDER BY no", register)
                    .executeQuery()) {
                while (row.next()) {
                    bundles.add(row.getBytes(1));
                }
            }
            return bundles;
        }

        @Override
        public void dropBundle(Hash hash) throws SQLException {
            prepare("DELETE FROM bundle WHERE hash = ?", (Object) hash.bytes()).executeUpdate();
        }

        @Override
        public void check(Consumer<String> problems) throws SQLException {
            FileCheck.run(connection, problems);
        }
    }
}
