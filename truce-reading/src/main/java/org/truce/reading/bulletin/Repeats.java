package org.truce.reading.bulletin;

import org.truce.reading.figures.Amount;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Leaves out counts that only repeat others: the headline's total, and a total over all sides whose
 * own counts follow. A headline that gives another total than the row leaves a mark on the row.
 */
final class Repeats {
    private static final int NEAR = 4;

    /** A bulletin has few rows; looking at more for each would take time for hostile texts. */
    private static final int MOST_ROWS = 50;

    private Repeats() {}

    static List<Row> without(List<Row> rows) {
        Map<String, List<Row>> divided = new HashMap<>();
        for (Row row : rows) {
            if (!row.parts().isEmpty() && row.stated().isPresent()) {
                divided.computeIfAbsent(key(row), k -> new ArrayList<>()).add(row);
            }
        }
        List<Row> kept = new ArrayList<>();
        for (Row row : rows) {
            if (isSummary(row, divided)) {
                continue;
            }
            if (isTotalElsewhere(row, divided)) {
                continue;
            }
            boolean adopted = isAdopted(row, divided);
            if (!adopted && isHeadline(row, rows)) {
                continue;
            }
            boolean repeats = row.parts().isEmpty()
                    && row.stated().isPresent()
                    && row.stated().get().least() > 0
                    && (adopted
                            || isOf(row, divided.getOrDefault(key(row), List.of()))
                            || isRepeated(row, kept)
                            || isOfAllSides(row, rows));
            if (!repeats) {
                kept.add(row);
            }
        }
        return kept;
    }

    /** "48 in Donetsk and 13 in Luhansk", where what these are made of stands elsewhere. */
    private static boolean isSummary(Row row, Map<String, List<Row>> divided) {
        return row.parts().size() > 1
                && row.parts().stream().allMatch(part -> isDivided(row, part, divided));
    }

    /** "34 attacks in the zone", which another row divides. */
    private static boolean isTotalElsewhere(Row row, Map<String, List<Row>> divided) {
        return row.parts().size() == 1
                && row.stated().isEmpty()
                && row.whole() > 0
                && isDivided(row, row.parts().getFirst(), divided);
    }

    /** The total of a row below, of the same side by another word. */
    private static boolean isHeadline(Row row, List<Row> rows) {
        boolean first = rows.getFirst() == row && row.whole() > 0 && row.parts().size() < 2;
        if (!first || row.side().isEmpty()) {
            return false;
        }
        List<Row> near = rows.subList(0, Math.min(rows.size(), MOST_ROWS));
        boolean other =
                near.stream().anyMatch(one -> one != row && Who.isAlike(one.side(), row.side()));
        return !other
                && near.stream()
                        .anyMatch(one -> one != row
                                && one.side().isPresent()
                                && !one.parts().isEmpty()
                                && one.stated()
                                        .filter(it -> it.least() == row.whole())
                                        .isPresent());
    }

    /** "26 attacks by the rebels. Of the 26 attacks, 15 ..." is one count of one side. */
    private static boolean isAdopted(Row bare, Map<String, List<Row>> divided) {
        if (!bare.parts().isEmpty() || bare.side().isEmpty() || bare.place().isPresent()) {
            return false;
        }
        Optional<Row> same =
                divided.getOrDefault(key(Optional.empty(), bare.thing()), List.of()).stream()
                        .limit(MOST_ROWS)
                        .filter(row -> row.block() == bare.block()
                                && row.line() == bare.line() + 1
                                && row.side().isEmpty()
                                && row.parts().stream()
                                        .allMatch(part -> part.side().isEmpty())
                                && row.stated()
                                        .map(Amount::least)
                                        .equals(bare.stated().map(Amount::least)))
                        .findFirst();
        same.ifPresent(row -> row.adopt(bare.side()));
        return same.isPresent();
    }

    private static boolean isDivided(Row row, Row.Part part, Map<String, List<Row>> divided) {
        String key = key(part.side().or(row::side), part.thing().or(row::thing));
        return divided.getOrDefault(key, List.of()).stream()
                .limit(MOST_ROWS)
                .anyMatch(other -> other != row
                        && (other.place().equals(part.place())
                                || part.place().filter(Who::isCountry).isPresent())
                        && other.stated().orElseThrow().least() == part.amount().least());
    }

    private static String key(Row row) {
        return key(row.side(), row.thing());
    }

    private static String key(Optional<String> side, Optional<Thing> thing) {
        return side.map(Who::key).orElse("")
                + thing.map(one -> one.kind() == Thing.Kind.BREACH ? "" : one.code())
                        .orElse("");
    }

    private static boolean isOf(Row bare, List<Row> divided) {
        long total = bare.stated().orElseThrow().least();
        for (Row row : divided) {
            if (row.stated().orElseThrow().least() == total) {
                return true;
            }
        }
        if (divided.size() == 1 && bare.side().isPresent() && bare.place().isEmpty()) {
            divided.getFirst().restate();
            return true;
        }
        return false;
    }

    /** The row before it has the same count of the same side and no parts either. */
    private static boolean isRepeated(Row bare, List<Row> kept) {
        for (int i = kept.size() - 1; i >= Math.max(0, kept.size() - NEAR); i--) {
            Row row = kept.get(i);
            if (row.parts().isEmpty()
                    && row.stated().isPresent()
                    && row.line() != bare.line()
                    && key(row).equals(key(bare))
                    && bare.place().equals(row.place())
                    && row.stated().get().least() == bare.stated().orElseThrow().least()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfAllSides(Row bare, List<Row> rows) {
        if (bare.side().isPresent() || bare.place().isPresent()) {
            return false;
        }
        long sum = 0;
        int sides = 0;
        for (Row row : rows.subList(0, Math.min(rows.size(), MOST_ROWS))) {
            Optional<Long> stated = row.stated().map(total -> total.least());
            if (row.side().isPresent()
                    && stated.isPresent()
                    && Who.isAlike(row.thing().map(Thing::code), row.thing().map(Thing::code))) {
                sum += stated.get();
                sides++;
            }
        }
        return sides > 1 && sum == bare.stated().orElseThrow().least();
    }
}
