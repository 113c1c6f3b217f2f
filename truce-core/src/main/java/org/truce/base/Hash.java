package org.truce.base;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256 value, written as 64 lower-case hexadecimal digits. It is held as four numbers: a log
 * of a million entries has millions of these.
 */
public final class Hash {
    /** How many bytes a hash has. */
    public static final int BYTES = 32;

    /** What a chain starts from. */
    public static final Hash ZERO = new Hash(new byte[BYTES]);

    private final long first;
    private final long second;
    private final long third;
    private final long fourth;

    /** From its hexadecimal form; throws {@link IllegalArgumentException} for anything else. */
    @JsonCreator
    public Hash(String hex) {
        this(parse(hex));
    }

    /** From its 32 bytes; throws {@link IllegalArgumentException} for another number of them. */
    public Hash(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a SHA-256 value has 32 bytes: " + bytes.length);
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        first = in.getLong();
        second = in.getLong();
        third = in.getLong();
        fourth = in.getLong();
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
            return new Hash(digest.digest());
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static byte[] parse(String hex) {
        for (int i = 0; i < hex.length(); i++) {
            char c = hex.charAt(i);
            if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f')) {
                throw new IllegalArgumentException("not a SHA-256 value: " + hex);
            }
        }
        if (hex.length() != 2 * BYTES) {
            throw new IllegalArgumentException("not a SHA-256 value: " + hex);
        }
        return HexFormat.of().parseHex(hex);
    }

    @JsonValue
    public String hex() {
        return HexFormat.of().formatHex(bytes());
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .putLong(first)
                .putLong(second)
                .putLong(third)
                .putLong(fourth)
                .array();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash
                && first == hash.first
                && second == hash.second
                && third == hash.third
                && fourth == hash.fourth;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(first);
    }

    @Override
    public String toString() {
        return hex();
    }
}
