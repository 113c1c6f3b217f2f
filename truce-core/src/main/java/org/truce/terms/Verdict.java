package org.truce.terms;

import org.truce.base.Coded;

/** What a provision says of an incident. */
public enum Verdict implements Coded {
    BREACH("breach"),
    NO_BREACH("no-breach"),
    UNDETERMINED("undetermined");

    private final String code;

    Verdict(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
