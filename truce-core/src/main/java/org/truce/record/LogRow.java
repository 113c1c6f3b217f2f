package org.truce.record;

import org.truce.base.Hash;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * An entry's place in its register's log.
 *
 * @param register whose log it is
 * @param seq its number in that log, from 1, without a gap
 * @param recordedAt when it was taken in
 * @param body the entry's canonical bytes
 * @param hash the chain's value after this entry
 */
public record LogRow(String register, long seq, Instant recordedAt, byte[] body, Hash hash) {
    private static final byte[] LEAF = {0};
    private static final byte[] LINK = {1};

    public LogRow {
        if (seq < 1 || register.indexOf('\n') >= 0) {
            // A line break in the name could shift the border between header and body.
            throw new IllegalArgumentException("a log counts from 1, its name stands on one line");
        }
    }

    /**
     * The next row of a chain. The leaf is hashed as RFC 6962 hashes a leaf (a zero byte before
     * it), the link with a one byte before the chain's last value and the leaf, so that neither can
     * be passed off as the other.
     */
    public static LogRow after(
            Hash last, String register, long seq, Instant recordedAt, byte[] body) {
        return new LogRow(
                register,
                seq,
                recordedAt,
                body,
                chain(last, leaf(register, seq, recordedAt, body)));
    }

    /** What this row's hash must be when {@code last} stands before it. */
    public Hash expectedAfter(Hash last) {
        return chain(last, leaf(register, seq, recordedAt, body));
    }

    private static Hash leaf(String register, long seq, Instant recordedAt, byte[] body) {
        String header = seq + " " + recordedAt + " " + register + "\n";
        return Hash.of(LEAF, header.getBytes(StandardCharsets.UTF_8), body);
    }

    private static Hash chain(Hash last, Hash leaf) {
        return Hash.of(LINK, last.bytes(), leaf.bytes());
    }
}
