package org.truce.app.store.sqlite;

import org.truce.base.Hash;
import org.truce.record.Entry;
import org.truce.record.EntryCodec;
import org.truce.record.Guarded;
import org.truce.record.LogRow;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads rows of the log one after another, each with the protected values that belong to it. */
final class RowReader implements AutoCloseable {
    private final PreparedStatement statement;
    private final ResultSet rows;
    private final PreparedStatement guarded;

    /**
     * Rows that fulfil {@code which}, an SQL condition and order over the table {@code entry} with
     * a question mark for each of {@code values}.
     */
    RowReader(Connection connection, String which, Object... values) throws SQLException {
        statement = connection.prepareStatement(
                "SELECT no, register, seq, recorded_at, body, kind, id, hash FROM entry " + which);
        guarded = connection.prepareStatement(
                "SELECT value, salt FROM guarded WHERE entry = ? ORDER BY place");
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        rows = statement.executeQuery();
    }

    boolean next() throws SQLException {
        return rows.next();
    }

    /**
     * The row as stored, its hash included. Throws {@link java.time.DateTimeException} or
     * {@link IllegalArgumentException} when it was altered so that it cannot be read.
     */
    LogRow row() throws SQLException {
        String written = rows.getString(4);
        Instant recordedAt = Instant.parse(written);
        if (!recordedAt.toString().equals(written)) {
            throw new IllegalArgumentException("a time as we never write it: " + written);
        }
        return new LogRow(
                rows.getString(2),
                rows.getLong(3),
                recordedAt,
                rows.getBytes(5),
                new Hash(rows.getString(8)));
    }

    /** The entry this row holds, with its protected values. */
    Entry entry(EntryCodec codec) throws SQLException {
        Map<String, Guarded.Open> values = new HashMap<>();
        values().forEach(value -> values.put(value.commitment().hex(), value));
        return codec.open(rows.getBytes(5), values);
    }

    long seq() throws SQLException {
        return rows.getLong(3);
    }

    String kind() throws SQLException {
        return rows.getString(6);
    }

    String id() throws SQLException {
        return rows.getString(7);
    }

    List<Guarded.Open> values() throws SQLException {
        List<Guarded.Open> values = new ArrayList<>();
        guarded.setLong(1, rows.getLong(1));
        try (ResultSet value = guarded.executeQuery()) {
            while (value.next()) {
                values.add(new Guarded.Open(value.getString(1), value.getString(2)));
            }
        }
        return values;
    }

    @Override
    public void close() throws SQLException {
        rows.close();
        statement.close();
        guarded.close();
    }
}
