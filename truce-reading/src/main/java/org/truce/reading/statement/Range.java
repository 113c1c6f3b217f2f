package org.truce.reading.statement;

/**
 * Items of a line.
 *
 * @param start the first
 * @param end the one after the last
 */
record Range(int start, int end) {
    Range {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no range: " + start + " to " + end);
        }
    }

    boolean isEmpty() {
        return start == end;
    }

    boolean contains(int i) {
        return start <= i && i < end;
    }
}
