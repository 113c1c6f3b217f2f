package org.truce.app.cli;

import org.truce.app.attach.AttachmentFolder;
import org.truce.app.keys.KeyFolder;
import org.truce.app.keys.Passphrase;
import org.truce.app.review.ReviewFolder;
import org.truce.app.review.ReviewQueue;
import org.truce.app.store.EntryStore;
import org.truce.app.store.StoreException;
import org.truce.app.store.postgres.PostgresStore;
import org.truce.app.store.sqlite.SqliteStore;

import picocli.CommandLine.Option;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The option that every command on a store shares: the one place that knows which kinds there are.
 */
final class StoreOption {
    private static final String KEYS = "TRUCE_KEYS";

    @Option(
            names = "--store",
            required = true,
            paramLabel = "STORE",
            description = "What holds the logs of all registers: a file, or"
                    + " postgresql://HOST/DATABASE.")
    private String place = "";

    /** As if the option had named it. */
    static StoreOption at(String place) {
        StoreOption option = new StoreOption();
        option.place = place;
        return option;
    }

    EntryStore open(Surroundings surroundings) {
        return PostgresStore.isAddress(place)
                ? PostgresStore.openExisting(
                        place, surroundings.environment(), keys(surroundings), surroundings.clock())
                : SqliteStore.openExisting(file(), keys(surroundings), surroundings.clock());
    }

    EntryStore openOrCreate(Surroundings surroundings) {
        return PostgresStore.isAddress(place)
                ? PostgresStore.openOrCreate(
                        place, surroundings.environment(), keys(surroundings), surroundings.clock())
                : openOrCreate(file(), surroundings);
    }

    /** Whether {@link #openOrCreate} would make no new file. */
    boolean isThere() {
        return PostgresStore.isAddress(place) || Files.exists(file());
    }

    static EntryStore openOrCreate(Path file, Surroundings surroundings) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.exists(folder)) {
            surroundings.err().printf("the folder %s is not there: it is made%n", folder);
        }
        return SqliteStore.openOrCreate(
                file, keys(KeyFolder.beside(file), surroundings), surroundings.clock());
    }

    /**
     * For whatever is answered, shown or handed out. Throws {@link StoreException} when anything it
     * rests on was altered.
     */
    static void checkWhole(EntryStore entries, Optional<String> register) {
        List<String> problems = entries.verify(register).problems();
        if (!problems.isEmpty()) {
            throw new StoreException(
                    "the store is not whole, so nothing is answered or written (%s): see 'truce verify'"
                            .formatted(problems.getFirst()));
        }
    }

    /** The files of attachments: in the folder that TRUCE_FILES names, or beside the file. */
    AttachmentFolder files(Surroundings surroundings) {
        return PostgresStore.isAddress(place)
                ? AttachmentFolder.named(surroundings.environment())
                : AttachmentFolder.of(file(), surroundings.environment());
    }

    /** The review queue: in the folder that TRUCE_REVIEW names, or beside the file. */
    ReviewQueue queue(Surroundings surroundings) {
        return new ReviewQueue(
                PostgresStore.isAddress(place)
                        ? ReviewFolder.named(surroundings.environment())
                        : ReviewFolder.of(file(), surroundings.environment()));
    }

    /** The private keys: in the folder that TRUCE_KEYS names, or beside the file. */
    KeyFolder keys(Surroundings surroundings) {
        if (!PostgresStore.isAddress(place)) {
            return keys(KeyFolder.beside(file()), surroundings);
        }
        String named = surroundings.environment().getOrDefault(KEYS, "");
        return named.isEmpty() ? KeyFolder.none() : keys(Path.of(named), surroundings);
    }

    private static KeyFolder keys(Path folder, Surroundings surroundings) {
        return new KeyFolder(
                folder, new Passphrase(surroundings.environment()), surroundings.err()::println);
    }

    /** The store's file; throws {@link UsageException} where the store is a database. */
    Path file() {
        if (PostgresStore.isAddress(place)) {
            throw new UsageException("this is for a store in a file; for a database see"
                    + " docs/reference/postgresql.md");
        }
        try {
            return Path.of(place);
        } catch (InvalidPathException notOne) {
            throw new UsageException("--store takes the name of a file, or an address such as"
                    + " postgresql://HOST/DATABASE");
        }
    }
}
