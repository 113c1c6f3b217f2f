package org.truce.intake;

/** A value that cannot be taken in; it costs its row or its feature, never the file. */
final class BadValue extends Exception {
    private static final long serialVersionUID = 1;

    private final String column;
    private final String problem;
    private final String todo;

    BadValue(String column, String problem, String todo) {
        // A file may hold millions of bad rows, and nobody reads where in the code each was found.
        super(problem, null, false, false);
        this.column = column;
        this.problem = problem;
        this.todo = todo;
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
}
