package org.truce.app.simulate;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A node's clock: it goes on a minute with every step, and is set forward and back. */
final class SetClock extends Clock {
    private static final Instant START = Instant.parse("2018-01-17T10:00:00Z");
    private static final long MINUTE_SECONDS = 60;

    private Instant now = START;

    void tick() {
        now = now.plusSeconds(MINUTE_SECONDS);
    }

    void set(long minutesFurther) {
        now = now.plusSeconds(minutesFurther * MINUTE_SECONDS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
