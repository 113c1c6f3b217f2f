package org.truce.app.store.sqlite;

import org.truce.app.store.StoreException;
import org.truce.app.store.Tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/**
 * A store where nothing may be written: a read-only disk, another user's folder, a full disk.
 *
 * <p>SQLite wants files of its own beside the store even to read it. Where somebody has it open
 * they are there, and it is read through them. Where there is no write-ahead log, nobody who writes
 * has it open, and SQLite is told that the file does not change. That is a promise which we cannot
 * give for others; so after every reading we look whether the file is still as it was, and what was
 * read while it changed is thrown away.
 */
final class OpenToRead implements Tables {
    private final Path file;
    private final Tables tables;
    private final Seen before;
    private final boolean promised;
    private final String whyNot;

    private OpenToRead(Path file, Tables tables, Seen before, String whyNot) {
        this.file = file;
        this.tables = tables;
        this.before = before;
        this.promised = before.logBytes() == 0;
        this.whyNot = whyNot;
    }

    /** What would differ if somebody had written. */
    private record Seen(long bytes, long changedNanos, long logBytes) {
        static Seen of(Path file) {
            try {
                BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
                return new Seen(
                        is.size(), is.lastModifiedTime().to(TimeUnit.NANOSECONDS), logBytes(file));
            } catch (IOException unreadable) {
                throw new StoreException(file + " cannot be read: see who may read it", unreadable);
            }
        }

        private static long logBytes(Path file) throws IOException {
            Path log = file.resolveSibling(file.getFileName() + "-wal");
            return Files.exists(log) ? Files.size(log) : 0;
        }
    }

    static boolean mayWrite(Path file) {
        return Files.isWritable(file)
                && Files.isWritable(file.toAbsolutePath().resolveSibling("."));
    }

    /** For whoever wants to write. */
    static String mayNot(Path file) {
        return "%s or its folder may not be written to: copy it to where you".formatted(file)
                + " may write, and use the copy";
    }

    /** @param whyNot what to say to whoever wants to write */
    static Tables open(Path file, String whyNot) throws SQLException {
        Seen before = Seen.of(file);
        Connection connection = connect(file);
        try {
            Schema.checkReadable(connection, file);
            return new OpenToRead(file, new SqliteTables(connection), before, whyNot);
        } catch (SQLException | RuntimeException refused) {
            connection.close();
            if (refused instanceof SQLException && before.logBytes() > 0) {
                throw new StoreException(
                        ("%s was not closed by whoever wrote last, and what it wrote last lies in"
                                        + " %s-wal: copy both to where you may write, and use the"
                                        + " copy")
                                .formatted(file, file.getFileName()),
                        refused);
            }
            throw refused;
        }
    }

    /** A connection that writes nothing, neither into the file nor beside it. */
    static Connection connect(Path file) throws SQLException {
        String how = Seen.of(file).logBytes() == 0 ? "immutable=1" : "mode=ro";
        return DriverManager.getConnection(
                "jdbc:sqlite:" + file.toAbsolutePath().toUri() + "?" + how);
    }

    @Override
    public <T> T read(Work<T> work) {
        try {
            return tables.read(work);
        } finally {
            // Also where reading failed: that somebody wrote is then the reason.
            checkStill();
        }
    }

    @Override
    public long size() {
        return tables.size();
    }

    @Override
    public Revision revision() {
        // Where it was promised that nothing changes, a change ends the reading instead.
        return tables.revision();
    }

    @Override
    public boolean purge() {
        throw new StoreException(whyNot);
    }

    private void checkStill() {
        if (promised && !before.equals(Seen.of(file))) {
            throw new StoreException(
                    file + " was written to by somebody while it was read: do it again");
        }
    }

    @Override
    public <T> T write(Work<T> work) {
        throw new StoreException(whyNot);
    }

    @Override
    public void close() {
        tables.close();
    }
}
