package org.truce.app.review;

import org.truce.base.Phrase;
import org.truce.base.Phrases;

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
     * @param problem what is wrong, without a full stop
     * @param todo what the person can do, without a full stop
     */
    record Refused(String column, Phrase problem, Phrase todo) implements Reviewed {
        /** Problem and advice for a form, which calls the column by its label. */
        public String labelled(Phrases words) {
            List<Object> arguments = problem.arguments().stream()
                    .map(one -> one.equals(column) ? Phrase.of("review.column." + column) : one)
                    .toList();
            return sentences(words, new Phrase(problem.key(), arguments));
        }

        private String sentences(Phrases words, Phrase wrong) {
            String advice = words.say(todo);
            return words.say(wrong)
                    + ". "
                    + Character.toUpperCase(advice.charAt(0))
                    + advice.substring(1)
                    + ".";
        }

        /** In one line of English, with the column's name. */
        public String text() {
            return (column.isEmpty() ? "" : column + ": ") + sentences(Phrases.in("en"), problem);
        }
    }
}
