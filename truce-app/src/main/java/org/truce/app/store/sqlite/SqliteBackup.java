package org.truce.app.store.sqlite;

import org.truce.app.store.EntryStore;
import org.truce.app.store.KeyRing;
import org.truce.app.store.StoreException;
import org.truce.proof.SigningKey;
import org.truce.proof.VerifierKey;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Optional;

/**
 * A copy of a store as it is at one moment, while others go on writing. SQLite writes it anew row
 * by row, so that nothing of what was destroyed by a decision stays in free pages.
 */
public final class SqliteBackup {
    private SqliteBackup() {}

    /**
     * Writes the copy, checks all of it, and only then gives it its name: on return it is durable.
     * Where the copy is not whole, its problems come back and no file stays. Throws
     * {@link StoreException} when {@code target} is there already or cannot be written.
     */
    public static EntryStore.Check write(Path store, Path target, Clock clock) {
        Path whole = target.toAbsolutePath();
        if (Files.exists(whole)) {
            throw isThere(target);
        }
        try {
            Path copy = Files.createTempFile(whole.getParent(), ".backup", ".tmp");
            try {
                copy(store, copy);
                EntryStore.Check check = check(copy, clock);
                if (check.ok()) {
                    publish(copy, whole, target);
                }
                return check;
            } finally {
                Files.deleteIfExists(copy);
                // Nobody else knows the name: nothing is lost with these.
                Files.deleteIfExists(copy.resolveSibling(copy.getFileName() + "-wal"));
                Files.deleteIfExists(copy.resolveSibling(copy.getFileName() + "-shm"));
                Files.deleteIfExists(copy.resolveSibling(copy.getFileName() + "-journal"));
            }
        } catch (IOException refused) {
            throw new StoreException(
                    "the backup cannot be written to %s: see that the folder is there and has room"
                            .formatted(target),
                    refused);
        }
    }

    private static StoreException isThere(Path target) {
        return new StoreException("%s is there already: name another file".formatted(target));
    }

    private static void copy(Path store, Path copy) {
        try {
            try (Connection from = source(store);
                    PreparedStatement vacuum = from.prepareStatement("VACUUM INTO ?")) {
                vacuum.setString(1, copy.toString());
                vacuum.execute();
            }
            try (Connection made = DriverManager.getConnection("jdbc:sqlite:" + copy.toUri());
                    Statement statement = made.createStatement()) {
                // As the store was made; the copy's own default would let readers block writers.
                statement.execute("PRAGMA journal_mode = WAL");
            }
        } catch (SQLException refused) {
            throw new StoreException("no backup was written: " + Trouble.words(refused), refused);
        }
    }

    private static Connection source(Path store) throws SQLException {
        Connection from = OpenToRead.mayWrite(store)
                ? DriverManager.getConnection(
                        "jdbc:sqlite:" + store.toAbsolutePath().toUri())
                : OpenToRead.connect(store);
        try {
            Schema.checkReadable(from, store);
            return from;
        } catch (SQLException | RuntimeException refused) {
            from.close();
            throw refused;
        }
    }

    private static EntryStore.Check check(Path copy, Clock clock) {
        try (EntryStore made = SqliteStore.openExisting(copy, new NoKeys(), clock)) {
            return made.verify(Optional.empty());
        }
    }

    private static void publish(Path copy, Path whole, Path target) throws IOException {
        sync(copy, StandardOpenOption.WRITE);
        try {
            // Takes the name, or finds it taken: a move alone would replace what is there.
            Files.createFile(whole);
        } catch (FileAlreadyExistsException meanwhile) {
            throw isThere(target);
        }
        Files.move(copy, whole, StandardCopyOption.ATOMIC_MOVE);
        sync(whole.resolveSibling("."), StandardOpenOption.READ);
    }

    private static void sync(Path path, StandardOpenOption how) throws IOException {
        if (Files.isDirectory(path)
                && !path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    /** Checking needs none. */
    private static final class NoKeys implements KeyRing {
        @Override
        public Optional<SigningKey> find(VerifierKey key) {
            return Optional.empty();
        }

        @Override
        public Founding found(String register) {
            throw new IllegalStateException("a backup founds no register");
        }

        @Override
        public void keep(Founding founding) {
            throw new IllegalStateException("a backup founds no register");
        }
    }
}
