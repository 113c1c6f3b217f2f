package org.truce.reading.statement;

import org.truce.base.Coded;

/**
 * How a statement stands in a text: in quotation marks, reported, or reported with some words
 * quoted.
 */
public enum Form implements Coded {
    DIRECT("direct"),
    INDIRECT("indirect"),
    MIXED("mixed");

    private final String code;

    Form(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
