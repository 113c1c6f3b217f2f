package org.truce.app.model;

/** A model that cannot be asked, or gave no reply; the message says what to do. */
public final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String why;

    ModelException(String why) {
        super(why);
        this.why = why;
    }

    /** What is wrong and what to do. */
    public String why() {
        return why;
    }
}
