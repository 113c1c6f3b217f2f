package org.truce.record;

import org.truce.base.Coded;

/** How one actor stands to another that may make it act. */
public enum Influence implements Coded {
    /** It undertook to make the other comply. */
    GUARANTEES("guarantees"),
    /** The other is said to look to it, whoever says so. */
    LOOKS_TO("looks-to");

    private final String code;

    Influence(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
