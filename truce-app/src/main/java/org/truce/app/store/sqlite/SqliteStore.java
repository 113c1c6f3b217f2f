package org.truce.app.store.sqlite;

import org.truce.app.store.EntryStore;
import org.truce.app.store.StoreException;
import org.truce.record.Entry;
import org.truce.record.EntryCodec;
import org.truce.record.LogRow;
import org.truce.record.Logged;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All logs in one SQLite file, written ahead and synced before an append returns. Threads may share
 * one store and take turns; several stores and programs may have the same file open at once.
 */
public final class SqliteStore implements EntryStore {
    /** "TRUC" in ASCII: marks the file as ours. */
    private static final int APPLICATION_ID = 0x54525543;

    private static final int SCHEMA_VERSION = 1;

    private final Connection connection;
    private final Clock clock;
    private final EntryCodec codec = new EntryCodec();

    private SqliteStore(Connection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    /** Opens the store, or makes it when there is no such file. */
    public static SqliteStore openOrCreate(Path file, Clock clock) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException refused) {
            throw new StoreException(
                    "cannot make the folder for " + file + ": choose another", refused);
        }
        return open(file, clock);
    }

    /** Opens a store that exists. */
    public static SqliteStore openExisting(Path file, Clock clock) {
        if (!Files.exists(file) || isEmpty(file)) {
            throw new StoreException(
                    "there is no store %s: make it with 'truce import --store %s FILE...'"
                            .formatted(file, file));
        }
        return open(file, clock);
    }

    private static boolean isEmpty(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) == 0;
        } catch (IOException unreadable) {
            throw new StoreException(file + " cannot be read: see who may read it", unreadable);
        }
    }

    private static SqliteStore open(Path file, Clock clock) {
        if (Files.isDirectory(file)) {
            throw new StoreException("%s is a folder: name a file in it, such as %s"
                    .formatted(file, file.resolve("truce.db")));
        }
        // SQLite keeps its write-ahead log beside the file, also for somebody who only reads.
        if (Files.exists(file)
                && !(Files.isWritable(file)
                        && Files.isWritable(file.toAbsolutePath().resolveSibling(".")))) {
            throw new StoreException(
                    "%s or its folder may not be written to: copy it to where you".formatted(file)
                            + " may write, and use the copy");
        }
        try {
            // As a URI, or the driver would take what follows a '?' in the name for settings.
            Connection connection = DriverManager.getConnection(
                    "jdbc:sqlite:" + file.toAbsolutePath().toUri());
            try {
                prepare(connection, file);
                return new SqliteStore(connection, clock);
            } catch (SQLException | RuntimeException refused) {
                connection.close();
                throw refused;
            }
        } catch (SQLException refused) {
            throw new StoreException(
                    "%s cannot be used as a store (%s): name another file, or use your copy of it"
                            .formatted(file, refused.getMessage()),
                    refused);
        }
    }

    private static void prepare(Connection connection, Path file) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 15000");
            if (pragma(statement, "application_id") == 0 && isEmpty(statement)) {
                statement.execute("PRAGMA journal_mode = WAL");
                create(statement);
            }
            if (pragma(statement, "application_id") != APPLICATION_ID) {
                throw new StoreException(
                        file + " is a database of another program: name another file");
            }
            if (pragma(statement, "user_version") != SCHEMA_VERSION) {
                throw new StoreException(
                        "%s was written by another version of Truce: use that version"
                                .formatted(file));
            }
            // FULL syncs the write-ahead log at each commit: an acknowledged batch survives a power
            // cut.
            statement.execute("PRAGMA synchronous = FULL");
        }
    }

    private static void create(Statement statement) throws SQLException {
        statement.execute("BEGIN IMMEDIATE");
        if (isEmpty(statement)) {
            for (String sql : schema().split("(?<=;)\\n(?=CREATE|--)")) {
                statement.executeUpdate(sql);
            }
            statement.execute("PRAGMA application_id = " + APPLICATION_ID);
            statement.execute("PRAGMA user_version = " + SCHEMA_VERSION);
        }
        statement.execute("COMMIT");
    }

    private static boolean isEmpty(Statement statement) throws SQLException {
        try (ResultSet count = statement.executeQuery("SELECT count(*) FROM sqlite_master")) {
            return count.next() && count.getInt(1) == 0;
        }
    }

    private static int pragma(Statement statement, String name) throws SQLException {
        try (ResultSet value = statement.executeQuery("PRAGMA " + name)) {
            return value.next() ? value.getInt(1) : 0;
        }
    }

    private static String schema() {
        try (InputStream in =
                Objects.requireNonNull(SqliteStore.class.getResourceAsStream("schema.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException ownResource) {
            throw new IllegalStateException(ownResource);
        }
    }

    @Override
    public synchronized List<Outcome> append(List<Entry> entries) {
        try (Statement transaction = connection.createStatement()) {
            transaction.execute("BEGIN IMMEDIATE");
            try (Appender appender = new Appender(connection, codec, now())) {
                List<Outcome> outcomes = appender.appendAll(entries);
                transaction.execute("COMMIT");
                return outcomes;
            } catch (SQLException | RuntimeException | Error refused) {
                rollBack(transaction);
                throw refused;
            }
        } catch (SQLException refused) {
            throw new StoreException(
                    "nothing of this batch was recorded (%s): has the disk room? No other"
                                    .formatted(refused.getMessage())
                            + " program may hold the store. Then import again",
                    refused);
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

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public synchronized boolean knowsRegister(String register) {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT 1 FROM entry WHERE register = ? AND kind = 'register' LIMIT 1")) {
            query.setString(1, register);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        } catch (SQLException unreadable) {
            throw unreadable(unreadable);
        }
    }

    @Override
    public synchronized long size() {
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery("SELECT count(*) FROM entry")) {
            return row.next() ? row.getLong(1) : 0;
        } catch (SQLException failure) {
            throw unreadable(failure);
        }
    }

    @Override
    public synchronized List<Logged> listAll() {
        List<Logged> all = new ArrayList<>();
        try (RowReader rows = new RowReader(connection, "ORDER BY no")) {
            while (rows.next()) {
                all.add(logged(rows));
            }
        } catch (SQLException unreadable) {
            throw unreadable(unreadable);
        }
        return all;
    }

    @Override
    public synchronized Optional<Logged> find(String register, String id) {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT no FROM entry WHERE register = ? AND id = ? ORDER BY no LIMIT 1")) {
            query.setString(1, register);
            query.setString(2, id);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                long no = row.getLong(1);
                try (RowReader rows = new RowReader(connection, "WHERE no = ?", no)) {
                    return rows.next() ? Optional.of(logged(rows)) : Optional.empty();
                }
            }
        } catch (SQLException unreadable) {
            throw unreadable(unreadable);
        }
    }

    private Logged logged(RowReader rows) throws SQLException {
        LogRow row = rows.row();
        try {
            return new Logged(row.seq(), row.recordedAt(), rows.entry(codec));
        } catch (IllegalArgumentException damaged) {
            throw new StoreException(
                    "entry %d (%s) of register %s is unreadable: run 'truce verify' to see more"
                            .formatted(row.seq(), rows.id(), row.register()),
                    damaged);
        }
    }

    @Override
    public synchronized Check verify() {
        try (Statement transaction = connection.createStatement()) {
            transaction.execute("BEGIN");
            try {
                Check check = new Verifier(connection, codec).run();
                rollBack(transaction);
                return check;
            } catch (RuntimeException | Error refused) {
                rollBack(transaction);
                throw refused;
            }
        } catch (SQLException unreadable) {
            throw unreadable(unreadable);
        }
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException refused) {
            throw new StoreException(
                    "the store did not close cleanly: " + refused.getMessage(), refused);
        }
    }

    private static StoreException unreadable(SQLException cause) {
        return new StoreException(
                "the store cannot be read (%s): first make a copy of it, then run 'truce"
                                .formatted(cause.getMessage())
                        + " verify'",
                cause);
    }
}
