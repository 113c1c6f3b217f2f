package org.truce.reading.foreign;

import org.truce.base.Coded;

/** What may stand with a verb of saying as the thing said. */
enum Takes implements Coded {
    /** A clause after "that", or a quotation. */
    THAT("that"),
    /** A quotation and nothing else. */
    QUOTE("quote"),
    /** A thing: "denied the report". */
    THING("thing"),
    /** A thing after the verb's preposition: "warned of a return". */
    PREPOSITION("prep"),
    /** Whom, and what to do or of what: "called on the sides to stop". */
    WHOM("whom"),
    /** What the speaker or somebody else will do, in the infinitive. */
    INFINITIVE("to"),
    /** The speaker stands after "from" or "of": "quoted the minister as saying". */
    FROM("from"),
    /** What speaks is a paper in which it stands: "it says in the statement". */
    IN("in"),
    /** What and as what, of which the second is the clause's own noun: "blamed him for". */
    BLAME("blame");

    private final String code;

    Takes(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
