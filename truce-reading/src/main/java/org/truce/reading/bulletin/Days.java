package org.truce.reading.bulletin;

import org.truce.reading.figures.Months;

import java.util.Set;

/** Names of days and months, which begin with capitals but are no places. */
final class Days {
    private static final Set<String> NAMES = Set.of(
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "yesterday",
            "today",
            "tonight",
            "day",
            "night",
            "week",
            "month",
            "weekend",
            "year");

    private Days() {}

    static boolean isDayOrMonth(String norm) {
        return NAMES.contains(norm) || Months.isMonth(norm);
    }
}
