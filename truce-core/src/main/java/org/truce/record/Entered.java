package org.truce.record;

/**
 * Where an entry came in.
 *
 * @param file the file's name, without its folder; protected, for names of files betray people
 * @param line the line on which its row, feature or document begins, from 1
 */
public record Entered(Guarded file, long line) {
    public Entered {
        if (line < 1) {
            throw new IllegalArgumentException("lines are counted from 1: " + line);
        }
    }

    /** Of an entry that came from no file: how it came about instead, for everybody to read. */
    public static Entered by(String how) {
        return new Entered(new Guarded.Clear(how), 1);
    }
}
