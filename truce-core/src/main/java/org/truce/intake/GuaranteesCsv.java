package org.truce.intake;

import org.truce.record.Entry;
import org.truce.record.FollowUp;
import org.truce.record.Influence;

import java.util.List;

/** Guarantees: one row is who may make whom comply, and who says so. */
final class GuaranteesCsv implements EntryTable {
    @Override
    public List<String> required() {
        return FollowUpColumns.with(
                "guarantee_id", "guarantor", "relation", "party", "under", "from", "to");
    }

    @Override
    public List<String> optional() {
        return List.of();
    }

    @Override
    public Entry entry(Row row) throws BadValue {
        FollowUpColumns.Days days = FollowUpColumns.days(row);
        return new FollowUp.Guarantee(
                row.register(),
                row.getText("guarantee_id"),
                row.entered(),
                row.getText("guarantor"),
                row.getCode("relation", Influence.class),
                row.getText("party"),
                row.findText("under"),
                days.from(),
                days.to(),
                FollowUpColumns.basis(row));
    }
}
