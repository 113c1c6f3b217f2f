package org.truce.app.serve;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Changes a store's file as somebody does who can write it and hides that triggers were gone. */
public final class Altering {
    private Altering() {}

    public static void dropTable(Path store, String name) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("DROP TABLE " + name);
        }
    }

    public static void file(Path store, String change) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
                Statement statement = connection.createStatement()) {
            List<String> triggers = new ArrayList<>();
            List<String> names = new ArrayList<>();
            try (ResultSet row = statement.executeQuery(
                    "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")) {
                while (row.next()) {
                    names.add(row.getString(1));
                    triggers.add(row.getString(2));
                }
            }
            for (String name : names) {
                statement.executeUpdate("DROP TRIGGER " + name);
            }
            if (statement.executeUpdate(change) == 0) {
                throw new IllegalStateException("nothing was altered by: " + change);
            }
            for (String trigger : triggers) {
                statement.executeUpdate(trigger);
            }
        }
    }
}
