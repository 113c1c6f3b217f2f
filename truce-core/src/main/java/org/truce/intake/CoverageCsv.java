package org.truce.intake;

import org.truce.base.Means;
import org.truce.base.Watch;
import org.truce.record.Entry;
import org.truce.record.Patrol;
import org.truce.record.PatrolOutcome;

import java.util.List;
import java.util.Optional;

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
        return List.of("by", "note", "outcome", "tasked", "seen", "not_seen");
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
        Means means = row.getCode("means", Means.class);
        return new Entry.Coverage(
                row.register(),
                id,
                row.entered(),
                AccountColumns.account(row),
                row.getText("site"),
                means,
                watch,
                row.findText("by"),
                patrol(row, means, watch));
    }

    private static Optional<Patrol> patrol(Row row, Means means, Watch watch) throws BadValue {
        Optional<PatrolOutcome> outcome = row.findCode("outcome", PatrolOutcome.class);
        if (outcome.isEmpty()) {
            return Optional.empty();
        }
        if (means != Means.PATROL) {
            throw new BadValue(
                    "outcome",
                    "an outcome is a patrol's, and the means is " + means.code(),
                    "leave it blank, or write patrol as the means");
        }
        boolean watched = watch == Watch.WATCHED;
        boolean fits = switch (outcome.get()) {
            case MADE -> watched;
            case CUT_SHORT -> true;
            case BLOCKED -> watch == Watch.ACCESS_DENIED;
            case NOT_MADE -> !watched;
        };
        if (!fits) {
            throw new BadValue(
                    "outcome",
                    "a patrol that is '%s' does not go with '%s'"
                            .formatted(outcome.get().code(), watch.code()),
                    "write watched for one that was made, access-denied for one that was blocked,"
                            + " and for one cut short a row for each of the two");
        }
        return Optional.of(new Patrol(
                outcome.get(), row.sealed("tasked"), row.sealed("seen"), row.sealed("not_seen")));
    }
}
