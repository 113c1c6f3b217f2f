package org.truce.app.store.postgres;

import org.truce.app.store.StoreException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** What a store looks like inside a database. */
final class Schema {
    /** Since 2 an entry may hold the name of its file as a protected value. */
    private static final int VERSION = 2;

    /** The same tables; a program of then could not read every entry of today. */
    private static final int VERSION_BEFORE = 1;

    private static final String TABLES =
            "SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                    + " WHERE n.nspname = 'truce'";

    private Schema() {}

    /**
     * Makes sure of a store of today.
     *
     * @param create whether to make one where there is none
     * @param writer the advisory lock of whoever writes
     */
    static void prepare(Connection connection, Address address, boolean create, long writer)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (number(statement, TABLES) == 0) {
                if (!create) {
                    throw new StoreException(
                            "there is no store at %s: make it with 'truce import --store %s FILE...'"
                                    .formatted(address, address));
                }
                // Two nodes may come at once; whoever waited finds it made.
                statement.execute("SELECT pg_advisory_xact_lock(" + writer + ")");
                if (number(statement, TABLES) == 0) {
                    statement.execute(resource("schema.sql"));
                }
            } else if (number(statement, TABLES + " AND c.relname = 'version'") == 0) {
                throw new StoreException(
                        "the schema truce in %s is of another program: name another database"
                                .formatted(address));
            }
            long version = number(statement, "SELECT max(no) FROM truce.version");
            if (version == VERSION_BEFORE) {
                raise(statement, address);
            } else if (version != VERSION) {
                throw new StoreException(
                        "%s was written by another version of Truce: use that version"
                                .formatted(address));
            }
            connection.commit();
        }
    }

    /**
     * From here on the program of the version before says that it is too old, and reads nothing.
     */
    private static void raise(Statement statement, Address address) throws SQLException {
        String insert = "INSERT INTO truce.version (no) VALUES (%d)".formatted(VERSION);
        if (number(statement, "SELECT has_table_privilege('truce.version', 'INSERT')::int") == 0) {
            throw new StoreException(
                    ("%s was made by an earlier version of Truce. Once every node has this version,"
                                    + " let the owner of its tables run: %s")
                            .formatted(address, insert));
        }
        // Two nodes may come at once.
        statement.execute(insert + " ON CONFLICT DO NOTHING");
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Schema.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException ownResource) {
            throw new IllegalStateException(ownResource);
        }
    }

    /**
     * Names tables, indexes, triggers and rules that are missing, altered or foreign: a trigger
     * added by somebody else could change what is written next.
     */
    static void check(Connection connection, Consumer<String> problems) throws SQLException {
        List<String> expected = new ArrayList<>(resource("catalog.txt").lines().toList());
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(resource("catalog.sql"))) {
            while (row.next()) {
                String thing = row.getString(1).replaceAll("\\s+", " ");
                if (!expected.remove(thing)) {
                    problems.accept("the database: this is foreign or was altered: " + thing);
                }
            }
        }
        expected.forEach(thing -> problems.accept("the database: this is missing: " + thing));
    }
}
