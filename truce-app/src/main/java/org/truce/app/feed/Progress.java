package org.truce.app.feed;

import org.truce.intake.Caution;

/** Told how far a long import is; what it does with that is its own affair. */
public interface Progress {
    /**
     * @param file the file being read
     * @param rows rows of that file handled so far
     * @param share how much of the file has been read, 0 to 1
     */
    void at(String file, long rows, double share);

    /** A row that was taken in although something in it cannot be right. */
    default void doubtful(Caution caution) {}

    /** A file that holds nothing for the register and was left alone. */
    void leftAlone(String file, String why);
}
