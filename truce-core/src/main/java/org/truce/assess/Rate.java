package org.truce.assess;

/**
 * How many events were seen in how much watched time.
 *
 * @param events the number seen, 0 or more
 * @param days elapsed days of 24 hours in which somebody watched, above 0
 */
public record Rate(int events, double days) {
    public Rate {
        if (events < 0) {
            throw new IllegalArgumentException("a number of events is 0 or more: " + events);
        }
        if (!(days > 0) || days == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("a rate needs watched days, above 0: " + days);
        }
    }

    /** Events seen a day. */
    public double perDay() {
        return events / days;
    }
}
