package org.truce.intake;

import org.truce.base.Coded;
import org.truce.record.Entry;
import org.truce.record.FollowUp;
import org.truce.record.Presence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Talks: one row is one round of a process, with who came and what it decided. */
final class TalksCsv implements EntryTable {
    @Override
    public List<String> required() {
        return FollowUpColumns.with(
                "round_id",
                "process",
                "round",
                "from",
                "to",
                "place",
                "convened_by",
                "agenda",
                "delegations",
                "outcomes");
    }

    @Override
    public List<String> optional() {
        return List.of();
    }

    @Override
    public Entry entry(Row row) throws BadValue {
        LocalDate from = row.getDate("from");
        LocalDate to = row.findDate("to").orElse(from);
        FollowUpColumns.requireOrder(Optional.of(from), Optional.of(to), "to");
        return new FollowUp.Round(
                row.register(),
                row.getText("round_id"),
                row.entered(),
                row.getText("process"),
                row.getText("round"),
                from,
                to,
                row.findText("place"),
                row.findText("convened_by"),
                row.findText("agenda"),
                delegations(row),
                FollowUpColumns.list(row, "outcomes"),
                FollowUpColumns.basis(row));
    }

    /** Items {@code actor / level / presence}; the level may be blank or left out. */
    private static List<FollowUp.Round.Delegation> delegations(Row row) throws BadValue {
        List<FollowUp.Round.Delegation> delegations = new ArrayList<>();
        for (String item : FollowUpColumns.list(row, "delegations")) {
            String[] parts = item.split("/", -1);
            String last = parts[parts.length - 1].strip();
            Optional<Presence> presence = Coded.find(Presence.class, last);
            if (parts.length < 2 || parts.length > 3 || parts[0].isBlank() || presence.isEmpty()) {
                throw new BadValue(
                        "delegations",
                        "'%s' is not a delegation".formatted(item),
                        "write actor / level / presence with presence one of "
                                + String.join(", ", Coded.listCodes(Presence.class))
                                + ", and semicolons between delegations");
            }
            delegations.add(new FollowUp.Round.Delegation(
                    parts[0].strip(),
                    parts.length == 3
                            ? Optional.of(parts[1].strip()).filter(level -> !level.isEmpty())
                            : Optional.empty(),
                    presence.get()));
        }
        return delegations;
    }
}
