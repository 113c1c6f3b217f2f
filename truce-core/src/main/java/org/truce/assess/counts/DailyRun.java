package org.truce.assess.counts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Every day from the first counted one to a last one, by position from 0, with sums over stretches.
 * A day that nobody observed has its place in time, and adds neither events nor exposure.
 */
final class DailyRun {
    private final int days;
    /** Of the days before each position. */
    private final int[] eventsBefore;

    private final double[] exposureDaysBefore;
    private final double[] observedDaysBefore;

    private DailyRun(int days) {
        this.days = days;
        eventsBefore = new int[days + 1];
        exposureDaysBefore = new double[days + 1];
        observedDaysBefore = new double[days + 1];
    }

    /**
     * Up to {@code last}; later days are left out. Without a counted day until then it is empty.
     */
    static DailyRun until(LocalDate last, DailyCounts counts) {
        if (counts.days().isEmpty() || counts.days().getFirst().day().isAfter(last)) {
            return new DailyRun(0);
        }
        LocalDate first = counts.days().getFirst().day();
        DailyRun run = new DailyRun(1 + (int) ChronoUnit.DAYS.between(first, last));
        for (CountedDay day : counts.days()) {
            int at = (int) ChronoUnit.DAYS.between(first, day.day());
            if (at < run.days) {
                run.eventsBefore[at + 1] = day.events();
                run.exposureDaysBefore[at + 1] = day.exposureDays();
                run.observedDaysBefore[at + 1] = day.observedShare();
            }
        }
        for (int i = 1; i <= run.days; i++) {
            run.eventsBefore[i] = Math.addExact(run.eventsBefore[i], run.eventsBefore[i - 1]);
            run.exposureDaysBefore[i] += run.exposureDaysBefore[i - 1];
            run.observedDaysBefore[i] += run.observedDaysBefore[i - 1];
        }
        return run;
    }

    int days() {
        return days;
    }

    /** Events of the days from position {@code from} to before {@code end}. */
    int events(int from, int end) {
        return eventsBefore[end] - eventsBefore[from];
    }

    double exposureDays(int from, int end) {
        return exposureDaysBefore[end] - exposureDaysBefore[from];
    }

    /** Whether half of these days or more were observed. */
    boolean isHalfObserved(int from, int end) {
        return observedDaysBefore[end] - observedDaysBefore[from] >= (end - from) / 2.0;
    }
}
