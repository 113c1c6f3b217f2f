package org.truce.record;

import org.truce.base.Hash;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

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

    /** A value with its salt: 16 random bytes, in hexadecimal, without which guessing is no use. */
    record Open(String value, String salt) implements Guarded {
        private static final Pattern SALT = Pattern.compile("[0-9a-f]{32}");
        private static final byte[] DOMAIN = "truce guarded 1\n".getBytes(StandardCharsets.UTF_8);

        public Open {
            // Neither message shows what it is about: a value is protected in errors too.
            if (!SALT.matcher(salt).matches()) {
                throw new IllegalArgumentException(
                        "a salt is 16 bytes in lower-case hexadecimal digits");
            }
            if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
                throw new IllegalArgumentException(
                        "a protected text holds half a character (an unpaired surrogate)");
            }
        }

        @Override
        public Optional<Hash> findCommitment() {
            return Optional.of(commitment());
        }

        /** SHA-256 over a domain label, the salt and the value in UTF-8. */
        public Hash commitment() {
            return Hash.of(
                    DOMAIN, HexFormat.of().parseHex(salt), value.getBytes(StandardCharsets.UTF_8));
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
