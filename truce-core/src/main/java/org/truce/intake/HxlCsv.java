package org.truce.intake;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * What was given, from a table with hashtags of the Humanitarian Exchange Language (HXL 1.1, 2018)
 * in one of its first 25 rows: read by its hashtags, whatever its headers are called.
 */
final class HxlCsv implements CsvTable {
    @Override
    public List<String> required() {
        return List.of("#org+funder", "#value", "#status", "#description");
    }

    @Override
    public List<String> optional() {
        return List.of(
                "#activity",
                "#activity+id",
                "#adm1",
                "#adm2",
                "#affected+refugees",
                "#beneficiary",
                "#capacity",
                "#country",
                "#currency",
                "#date",
                "#date+end",
                "#date+start",
                "#date+updated",
                "#loc",
                "#meta+id",
                "#meta+source",
                "#meta+url",
                "#org+impl",
                "#reached",
                "#sector");
    }

    @Override
    public void take(Row row) throws BadValue {
        take(row, HxlColumns.of(HxlTags.of(row.columns())));
    }

    private static void take(Row row, FlowColumns columns) throws BadValue {
        row.deliver(Flows.contribution(row, columns, row.register()));
    }

    /** Whether the first rows hold hashtags, and those tell of something given by somebody. */
    static boolean isRecognised(CsvRows rows) {
        return HxlTags.findHeader(rows)
                .map(header -> HxlTags.of(header.names()))
                .filter(HxlColumns::tellOfGiving)
                .isPresent();
    }

    @Override
    public void read(InputStream utf8, Delivery delivery) {
        CsvRows rows = new CsvRows(new Lines(utf8));
        Optional<CsvHeader> found = HxlTags.findHeader(rows);
        if (found.isEmpty()) {
            delivery.refuse(
                    1,
                    "",
                    "none of the first 25 rows holds hashtags",
                    "add a row of hashtags under the headers, for example #org+funder, #value+usd,"
                            + " #status; or name the file's format with --format",
                    "");
            return;
        }
        CsvHeader header = found.get();
        CsvRows.Item tagged =
                rows.next(header.separator(), header.names().size()).orElseThrow();
        FlowColumns columns;
        try {
            columns = HxlColumns.of(HxlTags.of(header.names()));
        } catch (BadValue bad) {
            delivery.refuse(tagged.line(), bad, tagged.original());
            return;
        }
        Tagged table = new Tagged(columns);
        table.readRows(header, rows, tagged.line(), delivery);
    }

    /** The rows under one row of hashtags. */
    private record Tagged(FlowColumns columnsByRole) implements CsvTable {
        @Override
        public List<String> required() {
            return List.of(columnsByRole.giver());
        }

        @Override
        public List<String> optional() {
            return List.of();
        }

        @Override
        public void take(Row row) throws BadValue {
            HxlCsv.take(row, columnsByRole);
        }
    }
}
