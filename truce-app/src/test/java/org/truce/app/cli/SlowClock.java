package org.truce.app.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** A clock on which some time passes between one look and the next. */
final class SlowClock extends Clock {
    /** After all that the data sets tell of. */
    private static final Instant START = Instant.parse("2026-01-17T10:00:00Z");

    private final Duration step;
    private final AtomicLong looks = new AtomicLong();

    SlowClock(Duration step) {
        this.step = step;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("always UTC");
    }

    @Override
    public Instant instant() {
        return START.plus(step.multipliedBy(looks.getAndIncrement()));
    }
}
