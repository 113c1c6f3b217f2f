package org.truce.reading.figures;

/**
 * What a word says of a number.
 *
 * @param value of a number word; 0 for one that only changes another
 */
record NumberWord(Role role, long value) {
    enum Role {
        /** 0 to 19, and tens in the languages that join them to units with a blank or "and". */
        NUMBER,
        TENS,
        HUNDRED,
        THOUSAND,
        /** Twelve, where a number may stand before it: two dozen. */
        DOZEN,
        /** At least that many: dozens, several. */
        MANY,
        /** How often: once, twice. */
        OFTEN,
        /** Behind a number it makes it "how often". */
        TIMES,
        /** None of what comes. */
        NONE,
        AT_LEAST,
        MORE_THAN,
        AT_MOST,
        ABOUT,
        BETWEEN,
        /** Changes nothing: "a total of", "as many as". */
        PLAIN,
        AND,
        TO,
        ARTICLE,
        /** What is measured, not counted: hours, kilometres, months. */
        MEASURE,
        /** Before a number that is a name or a date. */
        NAMED
    }
}
