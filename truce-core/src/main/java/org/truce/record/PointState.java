package org.truce.record;

import org.truce.base.Coded;

/** What a line of the log does to an open point. */
public enum PointState implements Coded {
    OPENED("opened"),
    /** Somebody has it from here on. */
    TAKEN("taken"),
    CLOSED("closed");

    private final String code;

    PointState(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
