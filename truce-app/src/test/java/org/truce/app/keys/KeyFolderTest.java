package org.truce.app.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.store.KeyRing;
import org.truce.app.store.StoreException;
import org.truce.proof.SigningKey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Private keys in files, under a passphrase. */
final class KeyFolderTest {
    private static final String SECRET = "correct horse battery staple";

    private final List<String> messages = new ArrayList<>();

    @TempDir
    private Path folder;

    private KeyFolder open(Map<String, String> environment) {
        return new KeyFolder(
                folder.resolve("s.db.keys"), new Passphrase(environment), messages::add);
    }

    private static KeyRing.Founding founded(KeyFolder keys) {
        KeyRing.Founding founding = keys.found("north");
        keys.keep(founding);
        return founding;
    }

    @Test
    void aKeyComesBackUnderItsPassphraseOnly() {
        KeyRing.Founding founding = founded(open(Map.of("TRUCE_PASSPHRASE", SECRET)));
        SigningKey back = open(Map.of("TRUCE_PASSPHRASE", SECRET))
                .find(founding.key().verifier())
                .orElseThrow();
        assertThat(back.seed()).isEqualTo(founding.key().seed());
        assertThat(back.verifier()).isEqualTo(founding.key().verifier());
        assertThatThrownBy(() -> open(Map.of("TRUCE_PASSPHRASE", "another"))
                        .find(founding.key().verifier()))
                .isInstanceOf(StoreException.class)
                .hasNoCause()
                .hasMessageContaining("does not open with the passphrase")
                .hasMessageContaining("the variable TRUCE_PASSPHRASE")
                .hasMessageNotContaining("another");
        assertThatThrownBy(() -> open(Map.of()).find(founding.key().verifier()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("need their passphrase");
        assertThat(messages).noneMatch(said -> said.contains(SECRET));
    }

    @Test
    void twoRegistersHaveDifferentKeysAndLogs() {
        KeyFolder keys = open(Map.of("TRUCE_PASSPHRASE", SECRET));
        KeyRing.Founding one = founded(keys);
        KeyRing.Founding other = founded(keys);
        assertThat(one.key().verifier().name())
                .isNotEqualTo(other.key().verifier().name());
        assertThat(one.recovery().verifier().name())
                .isEqualTo(one.key().verifier().name());
    }

    /** Each has a folder object of its own, as processes have. */
    @Test
    void whoFoundsAtOneMomentSharesOnePassphrase() throws Exception {
        List<Future<KeyRing.Founding>> founded = new ArrayList<>();
        CyclicBarrier together = new CyclicBarrier(8);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                founded.add(threads.submit(() -> {
                    together.await();
                    return founded(new KeyFolder(
                            folder.resolve("s.db.keys"), new Passphrase(Map.of()), message -> {}));
                }));
            }
        }
        for (Future<KeyRing.Founding> founding : founded) {
            assertThat(open(Map.of()).find(founding.get().key().verifier())).isPresent();
        }
    }

    @Test
    void withoutAnyPassphraseOneIsMadeAndItIsSaidWhere() throws IOException {
        KeyRing.Founding founding = founded(open(Map.of()));
        Path made = folder.resolve("s.db.keys").resolve("passphrase");
        assertThat(made).isRegularFile();
        assertThat(open(Map.of()).find(founding.key().verifier())).isPresent();
        assertThat(messages).anyMatch(said -> said.contains(made.toString()));
        assertThat(messages).noneMatch(said -> {
            try {
                return said.contains(Files.readString(made).strip());
            } catch (IOException unreadable) {
                throw new AssertionError(unreadable);
            }
        });
    }

    @Test
    void aFileMayHoldThePassphrase() throws IOException {
        Path file = Files.writeString(folder.resolve("phrase.txt"), SECRET + "\n");
        Map<String, String> environment = Map.of("TRUCE_PASSPHRASE_FILE", file.toString());
        KeyRing.Founding founding = founded(open(environment));
        assertThat(open(Map.of("TRUCE_PASSPHRASE", SECRET)).find(founding.key().verifier()))
                .isPresent();
        assertThat(folder.resolve("s.db.keys").resolve("passphrase")).doesNotExist();
        Files.writeString(file, "\n");
        assertThatThrownBy(() -> open(environment).find(founding.key().verifier()))
                .hasMessageContaining("holds no passphrase");
        Files.delete(file);
        assertThatThrownBy(() -> open(environment).find(founding.key().verifier()))
                .hasMessageContaining("cannot be read");
    }

    @Test
    void onlyTheOwnerMayReadAndNothingSecretStandsInClear() throws IOException {
        KeyRing.Founding founding = founded(open(Map.of("TRUCE_PASSPHRASE", SECRET)));
        String seed = HexFormat.of().formatHex(founding.key().seed());
        Path keys = folder.resolve("s.db.keys");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(keys)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(2);
            for (Path file : all) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
                assertThat(Files.readString(file)).doesNotContain(seed, SECRET);
            }
        }
    }

    /** Any character of a key file: refused with what to do, or the very same key. */
    @Test
    void anAlteredKeyFileIsRefused() throws IOException {
        Map<String, String> environment = Map.of("TRUCE_PASSPHRASE", SECRET);
        KeyRing.Founding founding = founded(open(environment));
        Path file =
                folder.resolve("s.db.keys").resolve(founding.key().verifier().id() + ".key");
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(8032);
        for (int round = 0; round < 60; round++) {
            byte[] altered = whole.clone();
            int at = random.nextInt(altered.length);
            altered[at] ^= (byte) (1 << random.nextInt(7));
            Files.write(file, altered);
            try {
                SigningKey read = open(environment).read(file);
                assertThat(read.seed())
                        .as("seed 8032, byte %d", at)
                        .isEqualTo(founding.key().seed());
            } catch (StoreException refused) {
                assertThat(refused.getMessage()).contains(file.toString()).doesNotContain(SECRET);
            }
        }
    }

    /** A hostile file cannot ask for all the memory there is. */
    @Test
    void theCostOfOpeningIsBounded() throws IOException {
        Map<String, String> environment = Map.of("TRUCE_PASSPHRASE", SECRET);
        KeyRing.Founding founding = founded(open(environment));
        Path file =
                folder.resolve("s.db.keys").resolve(founding.key().verifier().id() + ".key");
        String text = Files.readString(file);
        Files.writeString(file, text.replace("32768", "1073741824"));
        assertThatThrownBy(() -> open(environment).read(file))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("no key file of Truce");
        Files.write(file, "x".repeat(20_000).getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> open(environment).read(file)).isInstanceOf(StoreException.class);
    }
}
