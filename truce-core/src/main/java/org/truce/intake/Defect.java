package org.truce.intake;

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
        String file, long line, String column, String problem, String todo, String original) {}
