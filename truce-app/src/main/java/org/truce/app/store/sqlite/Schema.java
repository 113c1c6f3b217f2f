package org.truce.app.store.sqlite;

import org.truce.app.store.KeyRing;
import org.truce.app.store.StoreException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What a store's file looks like inside, and how an older one becomes one of today. */
final class Schema {
    /** "TRUC" in ASCII: marks the file as ours. */
    private static final int APPLICATION_ID = 0x54525543;

    /** Since 3 an entry may hold the name of its file as a protected value. */
    private static final int VERSION = 3;

    /** The same tables; a program of then could not read every entry of today. */
    private static final int VERSION_BEFORE = 2;

    /**
     * In bytes. Twice what SQLite takes by itself: few rows fit into its pages, and a batch fills
     * many of them, each with a frame of the log around it.
     */
    private static final int PAGE = 8_192;

    /**
     * How long a writer waits for others, in milliseconds. SQLite lets whoever asks next go first,
     * and a register that is founded takes seconds for its keys: of sixteen programs that founded
     * nine at once, one waited for more than 15 seconds.
     */
    static final int BUSY_MILLIS = 60_000;

    private static final int TRIES = 300;
    private static final int PAUSE_MILLIS = 50;

    private Schema() {}

    /**
     * Makes the file a store of today. Turning the write-ahead log on does not wait for others who
     * do the same at that moment, whatever the timeout; so it is tried again.
     */
    static void prepare(Connection connection, Path file, KeyRing keys) throws SQLException {
        for (int left = TRIES; ; left--) {
            try {
                prepareOnce(connection, file, keys);
                return;
            } catch (SQLException refused) {
                if (refused.getErrorCode() != Trouble.BUSY || left == 0) {
                    throw refused;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StoreException("stopped while waiting for the store: do it again", stopped);
        }
    }

    private static void prepareOnce(Connection connection, Path file, KeyRing keys)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = " + BUSY_MILLIS);
            if (pragma(statement, "application_id") == 0 && isEmpty(statement)) {
                statement.execute("PRAGMA page_size = " + PAGE);
                statement.execute("PRAGMA journal_mode = WAL");
                create(statement);
            }
            checkOurs(statement, file);
            if (pragma(statement, "user_version") == 1) {
                new VersionOne(connection, keys).takeOver(file);
            }
            checkVersion(statement, file);
            raise(statement);
            // FULL syncs the write-ahead log at each commit: an acknowledged batch survives a power
            // cut.
            statement.execute("PRAGMA synchronous = FULL");
            // What is deleted is overwritten: only protected values and waiting bundles ever are.
            statement.execute("PRAGMA secure_delete = ON");
        }
    }

    /** Throws unless the file is a store of today; changes nothing. */
    static void checkReadable(Connection connection, Path file) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = " + BUSY_MILLIS);
            checkOurs(statement, file);
            if (pragma(statement, "user_version") == 1) {
                throw new StoreException(
                        ("%s was written by Truce's first version and is taken over when it is"
                                        + " first opened: copy it to where you may write, and open"
                                        + " the copy")
                                .formatted(file));
            }
            checkVersion(statement, file);
        }
    }

    private static void checkOurs(Statement statement, Path file) throws SQLException {
        if (pragma(statement, "application_id") != APPLICATION_ID) {
            throw new StoreException(file + " is a database of another program: name another file");
        }
    }

    private static void checkVersion(Statement statement, Path file) throws SQLException {
        int version = pragma(statement, "user_version");
        if (version != VERSION && version != VERSION_BEFORE) {
            throw new StoreException(
                    "%s was written by a later version of Truce: use that version".formatted(file));
        }
    }

    /**
     * From here on the program of the version before says that it is too old, and reads nothing.
     */
    private static void raise(Statement statement) throws SQLException {
        if (pragma(statement, "user_version") == VERSION_BEFORE) {
            statement.execute("PRAGMA user_version = " + VERSION);
        }
    }

    private static void create(Statement statement) throws SQLException {
        statement.execute("BEGIN IMMEDIATE");
        if (isEmpty(statement)) {
            makeTables(statement);
            statement.execute("PRAGMA application_id = " + APPLICATION_ID);
        }
        statement.execute("COMMIT");
    }

    static void makeTables(Statement statement) throws SQLException {
        for (String sql : listStatements()) {
            statement.executeUpdate(sql);
        }
        statement.execute("PRAGMA user_version = " + VERSION);
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

    private static List<String> listStatements() {
        try (InputStream in =
                Objects.requireNonNull(SqliteStore.class.getResourceAsStream("schema.sql"))) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(?m)--.*$", "");
            List<String> statements = new ArrayList<>();
            for (String sql : all.split("(?<=;)\\s*\\n(?=CREATE)")) {
                statements.add(sql.strip());
            }
            return statements;
        } catch (IOException ownResource) {
            throw new IllegalStateException(ownResource);
        }
    }

    /**
     * Names tables, indexes and triggers that are missing, altered or foreign: a trigger added by
     * somebody else could change what is written next.
     */
    static void check(Connection connection, Consumer<String> problems) throws SQLException {
        TreeMap<String, String> expected = new TreeMap<>();
        for (String sql : listStatements()) {
            expected.put(plain(sql), name(sql));
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"
                                + " AND name NOT LIKE 'sqlite_%'")) {
            while (row.next()) {
                if (expected.remove(plain(row.getString(3))) == null) {
                    problems.accept("the file: the %s %s is foreign or was altered"
                            .formatted(
                                    Trouble.plain(String.valueOf(row.getString(1))),
                                    Trouble.plain(String.valueOf(row.getString(2)))));
                }
            }
        }
        expected.values()
                .forEach(name -> problems.accept("the file: %s is missing".formatted(name)));
    }

    private static String plain(String sql) {
        return sql.replaceAll("\\s+", " ").replaceAll(" ?; ?$", "").strip();
    }

    /** TABLE log, INDEX entry_by_id, TRIGGER entry_is_never_changed. */
    private static String name(String sql) {
        String[] words = sql.replace("UNIQUE ", "").split("\\s+");
        return words[1] + " " + words[2];
    }
}
