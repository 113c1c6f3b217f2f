package org.truce.app.attach;

import org.truce.app.files.Rights;
import org.truce.app.store.StoreException;
import org.truce.base.Hash;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Files under their own SHA-256, as {@code ab/abcdef…} in a folder beside the store. A file is
 * there whole or not at all, also after a power cut; what is there is never written to again.
 */
public final class AttachmentFolder {
    /** Names the folder where the store is no file. */
    public static final String VARIABLE = "TRUCE_FILES";

    private static final int PIECE = 1 << 16;

    private final Path folder;

    /** False where nobody has said which folder: then there is no file in it, and none comes. */
    private final boolean known;

    public AttachmentFolder(Path folder) {
        this(folder, true);
    }

    private AttachmentFolder(Path folder, boolean known) {
        this.folder = folder;
        this.known = known;
    }

    /** The folder that {@link #VARIABLE} names, for a store that has no folder of its own. */
    public static AttachmentFolder named(Map<String, String> environment) {
        String named = environment.getOrDefault(VARIABLE, "");
        return new AttachmentFolder(Path.of(named).toAbsolutePath(), !named.isBlank());
    }

    /** The folder that {@link #VARIABLE} names, else the one beside the store, with its name. */
    public static AttachmentFolder of(Path store, Map<String, String> environment) {
        String named = environment.getOrDefault(VARIABLE, "");
        Path file = store.toAbsolutePath();
        return new AttachmentFolder(
                named.isBlank()
                        ? file.resolveSibling(file.getFileName() + ".files")
                        : Path.of(named).toAbsolutePath());
    }

    /**
     * A file as it was taken in.
     *
     * @param fresh whether it was not there before
     */
    public record Held(Hash sha256, long sizeBytes, MediaKind kind, boolean fresh) {}

    /**
     * Reads a file once, and keeps what was read. Throws {@link StoreException} when it is larger
     * than {@code limitBytes}, cannot be read, or there is no room; nothing is left then.
     */
    public Held take(Path source, long limitBytes) {
        if (!Files.isRegularFile(source)) {
            throw new StoreException(source + " is no file: name a file");
        }
        Path whole = fresh();
        try {
            MessageDigest digest = sha256();
            byte[] start;
            long size;
            try (InputStream in = open(source);
                    FileChannel out = FileChannel.open(whole, StandardOpenOption.WRITE)) {
                start = new byte[0];
                size = 0;
                OutputStream to = Channels.newOutputStream(out);
                byte[] piece = new byte[PIECE];
                for (int n = read(in, piece, source); n > 0; n = read(in, piece, source)) {
                    size += n;
                    if (size > limitBytes) {
                        throw tooLarge(source, limitBytes);
                    }
                    if (start.length == 0) {
                        start = Arrays.copyOf(piece, Math.min(n, MediaKind.BYTES));
                    }
                    digest.update(piece, 0, n);
                    to.write(piece, 0, n);
                }
                out.force(true);
            }
            if (size == 0) {
                throw new StoreException(source + " is empty: see that it was copied in full");
            }
            Hash hash = new Hash(digest.digest());
            return new Held(hash, size, MediaKind.of(start), keep(whole, hash));
        } catch (IOException refused) {
            throw new StoreException(
                    "%s cannot be kept (%s): see that there is room on the disk of %s; nothing was left there"
                            .formatted(source, why(refused), folder),
                    refused);
        } finally {
            discard(whole);
        }
    }

    private static StoreException tooLarge(Path source, long limitBytes) {
        return new StoreException(
                "%s is larger than %,d MiB: allow more with --max-mib, or attach a part of it"
                        .formatted(source, limitBytes >> 20));
    }

    private static InputStream open(Path source) {
        try {
            return Files.newInputStream(source);
        } catch (IOException unreadable) {
            throw cannotRead(source, unreadable);
        }
    }

    private static int read(InputStream in, byte[] piece, Path source) {
        try {
            return in.readNBytes(piece, 0, piece.length);
        } catch (IOException unreadable) {
            throw cannotRead(source, unreadable);
        }
    }

    private static StoreException cannotRead(Path source, IOException why) {
        return new StoreException(
                "%s cannot be read (%s): see that you may read it, and that the medium is whole"
                        .formatted(source, why(why)),
                why);
    }

    private static String why(IOException refused) {
        String message = refused.getMessage();
        return message == null ? refused.getClass().getSimpleName() : message;
    }

