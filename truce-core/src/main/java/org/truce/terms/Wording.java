package org.truce.terms;

import org.truce.base.Period;
import org.truce.base.Phrase;
import org.truce.record.ActorBook;
import org.truce.record.Agreement;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;

/** Names, lists, dates and distances as parts of a reason. */
final class Wording {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private Wording() {}

    /** A text that comes in both languages with the data. */
    static Phrase words(Agreement.Words words) {
        return Phrase.of("terms.words", words.en(), words.ar().orElse(words.en()));
    }

    /** An actor's name in the reader's language, or the label as the source has it. */
    static Phrase name(ActorBook book, String idOrLabel) {
        return book.find(idOrLabel)
                .map(actor -> words(actor.name()))
                .orElseGet(() -> Phrase.of("terms.label", idOrLabel));
    }

    static Phrase names(ActorBook book, Collection<String> idsOrLabels) {
        return list(idsOrLabels.stream().map(id -> name(book, id)).toList());
    }

    /** Throws when there is nothing to list. */
    static Phrase list(Collection<Phrase> items) {
        return items.stream()
                .reduce((left, right) -> Phrase.of("terms.list", left, right))
                .orElseThrow();
    }

    /** Whole sentences or lists set against each other. Throws when there are none. */
    static Phrase alternatives(Collection<Phrase> items) {
        return items.stream()
                .reduce((left, right) -> Phrase.of("terms.against", left, right))
                .orElseThrow();
    }

    /** Local date and clock time. */
    static String at(Instant instant, ZoneId zone) {
        return CLOCK.format(instant.atZone(zone));
    }

    /** A local day, a run of whole local days, or a stretch between two clock times. */
    static Phrase stretch(Period period, ZoneId zone) {
        ZonedDateTime from = period.from().atZone(zone);
        ZonedDateTime to = period.to().atZone(zone);
        if (!startsDay(from) || !startsDay(to) || !from.isBefore(to)) {
            return Phrase.of("terms.stretch", CLOCK.format(from), CLOCK.format(to));
        }
        ZonedDateTime lastDay = to.minusDays(1);
        return lastDay.toLocalDate().equals(from.toLocalDate())
                ? Phrase.of("terms.day", DAY.format(from))
                : Phrase.of("terms.days", DAY.format(from), DAY.format(lastDay));
    }

    static String km(double km) {
        return String.format(Locale.ROOT, "%.1f", km);
    }

    /** Not midnight: on a night in which the clock jumps, a local day starts at one o'clock. */
    private static boolean startsDay(ZonedDateTime time) {
        return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                || time.equals(time.toLocalDate().atStartOfDay(time.getZone()));
    }
}
