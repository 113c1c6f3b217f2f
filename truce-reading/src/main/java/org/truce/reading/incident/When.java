package org.truce.reading.incident;

import org.truce.reading.figures.Amounts;
import org.truce.reading.tokens.Sentence;
import org.truce.reading.tokens.Token;
import org.truce.reading.tokens.Token.Kind;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The day that a sentence names, reckoned from the document's date: a weekday is the latest one not
 * after it, or the next one where something is planned; a date without a year is the nearest on
 * that side.
 */
final class When {
    private static final Set<String> TODAY =
            Set.of("today", "tonight", "overnight", "this morning", "this afternoon");

    private static final Set<String> PARTS =
            Set.of("morning", "afternoon", "evening", "night", "noon", "midday", "day");

    private static final Map<String, DayOfWeek> WEEKDAYS = new HashMap<>();
    private static final Map<String, Month> MONTHS = new HashMap<>();
    private static final int WEEK = 7;

    static {
        for (DayOfWeek day : DayOfWeek.values()) {
            WEEKDAYS.put(day.name().toLowerCase(Locale.ROOT), day);
        }
        for (Month month : Month.values()) {
            String name = month.name().toLowerCase(Locale.ROOT);
            MONTHS.put(name, month);
            MONTHS.put(name.substring(0, 3), month);
        }
        MONTHS.put("sept", Month.SEPTEMBER);
    }

    private final Sentence sentence;
    private final Optional<LocalDate> document;
    private final Optional<LocalDate> before;
    private final boolean ahead;

    /**
     * @param document its date
     * @param before the day of the incident told before, from which "the day before" is reckoned
     * @param ahead whether what is told is still to come
     */
    When(
            Sentence sentence,
            Optional<LocalDate> document,
            Optional<LocalDate> before,
            boolean ahead) {
        this.sentence = sentence;
        this.document = document;
        this.before = before;
        this.ahead = ahead;
    }

    static boolean isDayOrMonth(Token token) {
        return WEEKDAYS.containsKey(token.norm()) || MONTHS.containsKey(token.norm());
    }

    /** The day that is named first among some tokens. */
    Optional<LocalDate> find(int from, int to) {
        for (int at = from; at < to; at++) {
            Optional<LocalDate> day = day(at);
            if (day.isPresent()) {
                return day;
            }
        }
        return Optional.empty();
    }

    private Optional<LocalDate> day(int at) {
        Token token = sentence.get(at);
        if (token.kind() == Kind.MEASURE) {
            return iso(token.text());
        }
        if (token.kind() == Kind.WORD && MONTHS.containsKey(token.norm()) && token.isCapital()) {
            return dated(at);
        }
        if (document.isEmpty()) {
            return Optional.empty();
        }
        LocalDate today = document.get();
        if (WEEKDAYS.containsKey(token.norm())) {
            return Optional.of(weekday(at, today));
        }
        if (TODAY.contains(token.norm()) || (token.isWord("this") && isPart(at + 1))) {
            return Optional.of(today);
        }
        return switch (token.norm()) {
            case "yesterday" -> Optional.of(today.minusDays(1));
            case "tomorrow" -> Optional.of(today.plusDays(1));
            case "last" ->
                isWord(at + 1, "night") ? Optional.of(today.minusDays(1)) : Optional.empty();
            case "previous" ->
                isWord(at + 1, "day")
                        ? Optional.of(before.orElse(today).minusDays(1))
                        : Optional.empty();
            default -> counted(at, today);
        };
    }

    private boolean isPart(int at) {
        return at < sentence.size() && PARTS.contains(sentence.get(at).norm());
    }

    private boolean isWord(int at, String word) {
        return at >= 0 && at < sentence.size() && sentence.get(at).isWord(word);
    }

    private LocalDate weekday(int at, LocalDate today) {
        DayOfWeek day = WEEKDAYS.get(sentence.get(at).norm());
        if (day == null) {
            throw new IllegalStateException("no weekday: " + sentence.get(at).text());
        }
        boolean next = isWord(at - 1, "next") || isWord(at - 1, "coming");
        if (ahead || next) {
            return today.with(TemporalAdjusters.next(day));
        }
        return isWord(at - 1, "last")
                ? today.with(TemporalAdjusters.previous(day))
                : today.with(TemporalAdjusters.previousOrSame(day));
    }

    /** "two days ago", "a week earlier", "the day before", "in three days". */
    private Optional<LocalDate> counted(int at, LocalDate today) {
        if (isWord(at, "day") && (isWord(at + 1, "before") || isWord(at + 1, "earlier"))) {
            return Optional.of(before.orElse(today).minusDays(1));
        }
        for (String unit : List.of("day", "days", "week", "weeks")) {
            if (isWord(at, unit)) {
                long days = unit.startsWith("week") ? WEEK : 1;
                Optional<Long> number = numberBefore(at);
                if (number.isPresent() && isWord(at + 1, "ago")) {
                    return Optional.of(today.minusDays(number.get() * days));
                }
                if (number.isPresent() && isWord(at + 1, "earlier")) {
                    return Optional.of(before.orElse(today).minusDays(number.get() * days));
                }
            }
        }
        return Optional.empty();
    }

    /** The number of days, which {@link Amounts} leaves alone as a measure. */
    private Optional<Long> numberBefore(int at) {
        if (at == 0) {
            return Optional.empty();
        }
        return Amounts.number(sentence, at - 1).filter(number -> number < 100);
    }

    private static Optional<LocalDate> iso(String text) {
        try {
            return text.length() == 10 ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    /** "17 November", "November 17", each with a year or without. */
    private Optional<LocalDate> dated(int at) {
        Month month = MONTHS.get(sentence.get(at).norm());
        if (month == null) {
            throw new IllegalStateException("no month: " + sentence.get(at).text());
        }
        Optional<Integer> first = number(at - 1);
        int next = at + 1;
        Optional<Integer> day = first.filter(number -> number <= 31);
        if (day.isEmpty()) {
            day = number(next).filter(number -> number <= 31);
            next++;
        }
        if (next < sentence.size() && sentence.get(next).isSign(",")) {
            next++;
        }
        Optional<Integer> year = number(next).filter(number -> number > 1900 && number < 2100);
        if (day.isEmpty() || (year.isEmpty() && document.isEmpty())) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    year.isPresent()
                            ? LocalDate.of(year.get(), month, day.get())
                            : nearest(month, day.get()));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private LocalDate nearest(Month month, int day) {
        LocalDate today = document.orElseThrow();
        LocalDate same = LocalDate.of(today.getYear(), month, day);
        if (ahead) {
            return same.isBefore(today) ? same.plusYears(1) : same;
        }
        return same.isAfter(today) ? same.minusYears(1) : same;
    }

    private Optional<Integer> number(int at) {
        if (at < 0 || at >= sentence.size()) {
            return Optional.empty();
        }
        String text = sentence.get(at).text().replaceAll("(?:st|nd|rd|th)$", "");
        return text.matches("[0-9]{1,4}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
