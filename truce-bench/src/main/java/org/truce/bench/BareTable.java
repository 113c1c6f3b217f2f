package org.truce.bench;

import org.truce.record.EntryCodec;
import org.truce.record.Guarded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The peer: the same database holding the same bytes, as durable, and proving nothing. */
final class BareTable implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement insert;

    BareTable(Path file) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("CREATE TABLE entry (no INTEGER PRIMARY KEY, body BLOB, held TEXT)");
        }
        connection.setAutoCommit(false);
        insert = connection.prepareStatement("INSERT INTO entry (body, held) VALUES (?, ?)");
    }

    /** Gives how many were inserted, durably. */
    int insert(List<EntryCodec.Sealed> batch) throws SQLException {
        for (EntryCodec.Sealed one : batch) {
            StringBuilder held = new StringBuilder();
            for (Guarded.Open value : one.values()) {
                held.append(value.find().orElse("")).append('\n');
            }
            insert.setBytes(1, one.body());
            insert.setString(2, held.toString());
            insert.addBatch();
        }
        int inserted = insert.executeBatch().length;
        connection.commit();
        return inserted;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
