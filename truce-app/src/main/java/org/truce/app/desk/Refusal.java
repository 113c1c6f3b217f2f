package org.truce.app.desk;

/** Something that cannot be put down or sent; nothing was recorded then, or it says what was. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String field;
    private final String problem;
    private final String todo;

    /**
     * @param field which part of what was said is at fault; empty where none is
     * @param problem what does not do, without a full stop
     * @param todo what to do about it, a sentence
     */
    Refusal(String field, String problem, String todo) {
        super(problem + ". " + todo);
        this.field = field;
        this.problem = problem;
        this.todo = todo;
    }

    public String field() {
        return field;
    }

    public String problem() {
        return problem;
    }

    public String todo() {
        return todo;
    }

    /** As one line. */
    public String text() {
        return problem + ". " + todo;
    }
}
