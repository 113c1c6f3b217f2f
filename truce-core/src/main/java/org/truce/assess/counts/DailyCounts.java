package org.truce.assess.counts;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Counts by local day, in order of time, each day once. A day that nobody observed is absent: it is
 * left out here, and no zero is ever put in its place.
 */
public record DailyCounts(List<CountedDay> days) {
    public DailyCounts {
        days = days.stream()
                .filter(day -> day.observedShare() > 0)
                .sorted(Comparator.comparing(CountedDay::day))
                .toList();
        for (int i = 1; i < days.size(); i++) {
            if (days.get(i).day().equals(days.get(i - 1).day())) {
                throw new IllegalArgumentException(
                        "counted twice, keep one of the two: " + days.get(i).day());
            }
        }
    }

    /** The days from {@code first} to {@code last}, both inside. */
    public DailyCounts between(LocalDate first, LocalDate last) {
        return new DailyCounts(days.stream()
                .filter(day -> !day.day().isBefore(first) && !day.day().isAfter(last))
                .toList());
    }

    /** All events. */
    public int events() {
        return days.stream().mapToInt(CountedDay::events).reduce(0, Math::addExact);
    }

    /** Whole days, known in full, that say as much as all of these. */
    public double exposureDays() {
        return days.stream().mapToDouble(CountedDay::exposureDays).sum();
    }
}
