package org.truce.record;

import org.truce.base.Coded;

/** What a statement does. */
public enum StatementKind implements Coded {
    CLAIM("claim"),
    DEMAND("demand"),
    COMMITMENT("commitment"),
    ASSESSMENT("assessment"),
    DENIAL("denial"),
    THREAT("threat");

    private final String code;

    StatementKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
