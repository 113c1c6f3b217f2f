package org.truce.app.review;

import org.truce.app.files.Rights;
import org.truce.app.store.StoreException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Files that are written once, in a folder beside the store: each is there whole or not at all,
 * also after a power cut, and none is ever written to again. Only their owner can read them.
 */
public final class ReviewFolder {
    /** Names the folder where the store is no file. */
    public static final String VARIABLE = "TRUCE_REVIEW";

    private static final String UNFINISHED = ".new";
    private static final String LOCK = "lock";

    /** A lock of the operating system parts programs, not the threads of one. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final Path folder;

    /** False where nobody has said which folder. */
    private final boolean known;

    private ReviewFolder(Path folder, boolean known) {
        this.folder = folder;
        this.known = known;
    }

    /** The folder that {@link #VARIABLE} names, for a store that has no folder of its own. */
    public static ReviewFolder named(Map<String, String> environment) {
        String named = environment.getOrDefault(VARIABLE, "");
        return new ReviewFolder(Path.of(named).toAbsolutePath(), !named.isBlank());
    }

    /** The folder that {@link #VARIABLE} names, else the one beside the store, with its name. */
    public static ReviewFolder of(Path store, Map<String, String> environment) {
        return environment.getOrDefault(VARIABLE, "").isBlank()
                ? new ReviewFolder(beside(store), true)
                : named(environment);
    }

    /** The folder of the queue of a store in a file, where no other is named. */
    static Path beside(Path store) {
        Path file = store.toAbsolutePath();
        return file.resolveSibling(file.getFileName() + ".review");
    }

    private Path folder() {
        if (!known) {
            throw new StoreException(
                    "this store has no folder for drafts: name one with " + VARIABLE);
        }
        return folder;
    }

    /**
     * Does something while no other thread or program that asks for the same is at it. The lock
     * goes when its program ends, however it ends.
     */
    <T> T alone(Supplier<T> work) {
        THREADS.lock();
        try {
            make(folder());
            try (FileChannel lock =
                    FileChannel.open(owned(folder.resolve(LOCK)), StandardOpenOption.WRITE)) {
                Objects.requireNonNull(lock.lock());
                discardUnfinished();
                return work.get();
            }
        } catch (IOException refused) {
            throw cannotWrite(refused);
        } finally {
            THREADS.unlock();
        }
    }

    private static Path owned(Path file) throws IOException {
        try {
            return Files.createFile(file, Rights.of("rw-------"));
        } catch (FileAlreadyExistsException another) {
            return file;
        }
    }

    private static void make(Path directory) throws IOException {
        Files.createDirectories(directory, Rights.of("rwx------"));
    }

    /** Parts of files whose writing was cut off: nobody else writes now, so they are nobody's. */
    private void discardUnfinished() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().startsWith(UNFINISHED)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /**
     * Writes a file, and says whether it was not there before; one that is there is left alone.
     * Only to be called {@link #alone}. Throws {@link StoreException} when there is no room; then
     * nothing is there.
     *
     * @param name its path in the folder
     */
    boolean create(String name, byte[] content) {
        Path place = folder().resolve(name);
        Path directory = Objects.requireNonNull(place.getParent());
        try {
            make(directory);
            Path whole = Files.createTempFile(folder, UNFINISHED, ".tmp", Rights.of("rw-------"));
            try {
                try (FileChannel out = FileChannel.open(whole, StandardOpenOption.WRITE)) {
                    ByteBuffer left = ByteBuffer.wrap(content);
                    while (left.hasRemaining()) {
                        out.write(left);
                    }
                    out.force(true);
                }
                boolean fresh = place(whole, place);
                sync(directory);
                sync(folder);
                return fresh;
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException refused) {
            throw cannotWrite(refused);
        }
    }

    /** A link refuses where a file is. */
    private static boolean place(Path whole, Path place) throws IOException {
        try {
            Files.createLink(place, whole);
            return true;
        } catch (FileAlreadyExistsException leftAlone) {
            return false;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            // Such as on a stick: nobody else writes now, so looking first is enough.
            if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
            Files.move(whole, place, StandardCopyOption.ATOMIC_MOVE);
            return true;
        }
    }

    /** So that the name is there after a power cut, as what it names is. */
    private static void sync(Path directory) throws IOException {
        if (Rights.KNOWN) {
            try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    /** The names of the files in a part of the folder, in order; none where there is no folder. */
    List<String> list(String part) {
        Path directory = folder().resolve(part);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException unreadable) {
            throw cannotRead(directory, unreadable);
        }
    }

    /** Throws {@link StoreException} when the file is not there or cannot be read. */
    byte[] read(String name) {
        Path file = folder().resolve(name);
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw cannotRead(file, unreadable);
        }
    }

    /**
     * Takes a file away; nothing where it is not there. Only to be called {@link #alone}. Throws
     * {@link StoreException} when it cannot be taken away.
     */
    void remove(String name) {
        Path place = folder().resolve(name);
        try {
            if (Files.deleteIfExists(place)) {
                sync(Objects.requireNonNull(place.getParent()));
            }
        } catch (IOException refused) {
            throw cannotWrite(refused);
        }
    }

    /** Whether anything was ever put there; false where nobody has said which folder. */
    boolean isThere() {
        return known && Files.isDirectory(folder);
    }

    /**
     * Copies all its files into a folder that is not there yet, which has its name only when it is
     * whole. Only to be called {@link #alone}. Throws {@link StoreException} when there is no room.
     *
     * @return how many files
     */
    int copyTo(Path target) {
        Path unfinished = target.resolveSibling(target.getFileName() + UNFINISHED);
        try (Stream<Path> files = Files.walk(folder())) {
            int copied = 0;
            make(unfinished);
            for (Path file : files.toList()) {
                Path to = unfinished.resolve(folder.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    make(to);
                } else if (!file.endsWith(LOCK)) {
                    copy(file, to);
                    copied++;
                }
            }
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            sync(Objects.requireNonNull(target.toAbsolutePath().getParent()));
            return copied;
        } catch (IOException refused) {
            throw new StoreException(
                    ("the review queue could not be copied to %s (%s): remove %s, see that there is"
                                    + " room, and copy the folder by hand or do it again")
                            .formatted(target, why(refused), unfinished.getFileName()),
                    refused);
        }
    }

    private static void copy(Path file, Path to) throws IOException {
        Files.createFile(to, Rights.of("rw-------"));
        Files.write(to, Files.readAllBytes(file));
        try (FileChannel out = FileChannel.open(to, StandardOpenOption.WRITE)) {
            out.force(true);
        }
        if (Files.mismatch(file, to) >= 0) {
            throw new IOException("the copy of " + file.getFileName() + " differs");
        }
    }

    Path place(String name) {
        return folder().resolve(name);
    }

    private static StoreException cannotRead(Path file, IOException why) {
        return new StoreException(
                "%s cannot be read (%s): see that it is there and that you may read it"
                        .formatted(file, why(why)),
                why);
    }

    private StoreException cannotWrite(IOException why) {
        return new StoreException(
                ("nothing can be put into the review queue in %s (%s): see that there is room and"
                                + " that you may write there, then do it again")
                        .formatted(folder, why(why)),
                why);
    }

    private static String why(IOException refused) {
        return Objects.toString(refused.getMessage(), refused.getClass().getSimpleName());
    }
}
