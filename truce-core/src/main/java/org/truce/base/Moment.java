package org.truce.base;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A time as somebody wrote it: a bare date, a local clock time, or a clock time with its offset
 * from UTC. It is kept as written and turned into an instant only with the zone of the area it is
 * about, so a bare date can be that area's whole local day, summer and winter.
 */
public sealed interface Moment {

    /** A bare date: the whole local day. */
    record Day(LocalDate date) implements Moment {}

    /** A clock time with no offset: local to the area. */
    record LocalClock(LocalDateTime time) implements Moment {}

    /** A clock time with its offset. */
    record OffsetClock(OffsetDateTime time) implements Moment {}

    /** The first instant of this moment. */
    default Instant startIn(ZoneId zone) {
        return switch (this) {
            case Day day -> day.date().atStartOfDay(zone).toInstant();
            case LocalClock clock -> clock.time().atZone(zone).toInstant();
            case OffsetClock clock -> clock.time().toInstant();
        };
    }

    /**
     * The instant just after this moment: the next local midnight for a date, else the clock time
     * (the second time, in the hour that comes twice when summer time ends).
     */
    default Instant endIn(ZoneId zone) {
        return switch (this) {
            case Day day -> day.date().plusDays(1).atStartOfDay(zone).toInstant();
            case LocalClock clock ->
                clock.time().atZone(zone).withLaterOffsetAtOverlap().toInstant();
            case OffsetClock clock -> clock.time().toInstant();
        };
    }

    /** The calendar date as written. */
    default LocalDate writtenDate() {
        return switch (this) {
            case Day day -> day.date();
            case LocalClock clock -> clock.time().toLocalDate();
            case OffsetClock clock -> clock.time().toLocalDate();
        };
    }

    @JsonValue
    default String text() {
        return switch (this) {
            case Day day -> day.date().toString();
            case LocalClock clock -> clock.time().toString();
            case OffsetClock clock -> clock.time().toString();
        };
    }

    /**
     * Reads {@code 2017-07-09}, {@code 2017-07-09T12:00} or {@code 2017-07-09T12:00+03:00}, of the
     * years 1 to 9999: beyond them a day's end may lie outside what can be reckoned with.
     */
    static Optional<Moment> find(String text) {
        try {
            return Optional.of(parse(text)).filter(moment -> {
                int year = moment.writtenDate().getYear();
                return year >= 1 && year <= 9999;
            });
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private static Moment parse(String text) {
        if (text.indexOf('T') < 0) {
            return new Day(LocalDate.parse(text));
        }
        String clock = text.substring(text.indexOf('T'));
        boolean offset = clock.endsWith("Z") || clock.indexOf('+') >= 0 || clock.indexOf('-') >= 0;
        return offset
                ? new OffsetClock(OffsetDateTime.parse(text))
                : new LocalClock(LocalDateTime.parse(text));
    }

    /** As {@link #find}, but throws {@link IllegalArgumentException} naming the forms it takes. */
    @JsonCreator
    static Moment get(String text) {
        return find(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'%s' is not a time: write 2017-07-09, or 2017-07-09T12:00+03:00"
                                .formatted(text)));
    }
}
