package org.truce.app.simulate;

import org.truce.app.store.Tables;
import org.truce.simulate.Fault;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;

/** The tables of a node, on a disk that fails when it is told to. */
final class FaultyTables implements Tables {
    private static final Set<String> WRITES =
            Set.of("addLog", "addEntry", "addCheckpoint", "setValues", "keepBundle", "dropBundle");
    private static final int MOST_PAGES = 1_073_741_823;

    private final Tables tables;
    private final Connection connection;
    private final Path file;
    private Optional<Fault> armed = Optional.empty();
    private int writesLeft;
    private Optional<DiskImage> left = Optional.empty();

    /** The process ended here. */
    static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    FaultyTables(Tables tables, Connection connection, Path file) {
        this.tables = tables;
        this.connection = connection;
        this.file = file;
    }

    /** The next transaction that writes meets the fault, at its write number {@code at} from 0. */
    void arm(Fault fault, int at) {
        armed = Optional.of(fault);
        writesLeft = at;
        left = Optional.empty();
    }

    void disarm() {
        armed = Optional.empty();
    }

    /** What a process that ended inside a transaction had written by then. */
    Optional<DiskImage> left() {
        return left;
    }

    /** Whether SQLite was told to sync before it says that a transaction is durable. */
    boolean syncs() {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA synchronous")) {
            return row.next() && row.getInt(1) >= 2;
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    @Override
    public <T> T read(Work<T> work) {
        return tables.read(work);
    }

    @Override
    public <T> T write(Work<T> work) {
        Optional<Fault> fault = armed;
        if (fault.isEmpty()) {
            return tables.write(work);
        }
        limit(fault.get() == Fault.DISK_FULL ? 1 : MOST_PAGES);
        try {
            return tables.write(transaction -> {
                T result = work.run(failing(transaction, fault.get()));
                if (fault.get() == Fault.SYNC_ERROR) {
                    throw new SQLException("the disk did not confirm (simulated)");
                }
                return result;
            });
        } finally {
            limit(MOST_PAGES);
        }
    }

    /** SQLite itself refuses to let the file grow; less than it has is not possible. */
    private void limit(int pages) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA max_page_count = " + pages);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private Transaction failing(Transaction transaction, Fault fault) {
        return (Transaction) Proxy.newProxyInstance(
                Transaction.class.getClassLoader(),
                new Class<?>[] {Transaction.class},
                (proxy, method, arguments) -> {
                    if (WRITES.contains(method.getName())) {
                        beforeWrite(fault);
                    }
                    return call(transaction, method, arguments);
                });
    }

    private void beforeWrite(Fault fault) throws SQLException {
        if (writesLeft-- != 0) {
            return;
        }
        if (fault == Fault.WRITE_ERROR) {
            throw new SQLException("the disk refused a write (simulated)");
        }
        if (fault == Fault.KILLED) {
            left = Optional.of(DiskImage.of(file));
            throw new Ended();
        }
    }

    private static Object call(Transaction transaction, Method method, Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(transaction, arguments);
        } catch (InvocationTargetException inside) {
            throw inside.getCause() == null ? inside : inside.getCause();
        }
    }

    @Override
    public boolean purge() {
        return tables.purge();
    }

    @Override
    public long size() {
        return tables.size();
    }

    @Override
    public Revision revision() {
        return tables.revision();
    }

    @Override
    public void close() {
        tables.close();
    }
}
