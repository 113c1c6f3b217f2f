package org.truce.intake;

import org.truce.base.Phrases;

import java.util.Optional;

/** A value that cannot be taken in; it costs its row or its feature, never the file. */
final class BadValue extends Exception {
    private static final long serialVersionUID = 1;
    private static final Phrases ENGLISH = Phrases.in("en");

    private final String column;
    private final String problem;
    private final String todo;
    private final transient Optional<Wording> wording;

    BadValue(String column, String problem, String todo) {
        this(column, problem, todo, Optional.empty());
    }

    /** One whose words there are in every language, for forms that people fill in. */
    BadValue(String column, Wording wording) {
        this(
                column,
                ENGLISH.say(wording.problem()),
                ENGLISH.say(wording.todo()),
                Optional.of(wording));
    }

    private BadValue(String column, String problem, String todo, Optional<Wording> wording) {
        // A file may hold millions of bad rows, and nobody reads where in the code each was found.
        super(problem, null, false, false);
        this.column = column;
        this.problem = problem;
        this.todo = todo;
        this.wording = wording;
    }

    String column() {
        return column;
    }

    String problem() {
        return problem;
    }

    String todo() {
        return todo;
    }

    Optional<Wording> wording() {
        return wording;
    }
}
