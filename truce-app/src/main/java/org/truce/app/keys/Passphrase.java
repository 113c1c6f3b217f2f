package org.truce.app.keys;

import org.truce.app.store.StoreException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the passphrase of the keys comes from: the environment, a file named there, or a file in
 * the key folder that the first founding makes, so that nobody has to be there.
 */
public final class Passphrase {
    static final String VALUE = "TRUCE_PASSPHRASE";
    static final String FILE = "TRUCE_PASSPHRASE_FILE";
    static final String OWN_FILE = "passphrase";

    private final Map<String, String> environment;

    public Passphrase(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** A passphrase and, for messages, where it was found. */
    record Found(byte[] bytes, String where) {
        @Override
        public String toString() {
            return "[passphrase from " + where + "]";
        }
    }

    Optional<Found> find(Path folder) {
        String value = environment.getOrDefault(VALUE, "");
        if (!value.isEmpty()) {
            return Optional.of(
                    new Found(value.getBytes(StandardCharsets.UTF_8), "the variable " + VALUE));
        }
        String named = environment.getOrDefault(FILE, "");
        if (!named.isEmpty()) {
            return Optional.of(read(Path.of(named)));
        }
        Path own = folder.resolve(OWN_FILE);
        return Files.exists(own) ? Optional.of(read(own)) : Optional.empty();
    }

    private static Found read(Path file) {
        try {
            String line = Files.readString(file).lines().findFirst().orElse("").strip();
            if (line.isEmpty()) {
                throw new StoreException(
                        "the file %s holds no passphrase: write one on its first line"
                                .formatted(file));
            }
            return new Found(line.getBytes(StandardCharsets.UTF_8), "the file " + file);
        } catch (IOException unreadable) {
            throw new StoreException(
                    "the passphrase file %s cannot be read: see that it is there and that you may read it"
                            .formatted(file),
                    unreadable);
        }
    }
}
