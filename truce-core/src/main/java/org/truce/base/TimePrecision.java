package org.truce.base;

/** How exactly a source knows when something happened. */
public enum TimePrecision implements Coded {
    HOUR("hour"),
    DAY("day"),
    WEEK("week"),
    MONTH("month"),
    LONGER("longer");

    private final String code;

    TimePrecision(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** Whether the stated days bound a single beginning, instead of telling on which day it was. */
    public boolean coarserThanDay() {
        return compareTo(DAY) > 0;
    }
}
