package org.truce.intake;

import org.truce.record.Entry;
import org.truce.record.EntryRef;
import org.truce.record.FollowUp;
import org.truce.record.Recurrence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Commitments: one row is what somebody said or signed that they will do. */
final class CommitmentsCsv implements EntryTable {
    private static final Set<String> INSTRUMENTS = Set.of("agreement", "round", "statement");

    @Override
    public List<String> required() {
        return FollowUpColumns.with(
                "commitment_id", "actor", "what", "for_whom", "made", "due", "shown_by", "under");
    }

    @Override
    public List<String> optional() {
        return List.of("every", "from", "to");
    }

    @Override
    public Entry entry(Row row) throws BadValue {
        Optional<Recurrence> every = row.findCode("every", Recurrence.class);
        Optional<LocalDate> due = row.findDate("due");
        FollowUpColumns.Days days = FollowUpColumns.days(row);
        if (every.isPresent() && days.from().isEmpty()) {
            throw new BadValue(
                    "from",
                    "'every' says that it recurs, and 'from' is blank",
                    "write the first day of the time in which it recurs");
        }
        Optional<LocalDate> made = row.findDate("made");
        if (due.isPresent() && made.filter(due.get()::isBefore).isPresent()) {
            row.warn(
                    "due",
                    "%s lies before %s, the day on which it was made"
                            .formatted(due.get(), made.get()));
        }
        if (every.isPresent() && due.isPresent()) {
            throw new BadValue(
                    "due",
                    "it recurs and has a single day on which it is due",
                    "leave 'due' blank: each period is due by its end; or leave 'every' blank");
        }
        return new FollowUp.Commitment(
                row.register(),
                row.getText("commitment_id"),
                row.entered(),
                row.getText("actor"),
                row.getText("what"),
                row.findText("for_whom"),
                made,
                due,
                every,
                days.from(),
                days.to(),
                row.findText("shown_by"),
                under(row),
                FollowUpColumns.basis(row));
    }

    private static Optional<String> under(Row row) throws BadValue {
        Optional<String> text = row.findText("under");
        if (text.isPresent()
                && EntryRef.find(text.get())
                        .filter(ref -> INSTRUMENTS.contains(ref.kind()))
                        .isEmpty()) {
            throw new BadValue(
                    "under",
                    "'%s' names no agreement, round or statement".formatted(text.get()),
                    "write agreement:ID, round:ID or statement:ID, or leave it blank");
        }
        return text;
    }
}
