package org.truce.app.desk;

import org.truce.base.Coded;
import org.truce.base.Hash;
import org.truce.base.Moment;
import org.truce.base.OneLine;
import org.truce.record.EntryRef;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads the parts of what somebody filled in; each refuses what is not of its form. */
final class Parts {
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_TEXT = 10_000;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    private static final int ID_DIGITS = 10;

    private Parts() {}

    /** One that needs to be there, on one line. */
    static String line(String field, String text) {
        return findLine(field, text).orElseThrow(() -> blank(field));
    }

    static Optional<String> findLine(String field, String text) {
        String line = text.strip();
        if (OneLine.isBroken(line)) {
            throw new Refusal(
                    field,
                    "%s has a line break or a control character in it: it is more than one line"
                            .formatted(field),
                    "Write it on one line of plain characters.");
        }
        if (line.length() > LONGEST_LINE) {
            throw new Refusal(
                    field,
                    "%s is longer than %d characters".formatted(field, LONGEST_LINE),
                    "Say it in fewer words.");
        }
        return Optional.of(line).filter(one -> !one.isEmpty());
    }

    static String text(String field, String text) {
        return findText(field, text).orElseThrow(() -> blank(field));
    }

    static Optional<String> findText(String field, String text) {
        String whole = text.strip().replaceAll("\\R", "\n");
        if (whole.length() > LONGEST_TEXT) {
            throw new Refusal(
                    field,
                    "%s is longer than %,d characters".formatted(field, LONGEST_TEXT),
                    "Say it in fewer words.");
        }
        return Optional.of(whole).filter(one -> !one.isEmpty());
    }

    private static Refusal blank(String field) {
        return new Refusal(field, field + " is empty", "Say it in a few words.");
    }

    static <E extends Enum<E> & Coded> E code(String field, String text, Class<E> type) {
        return findCode(field, text, type)
                .orElseThrow(() -> new Refusal(
                        field,
                        field + " is not said",
                        "Choose among %s.".formatted(String.join(", ", Coded.listCodes(type)))));
    }

    static <E extends Enum<E> & Coded> Optional<E> findCode(
            String field, String text, Class<E> type) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(Coded.find(type, text.strip())
                .orElseThrow(() -> new Refusal(
                        field,
                        "there is no %s '%s'".formatted(field, text.strip()),
                        "Choose among %s.".formatted(String.join(", ", Coded.listCodes(type))))));
    }

    /** A day that has come; today where none is given. */
    static LocalDate day(String field, String text, LocalDate today) {
        LocalDate day = findDay(field, text).orElse(today);
        if (day.isAfter(today)) {
            throw new Refusal(
                    field, "%s is still to come".formatted(day), "Give the day it was done.");
        }
        return day;
    }

    static Optional<LocalDate> findDay(String field, String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(text.strip());
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return Optional.of(day);
            }
        } catch (DateTimeException notADay) {
            // Said below, as for a year that cannot be.
        }
        throw new Refusal(
                field,
                "'%s' is not a day of the years %d to %d"
                        .formatted(text.strip(), FIRST_YEAR, LAST_YEAR),
                "Write it as 2018-01-17.");
    }

    static Moment moment(String field, String text) {
        return Moment.find(text.strip())
                .orElseThrow(() -> new Refusal(
                        field,
                        "'%s' is not a time".formatted(text.strip()),
                        "Write 2018-01-17, 2018-01-17T12:00 or 2018-01-17T12:00+02:00."));
    }

    /** Entries of the same register. */
    static List<String> refs(List<String> evidence) {
        for (String one : evidence) {
            if (EntryRef.find(one).isEmpty()) {
                throw new Refusal(
                        "evidence",
                        "'%s' does not name an entry".formatted(one),
                        "Write kind:id, for example report:R0191.");
            }
        }
        return evidence;
    }

    /** From what every reader sees: what is protected must not be open to guessing by an id. */
    static String id(String prefix, String... open) {
        byte[] bytes = String.join("\n", open).getBytes(StandardCharsets.UTF_8);
        return prefix + Hash.of(bytes).hex().substring(0, ID_DIGITS);
    }
}
