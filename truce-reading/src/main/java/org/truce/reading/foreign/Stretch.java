package org.truce.reading.foreign;

/** Items of a phrase, from one place to before another. */
record Stretch(int start, int end) {
    Stretch {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no stretch: " + start + " to " + end);
        }
    }

    int length() {
        return end - start;
    }

    boolean isEmpty() {
        return start == end;
    }
}
