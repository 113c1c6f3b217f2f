package org.truce.reading.bulletin;

import org.truce.reading.figures.Amount;
import org.truce.reading.text.Span;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rows read so far, and the one that is open for more parts. */
final class Rows {
    private final List<Row> all = new ArrayList<>();
    private final Set<String> cells = new HashSet<>();
    private Optional<Row> open = Optional.empty();
    private Optional<Row> lastWhole = Optional.empty();
    private Optional<String> lastSide = Optional.empty();

    List<Row> all() {
        return all;
    }

    Optional<Row> open() {
        return open;
    }

    /** The side of the last row that has one. */
    Optional<String> lastSide() {
        return lastSide;
    }

    /** The total that a new division divides. */
    Optional<Amount> lastTotal() {
        return lastWhole.flatMap(Row::stated);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Puts down a row that is complete. */
    void add(Row row) {
        all.add(row);
    }

    Row begin(Row row) {
        all.add(row);
        open = Optional.of(row);
        row.side().ifPresent(side -> lastSide = Optional.of(side));
        if (row.stated().isPresent()) {
            lastWhole = open;
        }
        return row;
    }

    void reopen(Optional<Row> row) {
        open = row;
    }

    boolean hasParts() {
        return open.filter(row -> !row.parts().isEmpty()).isPresent();
    }

    boolean has(Optional<String> side) {
        return all.stream().anyMatch(row -> Who.isAlike(row.side(), side));
    }

    /** Whether a side has had no count at a place yet. */
    boolean isNew(String side, String place) {
        return cells.add(side + "\n" + place);
    }

    /** A total behind its parts. */
    void sumUp(Amount amount, Span span) {
        Row row = open.orElseThrow();
        if (row.stated().isEmpty()) {
            row.state(amount, span);
            lastWhole = open;
        } else if (row.stated().get().least() != amount.least()) {
            row.restate();
        }
    }
}
