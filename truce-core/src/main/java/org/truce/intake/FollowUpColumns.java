package org.truce.intake;

import org.truce.base.OneLine;
import org.truce.record.Basis;
import org.truce.record.EntryRef;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The columns that files about follow-up share, and lists inside a field. */
final class FollowUpColumns {
    static final List<String> BASIS = List.of("source", "source_url", "published", "note");

    private FollowUpColumns() {}

    /** {@code own} and after them the columns that say on whose word a row rests. */
    static List<String> with(String... own) {
        List<String> all = new ArrayList<>(Arrays.asList(own));
        all.addAll(BASIS);
        return List.copyOf(all);
    }

    static Basis basis(Row row) throws BadValue {
        return new Basis(
                row.seal(row.getText("source")),
                row.sealed("source_url"),
                row.findDate("published"),
                row.sealed("note"));
    }

    /** A name that stands on one line wherever it is shown or sent. */
    static Optional<String> findLine(Row row, String column) throws BadValue {
        Optional<String> text = row.findText(column);
        if (text.filter(OneLine::isBroken).isPresent()) {
            throw new BadValue(
                    column,
                    "'%s' has a line break or a control character in it".formatted(column),
                    "write it on one line of plain characters");
        }
        return text;
    }

    /** What stands between semicolons, without blank items. */
    static List<String> list(Row row, String column) {
        return Arrays.stream(row.text(column).split(";"))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /** Entries named as {@code kind:id}. */
    static List<String> refs(Row row, String column) throws BadValue {
        List<String> refs = list(row, column);
        for (String ref : refs) {
            if (EntryRef.find(ref).isEmpty()) {
                throw new BadValue(
                        column,
                        "'%s' does not name an entry".formatted(ref),
                        "write kind:id, for example report:R0191; the kinds are "
                                + String.join(", ", EntryRef.listKinds()));
            }
        }
        return refs;
    }

    /** The first and the last local day, as far as they are known. */
    record Days(Optional<LocalDate> from, Optional<LocalDate> to) {}

    /** Of the columns {@code from} and {@code to}. */
    static Days days(Row row) throws BadValue {
        Days days = new Days(row.findDate("from"), row.findDate("to"));
        requireOrder(days.from(), days.to(), "to");
        return days;
    }

    /** The two days, where both are there in order. */
    static void requireOrder(Optional<LocalDate> from, Optional<LocalDate> to, String column)
            throws BadValue {
        if (from.isPresent() && to.isPresent()) {
            Spans.requireOrder(from.get(), to.get(), column);
        }
    }
}
