package org.truce.app.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A second connection to a store's file, past the store and its triggers. */
final class Tamper implements AutoCloseable {
    private final Connection connection;

    Tamper(Path file) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 5000");
        }
    }

    Tamper dropTriggers() throws SQLException {
        for (String trigger : texts("SELECT name FROM sqlite_master WHERE type = 'trigger'")) {
            run("DROP TRIGGER " + trigger);
        }
        return this;
    }

    /** As they stand in another store, so that only what was changed differs. */
    void restoreTriggers(Path from) throws SQLException {
        try (Tamper other = new Tamper(from)) {
            for (String sql : other.texts("SELECT sql FROM sqlite_master WHERE type = 'trigger'")) {
                run(sql);
            }
        }
    }

    /** How many rows were changed. */
    int run(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    List<String> texts(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (row.next()) {
                found.add(String.valueOf(row.getString(1)));
            }
            return found;
        }
    }

    long number(String query) throws SQLException {
        return Long.parseLong(texts(query).getFirst());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
