package org.truce.reading.bulletin;

import org.truce.reading.bulletin.Count.Trait;
import org.truce.reading.figures.Amount;
import org.truce.reading.text.Span;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds what is divided by counts that say so without naming it: "Of these, four were in Hama", "Of
 * those of the army, ...", "By author: ...".
 */
final class BackReference {
    /** What is divided stands that many rows before at most. */
    private static final int NEAR = 8;

    private final List<Count> counts;
    private final List<Row> rows;

    /** @param part its place in the row; -1 for the row's total */
    private record Target(Row row, int part, Amount amount, Optional<String> side, Span span) {}

    BackReference(List<Count> counts, List<Row> rows) {
        this.counts = counts;
        this.rows = rows;
    }

    /**
     * Puts the counts from one to before another into the row that they divide, if there is one.
     */
    boolean divide(int from, int to) {
        Count first = counts.get(from);
        List<Count> parts = counts.subList(from, to).stream()
                .filter(one -> one.at().depth() == first.at().depth())
                .toList();
        Optional<Target> target = find(first, parts);
        if (target.isEmpty()) {
            return false;
        }
        Row row = rowOf(target.get(), first);
        boolean exact = false;
        for (Count part : parts) {
            Parts.of(part, false).forEach(one -> row.add(one, part.is(Trait.CLOSE)));
            exact |= part.is(Trait.CLOSE);
        }
        boolean some = parts.stream().anyMatch(one -> one.is(Trait.PART));
        if (some || (!exact && parts.size() == 1)) {
            row.markPartial();
        }
        row.settleRest();
        row.reach(first.at().line());
        return true;
    }

    /**
     * "21 incidents along the line and 4 along the border. Of the 21, ...": one of several parts.
     */
    boolean divideAgain(int again, int to) {
        Count whole = counts.get(again);
        Optional<Target> target = targets().stream()
                .filter(one -> one.part() >= 0 && one.amount().least() == whole.least())
                .findFirst();
        if (target.isEmpty() || again + 1 >= to) {
            return false;
        }
        Row row = rowOf(target.get(), whole);
        counts.subList(again + 1, to).stream()
                .filter(one -> one.at().depth() == whole.at().depth())
                .forEach(part ->
                        Parts.of(part, false).forEach(one -> row.add(one, part.is(Trait.CLOSE))));
        row.settleRest();
        row.reach(whole.at().line());
        return true;
    }

    /** "22 raids ... Raids: Hebron 12": a total of the same thing that nothing has divided yet. */
    boolean divideNamed(int from, int to) {
        Count first = counts.get(from);
        Optional<Row> total = rows.reversed().stream()
                .filter(row -> row.parts().isEmpty()
                        && row.block() == first.at().block()
                        && row.stated().filter(one -> one.least() > 0).isPresent()
                        && row.thing().equals(first.thing())
                        && Divisions.isSideOf(row.side(), first.owner().side()))
                .findFirst();
        total.ifPresent(row -> counts.subList(from, to)
                .forEach(part ->
                        Parts.of(part, false).forEach(one -> row.add(one, part.is(Trait.CLOSE)))));
        return total.isPresent();
    }

    private Optional<Target> find(Count first, List<Count> parts) {
        List<Target> targets = targets();
        if (first.owner().whole().isPresent()) {
            return targets.stream()
                    .filter(one -> Who.isAlike(one.side(), first.owner().whole()))
                    .findFirst();
        }
        long sum = parts.stream().mapToLong(Count::least).sum();
        Optional<Target> exact =
                targets.stream().filter(one -> one.amount().least() == sum).findFirst();
        return exact.or(() -> targets.stream()
                        .filter(one -> one.part() < 0 && one.amount().least() >= sum)
                        .findFirst())
                .or(() -> targets.stream().filter(one -> one.part() < 0).findFirst());
    }

    /** The latest first. */
    private List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        for (int i = rows.size() - 1; i >= Math.max(0, rows.size() - NEAR); i--) {
            Row row = rows.get(i);
            for (int part = row.parts().size() - 1; part >= 0; part--) {
                Row.Part one = row.parts().get(part);
                if (!one.hidden()) {
                    targets.add(new Target(
                            row, part, one.amount(), one.side().or(row::side), one.span()));
                }
            }
            row.stated()
                    .ifPresent(total -> targets.add(new Target(
                            row, -1, total, row.side(), row.statedAt().orElseThrow())));
        }
        return targets;
    }

    private Row rowOf(Target target, Count first) {
        Row old = target.row();
        if (target.part() < 0 && old.parts().isEmpty()) {
            return old;
        }
        Optional<String> side =
                target.part() < 0 && first.is(Trait.ANEW) ? Optional.empty() : target.side();
        Row row = new Row(
                side, old.source(), old.thing(), first.at().line(), first.at().block());
        row.state(target.amount(), target.span());
        if (target.part() >= 0) {
            old.hide(target.part()).place().ifPresent(row::placed);
        }
        rows.add(row);
        return row;
    }
}
