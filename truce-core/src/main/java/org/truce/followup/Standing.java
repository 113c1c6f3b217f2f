package org.truce.followup;

import org.truce.base.Coded;

/** How a claim stands against what was known on a day. */
public enum Standing implements Coded {
    BORNE_OUT("borne-out"),
    PARTLY("partly"),
    NOT_BORNE_OUT("not-borne-out"),
    /** Its words say what no measure decides: a question can be answered, the claim not. */
    CANNOT_BE_TESTED("cannot-be-tested"),
    CANNOT_TELL("cannot-tell");

    private final String code;

    Standing(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
