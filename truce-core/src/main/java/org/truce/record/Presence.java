package org.truce.record;

import org.truce.base.Coded;

/** Whether a delegation came. */
public enum Presence implements Coded {
    ATTENDED("attended"),
    /** Invited or expected, and not there. */
    ABSENT("absent"),
    /** It came and left before the end. */
    LEFT("left"),
    /** Nothing is known of whether it came. */
    INVITED("invited");

    private final String code;

    Presence(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
