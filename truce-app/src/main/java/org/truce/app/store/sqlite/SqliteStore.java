package org.truce.app.store.sqlite;

import org.truce.app.files.Rights;
import org.truce.app.store.EntryStore;
import org.truce.app.store.KeyRing;
import org.truce.app.store.SignedStore;
import org.truce.app.store.StoreException;
import org.truce.app.store.Tables;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
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
        if (Files.isRegularFile(file) && !OpenToRead.mayWrite(file)) {
            throw new StoreException(OpenToRead.mayNot(file));
        }
        return open(file, keys, clock);
    }

    /** Opens a store that exists; only to read where nothing may be written. */
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
        if (Files.isRegularFile(file) && !OpenToRead.mayWrite(file)) {
            return toRead(file, keys, clock, OpenToRead.mayNot(file));
        }
        WriteAhead.checkWhole(file);
        makeForOwnerAlone(file);
        try {
            Connection connection = connect(file);
            try {
                Schema.prepare(connection, file, keys);
                Tables tables = between.between(new SqliteTables(connection), connection);
                return new SignedStore(tables, keys, clock);
            } catch (SQLException | RuntimeException refused) {
                connection.close();
                throw refused;
            }
        } catch (SQLException refused) {
            if (Trouble.isForWantOfRoom(refused) && Files.isRegularFile(file)) {
                return toRead(file, keys, clock, unusable(file, refused));
            }
            throw new StoreException(unusable(file, refused), refused);
        }
    }

    /**
     * SQLite takes an empty file for a new database, and gives what it keeps beside it the same
     * rights.
     */
    private static void makeForOwnerAlone(Path file) {
        if (!Rights.KNOWN || Files.exists(file)) {
            return;
        }
        try {
            Files.createFile(file, Rights.of("rw-------"));
        } catch (FileAlreadyExistsException madeMeanwhile) {
            return;
        } catch (IOException refused) {
            throw new StoreException(
                    "%s cannot be made: see that the folder is there, has room and may be written to"
                            .formatted(file),
                    refused);
        }
    }

    /** As a URI, or the driver would take what follows a '?' in the name for settings. */
    private static Connection connect(Path file) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:sqlite:" + file.toAbsolutePath().toUri());
    }

    private static EntryStore toRead(Path file, KeyRing keys, Clock clock, String whyNot) {
        try {
            return new SignedStore(OpenToRead.open(file, whyNot), keys, clock);
        } catch (SQLException refused) {
            throw new StoreException(unusable(file, refused), refused);
        }
    }

    private static String unusable(Path file, SQLException refused) {
        return "%s cannot be used as a store: %s".formatted(file, Trouble.wordsAtOpening(refused));
    }
}
