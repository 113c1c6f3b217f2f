package org.truce.app.store.sqlite;

import org.truce.app.store.EntryStore;
import org.truce.app.store.KeyRing;
import org.truce.app.store.SignedStore;
import org.truce.app.store.StoreException;
import org.truce.app.store.Tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;

/**
 * All logs in one SQLite file, written ahead and synced before an append returns. Threads may share
 * one store and take turns; several stores and programs may have the same file open at once.
 */
public final class SqliteStore {
    private SqliteStore() {}

    /** Opens the store, or makes it when there is no such file. */
    public static EntryStore openOrCreate(Path file, KeyRing keys, Clock clock) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException refused) {
            throw new StoreException(
                    "cannot make the folder for " + file + ": choose another", refused);
        }
        return open(file, keys, clock);
    }

    /** Opens a store that exists. */
    public static EntryStore openExisting(Path file, KeyRing keys, Clock clock) {
        if (!Files.exists(file) || isEmpty(file)) {
            throw new StoreException(
                    "there is no store %s: make it with 'truce import --store %s FILE...'"
                            .formatted(file, file));
        }
        return open(file, keys, clock);
    }

    private static boolean isEmpty(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) == 0;
        } catch (IOException unreadable) {
            throw new StoreException(file + " cannot be read: see who may read it", unreadable);
        }
    }

    /** What stands between a store and its tables: faults, where they are simulated. */
    public interface Between {
        Tables between(Tables tables, Connection connection) throws SQLException;
    }

    private static EntryStore open(Path file, KeyRing keys, Clock clock) {
        return openThrough(file, keys, clock, (tables, connection) -> tables);
    }

    /** Opens or makes a store whose tables are reached through something else. */
    public static EntryStore openThrough(Path file, KeyRing keys, Clock clock, Between between) {
        if (Files.isDirectory(file)) {
            throw new StoreException("%s is a folder: name a file in it, such as %s"
                    .formatted(file, file.resolve("truce.db")));
        }
        // SQLite keeps its write-ahead log beside the file, also for somebody who only reads.
        if (Files.exists(file)
                && !(Files.isWritable(file)
                        && Files.isWritable(file.toAbsolutePath().resolveSibling(".")))) {
            throw new StoreException(
                    "%s or its folder may not be written to: copy it to where you".formatted(file)
                            + " may write, and use the copy");
        }
        try {
            // As a URI, or the driver would take what follows a '?' in the name for settings.
            Connection connection = DriverManager.getConnection(
                    "jdbc:sqlite:" + file.toAbsolutePath().toUri());
            try {
                Schema.prepare(connection, file, keys);
                Tables tables = between.between(new SqliteTables(connection), connection);
                return new SignedStore(tables, keys, clock);
            } catch (SQLException | RuntimeException refused) {
                connection.close();
                throw refused;
            }
        } catch (SQLException refused) {
            throw new StoreException(
                    "%s cannot be used as a store (%s): name another file, or use your copy of it"
                            .formatted(file, refused.getMessage()),
                    refused);
        }
    }
}
