package org.truce.app.review;

import org.truce.base.Coded;

/** What a person does with a draft. */
public enum ReviewAct implements Coded {
    /** Into the record as it was proposed. */
    ACCEPT("accept"),
    /** Into the record with something changed. */
    EDIT("edit"),
    /** Not into the record. */
    DROP("drop");

    private final String code;

    ReviewAct(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
