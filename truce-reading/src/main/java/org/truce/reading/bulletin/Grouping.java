package org.truce.reading.bulletin;

import org.truce.reading.bulletin.Count.Trait;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts counts into rows: finds for each count whether those that follow divide it, whether it sums
 * up those before it, or whether it stands beside them. That the figures add up decides where the
 * words leave it open; that they do not never hides a total that the words give.
 */
final class Grouping {
    private final List<Count> counts;
    private final Divisions divisions;
    private final List<Row> rows = new ArrayList<>();

    private Grouping(List<Count> counts) {
        this.counts = counts;
        this.divisions = new Divisions(counts);
    }

    static List<Row> of(List<Count> counts) {
        Grouping made = new Grouping(counts);
        int at = 0;
        while (at < counts.size()) {
            at = made.take(at);
        }
        new Restated(made.rows).join();
        return made.rows;
    }

    /** Puts down one count with what belongs to it; the count to go on with. */
    private int take(int at) {
        Count count = counts.get(at);
        if (divisions.isMention(at)) {
            int next = divisions.behind(at);
            while (next < counts.size() && isMentionedToo(at, next)) {
                next = divisions.behind(next);
            }
            return next;
        }
        int behind = divisions.totalBehind(at);
        if (behind >= 0) {
            Divisions.Division sum = divisions.find(behind).orElseThrow();
            divide(counts.get(behind), count.owner().side(), sum);
            return sum.next();
        }
        Optional<Divisions.Division> division = divisions.find(at);
        boolean back = count.is(Trait.WHOLE)
                || count.is(Trait.ANEW)
                || count.owner().whole().isPresent();
        if (back) {
            int end = divisions.endOfLine(at);
            if (new BackReference(counts, rows).divide(at, end)) {
                return end;
            }
        }
        if (count.is(Trait.AGAIN)) {
            int end = divisions.endOfLine(at);
            if (new BackReference(counts, rows).divideAgain(at, end)) {
                return end;
            }
        }
        if (count.is(Trait.HEADED) && count.is(Trait.CLOSE)) {
            int end = divisions.endOfLine(at);
            if (new BackReference(counts, rows).divideNamed(at, end)) {
                return end;
            }
        }
        if (count.is(Trait.SUM) && new Sums(rows).isOfRows(count, division.isEmpty())) {
            return divisions.behind(at);
        }
        if (division.isEmpty() && new Sums(rows).isExactly(count)) {
            return divisions.behind(at);
        }
        if (division.isPresent()) {
            divide(count, count.owner().side(), division.get());
            return division.get().next();
        }
        single(count);
        return divisions.behind(at);
    }

    /** "including 16 explosions and two bursts". */
    private boolean isMentionedToo(int at, int next) {
        Count first = counts.get(at);
        Count count = counts.get(next);
        return count.at().line() == first.at().line()
                && count.is(Trait.NAMED)
                && !count.is(Trait.COLON)
                && count.where().equals(first.where())
                && count.owner().equals(first.owner());
    }

    private void divide(Count total, Optional<String> side, Divisions.Division division) {
        Row row = new Row(
                side,
                total.owner().source(),
                total.thing(),
                total.at().line(),
                total.at().block());
        row.state(total.amount(), total.span());
        if (total.where().names().size() == 1) {
            row.placed(total.where().names().getFirst());
        }
        rows.add(row);
        for (int at : division.parts()) {
            Count part = counts.get(at);
            Optional<Divisions.Division> inner = divisions.inner(at);
            put(row, part, inner.isPresent());
            inner.ifPresent(one -> divide(part, part.owner().side().or(() -> side), one));
        }
        boolean some = division.parts().size() == 1
                && counts.get(division.parts().getFirst()).is(Trait.WHOLE);
        if (some) {
            row.markPartial();
        }
        row.settleRest();
    }

    private static void put(Row row, Count part, boolean hidden) {
        Parts.of(part, hidden).forEach(one -> row.add(one, part.is(Trait.CLOSE)));
        if (part.is(Trait.PART) || part.is(Trait.SHARED)) {
            row.markPartial();
        }
        row.reach(part.at().line());
    }

    /** A count that neither divides nor is divided stands beside the one before, or alone. */
    private void single(Count count) {
        if (count.is(Trait.REST)) {
            return;
        }
        if (count.where().isNowhere()) {
            Row bare = begin(count);
            bare.state(count.amount(), count.span());
            bare.leave(count.open());
            return;
        }
        Optional<Row> beside = rows.isEmpty()
                ? Optional.empty()
                : Optional.of(rows.getLast()).filter(row -> isBeside(row, count));
        Row row = beside.orElseGet(() -> begin(count));
        put(row, count, false);
    }

    private Row begin(Count count) {
        Row row = new Row(
                count.owner().side(),
                count.owner().source(),
                count.thing(),
                count.at().line(),
                count.at().block());
        rows.add(row);
        return row;
    }

    /** "twelve in Donske, four in Kamianka": a row that somebody may sum up. */
    private static boolean isBeside(Row row, Count count) {
        boolean same = row.last() == count.at().line();
        boolean listed = count.is(Trait.LISTED) && row.last() == count.at().line() - 1;
        boolean parallel = count.is(Trait.CLOSE)
                && row.isClose()
                && row.last() == count.at().line() - 1;
        boolean elliptic = !count.is(Trait.NAMED) && row.last() >= count.at().line() - 1;
        boolean near = row.block() == count.at().block()
                && (same || listed || parallel || (elliptic && !count.is(Trait.NONE)));
        boolean nobody = count.owner().side().isEmpty()
                && (!count.is(Trait.NONE) || (same && row.side().isEmpty()))
                && (same || !count.is(Trait.SIDED));
        return near
                && row.stated().isEmpty()
                && (nobody || Who.isAlike(row.side(), count.owner().side()))
                && Divisions.isLike(row.thing(), count.thing());
    }
}
