package org.truce.reading.figures;

import java.util.Set;

/** English names of months. */
public final class Months {
    private static final int SHORT = 3;
    private static final Set<String> NAMES = Set.of(
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
            "december");

    private Months() {}

    /** @param norm in small letters */
    public static boolean isMonth(String norm) {
        return NAMES.contains(norm);
    }

    /** "Jul", "Sept". */
    public static boolean isShort(String norm) {
        return (norm.length() == SHORT || norm.length() == SHORT + 1)
                && NAMES.stream().anyMatch(name -> name.startsWith(norm));
    }
}
