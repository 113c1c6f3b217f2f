package org.truce.reading.bulletin;

import java.util.List;
import java.util.Optional;

/**
 * Joins counts by place to a total that the same paragraph gave before in another sentence, where
 * they are of one side and the figures agree.
 */
final class Restated {
    private static final int NEAR = 8;

    private final List<Row> rows;

    Restated(List<Row> rows) {
        this.rows = rows;
    }

    void join() {
        for (int i = rows.size() - 1; i > 0; i--) {
            Row row = rows.get(i);
            if (row.stated().isEmpty() && row.parts().size() > 1 && row.side().isPresent()) {
                Optional<Row> total = total(row, i);
                if (total.isPresent()) {
                    row.told().forEach(part -> total.get().add(part, true));
                    rows.remove(i);
                }
            }
        }
    }

    private Optional<Row> total(Row row, int at) {
        for (int i = at - 1; i >= Math.max(0, at - NEAR); i--) {
            Row before = rows.get(i);
            boolean fits = before.block() == row.block()
                    && before.parts().isEmpty()
                    && before.whole() == row.sum()
                    && Who.isAlike(before.side(), row.side())
                    && Divisions.isLike(before.thing(), row.thing());
            if (fits) {
                return Optional.of(before);
            }
        }
        return Optional.empty();
    }
}
