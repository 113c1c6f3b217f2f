package org.truce.reading.incident;

import org.truce.base.Coded;

/** How a text tells of an incident. */
public enum Realis implements Coded {
    HAPPENED("happened"),
    PLANNED("planned"),
    DENIED("denied"),
    HYPOTHETICAL("hypothetical");

    private final String code;

    Realis(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
