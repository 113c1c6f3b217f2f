package org.truce.base;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
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

    private Hash(long first, long second, long third, long fourth) {
        this.first = first;
        this.second = second;
        this.third = third;
        this.fourth = fourth;
    }

    /**
     * The hash of the parts, one after another. The caller sees to it that parts cannot be shifted.
     */
    public static Hash of(byte[]... parts) {
        MessageDigest digest = SHA_256.get();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return new Hash(digest.digest());
    }

    /** Finding the algorithm by its name takes as long as a short hash itself. */
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(() -> {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    });

    /**
     * From 64 hexadecimal digits that stand at {@code from}; throws
     * {@link IllegalArgumentException} for anything else.
     */
    static Hash readHex(byte[] ascii, int from) {
        return new Hash(
                quarter(ascii, from),
                quarter(ascii, from + 16),
                quarter(ascii, from + 32),
                quarter(ascii, from + 48));
    }

    static long quarter(byte[] ascii, int from) {
        long value = 0;
        int wrong = 0;
        for (int i = from; i < from + 16; i++) {
            int digit = DIGITS[ascii[i] & 0xff];
            wrong |= digit;
            value = (value << 4) | digit;
        }
        if (wrong < 0) {
            throw new IllegalArgumentException("not a SHA-256 value");
        }
        return value;
    }

    /** What each byte is as a lower-case hexadecimal digit; below 0 where it is none. */
    private static final byte[] DIGITS = digits();

    private static byte[] digits() {
        byte[] digits = new byte[256];
        Arrays.fill(digits, (byte) -1);
        for (int i = 0; i < 16; i++) {
            digits[Character.forDigit(i, 16)] = (byte) i;
        }
        return digits;
    }

    /** Writes the 64 hexadecimal digits from {@code from} on. */
    void writeHex(byte[] ascii, int from) {
        writeQuarter(first, ascii, from);
        writeQuarter(second, ascii, from + 16);
        writeQuarter(third, ascii, from + 32);
        writeQuarter(fourth, ascii, from + 48);
    }

    private static void writeQuarter(long value, byte[] ascii, int from) {
        for (int i = 0; i < 16; i++) {
            ascii[from + i] = (byte) Character.forDigit((int) (value >>> (60 - 4 * i)) & 0xf, 16);
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
        byte[] ascii = new byte[2 * BYTES];
        writeHex(ascii, 0);
        return new String(ascii, StandardCharsets.US_ASCII);
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
