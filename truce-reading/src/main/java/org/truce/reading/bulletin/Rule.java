package org.truce.reading.bulletin;

import org.truce.base.Coded;

/** By which rule a count was tied to its place or side; see docs/reference/reading-bulletins.md. */
public enum Rule implements Coded {
    /** "Hama (2)", "Hama - 2", "Hama: two". */
    CLOSE("B1"),
    /** "two in Hama". */
    BEHIND("B2"),
    /** "Hama saw two". */
    BEFORE("B3"),
    /** "In Hama the mission heard two". */
    FRONT("B4"),
    /** A cell of a table. */
    TABLE("B5"),
    /** "six by the army", "By author: the army 6". */
    SIDE("B6"),
    /** "12 violations: seven bursts and five shots". */
    KIND("B7"),
    /** A count that has no parts. */
    BARE("B8"),
    /** Nothing was counted, and the text says so. */
    NONE("B9");

    private final String code;

    Rule(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
