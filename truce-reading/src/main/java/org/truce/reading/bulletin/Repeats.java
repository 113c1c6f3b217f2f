package org.truce.reading.bulletin;

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
            boolean repeats = row.parts().isEmpty()
                    && row.stated().isPresent()
                    && row.stated().get().least() > 0
                    && (isOf(row, divided.getOrDefault(key(row), List.of()))
                            || isRepeated(row, kept)
                            || isOfAllSides(row, rows));
            if (!repeats) {
                kept.add(row);
            }
        }
        return kept;
    }

    private static String key(Row row) {
        return row.side().map(Who::key).orElse("")
                + row.thing()
                        .map(thing -> thing.kind() == Thing.Kind.BREACH ? "" : thing.code())
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
