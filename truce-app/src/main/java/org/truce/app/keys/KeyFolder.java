package org.truce.app.keys;

import org.truce.app.files.Rights;
import org.truce.app.store.KeyRing;
import org.truce.app.store.StoreException;
import org.truce.proof.SigningKey;
import org.truce.proof.VerifierKey;
import org.truce.record.KeyHistory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The private keys of one store, each in a file of the folder beside it, under a passphrase. */
public final class KeyFolder implements KeyRing {
    private static final int SEED_BYTES = 32;
    private static final String SUFFIX = ".key";
    private static final String SIGNED_SUFFIX = ".signed";
    private static final String RECOVERY_SUFFIX = ".recovery.key";

    /** No folder has this name: it is empty. */
    private static final Path NOWHERE = Path.of("");

    private final Path folder;
    private final Passphrase passphrase;
    private final Consumer<String> messages;
    private final SecureRandom random = new SecureRandom();
    private final Map<VerifierKey, SigningKey> unlocked = new HashMap<>();

    /** Entries signed of each log, by its name. */
    private final Map<String, Long> signed = new HashMap<>();

    /** @param messages told what a person must know about keys that were made */
    public KeyFolder(Path folder, Passphrase passphrase, Consumer<String> messages) {
        this.folder = folder;
        this.passphrase = passphrase;
        this.messages = messages;
    }

    /** For a store beside which no folder lies: whoever only reads needs none. */
    public static KeyFolder none() {
        return new KeyFolder(NOWHERE, new Passphrase(Map.of()), message -> {});
    }

    private Path folder() {
        if (folder.equals(NOWHERE)) {
            throw new StoreException(
                    "a store in a database has no folder of keys beside it: set TRUCE_KEYS to the"
                            + " folder on this machine in which the keys of your registers lie, or"
                            + " are to lie");
        }
        return folder;
    }

    /** Throws {@link StoreException} when a folder is there that cannot be read. */
    public void checkReadable() {
        readable(folder);
    }

    /** Where nothing can be seen, that no key is there would be no more than a guess. */
    private static Path readable(Path folder) {
        if (Files.exists(folder) && !(Files.isReadable(folder) && Files.isExecutable(folder))) {
            throw new StoreException(
                    ("the key folder %s cannot be read: ask its owner for the right, or run this"
                                    + " as the user whose keys they are")
                            .formatted(folder));
        }
        return folder;
    }

    /** The key folder of a store: beside it, with its name. */
    public static Path beside(Path store) {
        Path file = store.toAbsolutePath();
        return file.resolveSibling(file.getFileName() + ".keys");
    }

    @Override
    public synchronized Optional<SigningKey> find(VerifierKey key) {
        SigningKey known = unlocked.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        Path file = readable(folder()).resolve(key.id() + SUFFIX);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        SigningKey read = read(file);
        if (!read.verifier().equals(key)) {
            return Optional.empty();
        }
        unlocked.put(key, read);
        return Optional.of(read);
    }

    /** Whether the private half of a key lies here, without opening it. */
    public boolean holds(VerifierKey key) {
        return !folder.equals(NOWHERE) && Files.exists(readable(folder).resolve(key.id() + SUFFIX));
    }

    @Override
    public synchronized long findSigned(String origin) {
        return signed.computeIfAbsent(origin, this::readSigned);
    }

    private long readSigned(String origin) {
        if (folder.equals(NOWHERE)) {
            return 0;
        }
        try {
            return Long.parseLong(Files.readString(signedFile(origin)).strip());
        } catch (IOException | NumberFormatException neverOrTorn) {
            return 0;
        }
    }

    /** Always as long as before and in place, so that it costs next to nothing after each batch. */
    @Override
    public synchronized void rememberSigned(String origin, long entries) {
        signed.put(origin, entries);
        try {
            Path file = signedFile(origin);
            if (!Files.exists(file)) {
                Files.createFile(file, Rights.of("rw-------"));
            }
            Files.writeString(file, "%019d%n".formatted(entries), StandardOpenOption.WRITE);
        } catch (IOException noRoom) {
            // The batch itself is durable; without the note only a warning is lost.
            return;
        }
    }

