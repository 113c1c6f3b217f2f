package org.truce.app.store.sqlite;

import org.truce.base.Hash;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Checks the file itself: its pages and indexes, what tables and triggers it has, and the numbers
 * that rows were given. None is ever skipped or given twice, and SQLite keeps the last one; so it
 * shows what a register's own signatures cannot: a last batch that was taken out together with its
 * checkpoint, or a register of which nothing is left.
 */
final class FileCheck {
    private final Connection connection;
    private final Consumer<String> problems;

    private FileCheck(Connection connection, Consumer<String> problems) {
        this.connection = connection;
        this.problems = problems;
    }

    static void run(Connection connection, Consumer<String> problems) throws SQLException {
        FileCheck check = new FileCheck(connection, problems);
        check.pages();
        Schema.check(connection, problems);
        check.numbers("entry", "entries");
        check.numbers("checkpoint", "checkpoints");
        check.numbers("log", "logs");
        check.strays(
                "SELECT count(*) FROM guarded g LEFT JOIN entry e ON e.no = g.entry"
                        + " WHERE e.no IS NULL",
                "protected values stand beside no entry: their entries are missing");
        check.strays(
                "SELECT count(*) FROM entry e LEFT JOIN log l ON l.no = e.log WHERE l.no IS NULL",
                "entries belong to no log: it is missing");
        check.strays(
                "SELECT count(*) FROM checkpoint c LEFT JOIN log l ON l.no = c.log"
                        + " WHERE l.no IS NULL",
                "checkpoints belong to no log: it is missing");
        check.bundles();
    }

    /** Bundles that wait are answers of tomorrow. */
    private void bundles() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT no, hash, text FROM bundle")) {
            while (row.next()) {
                byte[] hash = row.getBytes(2);
                byte[] text = row.getBytes(3);
                if (hash == null || text == null || !Arrays.equals(Hash.of(text).bytes(), hash)) {
                    problems.accept("a bundle that waits (number %d) was altered: ask for it again"
                            .formatted(row.getLong(1)));
                }
            }
        }
    }

    private void pages() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA integrity_check(20)")) {
            while (row.next()) {
                if (!row.getString(1).equals("ok")) {
                    problems.accept("the file is damaged: " + Trouble.plain(row.getString(1)));
                }
            }
        }
    }

    private void numbers(String table, String things) throws SQLException {
        long last = 0;
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT no FROM " + table + " ORDER BY no")) {
            while (row.next()) {
                long missing = row.getLong(1) - last - 1;
                if (missing != 0) {
                    problems.accept("the file: %d %s missing (between number %d and number %d)"
                            .formatted(missing, things, last, row.getLong(1)));
                }
                last = row.getLong(1);
            }
        }
        long given = lastGiven(table);
        if (given > last) {
            problems.accept("the file: %d %s missing at the end (after number %d)"
                    .formatted(given - last, things, last));
        } else if (given < last) {
            problems.accept("the file: its count of %s was set back from %d to %d"
                    .formatted(things, last, given));
        }
    }

    private long lastGiven(String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT seq FROM sqlite_sequence WHERE name = '" + table + "'")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private void strays(String query, String what) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            if (row.next() && row.getLong(1) > 0) {
                problems.accept(row.getLong(1) + " " + what);
            }
        }
    }
}
