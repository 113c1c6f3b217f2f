package org.truce.app.store.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;

/**
 * Checks the database itself: what tables, triggers and rules it has, whether its indexes hold what
 * its tables hold, and the numbers that rows were given. None is ever skipped or given twice, and
 * the last one is kept; so it shows what a register's own signatures cannot: a last batch that was
 * taken out together with its checkpoint, or a register of which nothing is left.
 */
final class DatabaseCheck {
    private final Connection connection;
    private final Consumer<String> problems;

    /**
     * An index and how to read its table through it.
     *
     * @param key a column of whole numbers that tells rows apart
     * @param order what makes the planner take this index when it may not sort
     */
    private record Index(String name, String table, String key, String where, String order) {}

    private static final List<Index> INDEXES = List.of(
            new Index("entry_pkey", "entry", "no", "", "no"),
            new Index("entry_by_place", "entry", "no", "", "log, seq"),
            new Index("entry_by_id", "entry", "no", "", "log, sha256(id), kind"),
            new Index(
                    "entry_of_record",
                    "entry",
                    "no",
                    " WHERE kind IN ('register-key'::bytea, 'destruction'::bytea)",
                    "log, kind, seq"),
            new Index("guarded_pkey", "guarded", "entry", "", "entry"),
            new Index("log_pkey", "log", "no", "", "no"),
            new Index("checkpoint_pkey", "checkpoint", "no", "", "no"),
            new Index("checkpoint_by_size", "checkpoint", "no", "", "log, size"));

    private DatabaseCheck(Connection connection, Consumer<String> problems) {
        this.connection = connection;
        this.problems = problems;
    }

    static void run(Connection connection, Consumer<String> problems) throws SQLException {
        DatabaseCheck check = new DatabaseCheck(connection, problems);
        Schema.check(connection, problems);
        check.indexes();
        check.numbers("entry", "entries");
        check.numbers("checkpoint", "checkpoints");
        check.numbers("log", "logs");
        check.strays("guarded", "entry", "entry", "protected values stand beside no entry");
        check.strays("entry", "log", "log", "entries belong to no log");
        check.strays("checkpoint", "log", "log", "checkpoints belong to no log");
    }

    private void indexes() throws SQLException {
        boolean trees = number("SELECT count(*) FROM pg_extension WHERE extname = 'amcheck'") > 0;
        for (Index index : INDEXES) {
            Savepoint before = connection.setSavepoint();
            try {
                compare(index);
                if (trees) {
                    tree(index);
                }
            } catch (SQLException damaged) {
                connection.rollback(before);
                problems.accept("the database: the index %s or its table is damaged (SQLSTATE %s)"
                        .formatted(index.name(), damaged.getSQLState()));
            }
        }
    }

    /** The same rows, read from the table and by way of the index. */
    private void compare(Index index) throws SQLException {
        String rows = "SELECT count(*) || ' ' || coalesce(sum(hashint8(%s)), 0) FROM (SELECT * FROM"
                .formatted(index.key());
        String query = "%s truce.%s%s ORDER BY %s) x"
                .formatted(rows, index.table(), index.where(), index.order());
        plan("off", "on");
        String table = text(query);
        plan("on", "off");
        String through = text(query);
        plan("on", "on");
        if (!table.equals(through)) {
            problems.accept(
                    "the database: the index %s does not hold what its table %s holds: run 'REINDEX"
                                    .formatted(index.name(), index.table())
                            + " INDEX truce.%s' and check again".formatted(index.name()));
        }
    }

    private void plan(String byIndex, String byTable) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String way : List.of("enable_indexscan", "enable_indexonlyscan")) {
                statement.execute("SET LOCAL " + way + " = " + byIndex);
            }
            for (String way : List.of("enable_seqscan", "enable_sort")) {
                statement.execute("SET LOCAL " + way + " = " + byTable);
            }
            statement.execute("SET LOCAL enable_bitmapscan = off");
        }
    }

    /** With PostgreSQL's own checker, where the administrator has put it in and allows it. */
    private void tree(Index index) throws SQLException {
        Savepoint before = connection.setSavepoint();
        String schema = text("SELECT quote_ident(n.nspname) FROM pg_extension e"
                + " JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'amcheck'");
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT %s.bt_index_check('truce.%s'::regclass, true)"
                    .formatted(schema, index.name()));
        } catch (SQLException refused) {
            connection.rollback(before);
            String state = String.valueOf(refused.getSQLState());
            if (state.startsWith("XX")) {
                throw refused;
            }
            // Not allowed to this user, or not on a copy: what was compared above still holds.
        }
    }

    private void numbers(String table, String things) throws SQLException {
        long last = 0;
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(10_000);
            try (ResultSet row =
                    statement.executeQuery("SELECT no FROM truce." + table + " ORDER BY no")) {
                while (row.next()) {
                    long missing = row.getLong(1) - last - 1;
                    if (missing != 0) {
                        problems.accept(
                                "the database: %d %s missing (between number %d and number %d)"
                                        .formatted(missing, things, last, row.getLong(1)));
                    }
                    last = row.getLong(1);
                }
            }
        }
        long given = number("SELECT last FROM truce.given WHERE what = '" + table + "'");
        if (given > last) {
            problems.accept("the database: %d %s missing at the end (after number %d)"
                    .formatted(given - last, things, last));
        } else if (given < last) {
            problems.accept("the database: its count of %s was set back from %d to %d"
                    .formatted(things, last, given));
        }
    }

    private void strays(String table, String by, String owner, String what) throws SQLException {
        long count = number(("SELECT count(*) FROM truce.%s t LEFT JOIN truce.%s o ON o.no = t.%s"
                        + " WHERE o.no IS NULL")
                .formatted(table, owner, by));
        if (count > 0) {
            problems.accept("%d %s: what they belong to is missing".formatted(count, what));
        }
    }

    private long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private String text(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }
}
