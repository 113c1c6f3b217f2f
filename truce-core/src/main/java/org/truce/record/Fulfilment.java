package org.truce.record;

import org.truce.base.Coded;

/** What became of a commitment, on the day on which somebody judged it. */
public enum Fulfilment implements Coded {
    HONOURED("honoured"),
    /** Done, after the day on which it was due. */
    LATE("late"),
    PARTLY("partly"),
    NOT_HONOURED("not-honoured"),
    /** The day has not come, or no day was set and it goes on. */
    NOT_DUE("not-due"),
    /** What is public does not tell. */
    NOT_VERIFIABLE("not-verifiable");

    private final String code;

    Fulfilment(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
