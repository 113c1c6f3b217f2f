package org.truce.reading.words;

import java.time.LocalDate;

/**
 * Who held an office, and when.
 *
 * @param kind which office, such as "foreign-minister"; see offices.tsv
 * @param of the id of the state or body
 * @param from the first day
 * @param to the last day; the day the table was made for those who still held it
 */
public record Office(String kind, String of, Actor holder, LocalDate from, LocalDate to) {
    public Office {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "an office ends after it begins: " + kind + " of " + of + " from " + from);
        }
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
