package org.truce.reading.bulletin;

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
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
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
        return NAMES.contains(norm);
    }
}
