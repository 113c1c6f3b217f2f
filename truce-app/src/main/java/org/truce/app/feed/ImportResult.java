package org.truce.app.feed;

import org.truce.intake.Defect;

import java.util.List;

/**
 * What an import did, in source rows.
 *
 * @param accepted rows recorded
 * @param duplicates rows that were there already, word for word
 * @param warnings rows recorded although something in them cannot be right
 * @param defectCount rows refused, all of them kept in the store, and paths that are not there
 * @param defects the first {@value #LISTED} of them
 */
public record ImportResult(
        long accepted, long duplicates, long warnings, long defectCount, List<Defect> defects) {
    /** How many defects are listed; a file that is all wrong must not fill the memory. */
    public static final int LISTED = 1_000;

    public ImportResult {
        defects = List.copyOf(defects);
    }

    /** Whether anything of what was handed in is in the store now. */
    public boolean tookAnything() {
        return accepted + duplicates > 0;
    }
}
