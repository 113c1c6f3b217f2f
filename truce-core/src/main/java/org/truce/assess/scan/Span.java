package org.truce.assess.scan;

/**
 * Which runs of days are looked at, by number. The days are shortened to those that any run can
 * have: what came before is in what is expected, and in no run.
 *
 * <p>A table over a span has, for each site, {@code width + 1} slots: slot 0 for everything before
 * the span, slot {@code d + 1} for its day {@code d}. Summed up along the days, the difference of
 * two slots is a run of days, and what stands in slot 0 falls out of it.
 *
 * @param skipped days before the span
 * @param width days in the span
 * @param earliestEnd the first number of days after which a run may end, 1 to {@code width}
 * @param maxDays the longest run
 */
record Span(int skipped, int width, int earliestEnd, int maxDays) {

    static Span of(Intervals intervals, int days) {
        int longest = Math.min(intervals.maxDays(), days);
        return switch (intervals) {
            case Intervals.UpToNow now -> new Span(days - longest, longest, longest, longest);
            case Intervals.AnyTime any -> new Span(0, days, 1, longest);
        };
    }

    /** How many runs there are. */
    int runs() {
        int runs = 0;
        for (int end = earliestEnd; end <= width; end++) {
            runs += end - firstStart(end);
        }
        return runs;
    }

    /** The earliest start of the runs that end after {@code end} days. */
    int firstStart(int end) {
        return Math.max(0, end - maxDays);
    }

    /** The slots of one site. */
    int slots() {
        return width + 1;
    }

    /** The slot, among those of all sites, of a day that is numbered from the first of all. */
    int slot(int site, int day) {
        return site * slots() + Math.max(0, day - skipped + 1);
    }
}
