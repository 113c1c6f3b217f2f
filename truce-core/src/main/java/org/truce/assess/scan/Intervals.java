package org.truce.assess.scan;

/** The runs of days that are looked at. */
public sealed interface Intervals {

    /** The longest run, 1 or more. */
    int maxDays();

    /**
     * The last {@code d} days, for each {@code d} up to the longest: what stands out now.
     *
     * @param maxDays the longest run, 1 or more
     * @param askedEveryDays after how many days the question is asked again, above 0; with it a
     *     p-value becomes a recurrence interval
     */
    record UpToNow(int maxDays, double askedEveryDays) implements Intervals {
        public UpToNow {
            checkMaxDays(maxDays);
            if (!(askedEveryDays > 0) || askedEveryDays == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException(
                        "the question is asked again after more than 0 days: " + askedEveryDays);
            }
        }
    }

    /**
     * Every run of days: what stood out at any time. Such a question is asked once, so it has no
     * recurrence interval.
     *
     * @param maxDays the longest run, 1 or more
     */
    record AnyTime(int maxDays) implements Intervals {
        public AnyTime {
            checkMaxDays(maxDays);
        }
    }

    private static void checkMaxDays(int maxDays) {
        if (maxDays < 1) {
            throw new IllegalArgumentException("a run of days has one or more: " + maxDays);
        }
    }
}
