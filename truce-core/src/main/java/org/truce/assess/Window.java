package org.truce.assess;

import org.truce.base.Period;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A stretch of counted time in an area's local time; not empty. Its days are elapsed time: a window
 * that holds one of a year's two clock changes is an hour off a whole number of days.
 */
public record Window(Period period, ZoneId zone) {
    public Window {
        if (!period.from().isBefore(period.to())) {
            throw new IllegalArgumentException("a window holds no time: " + period);
        }
    }

    /** The local day in which it begins. */
    public LocalDate firstDay() {
        return LocalDate.ofInstant(period.from(), zone);
    }

    /** The local day in which it ends; the last one that it touches. */
    public LocalDate lastDay() {
        return LocalDate.ofInstant(period.to().minusNanos(1), zone);
    }

    /** Elapsed days of 24 hours. */
    public double days() {
        return period.days();
    }
}
