package org.truce.intake;

import org.truce.base.EventType;
import org.truce.base.LatLon;
import org.truce.base.Moment;
import org.truce.base.Occurred;
import org.truce.base.PlacePrecision;
import org.truce.base.TimePrecision;
import org.truce.record.Account;
import org.truce.record.Casualties;
import org.truce.record.Entry;
import org.truce.record.Guarded;
import org.truce.record.Participants;
import org.truce.record.Place;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The UCDP Georeferenced Event Dataset (Sundberg and Melander 2013). One row is one event in which
 * organised force killed somebody; the data set has set its sources side by side already, so it is
 * the source, and those it names are where it had it from. Its codes are those of its codebook.
 */
final class UcdpGedCsv implements EntryTable {
    private static final String SOURCE = "UCDP GED";
    private static final int DATE_LENGTH = 10;

    @Override
    public List<String> required() {
        return List.of(
                "id",
                "type_of_violence",
                "side_a",
                "side_b",
                "where_prec",
                "adm_1",
                "latitude",
                "longitude",
                "date_prec",
                "date_start",
                "date_end",
                "deaths_civilians",
                "low",
                "best",
                "high");
    }

    @Override
    public List<String> optional() {
        return List.of("where_coordinates", "source_original", "source_office", "source_date");
    }

    @Override
    public Entry entry(Row row) throws BadValue {
        String id = row.getText("id");
        boolean againstCivilians = getViolence(row) == 3;
        Participants participants = againstCivilians
                ? new Participants.Alleged(row.getText("side_a"), row.sealed("side_b"))
                : new Participants.Fighting(row.getText("side_a"), row.getText("side_b"));
        return new Entry.Report(
                row.register(),
                id.endsWith(".0") ? id.substring(0, id.length() - 2) : id,
                row.entered(),
                account(row),
                againstCivilians ? EventType.VIOLENCE_AGAINST_CIVILIANS : EventType.LETHAL_EVENT,
                OptionalInt.empty(),
                participants,
                casualties(row),
                Optional.empty(),
                Optional.empty());
    }

    private static int getViolence(Row row) throws BadValue {
        int type = row.getCount("type_of_violence");
        if (type < 1 || type > 3) {
            throw unknown(row, "type_of_violence", "1, 2 or 3");
        }
        return type;
    }

    private static Account account(Row row) throws BadValue {
        LatLon point = Points.find(row, "latitude", "longitude")
                .orElseThrow(() -> new BadValue(
                        "latitude", "the event has no point", "fill in latitude and longitude"));
        LocalDate start = date(row, "date_start");
        LocalDate end = date(row, "date_end");
        Spans.requireOrder(start, end, "date_end");
        return new Account(
                row.seal(SOURCE),
                citedOrigin(row),
                Optional.empty(),
                published(row, start),
                new Occurred(new Moment.Day(start), new Moment.Day(end), timePrecision(row)),
                new Place(
                        row.seal(row.text("where_coordinates")),
                        row.findText("adm_1"),
                        Optional.of(row.seal(point.text())),
                        placePrecision(row)),
                Optional.empty());
    }

    private static Optional<Guarded> citedOrigin(Row row) {
        return row.sealed("source_original").or(() -> row.sealed("source_office"));
    }

    /** {@code 2016-01-01}, or with a time of day after it, as the published files have it. */
    private static LocalDate date(Row row, String column) throws BadValue {
        String text = row.getText(column);
        return Row.date(column, text.substring(0, Math.min(DATE_LENGTH, text.length())));
    }

    /** The first day on which one of its sources was out; an earlier date must be a slip. */
    private static Optional<LocalDate> published(Row row, LocalDate start) {
        return Stream.of(row.text("source_date").split(";", -1))
                .flatMap(text -> findDate(text.strip()).stream())
                .filter(date -> !date.isBefore(start))
                .min(Comparator.naturalOrder());
    }

    private static Optional<LocalDate> findDate(String text) {
        try {
            return text.length() < DATE_LENGTH
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(text.substring(0, DATE_LENGTH)));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static TimePrecision timePrecision(Row row) throws BadValue {
        return switch (row.getCount("date_prec")) {
            case 1 -> TimePrecision.DAY;
            case 2, 3 -> TimePrecision.WEEK;
            case 4 -> TimePrecision.MONTH;
            case 5 -> TimePrecision.LONGER;
            default -> throw unknown(row, "date_prec", "1 to 5");
        };
    }

    /** Code 5 is a line or a region without borders, larger than the 25 km of codes 2 and 3. */
    private static PlacePrecision placePrecision(Row row) throws BadValue {
        return switch (row.getCount("where_prec")) {
            case 1 -> PlacePrecision.EXACT;
            case 2, 3 -> PlacePrecision.DISTRICT;
            case 4, 5 -> PlacePrecision.GOVERNORATE;
            case 6, 7 -> PlacePrecision.COUNTRY;
            default -> throw unknown(row, "where_prec", "1 to 7");
        };
    }

    private static Casualties casualties(Row row) throws BadValue {
        Casualties casualties = new Casualties(
                row.findCount("low"),
                row.findCount("best"),
                row.findCount("high"),
                row.findCount("deaths_civilians"),
                OptionalInt.empty());
        if (casualties.contradictory()) {
            warnOfBounds(row, casualties);
        }
        return casualties;
    }

    private static void warnOfBounds(Row row, Casualties deaths) {
        List<String> over = new ArrayList<>();
        addIfOver(over, "low", deaths.killedMin(), "high", deaths.killedMax());
        addIfOver(over, "best", deaths.killedBest(), "high", deaths.killedMax());
        addIfOver(over, "low", deaths.killedMin(), "best", deaths.killedBest());
        row.warn("high", String.join("; ", over) + "; kept as published");
    }

    private static void addIfOver(
            List<String> over, String left, OptionalInt a, String right, OptionalInt b) {
        if (a.isPresent() && b.isPresent() && a.getAsInt() > b.getAsInt()) {
            over.add("%s (%d) is over %s (%d)".formatted(left, a.getAsInt(), right, b.getAsInt()));
        }
    }

    private static BadValue unknown(Row row, String column, String codes) {
        return new BadValue(
                column,
                "'%s' is not a code of %s".formatted(row.text(column), column),
                "write one of the codes of the UCDP GED codebook, %s".formatted(codes));
    }
}
