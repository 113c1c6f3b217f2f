package org.truce.reading.gold;

/**
 * How much of what was expected was given.
 *
 * @param rightGiven how many of those given are right
 * @param given how many were given
 * @param rightExpected how many of those expected were given rightly; differs from the first only
 *     where the two are counted under headings of their own
 * @param expected how many were expected
 */
record Rate(long rightGiven, long given, long rightExpected, long expected) {
    Rate {
        if (rightGiven < 0 || rightExpected < 0 || rightGiven > given || rightExpected > expected) {
            throw new IllegalArgumentException(
                    "the right ones are among the others: %d of %d, %d of %d"
                            .formatted(rightGiven, given, rightExpected, expected));
        }
    }

    Rate(long right, long given, long expected) {
        this(right, given, right, expected);
    }

    /** 1 when nothing was given: nothing given is wrong. */
    double precision() {
        return given == 0 ? 1 : (double) rightGiven / given;
    }

    /** 1 when nothing was expected. */
    double recall() {
        return expected == 0 ? 1 : (double) rightExpected / expected;
    }

    /** The harmonic mean of precision and recall (van Rijsbergen 1979, with equal weights). */
    double f1() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }

    Rate plus(Rate other) {
        return new Rate(
                rightGiven + other.rightGiven,
                given + other.given,
                rightExpected + other.rightExpected,
                expected + other.expected);
    }
}