    private Path fresh() {
        if (!known) {
            throw new StoreException(
                    "this store has no folder for files: name one with " + VARIABLE);
        }
        try {
            Files.createDirectories(folder, Rights.of("rwx------"));
            return Files.createTempFile(folder, ".new", ".tmp", Rights.of("rw-------"));
        } catch (IOException refused) {
            throw new StoreException(
                    "the folder for files, %s, cannot be written to: see that you may, or name another with %s"
                            .formatted(folder, VARIABLE),
                    refused);
        }
    }

    /** Puts a whole file in its place; says whether it was not there. */
    private boolean keep(Path whole, Hash hash) throws IOException {
        Path place = place(hash);
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            if (!holds(hash) || !hashOf(place).equals(hash)) {
                throw new StoreException(
                        ("the file %s that lies in %s was altered, and is not overwritten: move it"
                                        + " away, keep it as evidence, and attach again")
                                .formatted(hash, folder));
            }
            return false;
        }
        Files.createDirectories(parent(place), Rights.of("rwx------"));
        if (Rights.KNOWN) {
            Files.setPosixFilePermissions(whole, PosixFilePermissions.fromString("r--------"));
        }
        Files.move(whole, place, StandardCopyOption.ATOMIC_MOVE);
        sync(parent(place));
        sync(folder);
        return true;
    }

    private static Path parent(Path place) {
        return place.resolveSibling(".").normalize();
    }

    /** So that the name is there after a power cut, as what it names is. */
    private static void sync(Path directory) throws IOException {
        if (Rights.KNOWN) {
            try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    private static void discard(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException leftBehind) {
            throw new StoreException(
                    "delete %s: it is the part of a file that was not kept".formatted(unfinished),
                    leftBehind);
        }
    }

    /** Where the file of that hash lies, or would. */
    public Path place(Hash hash) {
        return folder.resolve(hash.hex().substring(0, 2)).resolve(hash.hex());
    }

    public boolean holds(Hash hash) {
        return known && Files.isRegularFile(place(hash), LinkOption.NOFOLLOW_LINKS);
    }

    /** The hash of what lies in the place of a hash: the same, unless it was altered. */
    public Hash read(Hash hash) {
        try {
            return hashOf(place(hash));
        } catch (IOException unreadable) {
            throw cannotRead(place(hash), unreadable);
        }
    }

    /** The hash of a file that somebody names. */
    public static Hash hashOfGiven(Path file) {
        try {
            return hashOf(file);
        } catch (IOException unreadable) {
            throw cannotRead(file, unreadable);
        }
    }

    static Hash hashOf(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] piece = new byte[PIECE];
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                digest.update(piece, 0, n);
            }
        }
        return new Hash(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /**
     * Removes a file, its bytes overwritten first, which reaches no copy and no block that the disk
     * itself has set aside. Says whether there was one. A link is never followed: what it leads to
     * was not kept here.
     */
    public boolean destroy(Hash hash) {
        Path file = place(hash);
        if (!known || !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        if (!holds(hash)) {
            throw new StoreException(
                    ("in the place of the file %s in %s lies a link or a folder, which was left as"
                        + " it is: see what it leads to, destroy that yourself, take it away, and"
                        + " do it again")
                            .formatted(hash, folder));
        }
        try {
            if (Rights.KNOWN) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            try (FileChannel out =
                    FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
                OutputStream to = Channels.newOutputStream(out);
                byte[] nothing = new byte[PIECE];
                for (long left = out.size(); left > 0; left -= nothing.length) {
                    to.write(nothing, 0, (int) Math.min(left, nothing.length));
                }
                out.force(true);
            }
            Files.delete(file);
            sync(parent(file));
            return true;
        } catch (IOException refused) {
            throw new StoreException(
                    "the file %s in %s could not be destroyed (%s): see that you may write there, and do it again"
                            .formatted(hash, folder, why(refused)),
                    refused);
        }
    }

    /** Every file in the folder, by its path in it; empty when there is no folder. */
    public List<String> listNames() {
        if (!known || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> names = new ArrayList<>();
            files.filter(file -> !Files.isDirectory(file))
                    .forEach(file ->
                            names.add(folder.relativize(file).toString().replace('\\', '/')));
            names.sort(null);
            return names;
        } catch (IOException unreadable) {
            throw cannotRead(folder, unreadable);
        }
    }
}
