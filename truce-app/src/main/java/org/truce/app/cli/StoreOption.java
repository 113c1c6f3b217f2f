package org.truce.app.cli;

import org.truce.app.store.EntryStore;
import org.truce.app.store.sqlite.SqliteStore;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.time.Clock;

/** The option that every command on a store shares. */
final class StoreOption {
    @Option(
            names = "--store",
            required = true,
            paramLabel = "FILE",
            description = "The store: one file that holds the logs of all registers.")
    private Path file = Path.of("");

    EntryStore open(Clock clock) {
        return SqliteStore.openExisting(file, clock);
    }

    EntryStore openOrCreate(Clock clock) {
        return SqliteStore.openOrCreate(file, clock);
    }
}
