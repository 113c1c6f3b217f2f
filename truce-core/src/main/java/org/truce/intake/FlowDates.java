package org.truce.intake;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Dates as other makers' tables write them: a day, with or without a time, a month or a year. */
final class FlowDates {
    private static final int DAY_LENGTH = 10;
    private static final Pattern DAY_AND_TIME =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9].*");
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");

    private FlowDates() {}

    /** The first day of what the field says. */
    static Optional<LocalDate> findFirst(Row row, Optional<String> column) throws BadValue {
        Optional<Field> field = field(row, column);
        return field.isEmpty() ? Optional.empty() : Optional.of(field.get().first());
    }

    /** The last day of what the field says. */
    static Optional<LocalDate> findLast(Row row, Optional<String> column) throws BadValue {
        Optional<Field> field = field(row, column);
        if (field.isEmpty()) {
            return Optional.empty();
        }
        String text = field.get().text();
        LocalDate first = field.get().first();
        return Optional.of(
                YEAR.matcher(text).matches()
                        ? first.plusYears(1).minusDays(1)
                        : MONTH.matcher(text).matches()
                                ? YearMonth.from(first).atEndOfMonth()
                                : first);
    }

    /** The latest of several: before it, the row did not yet stand as it stands. */
    static Optional<LocalDate> findLatest(Row row, List<String> columns) throws BadValue {
        Optional<LocalDate> latest = Optional.empty();
        for (String column : columns) {
            latest = Stream.concat(latest.stream(), findLast(row, Optional.of(column)).stream())
                    .max(Comparator.naturalOrder());
        }
        return latest;
    }

    private record Field(String column, String text) {
        LocalDate first() throws BadValue {
            if (YEAR.matcher(text).matches()) {
                return Row.date(column, text + "-01-01");
            }
            if (MONTH.matcher(text).matches()) {
                return Row.date(column, text + "-01");
            }
            return Row.date(
                    column,
                    DAY_AND_TIME.matcher(text).matches() ? text.substring(0, DAY_LENGTH) : text);
        }
    }

    private static Optional<Field> field(Row row, Optional<String> column) {
        return column.flatMap(name -> row.findText(name).map(text -> new Field(name, text)));
    }
}
