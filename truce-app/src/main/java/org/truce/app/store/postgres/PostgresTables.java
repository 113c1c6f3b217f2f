package org.truce.app.store.postgres;

import org.truce.app.store.StoreException;
import org.truce.app.store.Tables;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The tables in one database, over one connection that threads take turns at. Nodes write one after
 * another, behind an advisory lock; readers see one moment and wait for nobody.
 */
final class PostgresTables implements Tables {
    /** "TRUCE" in ASCII: whoever writes to the store holds the advisory lock of this number. */
    private static final long WRITER = 0x5452554345L;

    private final Line line;
    private Connection connection;
    private Within within;

    private PostgresTables(Line line, Connection connection) {
        this.line = line;
        this.connection = connection;
        within = new Within(connection);
    }

    static PostgresTables open(Line line, boolean create) {
        Connection connection = line.connect();
        try {
            Schema.prepare(connection, line.address(), create, WRITER);
            return new PostgresTables(line, connection);
        } catch (SQLException refused) {
            close(connection);
            throw new StoreException(line.said(refused), refused);
        } catch (RuntimeException refused) {
            close(connection);
            throw refused;
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException broken) {
            // There is nothing left to close.
            return;
        }
    }

    @Override
    public synchronized <T> T read(Work<T> work) {
        try {
            begin("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            try {
                within.setRecovery(connection.setSavepoint());
                return work.run(within);
            } finally {
                rollBack();
            }
        } catch (SQLException refused) {
            throw new StoreException(line.said(refused), refused);
        }
    }

    @Override
    public synchronized <T> T write(Work<T> work) {
        boolean committing = false;
        try {
            // Each statement sees what is committed when it starts: the lock comes first, and from
            // then on nobody else commits. One snapshot for all could be older than the lock.
            begin("SELECT pg_advisory_xact_lock(" + WRITER + ")");
            try {
                T result = work.run(within);
                within.finish();
                committing = true;
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException | Error refused) {
                within.forget();
                rollBack();
                throw refused;
            }
        } catch (SQLException refused) {
            throw new StoreException(
                    committing && Line.isBroken(refused)
                            ? ("the line to %s broke before it said whether this batch is recorded:"
                                            + " do it again, what is there already adds nothing")
                                    .formatted(line.address())
                            : "nothing of this batch was recorded: " + line.said(refused),
                    refused);
        }
    }

    /** Begins a transaction; nothing was done yet, so a line that broke is made again once. */
    private void begin(String first) throws SQLException {
        try {
            execute(first);
        } catch (SQLException refused) {
            if (!Line.isBroken(refused) && !connection.isClosed()) {
                rollBack();
                throw refused;
            }
            close(connection);
            connection = line.connect();
            within = new Within(connection);
            execute(first);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void rollBack() {
        try {
            connection.rollback();
        } catch (SQLException broken) {
            // The server rolls back by itself when the line is gone.
            return;
        }
    }

    /** Only the owner of the tables may rewrite them; for others their dead rows wait for it. */
    @Override
    public synchronized boolean purge() {
        try {
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                try (ResultSet row = statement.executeQuery(
                        "SELECT pg_has_role(c.relowner, 'USAGE') FROM pg_class c"
                                + " WHERE c.oid = 'truce.guarded'::regclass")) {
                    if (!row.next() || !row.getBoolean(1)) {
                        return false;
                    }
                }
                statement.execute("VACUUM FULL truce.guarded");
                statement.execute("VACUUM FULL truce.bundle");
                return true;
            } finally {
                connection.setAutoCommit(false);
            }
        } catch (SQLException refused) {
            throw new StoreException(line.said(refused), refused);
        }
    }

    @Override
    public synchronized long size() {
        return read(transaction -> given("entry"));
    }

    private long given(String what) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(
                        "SELECT last FROM truce.given WHERE what = '" + what + "'")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    @Override
    public Revision revision() {
        return read(transaction -> new Revision(given("write"), Long.toString(given("values"))));
    }

    @Override
    public synchronized void close() {
        close(connection);
    }
}
