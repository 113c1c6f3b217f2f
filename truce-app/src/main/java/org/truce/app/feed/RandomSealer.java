package org.truce.app.feed;

import org.truce.record.Guarded;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Salts that nobody can guess. */
public final class RandomSealer implements Guarded.Sealer {
    private static final int SALT_BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    @Override
    public String nextSalt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }
}
