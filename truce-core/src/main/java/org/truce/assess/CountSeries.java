package org.truce.assess;

import org.truce.base.Moment;
import org.truce.record.Entry;
import org.truce.terms.Verdict;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Counts by period of what would be breaches, one after another, for a timeline. */
public final class CountSeries {
    private CountSeries() {}

    /**
     * One period.
     *
     * @param register whose count it is
     * @param from first local day
     * @param to last local day, inside
     * @param days elapsed days
     */
    public record Point(
            String entry, String register, LocalDate from, LocalDate to, int count, double days) {
        public double perDay() {
            return count / days;
        }
    }

    /**
     * In order of time; empty where an area and reading has no counts. The same row in two
     * registers is one.
     */
    public static List<Point> list(Evidence evidence, String area, Optional<String> reading) {
        ZoneId zone = evidence.terms().zoneOf(area);
        List<Point> points = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Entry.PeriodCount row : evidence.known().list(Entry.PeriodCount.class)) {
            boolean here = row.area().equals(area) && row.reading().equals(reading);
            if (here
                    && seen.add(row.id())
                    && evidence.terms()
                            .verdict(evidence.terms().findings(row), area, reading)
                            .equals(Optional.of(Verdict.BREACH))) {
                Window window =
                        Windows.asked(new Moment.Day(row.from()), new Moment.Day(row.to()), zone);
                points.add(new Point(
                        row.id(),
                        row.countedRegister(),
                        row.from(),
                        row.to(),
                        row.count(),
                        window.days()));
            }
        }
        points.sort(Comparator.comparing(Point::from));
        return points;
    }
}
