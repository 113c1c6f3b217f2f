package org.truce.reading.bulletin;

import org.truce.reading.bulletin.Count.Trait;

import java.util.ArrayList;
import java.util.List;

/** Totals that stand behind what they sum up. */
final class Sums {
    private final List<Row> rows;

    Sums(List<Row> rows) {
        this.rows = rows;
    }

    /**
     * Takes a count for the total of rows before it, if it is one.
     *
     * @param open whether it is no total of what follows
     */
    boolean isOfRows(Count count, boolean open) {
        List<Row> near = near(count);
        if (near.isEmpty() || !count.where().isNowhere()) {
            return false;
        }
        Row last = near.getLast();
        boolean other = count.is(Trait.SIDED)
                && count.owner().side().isPresent()
                && !Who.isAlike(last.side(), count.owner().side());
        if (other) {
            return isOfSide(near, count);
        }
        if (last.stated().isEmpty() && last.sum() == count.least()) {
            last.state(count.amount(), count.span());
            return true;
        }
        boolean own = last.line() == count.at().line()
                && last.last() == count.at().line()
                && last.parts().size() > 1;
        if (isOfAll(near, count)) {
            return true;
        }
        if (own && last.stated().isEmpty() && isAlone(near, count)) {
            last.state(count.amount(), count.span());
            return true;
        }
        return open && (isOfList(near, count) || isOfLast(last, count));
    }

    /** Whether its sentence has no other row that it might sum up as well. */
    private static boolean isAlone(List<Row> near, Count count) {
        return near.stream().filter(row -> row.line() == count.at().line()).count() == 1;
    }

    /** "Sum army 4, sum brigades 6" behind the counts of both. */
    private static boolean isOfSide(List<Row> near, Count count) {
        for (Row row : near.reversed()) {
            if (Who.isAlike(row.side(), count.owner().side()) && row.stated().isEmpty()) {
                row.state(count.amount(), count.span());
                return true;
            }
        }
        return false;
    }

    /** "Six shellings in two days" below a list of six: no word says so, but the figures do. */
    boolean isExactly(Count count) {
        List<Row> near = near(count);
        if (near.isEmpty() || !count.where().isNowhere() || count.owner().side().isPresent()) {
            return false;
        }
        Row last = near.getLast();
        boolean sums = last.stated().isEmpty()
                && last.parts().size() > 1
                && last.last() == count.at().line() - 1
                && last.sum() == count.least();
        if (sums) {
            last.state(count.amount(), count.span());
        }
        return sums;
    }

    private List<Row> near(Count count) {
        List<Row> near = new ArrayList<>();
        for (int i = rows.size() - 1; i >= 0 && near.size() < 20; i--) {
            Row row = rows.get(i);
            boolean below = count.is(Trait.SUM)
                    && row.block() == count.at().block() - 1
                    && row.last() >= count.at().line() - 2
                    && row.parts().size() > 1
                    && row.stated().isEmpty();
            if (row.block() != count.at().block() && !below) {
                break;
            }
            if (isLike(row, count)) {
                near.addFirst(row);
            }
        }
        return near;
    }

    private static boolean isLike(Row row, Count count) {
        boolean any =
                count.thing().filter(thing -> thing.kind() == Thing.Kind.BREACH).isPresent();
        return any || Divisions.isLike(row.thing(), count.thing());
    }

    /** The total of several rows; where none of them has one it is that of each part. */
    private boolean isOfAll(List<Row> near, Count count) {
        for (int from = near.size() - 2; from >= 0; from--) {
            List<Row> some = near.subList(from, near.size());
            long sum = some.stream().mapToLong(Row::whole).sum();
            if (sum != count.least()) {
                continue;
            }
            if (some.stream()
                    .allMatch(row -> row.stated().isEmpty() || row.parts().isEmpty())) {
                join(List.copyOf(some), count);
            }
            return true;
        }
        return false;
    }

    /** The total below lines that have one count each, none of them with a place. */
    private boolean isOfList(List<Row> near, Count count) {
        int from = near.size();
        while (from > 0
                && near.get(from - 1).parts().isEmpty()
                && near.get(from - 1).line() >= count.at().line() - (near.size() - from) - 1) {
            from--;
        }
        List<Row> lines = List.copyOf(near.subList(from, near.size()));
        if (lines.size() < 2 || !count.is(Trait.LISTED)) {
            return false;
        }
        join(lines, count);
        return true;
    }

    private void join(List<Row> some, Count count) {
        Row first = some.getFirst();
        Row all = new Row(
                java.util.Optional.empty(),
                first.source(),
                first.thing(),
                first.line(),
                first.block());
        all.state(count.amount(), count.span());
        for (Row row : some) {
            row.told().forEach(part -> all.add(part, true));
        }
        rows.removeAll(some);
        rows.add(all);
        all.reach(count.at().line());
    }

    private static boolean isOfLast(Row last, Count count) {
        if (last.parts().isEmpty() || last.last() < count.at().line() - 1) {
            return false;
        }
        if (last.stated().isEmpty()) {
            last.state(count.amount(), count.span());
            return true;
        }
        if (last.stated().get().least() != count.least()) {
            last.restate();
        }
        return true;
    }
}
