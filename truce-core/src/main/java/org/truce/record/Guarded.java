package org.truce.record;

import org.truce.base.Hash;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A text that not everyone may read: a source, an exact place, a name, a note. An entry's signed
 * bytes hold only its commitment, a salted hash; the value travels beside them, to those entitled
 * to it, and can be destroyed. A reader without it sees {@link Withheld}, and the entry still
 * verifies.
 */
public sealed interface Guarded {
    /** What stands for it in signed bytes; empty where the value itself stands there. */
    Optional<Hash> findCommitment();

    /** The text for a reader who has it. */
    Optional<String> find();

    /**
     * A value with its salt, 16 random bytes without which guessing is no use. The salt is held as
     * two numbers: a log of a million entries has millions of these.
     */
    final class Open implements Guarded {
        private static final byte[] DOMAIN = "truce guarded 1\n".getBytes(StandardCharsets.UTF_8);
        private static final int SALT_DIGITS = 32;

        private final String value;
        private final long saltHigh;
        private final long saltLow;

        /**
         * Throws {@link IllegalArgumentException}, which does not show what it is about, for half a
         * character or a salt that is none.
         *
         * @param salt 32 lower-case hexadecimal digits
         */
        public Open(String value, String salt) {
            this(value, half(salt, 0), half(salt, SALT_DIGITS / 2));
        }

        /** The salt as two numbers, its first eight bytes and its last. */
        public Open(String value, long saltHigh, long saltLow) {
            if (!isWhole(value)) {
                throw new IllegalArgumentException(
                        "a protected text holds half a character (an unpaired surrogate)");
            }
            this.value = value;
            this.saltHigh = saltHigh;
            this.saltLow = saltLow;
        }

        private static long half(String salt, int from) {
            if (salt.length() != SALT_DIGITS || !isHex(salt)) {
                throw new IllegalArgumentException(
                        "a salt is 16 bytes in lower-case hexadecimal digits");
            }
            return HexFormat.fromHexDigitsToLong(salt, from, from + SALT_DIGITS / 2);
        }

        private static boolean isHex(String salt) {
            for (int i = 0; i < salt.length(); i++) {
                char c = salt.charAt(i);
                if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
                    return false;
                }
            }
            return true;
        }

        private static boolean isWhole(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (Character.isSurrogate(c)) {
                    boolean pair = Character.isHighSurrogate(c)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1));
                    if (!pair) {
                        return false;
                    }
                    i++;
                }
            }
            return true;
        }

        public String value() {
            return value;
        }

        /** 32 hexadecimal digits. */
        public String salt() {
            HexFormat hex = HexFormat.of();
            return hex.toHexDigits(saltHigh) + hex.toHexDigits(saltLow);
        }

        @Override
        public Optional<Hash> findCommitment() {
            return Optional.of(commitment());
        }

        /** SHA-256 over a domain label, the salt and the value in UTF-8. */
        public Hash commitment() {
            byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
            ByteBuffer all = ByteBuffer.allocate(DOMAIN.length + 2 * Long.BYTES + utf8.length);
            return Hash.of(
                    all.put(DOMAIN).putLong(saltHigh).putLong(saltLow).put(utf8).array());
        }

        @Override
        public Optional<String> find() {
            return Optional.of(value);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Open open
                    && value.equals(open.value)
                    && saltHigh == open.saltHigh
                    && saltLow == open.saltLow;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(saltHigh ^ saltLow);
        }

        /** Never the value: an entry may be printed in a log line or an error. */
        @Override
        public String toString() {
            return "[protected]";
        }
    }

    /** A value this reader does not have. */
    record Withheld(Hash commitment) implements Guarded {
        @Override
        public Optional<Hash> findCommitment() {
            return Optional.of(commitment);
        }

        @Override
        public Optional<String> find() {
            return Optional.empty();
        }
    }

    /** A value that a recorded decision of its register destroyed. */
    record Destroyed(Hash commitment) implements Guarded {
        @Override
        public Optional<Hash> findCommitment() {
            return Optional.of(commitment);
        }

        @Override
        public Optional<String> find() {
            return Optional.empty();
        }
    }

    /**
     * A value that the first version of Truce wrote into the bytes in clear (pages and notes of
     * tallies and totals). It is shown as carefully as any other, and can no longer be withheld.
     */
    record Clear(String value) implements Guarded {
        @Override
        public Optional<Hash> findCommitment() {
            return Optional.empty();
        }

        @Override
        public Optional<String> find() {
            return Optional.of(value);
        }

        /** Never the value: an entry may be printed in a log line or an error. */
        @Override
        public String toString() {
            return "[protected]";
        }
    }

    /** Makes values protected; the caller hands in where salts come from. */
    interface Sealer {
        String nextSalt();

        default Guarded seal(String value) {
            return new Open(value, nextSalt());
        }
    }
}
