package org.truce.app.store.sqlite;

import org.truce.app.store.EntryStore.Check;
import org.truce.base.Hash;
import org.truce.record.EntryCodec;
import org.truce.record.LogCheck;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Walks every register's log from its first row. Where the file is damaged it says so and goes on
 * with what can still be read. The caller opens the transaction in which it runs, so that rows and
 * marks are of one moment even while somebody else writes.
 */
final class Verifier {
    private final Connection connection;
    private final EntryCodec codec;
    private final Set<String> problems = new LinkedHashSet<>();
    private long entries;

    Verifier(Connection connection, EntryCodec codec) {
        this.connection = connection;
        this.codec = codec;
    }

    Check run() {
        part(this::checkFile);
        List<String> registers = new ArrayList<>();
        part(() -> addRegisters(registers));
        for (String register : registers) {
            LogCheck check = new LogCheck(register, codec);
            checkRows(check, register);
            part(() -> checkMarks(check, register));
            problems.addAll(check.finish());
        }
        part(this::checkStrayValues);
        part(() -> problems.addAll(new NumberCheck(connection).listProblems()));
        return new Check(entries, List.copyOf(problems));
    }

    private interface Part {
        void run() throws SQLException;
    }

    private void part(Part part) {
        try {
            part.run();
        } catch (SQLException unreadable) {
            damaged(String.valueOf(unreadable.getMessage()));
        }
    }

    private void damaged(String how) {
        problems.add("the file is damaged: " + how);
    }

    private void checkFile() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA integrity_check(20)")) {
            while (row.next()) {
                if (!row.getString(1).equals("ok")) {
                    damaged(row.getString(1));
                }
            }
        }
    }

    private void addRegisters(List<String> registers) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT register FROM entry UNION SELECT register FROM mark ORDER BY 1")) {
            while (row.next()) {
                registers.add(row.getString(1));
            }
        }
    }

    /** Starts again behind every row that the file can no longer give, so that all are named. */
    private void checkRows(LogCheck check, String register) {
        long next = Long.MIN_VALUE;
        boolean more = true;
        while (more) {
            String where = "WHERE register = ? AND seq >= ? ORDER BY seq";
            try (RowReader rows = new RowReader(connection, where, register, next)) {
                while (rows.next()) {
                    checkRow(check, rows);
                    entries++;
                    next = rows.seq() + 1;
                }
                more = false;
            } catch (SQLException unreadable) {
                damaged(String.valueOf(unreadable.getMessage()));
                // The number itself stands in the index, on another page than the row.
                next = Math.max(next, numberFrom(register, next)) + 1;
                more = next <= lastNumber(register);
            }
        }
    }

    private static void checkRow(LogCheck check, RowReader rows) throws SQLException {
        long seq = rows.seq();
        String kind = rows.kind();
        String id = rows.id();
        try {
            check.row(rows.row(), kind, id, rows.values());
        } catch (DateTimeException | IllegalArgumentException | SQLException altered) {
            check.unreadable(seq, kind, id);
        }
    }

    private long numberFrom(String register, long seq) {
        return number("SELECT min(seq) FROM entry WHERE register = ? AND seq >= ?", register, seq);
    }

    private long lastNumber(String register) {
        return number(
                "SELECT max(seq) FROM entry WHERE register = ? AND seq >= ?",
                register,
                Long.MIN_VALUE);
    }

    private long number(String sql, String register, long seq) {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, register);
            query.setLong(2, seq);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        } catch (SQLException unreadable) {
            damaged(String.valueOf(unreadable.getMessage()));
            return 0;
        }
    }

    private void checkMarks(LogCheck check, String register) throws SQLException {
        try (PreparedStatement marks = connection.prepareStatement(
                "SELECT first_seq, last_seq, hash FROM mark WHERE register = ? ORDER BY no")) {
            marks.setString(1, register);
            try (ResultSet mark = marks.executeQuery()) {
                while (mark.next()) {
                    long first = mark.getLong(1);
                    long last = mark.getLong(2);
                    try {
                        check.mark(first, last, new Hash(mark.getString(3)));
                    } catch (IllegalArgumentException altered) {
                        check.unreadableMark(first, last);
                    }
                }
            }
        }
    }

    private void checkStrayValues() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT count(*) FROM guarded g LEFT JOIN entry e ON e.no = g.entry"
                                + " WHERE e.no IS NULL")) {
            if (row.next() && row.getLong(1) > 0) {
                problems.add("%d protected values stand beside no entry: their entries are missing"
                        .formatted(row.getLong(1)));
            }
        }
    }
}
