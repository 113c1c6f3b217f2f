package org.truce.reading.incident;

import org.truce.base.Coded;

/** By which rule an incident was read; see docs/reference/reading-bulletins.md. */
public enum Rule implements Coded {
    /** "X shelled Y", "shells hit Y". */
    ACTIVE("I1"),
    /** "Y was shelled by X". */
    PASSIVE("I2"),
    /** "X and Y clashed". */
    MUTUAL("I3"),
    /** "the shelling of Y by X". */
    NOUN("I4"),
    /** "X shot dead Y". */
    DEATH("I5"),
    /** Only losses are told, and where. */
    LOSSES("I6");

    private final String code;

    Rule(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
