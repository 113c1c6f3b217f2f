package org.truce.intake;

import org.truce.base.Means;
import org.truce.base.Watch;
import org.truce.record.Entry;

import java.util.List;

/** Coverage: one row is where and when somebody watched, or was kept from it. */
final class CoverageCsv implements EntryTable {
    @Override
    public List<String> required() {
        return List.of(
                "coverage_id",
                "site",
                "means",
                "watch",
                "source",
                "source_url",
                "published",
                "occurred_from",
                "occurred_to",
                "place_name",
                "admin1",
                "lat",
                "lon",
                "place_precision");
    }

    @Override
    public List<String> optional() {
        return List.of("by", "note");
    }

    @Override
    public Entry entry(Row row) throws BadValue {
        String id = row.getText("coverage_id");
        Watch watch = row.getCode("watch", Watch.class);
        if (watch == Watch.WATCHED && row.findText("by").isPresent()) {
            throw new BadValue(
                    "by",
                    "'by' names who kept somebody from watching, and this row says that they"
                            + " watched",
                    "leave it blank, or write access-denied or impeded");
        }
        return new Entry.Coverage(
                row.register(),
                id,
                row.entered(),
                AccountColumns.account(row),
                row.getText("site"),
                row.getCode("means", Means.class),
                watch,
                row.findText("by"));
    }
}
