package org.truce.app.store.sqlite;

import org.truce.app.store.Tables.Stored;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Entries as rows of SQLite, in the columns in which {@link SqliteTables} asks for them. */
final class StoredRow {
    /** The index by id holds the kind too: only the rows wanted are read from the table. */
    static final String OF_KIND =
            "WHERE e.no IN (SELECT no FROM entry INDEXED BY entry_by_id WHERE log = ? AND kind = ?)"
                    + " ORDER BY e.seq";

    private StoredRow() {}

    static List<Stored> list(PreparedStatement query) throws SQLException {
        List<Stored> rows = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                rows.add(read(row));
            }
        }
        return rows;
    }

    static Stored read(ResultSet row) throws SQLException {
        return new Stored(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                String.valueOf(row.getString(4)),
                String.valueOf(row.getString(5)),
                bytes(row, 6),
                bytes(row, 7),
                bytes(row, 8));
    }

    /** Whoever alters a file may have left nothing where bytes were. */
    static byte[] bytes(ResultSet row, int column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? new byte[0] : bytes;
    }
}