    private Path signedFile(String origin) {
        return folder.resolve(origin.substring(origin.lastIndexOf('/') + 1) + SIGNED_SUFFIX);
    }

    /** The private key in a file, wherever it lies, such as a recovery key kept apart. */
    public SigningKey read(Path file) {
        Passphrase.Found found = passphrase
                .find(folder())
                .orElseThrow(() -> new StoreException(
                        "the keys in %s need their passphrase: set TRUCE_PASSPHRASE_FILE to the file that holds it"
                                .formatted(folder)));
        return KeyFile.read(file, found);
    }

    @Override
    public Founding found(String register) {
        SigningKey named = fresh("unnamed");
        String origin = KeyHistory.originOf(register, named.verifier().publicKey());
        return new Founding(register, SigningKey.of(origin, named.seed()), fresh(origin));
    }

    @Override
    public synchronized void keep(Founding founding) {
        keep(founding.key(), SUFFIX);
        keepRecovery(founding.register(), founding.recovery());
    }

    /** A further signing key of a log. */
    public synchronized SigningKey newKey(String origin) {
        SigningKey key = fresh(origin);
        keep(key, SUFFIX);
        return key;
    }

    /** A further recovery key of a log; says where it lies. */
    public synchronized VerifierKey newRecovery(String register, String origin) {
        SigningKey recovery = fresh(origin);
        keepRecovery(register, recovery);
        return recovery.verifier();
    }

    private void keepRecovery(String register, SigningKey recovery) {
        Path file = keep(recovery, RECOVERY_SUFFIX);
        messages.accept(("the recovery key of register %s lies in %s: move it to where whoever"
                        + " takes this machine does not find it; with it a lost key is revoked")
                .formatted(register, file));
    }

    private SigningKey fresh(String origin) {
        byte[] seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        return SigningKey.of(origin, seed);
    }

    private Path keep(SigningKey key, String suffix) {
        try {
            Files.createDirectories(readable(folder()), Rights.of("rwx------"));
            Passphrase.Found found = passphrase.find(folder).orElseGet(this::makePassphrase);
            Path file = folder.resolve(key.verifier().id() + suffix);
            write(file, KeyFile.write(key, found.bytes(), random));
            if (suffix.equals(SUFFIX)) {
                unlocked.put(key.verifier(), key);
            }
            return file;
        } catch (IOException refused) {
            throw new StoreException(
                    "the key cannot be kept in %s: see that there is room and that you may write there"
                            .formatted(folder),
                    refused);
        }
    }

    /** For a first import that nobody watches. */
    private Passphrase.Found makePassphrase() {
        byte[] bytes = new byte[SEED_BYTES];
        random.nextBytes(bytes);
        Path file = folder.resolve(Passphrase.OWN_FILE);
        try {
            write(
                    file,
                    (Base64.getEncoder().encodeToString(bytes) + "\n")
                            .getBytes(StandardCharsets.US_ASCII));
        } catch (IOException refused) {
            throw new StoreException(
                    "the passphrase cannot be kept in %s: see that there is room".formatted(folder),
                    refused);
        }
        messages.accept(("a passphrase was made in %s: whoever has it and the keys beside it"
                        + " can sign as your registers. To use your own, set"
                        + " TRUCE_PASSPHRASE_FILE before the first import")
                .formatted(file));
        return passphrase.find(folder).orElseThrow();
    }

    /** Whole or not at all, also when the power fails; a file that is there is left alone. */
    private void write(Path file, byte[] content) throws IOException {
        Path whole = Files.createTempFile(folder, ".new", ".tmp", Rights.of("rw-------"));
        try {
            try (FileChannel out = FileChannel.open(whole, StandardOpenOption.WRITE)) {
                ByteBuffer left = ByteBuffer.wrap(content);
                while (left.hasRemaining()) {
                    out.write(left);
                }
                out.force(true);
            }
            place(whole, file);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    /** A link refuses where a file is, also where two processes come to it at one moment. */
    private static void place(Path whole, Path file) throws IOException {
        try {
            Files.createLink(file, whole);
        } catch (FileAlreadyExistsException leftAlone) {
            return;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            // Such as on a stick: there one process at a time is all that can be promised.
            if (!Files.exists(file)) {
                Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }
}
