package org.truce.intake;

import org.truce.base.Coded;
import org.truce.base.PlacePrecision;
import org.truce.base.TimePrecision;
import org.truce.record.Entry;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reports out of a table of whatever columns, each read by the name that the user gives it, else by
 * the name that our own reports have, else by the plain name ({@link Column}).
 */
public final class PlainReports implements CsvTable {
    private static final int HEAD_BYTES = 1 << 20;
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");
    /** A date with a time after it; matching is by days. */
    private static final Pattern WITH_TIME = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[T ].+");

    private static final String ONE_SOURCE =
            "the file is taken for one source, and its column 'source' is not read; where each row"
                    + " has a source of its own, say so with --columns source=source";

    /** Beyond so many unlike ones they are no labels. */
    private static final int MOST_LABELS = 10_000;

    private static final int DATE_LETTERS = 10;
    private static final int HALF_A_WEEK = 3;

    private final Map<Column, String> names;
    private final Receiver to;
    private final Set<String> ids;
    /** Labels come again and again: each is kept once. */
    private final Map<String, Optional<String>> labels = new HashMap<>();

    /** What can be read of a report. */
    public enum Column {
        ID("id", "report_id"),
        SOURCE("source", "source"),
        OCCURRED("occurred", "occurred_from"),
        OCCURRED_TO("occurredTo", "occurred_to"),
        DATE_PRECISION("datePrecision", "date_precision"),
        LAT("lat", "lat"),
        LON("lon", "lon"),
        PLACE("place", "place_name"),
        PLACE_PRECISION("placePrecision", "place_precision"),
        TYPE("type", "event_type"),
        ACTOR("actor", "alleged_actor"),
        TARGET("target", "target"),
        COUNT("count", "count"),
        KILLED_MIN("killedMin", "killed_min"),
        KILLED_MAX("killedMax", "killed_max"),
        TEXT("text", "note"),
        URL("url", "source_url");

        private final String plainName;
        private final String ownName;

        Column(String plainName, String ownName) {
            this.plainName = plainName;
            this.ownName = ownName;
        }

        /** The name by which a user maps it. */
        public String plainName() {
            return plainName;
        }
    }

    /** Whoever is handed what a file holds, in the order of the file. */
    public interface Receiver {
        void take(PlainReport report);

        void refuse(Defect defect);

        void warn(Caution caution);
    }

    private PlainReports(Map<Column, String> names, Set<String> ids, Receiver to) {
        this.names = names;
        this.ids = ids;
        this.to = to;
    }

    /**
     * Reads one file. Nothing that stands in it makes this throw; the stream is not closed.
     *
     * @param file its name, as it is to be shown
     * @param in its bytes, gzipped or not
     * @param given the columns' names in this file, as far as the user gave them
     * @param ids that rows of its source have already; those of this file are added
     */
    public static void read(
            String file, InputStream in, Map<Column, String> given, Set<String> ids, Receiver to) {
        Delivery delivery = delivery(file, to);
        try (BufferedInputStream utf8 =
                new BufferedInputStream(Encoding.utf8(Intake.plain(in)), HEAD_BYTES)) {
            utf8.mark(HEAD_BYTES);
            List<String> header = CsvHeader.find(
                            new CsvRows(new Lines(utf8)), List.copyOf(given.values()))
                    .map(CsvHeader::names)
                    .orElse(List.of());
            utf8.reset();
            given.forEach((column, name) -> {
                boolean required = column == Column.ID || column == Column.OCCURRED;
                if (!required && !header.contains(name.strip().toLowerCase(Locale.ROOT))) {
                    to.warn(new Caution(file, 1, name, missing(column, name, header)));
                }
            });
            Map<Column, String> names = names(given, header);
            if (!names.containsKey(Column.SOURCE) && header.contains(Column.SOURCE.plainName)) {
                to.warn(new Caution(file, 1, Column.SOURCE.plainName, ONE_SOURCE));
            }
            new PlainReports(names, ids, to).read(utf8, delivery);
        } catch (IOException broken) {
            Line.Flaw flaw = Line.Flaw.BROKEN_OFF;
            delivery.refuse(1, "", flaw.problem(), flaw.todo(), "");
        }
    }

    private static String missing(Column column, String name, List<String> header) {
        return "there is no column '%s', so nothing is read for %s; the columns are %s"
                .formatted(name, column.plainName, String.join(", ", header));
    }

