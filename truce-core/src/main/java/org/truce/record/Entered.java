package org.truce.record;

/**
 * Where an entry came in.
 *
 * @param file the file's name, without its folder
 * @param line the line on which its row, feature or document begins, from 1
 */
public record Entered(String file, long line) {
    public Entered {
        if (line < 1) {
            throw new IllegalArgumentException("lines are counted from 1: " + line);
        }
    }
}
