package org.truce.app.simulate;

import org.truce.simulate.Lie;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Somebody with the file of a store, who knows SQLite well and leaves its triggers as they were.
 */
final class FileLiar {
    /** A table and a column whose every byte answers are computed from, or rest on. */
    private static final List<List<String>> PLACES = List.of(
            List.of("entry", "body"),
            List.of("entry", "leaf"),
            List.of("entry", "id"),
            List.of("entry", "kind"),
            List.of("entry", "recorded_at"),
            List.of("guarded", "held"),
            List.of("checkpoint", "note"),
            List.of("checkpoint", "frontier"),
            List.of("log", "origin"));

    private final Connection connection;
    private final Random random;

    private FileLiar(Connection connection, Random random) {
        this.connection = connection;
        this.random = random;
    }

    /** Whether there was anything to alter. */
    static boolean alter(Path file, Lie lie, Random random) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            FileLiar liar = new FileLiar(connection, random);
            List<String> triggers =
                    liar.texts("SELECT sql FROM sqlite_master WHERE type = 'trigger'");
            for (String name :
                    liar.texts("SELECT name FROM sqlite_master WHERE type = 'trigger'")) {
                liar.run("DROP TRIGGER " + name);
            }
            boolean done = lie == Lie.CUT_FILE ? liar.cut() : liar.flip();
            for (String trigger : triggers) {
                liar.run(trigger);
            }
            return done;
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private boolean flip() throws SQLException {
        List<String> place = PLACES.get(random.nextInt(PLACES.size()));
        String table = place.getFirst();
        String column = place.getLast();
        List<String> rows = texts("SELECT rowid FROM " + table + " ORDER BY rowid");
        if (rows.isEmpty()) {
            return false;
        }
        String row = rows.get(random.nextInt(rows.size()));
        if (column.equals("recorded_at")) {
            run("UPDATE entry SET recorded_at = recorded_at + 1 WHERE rowid = " + row);
            return true;
        }
        boolean binary = !texts("SELECT 1 FROM %s WHERE rowid = %s AND typeof(%s) = 'blob'"
                        .formatted(table, row, column))
                .isEmpty();
        byte[] bytes = bytes("SELECT %s FROM %s WHERE rowid = %s".formatted(column, table, row));
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(binary ? 8 : 7));
        String cast = binary ? "?" : "CAST(? AS TEXT)";
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE %s SET %s = %s WHERE rowid = %s".formatted(table, column, cast, row))) {
            update.setBytes(1, bytes);
            return update.executeUpdate() == 1;
        }
    }

    /** The last batch of the file, as if it had never been there. */
    private boolean cut() throws SQLException {
        String last = "(SELECT max(no) FROM checkpoint)";
        List<String> log = texts("SELECT log FROM checkpoint WHERE no = " + last);
        if (log.isEmpty()) {
            return false;
        }
        List<String> before = texts("SELECT size FROM checkpoint WHERE log = " + log.getFirst()
                + " AND no < " + last + " ORDER BY size DESC LIMIT 1");
        if (before.isEmpty()) {
            return false;
        }
        String newest = " WHERE log = " + log.getFirst() + " AND seq > " + before.getFirst();
        run("DELETE FROM guarded WHERE entry IN (SELECT no FROM entry" + newest + ")");
        run("DELETE FROM entry" + newest);
        run("DELETE FROM checkpoint WHERE no = " + last);
        for (String table : List.of("entry", "checkpoint")) {
            run("UPDATE sqlite_sequence SET seq = (SELECT max(no) FROM %1$s) WHERE name = '%1$s'"
                    .formatted(table));
        }
        return true;
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                texts.add(String.valueOf(row.getString(1)));
            }
        }
        return texts;
    }

    private byte[] bytes(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getBytes(1);
        }
    }
}
