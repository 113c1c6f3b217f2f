package org.truce.app.store.sqlite;

import org.truce.app.store.Tables.Revision;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Tells whether a file was written to: SQLite counts what others did, we what we did. */
final class Revisions {
    private final Connection connection;
    private long writes;
    private long values;

    Revisions(Connection connection) {
        this.connection = connection;
    }

    void committed() {
        writes++;
    }

    void setValues() {
        values++;
    }

    /**
     * Values of followed logs may come late, and nothing tells which of them did; so where there
     * are such logs each foreign write counts as a change of values.
     */
    Revision now() throws SQLException {
        long others = number("PRAGMA data_version");
        boolean follows = number("SELECT EXISTS (SELECT 1 FROM log WHERE own = 0)") == 1;
        // The index of such entries begins with the log; so the logs lead to them.
        long decisions = number("SELECT count(*) FROM log l JOIN entry e ON e.log = l.no"
                + " AND e.kind = 'destruction' WHERE e.kind IN ('register-key', 'destruction')");
        return new Revision(
                others + writes, values + " " + decisions + " " + (follows ? others : 0));
    }

    private long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
