package org.truce.intake;

/**
 * A row that was taken in as it is, though its values contradict each other.
 *
 * @param file the file's name, without its folder
 * @param line the physical line on which the row begins, from 1
 * @param column the column concerned; empty when it is the row as a whole
 * @param problem what contradicts what
 */
public record Caution(String file, long line, String column, String problem) {}
