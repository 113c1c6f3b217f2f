package org.truce.record;

import org.truce.base.Hash;
import org.truce.proof.Merkle;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * An entry's place in its register's log.
 *
 * @param register whose log it is
 * @param seq its number in that log, from 1, without a gap
 * @param recordedAt when it was taken in, by its register's clock; never before the entry before it
 * @param body the entry's canonical bytes
 */
public record LogRow(String register, long seq, Instant recordedAt, byte[] body) {
    public LogRow {
        check(register, seq);
    }

    private static void check(String register, long seq) {
        if (seq < 1 || register.isEmpty() || register.indexOf('\n') >= 0) {
            // A line break in the name could shift the border between the lines of a leaf.
            throw new IllegalArgumentException("a log counts from 1, its name stands on one line");
        }
    }

    /**
     * What stands in the log for this entry: five lines that bind place, time and the hash of the
     * body. The body itself is not in it, so that a log can be published and followed by people who
     * may not read every entry, and so that an entry may be of any length.
     */
    public byte[] leaf() {
        return leaf(register, seq, recordedAt, Hash.of(body));
    }

    /** As {@link #leaf()}, for whoever has only the hash of the body. */
    public static byte[] leaf(String register, long seq, Instant recordedAt, Hash body) {
        check(register, seq);
        // Not formatted(): a leaf is made for every entry that is written or checked.
        return ("truce entry 2\n" + register + '\n' + seq + '\n' + recordedAt + '\n' + body.hex()
                        + '\n')
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The hash of the leaf, as RFC 6962 has it. */
    public Hash leafHash() {
        return Merkle.leaf(leaf());
    }
}
