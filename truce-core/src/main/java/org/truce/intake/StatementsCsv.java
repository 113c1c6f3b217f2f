package org.truce.intake;

import org.truce.record.Entry;
import org.truce.record.StatementKind;

import java.time.LocalDate;
import java.util.List;

/** Statements: one row is what one official said in public, in our own words. */
final class StatementsCsv implements EntryTable {
    @Override
    public List<String> required() {
        return List.of("speaker", "role", "date", "place", "kind", "paraphrase", "about", "url");
    }

    @Override
    public List<String> optional() {
        return List.of();
    }

    @Override
    public Entry entry(Row row) throws BadValue {
        LocalDate date = row.getDate("date");
        String id = ContentId.of(
                "S",
                row.text("speaker"),
                row.text("role"),
                date.toString(),
                row.text("place"),
                row.text("kind"),
                row.text("paraphrase"),
                row.text("about"),
                row.text("url"));
        return new Entry.Statement(
                row.register(),
                id,
                row.entered(),
                row.getText("speaker"),
                row.text("role"),
                date,
                row.findText("place"),
                row.getCode("kind", StatementKind.class),
                row.getText("paraphrase"),
                row.text("about"),
                row.text("url"));
    }
}