    private static Map<Column, String> names(Map<Column, String> given, List<String> header) {
        Map<Column, String> names = new HashMap<>();
        // Only our own reports name the source of each row; a plain file is one source.
        boolean own = header.contains(Column.ID.ownName);
        for (Column column : Column.values()) {
            String named = given.get(column);
            if (named != null) {
                names.put(column, named.strip().toLowerCase(Locale.ROOT));
            } else if (own) {
                names.put(column, column.ownName);
            } else if (column != Column.SOURCE) {
                names.put(column, column.plainName.toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    static Delivery delivery(String file, Receiver to) {
        return new Delivery("", file, PlainReports::sealNothing, onlyDefects(to));
    }

    private static String sealNothing() {
        throw new IllegalStateException("plain reports are not sealed");
    }

    private static org.truce.intake.Receiver onlyDefects(Receiver to) {
        return new org.truce.intake.Receiver() {
            @Override
            public void take(Entry entry) {
                throw new IllegalStateException("plain reports are no entries");
            }

            @Override
            public void refuse(Defect defect) {
                to.refuse(defect);
            }

            @Override
            public void warn(Caution caution) {
                to.warn(caution);
            }
        };
    }

    private String name(Column column) {
        return names.getOrDefault(column, "");
    }

    @Override
    public List<String> required() {
        return List.of(name(Column.ID), name(Column.OCCURRED));
    }

    @Override
    public List<String> optional() {
        List<String> optional = new ArrayList<>(names.values());
        optional.removeAll(required());
        return optional;
    }

    @Override
    public void take(Row row) throws BadValue {
        String id = row.getText(name(Column.ID));
        LocalDate[] days = days(row);
        Optional<PlacePrecision> precision = row.findText(name(Column.PLACE_PRECISION))
                        .isPresent()
                ? Optional.of(row.getCode(name(Column.PLACE_PRECISION), PlacePrecision.class))
                : Optional.empty();
        PlainReport report = new PlainReport(
                row.line(),
                id,
                label(row, Column.SOURCE),
                days[0],
                days[1],
                Points.findAnywhere(row, name(Column.LAT), name(Column.LON)),
                precision,
                label(row, Column.PLACE),
                label(row, Column.TYPE),
                label(row, Column.ACTOR),
                label(row, Column.TARGET),
                row.findCount(name(Column.COUNT)),
                row.findCount(name(Column.KILLED_MIN)),
                row.findCount(name(Column.KILLED_MAX)),
                row.findText(name(Column.TEXT)),
                row.findText(name(Column.URL)));
        if (!ids.add(id)) {
            throw new BadValue(
                    name(Column.ID),
                    "the id '%s' stands on an earlier row too".formatted(id),
                    "give every row an id of its own");
        }
        to.take(report);
    }

    private Optional<String> label(Row row, Column column) {
        Optional<String> text = row.findText(name(column));
        if (text.isPresent() && labels.size() < MOST_LABELS) {
            labels.putIfAbsent(text.get(), text);
        }
        return text.map(label -> labels.getOrDefault(label, text)).orElse(text);
    }

    /** The first and the last day. */
    private LocalDate[] days(Row row) throws BadValue {
        LocalDate[] from = days(row, Column.OCCURRED);
        LocalDate[] to = row.findText(name(Column.OCCURRED_TO)).isEmpty()
                ? from
                : days(row, Column.OCCURRED_TO);
        if (to[1].isBefore(from[0])) {
            throw new BadValue(
                    name(Column.OCCURRED_TO),
                    "it ends on %s, before it begins on %s".formatted(to[1], from[0]),
                    "exchange the two, or leave the end blank");
        }
        String precision = row.text(name(Column.DATE_PRECISION));
        if (precision.isEmpty() || from[0].isBefore(to[1])) {
            return new LocalDate[] {from[0], to[1]};
        }
        Optional<TimePrecision> known = Coded.find(TimePrecision.class, precision);
        if (known.isEmpty()) {
            throw row.unknown(name(Column.DATE_PRECISION), Coded.listCodes(TimePrecision.class));
        }
        return switch (known.get()) {
            case HOUR, DAY -> from;
            case WEEK ->
                new LocalDate[] {from[0].minusDays(HALF_A_WEEK), from[0].plusDays(HALF_A_WEEK)};
            case MONTH ->
                new LocalDate[] {
                    YearMonth.from(from[0]).atDay(1), YearMonth.from(from[0]).atEndOfMonth()
                };
            case LONGER ->
                new LocalDate[] {
                    from[0].withDayOfYear(1), from[0].withDayOfYear(from[0].lengthOfYear())
                };
        };
    }

    private LocalDate[] days(Row row, Column column) throws BadValue {
        String text = row.getText(name(column));
        if (MONTH.matcher(text).matches()) {
            LocalDate first = Row.date(name(column), text + "-01");
            return new LocalDate[] {first, YearMonth.from(first).atEndOfMonth()};
        }
        LocalDate day = Row.date(
                name(column),
                WITH_TIME.matcher(text).matches() ? text.substring(0, DATE_LETTERS) : text);
        return new LocalDate[] {day, day};
    }
}
