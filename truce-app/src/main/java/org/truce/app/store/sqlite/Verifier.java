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
import java.util.List;

/** Walks every register's log from its first row. */
final class Verifier {
    private final Connection connection;
    private final EntryCodec codec;
    private final List<String> problems = new ArrayList<>();
    private long entries;

    Verifier(Connection connection, EntryCodec codec) {
        this.connection = connection;
        this.codec = codec;
    }

    Check run() throws SQLException {
        checkFile();
        for (String register : registers()) {
            check(register);
        }
        checkStrayValues();
        return new Check(entries, problems);
    }

    private void checkFile() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA integrity_check(20)")) {
            while (row.next()) {
                if (!row.getString(1).equals("ok")) {
                    problems.add("the file is damaged: " + row.getString(1));
                }
            }
        }
    }

    private List<String> registers() throws SQLException {
        List<String> registers = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT register FROM entry UNION SELECT register FROM mark ORDER BY 1")) {
            while (row.next()) {
                registers.add(row.getString(1));
            }
        }
        return registers;
    }

    private void check(String register) throws SQLException {
        LogCheck check = new LogCheck(register, codec);
        String quoted = "'" + register.replace("'", "''") + "'";
        try (RowReader rows =
                new RowReader(connection, "WHERE register = " + quoted + " ORDER BY seq")) {
            while (rows.next()) {
                entries++;
                try {
                    check.row(rows.row(), rows.kind(), rows.id(), rows.values());
                } catch (DateTimeException | IllegalArgumentException damaged) {
                    check.unreadable(rows.seq(), rows.kind(), rows.id());
                }
            }
        }
        try (PreparedStatement marks = connection.prepareStatement(
                "SELECT first_seq, last_seq, hash FROM mark WHERE register = ? ORDER BY no")) {
            marks.setString(1, register);
            try (ResultSet mark = marks.executeQuery()) {
                while (mark.next()) {
                    check.mark(mark.getLong(1), mark.getLong(2), new Hash(mark.getString(3)));
                }
            }
        }
        problems.addAll(check.finish());
    }

    private void checkStrayValues() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT count(*) FROM guarded g LEFT JOIN entry e ON e.no = g.entry"
                                + " WHERE e.no IS NULL")) {
            if (row.getLong(1) > 0) {
                problems.add("%d protected values stand beside no entry: their entries are missing"
                        .formatted(row.getLong(1)));
            }
        }
    }
}
