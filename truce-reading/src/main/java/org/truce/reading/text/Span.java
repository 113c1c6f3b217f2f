package org.truce.reading.text;

/**
 * A stretch of the original, in code points.
 *
 * @param start the first code point, from 0
 * @param end the one after the last; not before the start
 */
public record Span(int start, int end) implements Comparable<Span> {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no span: " + start + " to " + end);
        }
    }

    /** How many code points it has. */
    public int length() {
        return end - start;
    }

    public boolean isEmpty() {
        return start == end;
    }

    public boolean contains(int position) {
        return start <= position && position < end;
    }

    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    /** Whether the two have a code point in common. */
    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    /** In the order of their starts, the shorter first. */
    @Override
    public int compareTo(Span other) {
        return start != other.start
                ? Integer.compare(start, other.start)
                : Integer.compare(end, other.end);
    }
}
