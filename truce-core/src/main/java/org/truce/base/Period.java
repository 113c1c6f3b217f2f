package org.truce.base;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A stretch of time, {@code from} inside and {@code to} outside; may be empty, never reversed. */
public record Period(Instant from, Instant to) {
    private static final double SECONDS_A_DAY = 86_400;

    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "a period ends before it starts: %s > %s".formatted(from, to));
        }
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }

    public boolean contains(Period other) {
        return !other.from.isBefore(from) && !other.to.isAfter(to);
    }

    public boolean overlaps(Period other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    public Optional<Period> intersection(Period other) {
        Instant start = from.isAfter(other.from) ? from : other.from;
        Instant end = to.isBefore(other.to) ? to : other.to;
        return start.isBefore(end) ? Optional.of(new Period(start, end)) : Optional.empty();
    }

    /** Elapsed time in days of 24 hours; a local day on which the clock changes is not 1. */
    public double days() {
        return Duration.between(from, to).toSeconds() / SECONDS_A_DAY;
    }
}
