package org.truce.app.store.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks the numbers that SQLite gives the rows of a file: none is ever skipped or given twice, and
 * SQLite itself keeps the last one. So it shows what a register's own chain cannot: a last batch
 * that was taken out together with its mark, or a register of which nothing is left.
 */
final class NumberCheck {
    private final Connection connection;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Long> seqByRegister = new HashMap<>();

    NumberCheck(Connection connection) {
        this.connection = connection;
    }

    List<String> listProblems() throws SQLException {
        check("entry", "entries", "SELECT no, register, seq, kind, id FROM entry ORDER BY no");
        check("mark", "marks", "SELECT no, register, last_seq FROM mark ORDER BY no");
        return problems;
    }

    private void check(String table, String things, String query) throws SQLException {
        long last = 0;
        String lastName = "the start";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                String name = table.equals("entry") ? entry(row) : mark(row);
                long missing = row.getLong(1) - last - 1;
                if (missing != 0) {
                    problems.add("the file: %d %s missing (after %s, before %s)"
                            .formatted(missing, things, lastName, name));
                }
                last = row.getLong(1);
                lastName = name;
            }
        }
        long given = lastGiven(table);
        if (given > last) {
            problems.add("the file: %d %s missing at the end (after %s)"
                    .formatted(given - last, things, lastName));
        } else if (given < last) {
            problems.add("the file: its count of %s was set back from %d to %d"
                    .formatted(things, last, given));
        }
    }

    private String entry(ResultSet row) throws SQLException {
        String register = row.getString(2);
        long seq = row.getLong(3);
        String name = "register %s: entry %d (%s %s)"
                .formatted(register, seq, row.getString(4), row.getString(5));
        Long before = seqByRegister.put(register, seq);
        if (before != null && before >= seq) {
            problems.add("the file: %s was moved behind entry %d".formatted(name, before));
        }
        return name;
    }

    private static String mark(ResultSet row) throws SQLException {
        return "register %s: the mark of entry %d".formatted(row.getString(2), row.getLong(3));
    }

    private long lastGiven(String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT seq FROM sqlite_sequence WHERE name = '" + table + "'")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
