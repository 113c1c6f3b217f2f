package org.truce.intake;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A kind of CSV file: its columns, and what becomes of one of its rows. */
interface CsvTable {
    /** Columns without which the file is not taken in. */
    List<String> required();

    /** Columns that may be left out; their values then count as blank. */
    List<String> optional();

    /** Takes in one row, or throws what is wrong with it. */
    void take(Row row) throws BadValue;

    default List<String> columns() {
        return Stream.concat(required().stream(), optional().stream()).toList();
    }

    /** Takes in a whole table; one bad row costs only itself, a bad header the file. */
    default void read(InputStream utf8, Delivery delivery) {
        CsvRows rows = new CsvRows(new Lines(utf8));
        Optional<CsvHeader> found = CsvHeader.find(rows, columns());
        if (found.isEmpty()) {
            refuseStart(rows, delivery);
            return;
        }
        CsvHeader header = found.get();
        // Every separator was tried on this line and none made it anything but a record.
        CsvRows.Item first =
                rows.next(header.separator(), header.names().size()).orElseThrow();
        if (!accepts(header, first, delivery)) {
            return;
        }
        readRows(header, rows, first.line(), delivery);
    }

    /** Takes in what stands under the header, which begins at {@code headerLine}. */
    default void readRows(CsvHeader header, CsvRows rows, long headerLine, Delivery delivery) {
        int columns = header.names().size();
        Map<String, Integer> positions = header.positions();
        boolean any = false;
        for (Optional<CsvRows.Item> next = rows.next(header.separator(), columns);
                next.isPresent();
                next = rows.next(header.separator(), columns)) {
            any = true;
            switch (next.get()) {
                case CsvRows.Unreadable bad ->
                    delivery.refuse(bad.line(), "", bad.problem(), bad.todo(), bad.original());
                case CsvRows.Fields row -> readRow(new Row(delivery, positions, row));
            }
        }
        if (!any) {
            delivery.warn(headerLine, "", "there is no row under the header");
        }
    }

    private void readRow(Row row) {
        try {
            take(row);
        } catch (BadValue bad) {
            row.refuse(bad);
        }
    }

    /** There is no header: the file is empty, or its first line cannot be split into fields. */
    private static void refuseStart(CsvRows rows, Delivery delivery) {
        Optional<CsvRows.Item> first = rows.next(',', CsvHeader.MOST_COLUMNS);
        if (first.isEmpty()) {
            delivery.refuseEmpty();
        } else if (first.get() instanceof CsvRows.Unreadable bad) {
            delivery.refuse(bad.line(), "", bad.problem(), bad.todo(), bad.original());
        }
    }

    private boolean accepts(CsvHeader header, CsvRows.Item first, Delivery delivery) {
        List<String> missing = header.missing(required());
        if (!missing.isEmpty()) {
            String names = String.join(", ", missing);
            delivery.refuse(
                    first.line(),
                    missing.getFirst(),
                    missing.size() == 1
                            ? "the column '%s' is missing".formatted(names)
                            : "these columns are missing: " + names,
                    missing.stream()
                            .map(name -> advice(header, name))
                            .collect(Collectors.joining("; ")),
                    first.original());
            return false;
        }
        Optional<String> twice = header.findTwice(columns());
        if (twice.isPresent()) {
            delivery.refuse(
                    first.line(),
                    twice.get(),
                    "the column '%s' stands in the header twice".formatted(twice.get()),
                    "rename or remove one of the two",
                    first.original());
            return false;
        }
        header.missing(optional())
                .forEach(name -> warnOfMisspelling(header, name, first, delivery));
        return true;
    }

    private String advice(CsvHeader header, String missing) {
        return Nearest.to(missing, strangers(header))
                .map(near -> "rename the column '%s' to '%s' if that is meant, else add the column"
                        .formatted(near, missing))
                .orElse("add the column '%s'; its values may be blank where nothing is known"
                        .formatted(missing));
    }

    private void warnOfMisspelling(
            CsvHeader header, String absent, CsvRows.Item first, Delivery delivery) {
        Nearest.closeTo(absent, strangers(header))
                .ifPresent(near -> delivery.warn(
                        first.line(),
                        near,
                        "the column '%s' is not read; perhaps '%s' is meant"
                                .formatted(near, absent)));
    }

    /** The header's columns that this kind of table does not know. */
    private List<String> strangers(CsvHeader header) {
        return header.names().stream()
                .filter(name -> !name.isEmpty() && !columns().contains(name))
                .toList();
    }
}
