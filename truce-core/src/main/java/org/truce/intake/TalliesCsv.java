package org.truce.intake;

import org.truce.record.Entry;

import java.util.List;

/** Tallies: one row is one side's count for a province and a day. */
final class TalliesCsv implements EntryTable {
    @Override
    public List<String> required() {
        return List.of("date", "url", "side", "province", "count", "stated_total");
    }

    @Override
    public List<String> optional() {
        return List.of("note");
    }

    @Override
    public Entry entry(Row row) throws BadValue {
        String id = ContentId.of(
                "T",
                row.text("date"),
                row.text("url"),
                row.text("side"),
                row.text("province"),
                row.text("count"),
                row.text("stated_total"),
                row.text("note"));
        return new Entry.Tally(
                row.register(),
                id,
                row.entered(),
                row.findDate("date"),
                row.seal(row.text("url")),
                row.getText("side"),
                row.findText("province"),
                row.getCount("count"),
                row.findCount("stated_total"),
                row.sealed("note"));
    }
}
