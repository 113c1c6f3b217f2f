package org.truce.intake;

import org.truce.record.Entry;

/** Whoever is handed what a file holds, in the order of the file. */
public interface Receiver {
    void take(Entry entry);

    void refuse(Defect defect);

    /** Comes before the entry that it is about. */
    void warn(Caution caution);
}
