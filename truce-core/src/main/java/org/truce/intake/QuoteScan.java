package org.truce.intake;

/**
 * Follows the quotation marks of one record across physical lines, after RFC 4180: whether a quoted
 * field is still open at a line's end, and how many fields there are so far.
 */
final class QuoteScan {
    private enum State {
        FIELD_START,
        PLAIN,
        QUOTED,
        MARK_IN_QUOTED,
        BROKEN
    }

    private final char separator;
    private final int mostFields;
    private State state = State.FIELD_START;
    private int separators;

    QuoteScan(char separator, int mostFields) {
        this.separator = separator;
        this.mostFields = mostFields;
    }

    /** Goes on with the next physical line, its ending left out. */
    void feed(String line) {
        for (int i = 0; i < line.length() && !hopeless(); i++) {
            state = after(line.charAt(i));
        }
    }

    private State after(char c) {
        return switch (state) {
            case FIELD_START -> c == '"' ? State.QUOTED : plain(c);
            case PLAIN -> plain(c);
            case QUOTED -> c == '"' ? State.MARK_IN_QUOTED : State.QUOTED;
            case MARK_IN_QUOTED -> {
                if (c == '"') {
                    yield State.QUOTED;
                }
                yield c == separator ? plain(c) : State.BROKEN;
            }
            case BROKEN -> State.BROKEN;
        };
    }

    private State plain(char c) {
        if (c == separator) {
            separators++;
            return State.FIELD_START;
        }
        return State.PLAIN;
    }

    /** Whether the record goes on after the lines fed so far. */
    boolean open() {
        return state == State.QUOTED && !hopeless();
    }

    boolean broken() {
        return state == State.BROKEN;
    }

    /**
     * Whether no further line can make this a record. That too many fields end the search is also
     * what keeps it linear: a line that itself begins a search ends a field of every search that
     * passes over it, so no line is looked at more often than a record has fields.
     */
    private boolean hopeless() {
        return broken() || separators >= mostFields;
    }

    int fields() {
        return separators + 1;
    }
}
