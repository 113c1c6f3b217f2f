package org.truce.app.review;

import java.util.List;

/** What came of a review. */
public sealed interface Reviewed {
    /**
     * It is put down, and what it became is in the record.
     *
     * @param cautions what in the entry cannot be right, though it was taken in
     */
    record Done(Review review, List<String> cautions) implements Reviewed {
        public Done {
            cautions = List.copyOf(cautions);
        }
    }

    /**
     * Nothing was put down.
     *
     * @param column the column at fault; empty when it is none
     * @param todo what the person can do
     */
    record Refused(String column, String problem, String todo) implements Reviewed {
        /** In one line. */
        public String text() {
            return (column.isEmpty() ? "" : column + ": ") + problem + ". " + todo;
        }
    }
}
