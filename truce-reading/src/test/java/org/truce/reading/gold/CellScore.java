package org.truce.reading.gold;

import java.util.ArrayList;
import java.util.List;

/** Cells found in a set of bulletins against those expected. */
final class CellScore {
    private final List<String> misses = new ArrayList<>();
    private Rate exact = new Rate(0, 0, 0);
    private Rate contradictions = new Rate(0, 0, 0);

    void add(Gold.Bulletin bulletin, Answer answer) {
        List<Answer.Cell> left = new ArrayList<>(answer.cells());
        int right = 0;
        for (Answer.Cell cell : bulletin.cells()) {
            if (removeFirst(left, cell)) {
                right++;
            } else {
                misses.add(bulletin.name() + ": no " + describe(cell));
            }
        }
        left.forEach(cell -> misses.add(bulletin.name() + ": not expected " + describe(cell)));
        exact = exact.plus(
                new Rate(right, answer.cells().size(), bulletin.cells().size()));
        addContradictions(bulletin, answer);
    }

    private void addContradictions(Gold.Bulletin bulletin, Answer answer) {
        List<Answer.Cell> flagged = new ArrayList<>(
                answer.cells().stream().filter(cell -> !cell.consistent()).toList());
        int given = flagged.size();
        List<Answer.Cell> expected =
                bulletin.cells().stream().filter(cell -> !cell.consistent()).toList();
        int right = 0;
        for (Answer.Cell cell : expected) {
            right += removeFirst(flagged, cell) ? 1 : 0;
        }
        contradictions = contradictions.plus(new Rate(right, given, expected.size()));
    }

    private static boolean removeFirst(List<Answer.Cell> cells, Answer.Cell wanted) {
        for (int i = 0; i < cells.size(); i++) {
            if (same(cells.get(i), wanted)) {
                cells.remove(i);
                return true;
            }
        }
        return false;
    }

    private static boolean same(Answer.Cell one, Answer.Cell other) {
        return one.count() == other.count()
                && one.consistent() == other.consistent()
                && one.statedTotal().equals(other.statedTotal())
                && Names.same(one.side().orElse(""), other.side().orElse(""))
                && Names.samePlace(one.place().orElse(""), other.place().orElse(""));
    }

    private static String describe(Answer.Cell cell) {
        return "%s | %s | %d | of %s | %s"
                .formatted(
                        cell.side().orElse("-"),
                        cell.place().orElse("-"),
                        cell.count(),
                        cell.statedTotal().map(Object::toString).orElse("-"),
                        cell.consistent() ? "consistent" : "contradicted");
    }

    /** Side, place, count, stated total and whether it is consistent, all as expected. */
    Rate exact() {
        return exact;
    }

    /** Cells of contradicted rows that are flagged, each found exactly. */
    Rate contradictions() {
        return contradictions;
    }

    List<String> listMisses() {
        return List.copyOf(misses);
    }
}
