package org.truce.app.attach;

import org.truce.app.files.Rights;
import org.truce.app.store.StoreException;
import org.truce.base.Hash;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** Files that are given out: whole or not at all, and never over one that is there. */
public final class Copies {
    private Copies() {}

    /**
     * What fills a copy.
     *
     * @param <E> what else may go wrong
     */
    public interface Filling<E extends Exception> {
        void fill(OutputStream out) throws IOException, E;
    }

    /**
     * Throws {@link StoreException} when the file exists or cannot be written.
     *
     * @param known told the copy's hash when it is whole, before it has its name
     */
    public static <E extends Exception> void write(
            Path file, Filling<E> filling, Consumer<Hash> known) throws E {
        if (Files.exists(file)) {
            throw new StoreException(file + " is there already: name a new file");
        }
        try {
            Path folder = file.toAbsolutePath().resolveSibling(".").normalize();
            Path whole = Files.createTempFile(folder, ".new", ".tmp", Rights.of("rw-------"));
            try {
                try (FileChannel channel = FileChannel.open(whole, StandardOpenOption.WRITE)) {
                    filling.fill(Channels.newOutputStream(channel));
                    channel.force(true);
                }
                known.accept(AttachmentFolder.hashOf(whole));
                Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException refused) {
            throw new StoreException(
                    "%s cannot be written: see that there is room and that you may write there"
                            .formatted(file),
                    refused);
        }
    }
}
