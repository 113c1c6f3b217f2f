package org.truce.app.serve;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What a browser must know to review: the token of the printed address, for which it is given the
 * value of a cookie, and the value that every form carries. Each is 32 random bytes, made anew at
 * every start.
 */
record ReviewSecrets(String token, String cookie, String form) {
    private static final int BYTES = 32;

    static ReviewSecrets fresh() {
        SecureRandom random = new SecureRandom();
        return new ReviewSecrets(next(random), next(random), next(random));
    }

    private static String next(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** In a time that does not tell how much of it is right. */
    static boolean same(String secret, String given) {
        return MessageDigest.isEqual(
                secret.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** Never the secrets. */
    @Override
    public String toString() {
        return "[secrets]";
    }
}
