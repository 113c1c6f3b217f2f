package org.truce.reading.foreign;

import org.truce.base.Coded;

/** What a common word tells of the words around it. */
enum Noun implements Coded {
    /** A person, by what he or she does. */
    ROLE("role"),
    INSTITUTION("institution"),
    /** Several persons without names. */
    CROWD("crowd"),
    /** A paper, which speaks for its author. */
    PAPER("paper"),
    /** A noun inside titles. */
    MODIFIER("modifier"),
    /** An adjective inside titles. */
    ADJECTIVE("adjective"),
    /** What is announced, confirmed or refused; it begins the thing said. */
    ACT("act"),
    /** Whom somebody calls upon. */
    WHOM("whom"),
    /** Where or at what something is said: a press conference. */
    OCCASION("occasion"),
    /** What tells of an occasion more closely. */
    OCCASION_WORD("occasion-word"),
    /** Who is told: reporters, an agency. */
    HEARER("hearer"),
    TIME("time");

    private final String code;

    Noun(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
