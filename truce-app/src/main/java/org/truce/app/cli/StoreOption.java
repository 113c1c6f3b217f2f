package org.truce.app.cli;

import org.truce.app.attach.AttachmentFolder;
import org.truce.app.keys.KeyFolder;
import org.truce.app.keys.Passphrase;
import org.truce.app.store.EntryStore;
import org.truce.app.store.sqlite.SqliteStore;

import picocli.CommandLine.Option;

import java.nio.file.Path;

/** The option that every command on a store shares. */
final class StoreOption {
    @Option(
            names = "--store",
            required = true,
            paramLabel = "FILE",
            description = "The store: one file that holds the logs of all registers.")
    private Path file = Path.of("");

    EntryStore open(Surroundings surroundings) {
        return SqliteStore.openExisting(file, keys(surroundings), surroundings.clock());
    }

    EntryStore openOrCreate(Surroundings surroundings) {
        return openOrCreate(file, surroundings);
    }

    static EntryStore openOrCreate(Path file, Surroundings surroundings) {
        return SqliteStore.openOrCreate(file, keys(file, surroundings), surroundings.clock());
    }

    /** The files of attachments that lie beside the store. */
    AttachmentFolder files(Surroundings surroundings) {
        return AttachmentFolder.of(file, surroundings.environment());
    }

    Path file() {
        return file;
    }

    Path keyFolder() {
        return KeyFolder.beside(file);
    }

    /** The private keys that lie beside the store. */
    KeyFolder keys(Surroundings surroundings) {
        return keys(file, surroundings);
    }

    private static KeyFolder keys(Path file, Surroundings surroundings) {
        return new KeyFolder(
                KeyFolder.beside(file),
                new Passphrase(surroundings.environment()),
                surroundings.err()::println);
    }
}
