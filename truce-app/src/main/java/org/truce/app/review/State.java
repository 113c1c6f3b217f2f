package org.truce.app.review;

import org.truce.base.Coded;

/** Where a draft stands. */
public enum State implements Coded {
    /** Nobody has reviewed it. */
    OPEN("open"),
    ACCEPTED("accepted"),
    EDITED("edited"),
    DROPPED("dropped"),
    /** It was to go into the record and is not there: the program ended in between. */
    UNFINISHED("unfinished");

    private final String code;

    State(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** Whether a person is to look at it. */
    public boolean waits() {
        return this == OPEN || this == UNFINISHED;
    }
}
