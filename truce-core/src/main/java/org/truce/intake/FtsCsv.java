package org.truce.intake;

import org.truce.record.ContributionKind;
import org.truce.record.Entry;

import java.util.List;
import java.util.Optional;

/**
 * An export of flows of the Financial Tracking Service (OCHA), as published on the Humanitarian
 * Data Exchange, by the names of its columns. One row is money that one organisation promised or
 * paid to another.
 */
final class FtsCsv implements EntryTable {
    private static final String SOURCE = "OCHA FTS";
    private static final FlowColumns COLUMNS = new FlowColumns(
            Optional.of("id"),
            "srcorganization",
            Optional.of("destorganization"),
            List.of("description", "destproject", "destplan", "destglobalclusters"),
            List.of("destlocations"),
            new FlowColumns.Measure(
                    "amountusd",
                    new FlowColumns.Unit.Fixed("USD"),
                    ContributionKind.FUNDING,
                    Optional.empty()),
            Optional.of("status"),
            Optional.empty(),
            Optional.of("date"),
            Optional.of("date"),
            List.of("firstreporteddate", "createdat", "updatedat"),
            Optional.empty(),
            Optional.empty(),
            List.of(
                    "destplan",
                    "destplancode",
                    "destproject",
                    "destprojectcode",
                    "destglobalclusters",
                    "contributiontype",
                    "originalamount",
                    "originalcurrency",
                    "refcode"));

    @Override
    public List<String> required() {
        return List.of("id", "date", "amountusd", "srcorganization", "destorganization", "status");
    }

    @Override
    public List<String> optional() {
        return List.of(
                "description",
                "destlocations",
                "destplan",
                "destplancode",
                "destproject",
                "destprojectcode",
                "destglobalclusters",
                "contributiontype",
                "originalamount",
                "originalcurrency",
                "refcode",
                "firstreporteddate",
                "createdat",
                "updatedat");
    }

    /** A row of hashtags under the header, which exports had for years, says nothing of a flow. */
    @Override
    public void take(Row row) throws BadValue {
        if (!HxlTags.isTagged(row.columns().stream().map(row::text).toList())) {
            EntryTable.super.take(row);
        }
    }

    @Override
    public Entry entry(Row row) throws BadValue {
        return Flows.contribution(row, COLUMNS, SOURCE);
    }
}
