package org.truce.reading.words;

import org.truce.base.Coded;

/** What may stand after a verb of saying as the thing said. */
public enum Frame implements Coded {
    /** A clause with or without "that", or a quotation. */
    CLAUSE("clause"),
    /** A quotation, and nothing else. */
    QUOTE("quote"),
    /** Somebody who hears it stands before what is said: "told reporters that". */
    HEARER("hearer"),
    /** What the speaker will do: "vowed to hold fire". */
    TO("to"),
    /** Whom and what to do: "urged both sides to hold fire". */
    ORDER("order"),
    /** A thing wanted: "called for restraint"; "for" belongs to the verb. */
    FOR("for"),
    /** A thing: "denied the report". */
    THING("thing"),
    /** Whom and of what: "accused the army of shelling". */
    OF("of"),
    /** Whom and for what: "blamed the army for the shelling". */
    BLAME("blame"),
    /** What and as what: "called the attack a violation", "described it as a violation". */
    AS("as"),
    /** "insisted on a withdrawal". */
    ON("on"),
    /** "warned against a return to war". */
    AGAINST("against"),
    /** "expressed concern", "voiced hope that". */
    EXPRESS("express"),
    /** "committed to the truce", "committed itself to". */
    COMMIT("commit"),
    /** "held the army responsible for the shelling". */
    HOLD("hold"),
    /** "spoke of a calm". */
    SPEAK("speak"),
    /** A clause after "that", and none without it: "allowed that". */
    THAT("that"),
    /** Two things: "attributed the quiet to the rain", "compared it with a marriage". */
    LINK("link"),
    /** A thing and a figure: "put the number of shots at nine". */
    AT("at");

    private final String code;

    Frame(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
