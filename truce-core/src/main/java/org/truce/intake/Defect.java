package org.truce.intake;

import com.fasterxml.jackson.annotation.JsonIgnore;

import java.util.Optional;

/**
 * Something that could not be taken in.
 *
 * @param file the file's name, without its folder
 * @param line the physical line on which it begins, from 1
 * @param column the column, key or member at fault; empty when it is the row or the file as a whole
 * @param problem what is wrong
 * @param todo what the reader can do about it
 * @param original the line or lines as they stand in the file; long ones are cut and end in " …"
 * @param wording the problem and what to do as words of any language; empty where there is English
 *     alone
 */
public record Defect(
        String file,
        long line,
        String column,
        String problem,
        String todo,
        String original,
        @JsonIgnore Optional<Wording> wording) {
    /** One that is told in English alone. */
    public Defect(
            String file, long line, String column, String problem, String todo, String original) {
        this(file, line, column, problem, todo, original, Optional.empty());
    }
}
