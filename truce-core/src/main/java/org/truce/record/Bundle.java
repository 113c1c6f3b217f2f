package org.truce.record;

import org.truce.base.Hash;
import org.truce.proof.Frontier;
import org.truce.proof.SignedNote;

import java.time.Instant;
import java.util.List;

/**
 * A stretch of one register's log as it travels: entries {@code before.size() + 1} to the size of
 * the checkpoint, with all that is needed to check them without the rest of the log.
 *
 * @param origin the log's name
 * @param before the roots over the entries before the first row
 * @param rows the entries, without a gap
 * @param keys every key entry of the log up to the checkpoint, in its order, the founding one first
 * @param checkpoint the register's signature over the log up to the last row
 */
public record Bundle(
        String register,
        String origin,
        Frontier before,
        List<Row> rows,
        List<KeyStep> keys,
        SignedNote checkpoint) {
    public Bundle {
        rows = List.copyOf(rows);
        keys = List.copyOf(keys);
    }

    /**
     * An entry with the protected values that travel with it.
     *
     * @param values those handed over, in any order; the others are withheld
     */
    public record Row(LogRow row, List<Guarded.Open> values) {
        public Row {
            values = List.copyOf(values);
        }
    }

    /**
     * A key entry with the proof that it belongs to the log and that who might change keys did.
     *
     * @param checkpoint the signature over the log up to this entry
     * @param inclusion from this entry to the root of the bundle's checkpoint
     * @param consistency from the log up to this entry to the bundle's checkpoint
     */
    public record KeyStep(
            long seq,
            Instant recordedAt,
            byte[] body,
            SignedNote checkpoint,
            List<Hash> inclusion,
            List<Hash> consistency) {
        public KeyStep {
            inclusion = List.copyOf(inclusion);
            consistency = List.copyOf(consistency);
        }
    }
}
