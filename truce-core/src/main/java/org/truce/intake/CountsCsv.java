package org.truce.intake;

import org.truce.record.Entry;

import java.time.LocalDate;
import java.util.List;

/** Counts by period: how many things of a kind a steadily watching register has in a period. */
final class CountsCsv implements EntryTable {
    @Override
    public List<String> required() {
        return List.of("register", "area", "reading", "from", "to", "parties", "unit", "count");
    }

    @Override
    public List<String> optional() {
        return List.of("deaths_best", "civilian_deaths_best");
    }

    @Override
    public Entry entry(Row row) throws BadValue {
        LocalDate from = row.getDate("from");
        LocalDate to = row.getDate("to");
        Spans.requireOrder(from, to, "to");
        String id = ContentId.of(
                "C",
                row.text("register"),
                row.text("area"),
                row.text("reading"),
                from.toString(),
                to.toString(),
                row.text("parties"),
                row.text("unit"),
                row.text("count"),
                row.text("deaths_best"),
                row.text("civilian_deaths_best"));
        return new Entry.PeriodCount(
                row.register(),
                id,
                row.entered(),
                row.getText("register"),
                row.getText("area"),
                row.findText("reading"),
                from,
                to,
                row.getText("parties"),
                row.getText("unit"),
                row.getCount("count"),
                row.findCount("deaths_best"),
                row.findCount("civilian_deaths_best"));
    }
}
