package org.truce.base;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 value, written as 64 lower-case hexadecimal digits. */
public record Hash(@JsonValue String hex) {
    /** What a chain starts from. */
    public static final Hash ZERO = new Hash("0".repeat(64));

    @JsonCreator
    public Hash {
        if (!isHash(hex)) {
            throw new IllegalArgumentException("not a SHA-256 value: " + hex);
        }
    }

    /**
     * The hash of the parts, one after another. The caller sees to it that parts cannot be shifted.
     */
    public static Hash of(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return new Hash(HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static boolean isHash(String hex) {
        for (int i = 0; i < hex.length(); i++) {
            char c = hex.charAt(i);
            if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return hex.length() == 64;
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
