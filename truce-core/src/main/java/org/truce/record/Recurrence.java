package org.truce.record;

import org.truce.base.Coded;

/** How often a commitment falls due. */
public enum Recurrence implements Coded {
    DAY("day"),
    /** From Monday. */
    WEEK("week"),
    MONTH("month");

    private final String code;

    Recurrence(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
