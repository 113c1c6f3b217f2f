package org.truce.app.attach;

import org.truce.app.files.Rights;
import org.truce.app.store.StoreException;
import org.truce.base.Hash;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files of attachments that travel with a bundle: in a folder beside it, with its name and
 * {@code .files} behind, each under its SHA-256. The bundle says by its signed entries which files
 * they must be.
 */
public final class BundledFiles {
    private BundledFiles() {}

    public static Path beside(Path bundle) {
        return bundle.resolveSibling(bundle.getFileName() + ".files");
    }

    /**
     * What was written.
     *
     * @param notHere attachments whose file is not here
     */
    public record Written(long files, long notHere) {}

    /**
     * Writes the files of these attachments, as far as they are here and were not destroyed. Throws
     * {@link StoreException}, and leaves nothing, when one was altered, the folder is there already
     * or cannot be written.
     */
    public static Written write(
            List<Attachments.Item> items, AttachmentFolder folder, Path bundle) {
        Path beside = beside(bundle.toAbsolutePath());
        Set<Hash> written = new HashSet<>();
        long notHere = 0;
        try {
            Files.createDirectory(beside, Rights.of("rwx------"));
        } catch (FileAlreadyExistsException there) {
            throw new StoreException(
                    "%s is there already: name another bundle".formatted(beside.getFileName()),
                    there);
        } catch (IOException refused) {
            throw new StoreException(
                    "%s cannot be made: see that its folder is there and has room"
                            .formatted(beside),
                    refused);
        }
        try {
            for (Attachments.Item item : items) {
                Hash hash = item.entry().sha256();
                if (item.destroyed()) {
                    continue;
                }
                if (!folder.holds(hash)) {
                    notHere++;
                } else if (written.add(hash)) {
                    copy(item, folder, beside.resolve(hash.hex()));
                }
            }
            return new Written(written.size(), notHere);
        } catch (RuntimeException refused) {
            discard(bundle);
            throw refused;
        }
    }

    private static void copy(Attachments.Item item, AttachmentFolder folder, Path to) {
        Hash hash = item.entry().sha256();
        Copies.<RuntimeException>write(to, out -> Files.copy(folder.place(hash), out), copied -> {
            if (!copied.equals(hash)) {
                throw new StoreException(
                        ("the file of attachment %s was altered (its hash is now %s), so nothing"
                                        + " was written: run 'truce verify' to see more")
                                .formatted(item.name(), copied));
            }
        });
    }

    /** Takes back what {@link #write} wrote for a bundle that was not written itself. */
    public static void discard(Path bundle) {
        Path beside = beside(bundle.toAbsolutePath());
        try (Stream<Path> files = Files.list(beside)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(beside);
        } catch (IOException leftBehind) {
            throw new StoreException(
                    "delete %s: it holds files of a bundle that was not written".formatted(beside),
                    leftBehind);
        }
    }

    /**
     * What was taken in.
     *
     * @param files files that were not here before
     * @param unnamed files that no attachment here names, which were left where they lie
     * @param refused why others were not taken in, one line each
     */
    public record Taken(long files, long unnamed, List<String> refused) {
        public Taken {
            refused = List.copyOf(refused);
        }
    }

    /** Takes in what lies beside a bundle, each file only where it is the one that was signed. */
    public static Taken take(List<Attachments.Item> items, AttachmentFolder folder, Path bundle) {
        Path beside = beside(bundle.toAbsolutePath());
        if (!Files.isDirectory(beside)) {
            return new Taken(0, 0, List.of());
        }
        Set<String> named = new HashSet<>();
        List<String> refused = new ArrayList<>();
        long taken = 0;
        for (Attachments.Item item : items) {
            Hash hash = item.entry().sha256();
            Path file = beside.resolve(hash.hex());
            if (!named.add(hash.hex()) || !Files.isRegularFile(file)) {
                continue;
            }
            if (isDestroyed(items, hash)) {
                refused.add("%s: a decision destroyed the file of attachment %s: it is not taken in"
                        .formatted(file.getFileName(), item.name()));
            } else if (!folder.holds(hash)) {
                taken += take(item, folder, file, refused);
            }
        }
        return new Taken(taken, unnamed(beside, named), refused);
    }

    private static boolean isDestroyed(List<Attachments.Item> items, Hash hash) {
        return items.stream()
                .filter(item -> item.entry().sha256().equals(hash))
                .allMatch(Attachments.Item::destroyed);
    }

    private static long take(
            Attachments.Item item, AttachmentFolder folder, Path file, List<String> refused) {
        Hash hash = item.entry().sha256();
        try {
            Hash found = AttachmentFolder.hashOfGiven(file);
            if (found.equals(hash)) {
                folder.take(file, item.entry().sizeBytes());
                return 1;
            }
            refused.add(
                    "%s: it is not the file of attachment %s, its hash is %s: nothing of it was kept. Ask for it again"
                            .formatted(file.getFileName(), item.name(), found));
        } catch (StoreException unreadable) {
            refused.add(unreadable.getMessage() == null ? "" : unreadable.getMessage());
        }
        return 0;
    }

    private static long unnamed(Path beside, Set<String> named) {
        try (Stream<Path> files = Files.list(beside)) {
            return files.filter(file -> !named.contains(file.getFileName().toString()))
                    .count();
        } catch (IOException unreadable) {
            throw new StoreException(
                    "%s cannot be read: see that you may".formatted(beside), unreadable);
        }
    }
}
