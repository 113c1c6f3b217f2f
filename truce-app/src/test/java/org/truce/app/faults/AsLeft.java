package org.truce.app.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A store as a killed program left it, looked at in a copy and without Truce: nothing of the
 * original is opened, so nothing of it is repaired.
 *
 * @param there whether there was a store with tables
 * @param entries rows of the table of entries
 * @param signedTo the size of the last checkpoint
 * @param pages what SQLite's own check of the pages says
 */
record AsLeft(boolean there, long entries, long signedTo, String pages) {
    static AsLeft of(Path store, Path folder) throws IOException, SQLException {
        if (!Files.exists(store) || Files.size(store) == 0) {
            return new AsLeft(false, 0, 0, "ok");
        }
        Path look = Files.createTempDirectory(folder, "look");
        for (String end : new String[] {"", "-wal", "-journal"}) {
            Path part = store.resolveSibling(store.getFileName() + end);
            if (Files.exists(part)) {
                Files.copy(part, look.resolve("store" + end));
            }
        }
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + look.resolve("store"));
                Statement statement = connection.createStatement()) {
            String pages = text(statement, "PRAGMA integrity_check");
            if (text(statement, "SELECT count(*) FROM sqlite_master").equals("0")) {
                return new AsLeft(false, 0, 0, pages);
            }
            return new AsLeft(
                    true,
                    Long.parseLong(text(statement, "SELECT count(*) FROM entry")),
                    Long.parseLong(
                            text(statement, "SELECT coalesce(max(size), 0) FROM checkpoint")),
                    pages);
        } finally {
            delete(look);
        }
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
