package org.truce.app.store.sqlite;

import org.truce.app.store.EntryStore.Outcome;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes one batch inside a transaction that its caller opens and ends. */
final class Appender implements AutoCloseable {
    private final Connection connection;
    private final EntryCodec codec;
    private final Instant recordedAt;
    private final PreparedStatement known;
    private final PreparedStatement insert;
    private final PreparedStatement guard;
    private final Map<String, Head> heads = new LinkedHashMap<>();

    /** Where a register's log stands, and where it stood when this batch began. */
    private record Head(long before, long seq, Hash hash) {}

    Appender(Connection connection, EntryCodec codec, Instant recordedAt) throws SQLException {
        this.connection = connection;
        this.codec = codec;
        this.recordedAt = recordedAt;
        known = connection.prepareStatement(
                "SELECT no FROM entry WHERE register = ? AND kind = ? AND id = ?");
        insert = connection.prepareStatement(
                "INSERT INTO entry (register, seq, kind, id, recorded_at, body, hash)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING no");
        guard = connection.prepareStatement(
                "INSERT INTO guarded (entry, place, salt, value) VALUES (?, ?, ?, ?)");
    }

    List<Outcome> appendAll(List<Entry> entries) throws SQLException {
        List<Outcome> outcomes = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            outcomes.add(append(entry));
        }
        guard.executeBatch();
        mark();
        return outcomes;
    }

    private Outcome append(Entry entry) throws SQLException {
        known.setString(1, entry.register());
        known.setString(2, EntryCodec.kindOf(entry));
        known.setString(3, entry.id());
        try (ResultSet row = known.executeQuery()) {
            if (row.next()) {
                // What this batch wrote beside the entry must be visible before it is compared.
                guard.executeBatch();
                return codec.sameContent(stored(row.getLong(1)), entry)
                        ? Outcome.ALREADY_THERE
                        : Outcome.OTHER_CONTENT;
            }
        }
        write(entry);
        return Outcome.RECORDED;
    }

    private void write(Entry entry) throws SQLException {
        Head head = head(entry.register());
        EntryCodec.Sealed sealed = codec.seal(entry);
        if (!sealed.whole()) {
            // A check could not tell it from an entry whose value somebody took out of the file.
            throw new IllegalArgumentException("%s %s of register %s lacks a protected value"
                    .formatted(EntryCodec.kindOf(entry), entry.id(), entry.register()));
        }
        LogRow row = LogRow.after(
                head.hash(), entry.register(), head.seq() + 1, recordedAt, sealed.body());
        insert.setString(1, row.register());
        insert.setLong(2, row.seq());
        insert.setString(3, EntryCodec.kindOf(entry));
        insert.setString(4, entry.id());
        insert.setString(5, row.recordedAt().toString());
        insert.setBytes(6, row.body());
        insert.setString(7, row.hash().hex());
        long no;
        try (ResultSet inserted = insert.executeQuery()) {
            inserted.next();
            no = inserted.getLong(1);
        }
        int place = 0;
        for (Guarded.Open value : sealed.values()) {
            guard.setLong(1, no);
            guard.setInt(2, place++);
            guard.setString(3, value.salt());
            guard.setString(4, value.value());
            guard.addBatch();
        }
        heads.put(entry.register(), new Head(head.before(), row.seq(), row.hash()));
    }

    private Head head(String register) throws SQLException {
        Head known = heads.get(register);
        if (known != null) {
            return known;
        }
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT seq, hash FROM entry WHERE register = ? ORDER BY seq DESC LIMIT 1")) {
            query.setString(1, register);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? new Head(row.getLong(1), row.getLong(1), new Hash(row.getString(2)))
                        : new Head(0, 0, Hash.ZERO);
            }
        }
    }

    private Entry stored(long no) throws SQLException {
        try (RowReader rows = new RowReader(connection, "WHERE no = ?", no)) {
            rows.next();
            return rows.entry(codec);
        }
    }

    private void mark() throws SQLException {
        try (PreparedStatement mark = connection.prepareStatement(
                "INSERT INTO mark (register, first_seq, last_seq, hash) VALUES (?, ?, ?, ?)")) {
            for (Map.Entry<String, Head> head : heads.entrySet()) {
                mark.setString(1, head.getKey());
                mark.setLong(2, head.getValue().before() + 1);
                mark.setLong(3, head.getValue().seq());
                mark.setString(4, head.getValue().hash().hex());
                mark.executeUpdate();
            }
        }
    }

    @Override
    public void close() throws SQLException {
        known.close();
        insert.close();
        guard.close();
    }
}
