package org.truce.record;

import org.truce.base.Coded;

/** How far a contribution has come. */
public enum Stage implements Coded {
    PLEDGED("pledged"),
    /** Leave to pass or to work was asked for. */
    ASKED("asked"),
    /** Leave was given. */
    CLEARED("cleared"),
    DELIVERED("delivered");

    private final String code;

    Stage(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
