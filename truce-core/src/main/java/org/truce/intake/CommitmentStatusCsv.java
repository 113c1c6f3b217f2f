package org.truce.intake;

import org.truce.record.Entry;
import org.truce.record.FollowUp;
import org.truce.record.Fulfilment;

import java.time.LocalDate;
import java.util.List;

/** What became of commitments: one row is what somebody judged on a day, and why. */
final class CommitmentStatusCsv implements EntryTable {
    @Override
    public List<String> required() {
        return FollowUpColumns.with("commitment", "status", "on", "evidence", "why", "by");
    }

    @Override
    public List<String> optional() {
        return List.of("period");
    }

    @Override
    public Entry entry(Row row) throws BadValue {
        LocalDate on = row.getDate("on");
        String id = ContentId.of(
                "CS",
                row.text("commitment"),
                row.text("period"),
                row.text("status"),
                on.toString(),
                row.text("evidence"),
                row.text("why"));
        return new FollowUp.CommitmentStatus(
                row.register(),
                id,
                row.entered(),
                row.getText("commitment"),
                row.findDate("period"),
                row.getCode("status", Fulfilment.class),
                on,
                FollowUpColumns.refs(row, "evidence"),
                row.getText("why"),
                row.seal(row.getText("by")),
                FollowUpColumns.basis(row));
    }
}
