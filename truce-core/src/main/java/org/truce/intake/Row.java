package org.truce.intake;

import org.truce.base.Coded;
import org.truce.base.Moment;
import org.truce.base.Phrase;
import org.truce.record.Entered;
import org.truce.record.Entry;
import org.truce.record.Guarded;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One row of a table, read by column names; values are trimmed, and a blank one is no value. */
final class Row {
    // Figures may come as 4.0 from programs that know no missing whole number.
    private static final Pattern WHOLE = Pattern.compile("([0-9]{1,9})(\\.0{1,6})?");
    private static final Pattern NEGATIVE = Pattern.compile("-[0-9]+(\\.[0-9]+)?");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]{1,6}(\\.[0-9]{1,30})?");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3})?");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;

    private final Delivery delivery;
    private final Map<String, Integer> positions;
    private final CsvRows.Fields fields;
    private final List<String[]> warnings = new ArrayList<>();

    Row(Delivery delivery, Map<String, Integer> positions, CsvRows.Fields fields) {
        this.delivery = delivery;
        this.positions = positions;
        this.fields = fields;
    }

    long line() {
        return fields.line();
    }

    /** Names of the columns, in their order. */
    List<String> columns() {
        return positions.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    String register() {
        return delivery.register();
    }

    Entered entered() {
        return delivery.entered(fields.line());
    }

    /** A warning that is passed on only if the row is taken in. */
    void warn(String column, String problem) {
        warnings.add(new String[] {column, problem});
    }

    void deliver(Entry entry) {
        warnings.forEach(warning -> delivery.warn(fields.line(), warning[0], warning[1]));
        delivery.take(entry);
    }

    void refuse(BadValue bad) {
        delivery.refuse(fields.line(), bad, fields.original());
    }

    /** The value, or an empty text where it is blank or the column is not there. */
    String text(String column) {
        Integer position = positions.get(column);
        return position == null ? "" : fields.values().get(position).strip();
    }

    Optional<String> findText(String column) {
        return Optional.of(text(column)).filter(text -> !text.isEmpty());
    }

    String getText(String column) throws BadValue {
        String text = text(column);
        if (text.isEmpty()) {
            throw bad(column, Phrase.of("intake.blank", column), "intake.fill-in");
        }
        return text;
    }

    Guarded seal(String value) {
        return delivery.seal(value);
    }

    Optional<Guarded> sealed(String column) {
        return delivery.seal(findText(column));
    }

    /** A number of people or things: whole, 0 or more, below a thousand million. */
    OptionalInt findCount(String column) throws BadValue {
        String text = text(column);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        Matcher whole = WHOLE.matcher(text);
        if (whole.matches()) {
            return OptionalInt.of(Integer.parseInt(whole.group(1)));
        }
        throw NEGATIVE.matcher(text).matches()
                ? bad(column, Phrase.of("intake.negative", text), "intake.write-from-zero")
                : bad(column, Phrase.of("intake.not-whole", text), "intake.write-digits");
    }

    int getCount(String column) throws BadValue {
        getText(column);
        return findCount(column).orElseThrow();
    }

    Optional<Double> findDecimal(String column) throws BadValue {
        String text = text(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!DECIMAL.matcher(text).matches()) {
            throw bad(column, Phrase.of("intake.not-decimal", text), "intake.write-degrees");
        }
        return Optional.of(Double.valueOf(text));
    }

    /** A length above 0 and below 1,000, to its thousandths, which it is counted in. */
    OptionalInt findThousandths(String column) throws BadValue {
        String text = text(column);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!LENGTH.matcher(text).matches() || new BigDecimal(text).signum() == 0) {
            throw bad(
                    column, Phrase.of("intake.not-millimetres", text), "intake.write-millimetres");
        }
        return OptionalInt.of(new BigDecimal(text).movePointRight(3).intValueExact());
    }

    Optional<LocalDate> findDate(String column) throws BadValue {
        return findText(column).isEmpty() ? Optional.empty() : Optional.of(getDate(column));
    }

    LocalDate getDate(String column) throws BadValue {
        return date(column, getText(column));
    }

    /** The date that {@code text}, from {@code column}, gives. */
    static LocalDate date(String column, String text) throws BadValue {
        try {
            LocalDate date = LocalDate.parse(text);
            requireYear(column, date);
            return date;
        } catch (DateTimeException notADate) {
            throw bad(column, Phrase.of("intake.not-date", text), "intake.write-date");
        }
    }

    Moment getMoment(String column) throws BadValue {
        return moment(column, getText(column));
    }

    /** The time that {@code text}, from {@code column}, gives. */
    static Moment moment(String column, String text) throws BadValue {
        Moment moment = Moment.find(text)
                .orElseThrow(
                        () -> bad(column, Phrase.of("intake.not-time", text), "intake.write-time"));
        requireYear(column, moment.writtenDate());
        return moment;
    }

    private static void requireYear(String column, LocalDate date) throws BadValue {
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new BadValue(
                    column,
                    new Wording(
                            Phrase.of("intake.year", Integer.toString(date.getYear())),
                            Phrase.of(
                                    "intake.write-year",
                                    Integer.toString(FIRST_YEAR),
                                    Integer.toString(LAST_YEAR))));
        }
    }

    private static BadValue bad(String column, Phrase problem, String todo) {
        return new BadValue(column, new Wording(problem, Phrase.of(todo)));
    }

    <E extends Enum<E> & Coded> Optional<E> findCode(String column, Class<E> type) throws BadValue {
        return text(column).isEmpty() ? Optional.empty() : Optional.of(getCode(column, type));
    }

    <E extends Enum<E> & Coded> E getCode(String column, Class<E> type) throws BadValue {
        String code = getText(column);
        return Coded.find(type, code).orElseThrow(() -> unknown(column, Coded.listCodes(type)));
    }

    BadValue unknown(String column, List<String> known) {
        String code = text(column);
        return new BadValue(
                column,
                new Wording(
                        Phrase.of("intake.not-known", code, column), Nearest.advise(code, known)));
    }
}
