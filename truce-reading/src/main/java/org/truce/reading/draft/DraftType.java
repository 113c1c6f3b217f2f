package org.truce.reading.draft;

import org.truce.base.Coded;

/** What a draft would become. */
public enum DraftType implements Coded {
    STATEMENT("statement"),
    TALLY("tally"),
    INCIDENT("incident");

    private final String code;

    DraftType(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
