package org.truce.intake;

/**
 * One physical line.
 *
 * @param number from 1
 * @param text the line without its ending; only its beginning where it is too long
 * @param ending the characters that end it; empty at the end of the file
 */
record Line(long number, String text, String ending, Flaw flaw) {

    /** What is wrong with the bytes of a line, before anybody looks at what it says. */
    enum Flaw {
        NONE("", ""),
        NOT_UTF8("not valid UTF-8", "save the file as UTF-8"),
        ZERO_BYTES("holds zero bytes and is not text", "save the file as UTF-8 text"),
        TOO_LONG("a line of more than 1 MiB", "check that the file is text with one row a line"),
        BROKEN_OFF(
                "the file breaks off here", "fetch or copy the file again, then import it again");

        private final String problem;
        private final String todo;

        Flaw(String problem, String todo) {
            this.problem = problem;
            this.todo = todo;
        }

        String problem() {
            return problem;
        }

        String todo() {
            return todo;
        }

        /** Whether the whole line is at hand, so that a row may run across it. */
        boolean complete() {
            return this != TOO_LONG && this != BROKEN_OFF;
        }
    }
}
