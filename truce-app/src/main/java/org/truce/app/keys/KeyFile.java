package org.truce.app.keys;

import org.bouncycastle.crypto.generators.SCrypt;
import org.truce.app.store.StoreException;
import org.truce.proof.SigningKey;
import org.truce.proof.VerifierKey;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A private key as a file: its 32 bytes under AES-256-GCM, with a key that scrypt (RFC 7914) makes
 * of the passphrase. The public key stands beside it in clear and is bound to it.
 */
final class KeyFile {
    private static final int LONGEST_BYTES = 10_000;
    private static final int SALT_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int AES_BYTES = 32;
    private static final int TAG_BITS = 128;
    private static final int COST = 1 << 15;
    private static final int BLOCK = 8;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private KeyFile() {}

    private record Content(int truceKey, String key, Kdf kdf, String nonce, String sealed) {}

    private record Kdf(String name, int n, int r, int p, String salt) {}

    static byte[] write(SigningKey key, byte[] passphrase, SecureRandom random) {
        byte[] salt = bytes(random, SALT_BYTES);
        byte[] nonce = bytes(random, NONCE_BYTES);
        byte[] seed = key.seed();
        try {
            byte[] sealed = run(
                    Cipher.ENCRYPT_MODE,
                    SCrypt.generate(passphrase, salt, COST, BLOCK, 1, AES_BYTES),
                    nonce,
                    key.verifier().text(),
                    seed);
            HexFormat hex = HexFormat.of();
            return MAPPER.writerWithDefaultPrettyPrinter()
                    .writeValueAsBytes(new Content(
                            1,
                            key.verifier().text(),
                            new Kdf("scrypt", COST, BLOCK, 1, hex.formatHex(salt)),
                            hex.formatHex(nonce),
                            hex.formatHex(sealed)));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    private static byte[] bytes(SecureRandom random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] run(int mode, byte[] key, byte[] nonce, String bound, byte[] data)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
        return cipher.doFinal(data);
    }

    static SigningKey read(Path file, Passphrase.Found passphrase) {
        Content content = content(file);
        byte[] seed = null;
        try {
            HexFormat hex = HexFormat.of();
            byte[] key = SCrypt.generate(
                    passphrase.bytes(),
                    hex.parseHex(content.kdf().salt()),
                    content.kdf().n(),
                    content.kdf().r(),
                    content.kdf().p(),
                    AES_BYTES);
            seed = run(
                    Cipher.DECRYPT_MODE,
                    key,
                    hex.parseHex(content.nonce()),
                    content.key(),
                    hex.parseHex(content.sealed()));
            VerifierKey verifier = VerifierKey.parse(content.key());
            SigningKey unlocked = SigningKey.of(verifier.name(), seed);
            if (!unlocked.verifier().equals(verifier)) {
                throw new StoreException("the key file %s is of another key: take it from your copy"
                        .formatted(file));
            }
            return unlocked;
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            // Neither cause nor content: they may tell of the key.
            throw new StoreException(
                    ("the key file %s does not open with the passphrase from %s: set"
                        + " TRUCE_PASSPHRASE or TRUCE_PASSPHRASE_FILE to the right one, or take"
                        + " the file from your copy if it was altered")
                            .formatted(file, passphrase.where()));
        } finally {
            if (seed != null) {
                Arrays.fill(seed, (byte) 0);
            }
        }
    }

    private static Content content(Path file) {
        try {
            if (Files.size(file) > LONGEST_BYTES) {
                throw damaged(file);
            }
            Content content = Objects.requireNonNull(
                    MAPPER.readValue(Files.readAllBytes(file), Content.class));
            Kdf kdf = content.kdf();
            // Bounds, or a hostile file could ask for all the memory there is.
            boolean ours = content.truceKey() == 1
                    && kdf.name().equals("scrypt")
                    && kdf.n() == COST
                    && kdf.r() == BLOCK
                    && kdf.p() == 1;
            if (!ours) {
                throw damaged(file);
            }
            return content;
        } catch (IOException unreadable) {
            throw new StoreException(
                    "the key file %s cannot be read: see who may read it".formatted(file),
                    unreadable);
        } catch (JacksonException | NullPointerException broken) {
            throw damaged(file);
        }
    }

    private static StoreException damaged(Path file) {
        return new StoreException(
                "%s is no key file of Truce, or was altered: take it from your copy"
                        .formatted(file));
    }
}
