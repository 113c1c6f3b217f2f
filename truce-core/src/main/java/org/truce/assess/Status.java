package org.truce.assess;

import org.truce.base.Coded;

/** The six answers to "is it holding?". */
public enum Status implements Coded {
    HOLDING("holding"),
    HOLDING_WITH_EXCEPTIONS("holding-with-exceptions"),
    UNDER_STRAIN("under-strain"),
    NOT_HOLDING("not-holding"),
    NOT_IN_FORCE("not-in-force"),
    CANNOT_TELL("cannot-tell");

    private final String code;

    Status(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
