package org.truce.intake;

import org.truce.record.Entry;

import java.time.LocalDate;
import java.util.List;

/** Published totals: one row is one figure of one source over an area and a stretch of days. */
final class TotalsCsv implements EntryTable {
    @Override
    public List<String> required() {
        return List.of("source", "url", "area", "from", "to", "measure", "value");
    }

    @Override
    public List<String> optional() {
        return List.of("note");
    }

    @Override
    public Entry entry(Row row) throws BadValue {
        LocalDate from = row.getDate("from");
        LocalDate to = row.getDate("to");
        Spans.requireOrder(from, to, "to");
        String id = ContentId.of(
                "P",
                row.text("source"),
                row.text("url"),
                row.text("area"),
                from.toString(),
                to.toString(),
                row.text("measure"),
                row.text("value"),
                row.text("note"));
        return new Entry.PublishedTotal(
                row.register(),
                id,
                row.entered(),
                row.seal(row.getText("source")),
                row.seal(row.text("url")),
                row.getText("area"),
                from,
                to,
                row.getText("measure"),
                row.getText("value"),
                row.sealed("note"));
    }
}
