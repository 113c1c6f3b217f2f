package org.truce.intake;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts as other makers' tables write them. */
final class FlowAmounts {
    /** Groups of three digits, all with the same separator before them. */
    private static final Pattern GROUPED = Pattern.compile(
            "[0-9]{1,3}(?:([,' \\u00a0\\u202f\\u2019])[0-9]{3}(?:\\1[0-9]{3})*)(\\.[0-9]{1,6})?");

    private static final Pattern ONE_COMMA = Pattern.compile("[0-9]{1,3},[0-9]{3}");
    private static final Pattern NEGATIVE = Pattern.compile("[-\\u2212].*|\\(.*\\)");
    private static final Pattern WITH_UNIT = Pattern.compile("(.*[0-9])\\s*(\\p{L}.*)");

    private FlowAmounts() {}

    /** An amount and what it counts. */
    record Counted(String amount, String unit) {}

    /** Empty where the field is blank, which is not none. */
    static Optional<Counted> find(Row row, FlowColumns.Measure measure) throws BadValue {
        String text = row.text(measure.column());
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (measure.unit()) {
                    case FlowColumns.Unit.Fixed fixed ->
                        new Counted(number(row, measure.column(), text), fixed.unit());
                    case FlowColumns.Unit.InColumn in ->
                        new Counted(
                                number(row, measure.column(), text), currency(row, in.column()));
                    case FlowColumns.Unit.AfterNumber after -> counted(row, measure.column(), text);
                });
    }

    private static String currency(Row row, String column) throws BadValue {
        return row.findText(column)
                .map(text -> text.toUpperCase(Locale.ROOT))
                .orElseThrow(() -> new BadValue(
                        column,
                        "an amount without a currency says nothing",
                        "write its code, for example USD"));
    }

    private static Counted counted(Row row, String column, String text) throws BadValue {
        Matcher parts = WITH_UNIT.matcher(text);
        if (!parts.matches()) {
            throw new BadValue(
                    column,
                    "'%s' does not say what it counts".formatted(text),
                    "write what is counted after the number, for example 25 beds");
        }
        return new Counted(number(row, column, parts.group(1)), parts.group(2));
    }

    private static String number(Row row, String column, String text) throws BadValue {
        if (NEGATIVE.matcher(text).matches()) {
            throw new BadValue(
                    column,
                    "'%s' takes back what another row gave".formatted(text),
                    "enter the row that it takes from again, lowered by it, as a correction");
        }
        if (!GROUPED.matcher(text).matches()) {
            return ContributionsCsv.amount(column, text);
        }
        String number = text.replaceAll("[^0-9.]", "");
        if (ONE_COMMA.matcher(text).matches()) {
            row.warn(column, "'%s' is read as %s".formatted(text, number));
        }
        return number;
    }
}
