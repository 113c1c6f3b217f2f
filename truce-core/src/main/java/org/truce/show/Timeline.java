package org.truce.show;

import org.truce.terms.Verdict;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Rows a day as bars, drawn for pages without script and for print; time runs left to right. */
public record Timeline(
        List<Bar> bars,
        List<Rule> rules,
        List<Tick> ticks,
        int tallest,
        double widthPx,
        double heightPx) {

    private static final double WIDTH_PX = 960;
    private static final double HEIGHT_PX = 180;
    private static final double BASE_PX = 24;

    /** One verdict's share of a day's bar. */
    public record Bar(
            String x, String y, String width, String height, String verdict, String title) {}

    /** A date to mark with a vertical line. */
    public record Rule(String x, String label) {}

    /** The first day of a month under the axis. */
    public record Tick(String x, String label) {}

    static Timeline of(List<Row> rows, ExploreData.Days days, List<ExploreData.Mark> marks) {
        Map<LocalDate, Map<Verdict, Integer>> byDay = new TreeMap<>();
        for (Row row : rows) {
            byDay.computeIfAbsent(LocalDate.parse(row.day()), d -> new EnumMap<>(Verdict.class))
                    .merge(row.verdict(), 1, Integer::sum);
        }
        int tallest = byDay.values().stream()
                .mapToInt(v -> v.values().stream().mapToInt(Integer::intValue).sum())
                .max()
                .orElse(1);
        Axis axis = new Axis(LocalDate.parse(days.from()), LocalDate.parse(days.to()));
        List<Bar> bars = new ArrayList<>();
        byDay.forEach((day, verdicts) -> addBars(day, verdicts, axis, tallest, bars));
        return new Timeline(
                bars,
                marks.stream()
                        .filter(mark -> axis.holds(LocalDate.parse(mark.day())))
                        .map(mark ->
                                new Rule(px(axis.x(LocalDate.parse(mark.day()))), mark.label()))
                        .toList(),
                ticks(axis),
                tallest,
                WIDTH_PX,
                HEIGHT_PX);
    }

    private static void addBars(
            LocalDate day, Map<Verdict, Integer> verdicts, Axis axis, int tallest, List<Bar> bars) {
        double unit = (HEIGHT_PX - BASE_PX) / tallest;
        double top = HEIGHT_PX - BASE_PX;
        for (Map.Entry<Verdict, Integer> share : verdicts.entrySet()) {
            double height = unit * share.getValue();
            top -= height;
            bars.add(new Bar(
                    px(axis.x(day)),
                    px(top),
                    px(Math.max(1, axis.dayPx() - 0.2)),
                    px(height),
                    share.getKey().code(),
                    day + ": " + share.getValue()));
        }
    }

    private static List<Tick> ticks(Axis axis) {
        List<Tick> ticks = new ArrayList<>();
        for (LocalDate month = axis.from().withDayOfMonth(1).plusMonths(1);
                !month.isAfter(axis.to());
                month = month.plusMonths(1)) {
            if ((month.getMonthValue() - 1) % axis.monthsATick() == 0) {
                ticks.add(new Tick(px(axis.x(month)), month.toString().substring(0, 7)));
            }
        }
        return ticks;
    }

    static String px(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** Days along the width. */
    record Axis(LocalDate from, LocalDate to) {
        double dayPx() {
            return WIDTH_PX / (ChronoUnit.DAYS.between(from, to) + 1);
        }

        double x(LocalDate day) {
            return dayPx() * ChronoUnit.DAYS.between(from, day);
        }

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }

        int monthsATick() {
            return ChronoUnit.MONTHS.between(from, to) > 14 ? 3 : 1;
        }
    }
}
