package org.truce.intake;

import org.truce.base.Hash;
import org.truce.record.Entered;
import org.truce.record.Entry;
import org.truce.record.Guarded;

import java.nio.charset.StandardCharsets;

/**
 * Something that could not be taken in.
 *
 * @param file the file's name, without its folder
 * @param line the physical line on which it begins, from 1
 * @param column the column, key or member at fault; empty when it is the row or the file as a whole
 * @param problem what is wrong
 * @param todo what the reader can do about it
 * @param original the line or lines as they stand in the file; long ones are cut and end in " …"
 */
public record Defect(
        String file, long line, String column, String problem, String todo, String original) {

    /**
     * The entry that keeps this row in a register's log. Its id comes from the original alone, so
     * that the same bad row taken in twice is the same entry.
     */
    public Entry.RejectedRow rejectedRow(String register, Guarded.Sealer sealer) {
        String hash = Hash.of(original.getBytes(StandardCharsets.UTF_8)).hex();
        return new Entry.RejectedRow(
                register,
                "X-" + hash.substring(0, ContentId.DIGITS),
                new Entered(file, line),
                column,
                problem,
                sealer.seal(original));
    }
}
