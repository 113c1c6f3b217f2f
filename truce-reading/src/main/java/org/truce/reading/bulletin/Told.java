package org.truce.reading.bulletin;

import org.truce.reading.bulletin.Tally.Flag;
import org.truce.reading.bulletin.Tally.Open;
import org.truce.reading.figures.Amount;
import org.truce.reading.text.Span;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is told of a row: its parts, or the row itself where it has none. */
final class Told {
    private Told() {}

    static List<Tally> of(Row row) {
        if (row.parts().isEmpty()) {
            return row.stated().map(total -> List.of(bare(row, total))).orElse(List.of());
        }
        List<Tally> tallies = new ArrayList<>();
        for (Row.Part part : row.parts()) {
            if (!part.hidden()) {
                tallies.add(part(row, part));
            }
        }
        return tallies;
    }

    private static Tally bare(Row row, Amount total) {
        return new Tally(
                row.side(),
                row.source(),
                row.place(),
                row.thing().map(Thing::code),
                whole(total),
                Optional.empty(),
                true,
                open(row.open(), row.side(), row.place()),
                total.least() == 0 ? Rule.NONE : Rule.BARE,
                opened(flags(row, total), open(row.open(), row.side(), row.place())),
                List.of(row.statedAt().orElseThrow()));
    }

    private static Tally part(Row row, Row.Part part) {
        Set<Flag> flags = flags(row, part.amount());
        boolean consistent = row.isConsistent();
        if (!consistent) {
            flags.add(Flag.CONTRADICTED);
        } else if (row.stated().isPresent() && !row.isWhole()) {
            flags.add(Flag.PARTIAL);
        }
        if (part.rest()) {
            flags.add(Flag.REMAINDER);
        }
        if (part.doubtful()) {
            flags.add(Flag.BY_FIGURES);
        }
        Open open = open(part.open(), part.side().or(row::side), part.place().or(row::place));
        List<Span> spans = new ArrayList<>(List.of(part.span()));
        row.statedAt().ifPresent(spans::add);
        return new Tally(
                part.side().or(row::side),
                row.source(),
                part.place().or(row::place),
                part.thing().or(row::thing).map(Thing::code),
                whole(part.amount()),
                row.stated().map(Told::whole),
                consistent,
                open,
                part.rule(),
                opened(flags, open),
                spans);
    }

    /** What is left open of what is not known. */
    private static Open open(Open maybe, Optional<String> side, Optional<String> place) {
        return new Open(
                side.isPresent() ? List.of() : maybe.sides(),
                place.isPresent() ? List.of() : maybe.places());
    }

    private static Set<Flag> opened(Set<Flag> flags, Open open) {
        if (!open.sides().isEmpty()) {
            flags.add(Flag.SIDE_OPEN);
        }
        if (!open.places().isEmpty()) {
            flags.add(Flag.PLACE_OPEN);
        }
        return flags;
    }

    private static int whole(Amount amount) {
        return (int) Math.min(amount.least(), Integer.MAX_VALUE);
    }

    private static Set<Flag> flags(Row row, Amount amount) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        if (row.isRestated()) {
            flags.add(Flag.OTHER_TOTAL);
        }
        if (amount.has(Amount.Doubt.APPROXIMATE)) {
            flags.add(Flag.APPROXIMATE);
        }
        if (amount.has(Amount.Doubt.MIXED_DIGITS)) {
            flags.add(Flag.MIXED_DIGITS);
        }
        if (amount.least() > Integer.MAX_VALUE) {
            flags.add(Flag.OVERFLOW);
        }
        if (amount.most().isEmpty() || amount.most().getAsLong() != amount.least()) {
            flags.add(Flag.RANGE);
        }
        return flags;
    }
}
