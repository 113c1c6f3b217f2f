package org.truce.bench;

import org.truce.app.store.EntryStore;
import org.truce.app.store.sqlite.SqliteStore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/**
 * An empty store and, beside it, its peer, in a folder that goes when they are closed.
 *
 * @param bare the same database without registers
 */
record Opened(Path folder, EntryStore store, BareTable bare) implements AutoCloseable {
    static Opened inNewFolder() {
        try {
            Path folder = Files.createTempDirectory("truce-bench");
            return new Opened(
                    folder,
                    SqliteStore.openOrCreate(
                            folder.resolve("store.db"), new BenchKeys(), Clock.systemUTC()),
                    new BareTable(folder.resolve("bare.db")));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    @Override
    public void close() {
        store.close();
        try {
            bare.close();
            for (String file : List.of("store.db", "bare.db")) {
                Files.deleteIfExists(folder.resolve(file));
            }
            Files.delete(folder);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }
}
