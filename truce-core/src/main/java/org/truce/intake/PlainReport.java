package org.truce.intake;

import org.truce.base.LatLon;
import org.truce.base.PlacePrecision;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One row of a file of reports that belongs to no register.
 *
 * @param line where it begins in its file, from 1
 * @param source where the file names one for each row
 * @param from the first day on which it may have happened, in the time of the file
 * @param to the last such day
 * @param point where one is given
 * @param precision of the point, where it is given
 * @param text in the source's own words
 * @param url of the page that it stands on
 */
public record PlainReport(
        long line,
        String id,
        Optional<String> source,
        LocalDate from,
        LocalDate to,
        Optional<LatLon> point,
        Optional<PlacePrecision> precision,
        Optional<String> place,
        Optional<String> type,
        Optional<String> actor,
        Optional<String> target,
        OptionalInt count,
        OptionalInt killedMin,
        OptionalInt killedMax,
        Optional<String> text,
        Optional<String> url) {
    public PlainReport {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(id + " ends before it begins");
        }
    }
}
