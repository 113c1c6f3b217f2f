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

    /** They end what says when. */
    private static final Set<String> TIMES = Set.of(
            "hours",
            "hour",
            "day",
            "days",
            "night",
            "nights",
            "week",
            "weeks",
            "month",
            "months",
            "morning",
            "evening",
            "afternoon",
            "midnight",
            "noon",
            "yesterday",
            "today",
            "minutes",
            "сутки",
            "суток",
            "день",
            "дня",
            "ночь",
            "ночи",
            "неделю",
            "недели",
            "месяц");

    private Days() {}

    /** Whether it ends what says when, as "hours" does. */
    static boolean isTime(String norm) {
        return TIMES.contains(norm);
    }

    static boolean isDayOrMonth(String norm) {
        return NAMES.contains(norm) || Months.isMonth(norm);
    }
}
