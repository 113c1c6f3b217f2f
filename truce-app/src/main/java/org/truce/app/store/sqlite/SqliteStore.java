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

/** All logs in one SQLite file, written ahead and synced before an append returns. */
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
        if (!Files.isRegularFile(file)) {
            throw new StoreException(
                    "there is no store %s: make it with 'truce import --store %s FILE...'"
                            .formatted(file, file));
        }
        return open(file, clock);
    }

    private static SqliteStore open(Path file, Clock clock) {
        try {
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            try {
                prepare(connection, file);
                return new SqliteStore(connection, clock);
            } catch (SQLException | RuntimeException refused) {
                connection.close();
                throw refused;
            }
        } catch (SQLException refused) {
            throw new StoreException(
                    "%s cannot be used as a store (%s): another program's file, or damaged?"
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
            return count.getInt(1) == 0;
        }
    }

    private static int pragma(Statement statement, String name) throws SQLException {
        try (ResultSet value = statement.executeQuery("PRAGMA " + name)) {
            return value.getInt(1);
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
    public List<Outcome> append(List<Entry> entries) {
        try (Statement transaction = connection.createStatement()) {
            transaction.execute("BEGIN IMMEDIATE");
            try (Appender appender = new Appender(connection, codec, now())) {
                List<Outcome> outcomes = appender.appendAll(entries);
                transaction.execute("COMMIT");
                return outcomes;
            } catch (SQLException | RuntimeException refused) {
                transaction.execute("ROLLBACK");
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

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public boolean knowsRegister(String register) {
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
    public long size() {
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery("SELECT count(*) FROM entry")) {
            return row.getLong(1);
        } catch (SQLException failure) {
            throw unreadable(failure);
        }
    }

    @Override
    public List<Logged> listAll() {
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
    public Optional<Logged> find(String register, String id) {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT no FROM entry WHERE register = ? AND id = ? ORDER BY no LIMIT 1")) {
            query.setString(1, register);
            query.setString(2, id);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                long no = row.getLong(1);
                try (RowReader rows = new RowReader(connection, "WHERE no = " + no)) {
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
    public Check verify() {
        try {
            return new Verifier(connection, codec).run();
        } catch (SQLException unreadable) {
            throw unreadable(unreadable);
        }
    }

    @Override
    public void close() {
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
