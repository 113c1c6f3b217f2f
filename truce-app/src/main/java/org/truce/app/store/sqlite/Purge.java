package org.truce.app.store.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Leaves nothing in the file that was deleted. Deleted cells are overwritten as they go, but a page
 * that was split earlier may hold an old copy, and so may the write-ahead log: the file is written
 * anew, and the log emptied.
 */
final class Purge {
    private static final int BUSY = 5;

    private Purge() {}

    /** False when somebody else was reading, so that the write-ahead log could not be emptied. */
    static boolean run(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("VACUUM");
            try (ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
                return row.next() && row.getInt(1) == 0;
            }
        } catch (SQLException refused) {
            if (refused.getErrorCode() == BUSY) {
                return false;
            }
            throw refused;
        }
    }
}
