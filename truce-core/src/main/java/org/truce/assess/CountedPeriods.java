package org.truce.assess;

import org.truce.base.Moment;
import org.truce.base.Period;
import org.truce.base.Phrase;
import org.truce.record.Entry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Adds up counts by period. Only periods that lie wholly inside the window are used: nobody knows
 * how the events of a month spread over its days, so a cut month is left out, with its days. A
 * period's rows come one for each {@code parties} label; a period is covered when it has a row. The
 * same row taken in twice counts once.
 */
public final class CountedPeriods {
    private static final Comparator<Period> BY_TIME =
            Comparator.comparing(Period::from).thenComparing(Period::to);

    private CountedPeriods() {}

    /** The sums, or why there are none. */
    public sealed interface Outcome {}

    /**
     * @param unit what is counted, for example "lethal event"
     * @param sums one for each label, in the labels' order
     * @param periods the periods used, in order of time
     * @param days elapsed days of those periods
     * @param leftOut what of the window is not covered by them
     */
    public record Counted(
            String countedRegister,
            String unit,
            List<Sum> sums,
            List<Period> periods,
            double days,
            LeftOut leftOut)
            implements Outcome {
        public Counted {
            sums = List.copyOf(sums);
            periods = List.copyOf(periods);
            if (sums.isEmpty() || periods.isEmpty()) {
                throw new IllegalArgumentException("counted without a period: " + countedRegister);
            }
        }

        /** From the start of the first period used to the end of the last. */
        public Period span() {
            return new Period(periods.getFirst().from(), periods.getLast().to());
        }

        public Optional<Sum> findSum(String parties) {
            return sums.stream().filter(sum -> sum.parties().equals(parties)).findFirst();
        }
    }

    /**
     * The sum of one label.
     *
     * @param deaths empty when a row does not give them, never a part of them
     * @param civilianDeaths empty when a row does not give them
     * @param periods how many of the periods used have a row of this label
     * @param entryIds the rows added up
     * @param eventsByFirstDay the events of each period, by its first local day
     */
    public record Sum(
            String parties,
            int events,
            OptionalInt deaths,
            OptionalInt civilianDeaths,
            int periods,
            List<String> entryIds,
            Map<LocalDate, Integer> eventsByFirstDay) {
        public Sum {
            entryIds = List.copyOf(entryIds);
            eventsByFirstDay = Map.copyOf(eventsByFirstDay);
        }
    }

    /**
     * @param cut periods that the window's edge cuts, whole
     * @param gaps stretches of the window for which there is no period at all
     */
    public record LeftOut(List<Period> cut, List<Period> gaps) {
        public LeftOut {
            cut = List.copyOf(cut);
            gaps = List.copyOf(gaps);
        }
    }

    /**
     * Nothing was added up.
     *
     * @param because why, and what to do
     * @param entryIds the rows that stand in the way
     */
    public record Refused(Phrase because, List<String> entryIds) implements Outcome {
        public Refused {
            entryIds = List.copyOf(entryIds);
        }
    }

    /**
     * Adds up the counts of one register in one area and reading.
     *
     * @param rows counts of any register, area, reading and time
     * @param countedRegister whose counts
     * @param reading the reading; empty for an area on which nobody differs
     */
    public static Outcome count(
            Collection<Entry.PeriodCount> rows,
            String countedRegister,
            String area,
            Optional<String> reading,
            Window window) {
        Map<Period, List<Entry.PeriodCount>> inside = new TreeMap<>(BY_TIME);
        Map<Period, List<Entry.PeriodCount>> cut = new TreeMap<>(BY_TIME);
        for (Entry.PeriodCount row : rows) {
            Period period = period(row, window);
            if (row.countedRegister().equals(countedRegister)
                    && row.area().equals(area)
                    && row.reading().equals(reading)
                    && period.overlaps(window.period())) {
                Map<Period, List<Entry.PeriodCount>> which =
                        window.period().contains(period) ? inside : cut;
                which.computeIfAbsent(period, p -> new ArrayList<>()).add(row);
            }
        }
        return findRefusal(inside, countedRegister, window)
                .<Outcome>map(Function.identity())
                .orElseGet(() -> sum(inside, List.copyOf(cut.keySet()), countedRegister, window));
    }

    private static Period period(Entry.PeriodCount row, Window window) {
        return new Period(
                new Moment.Day(row.from()).startIn(window.zone()),
                new Moment.Day(row.to()).endIn(window.zone()));
    }

    private static Optional<Refused> findRefusal(
            Map<Period, List<Entry.PeriodCount>> inside, String countedRegister, Window window) {
        if (inside.isEmpty()) {
            return Optional.of(new Refused(
                    Phrase.of(
                            "assess.counts-none",
                            countedRegister,
                            FigureText.date(window.firstDay()),
                            FigureText.date(window.lastDay())),
                    List.of()));
        }
        return findOverlap(inside, countedRegister)
                .or(() -> findConflict(inside, countedRegister))
                .or(() -> findSecondUnit(inside, countedRegister));
    }

    /** Neighbours in order of time suffice: when any two overlap, then so do two neighbours. */
    private static Optional<Refused> findOverlap(
            Map<Period, List<Entry.PeriodCount>> inside, String countedRegister) {
        List<Map.Entry<Period, List<Entry.PeriodCount>>> counts = List.copyOf(inside.entrySet());
        for (int i = 1; i < counts.size(); i++) {
            if (counts.get(i - 1).getKey().overlaps(counts.get(i).getKey())) {
                Entry.PeriodCount one = counts.get(i - 1).getValue().getFirst();
                Entry.PeriodCount other = counts.get(i).getValue().getFirst();
                return Optional.of(new Refused(
                        Phrase.of("assess.counts-overlap", countedRegister, span(one), span(other)),
                        List.of(one.id(), other.id())));
            }
        }
        return Optional.empty();
    }

    /** Two rows of one period and label that give different figures. */
    private static Optional<Refused> findConflict(
            Map<Period, List<Entry.PeriodCount>> inside, String countedRegister) {
        for (List<Entry.PeriodCount> rows : inside.values()) {
            Map<String, Entry.PeriodCount> byParties = new LinkedHashMap<>();
            for (Entry.PeriodCount row : rows) {
                Entry.PeriodCount first = byParties.putIfAbsent(row.parties(), row);
                if (first != null && !sameFigures(first, row)) {
                    return Optional.of(new Refused(
                            Phrase.of(
                                    "assess.counts-conflict",
                                    countedRegister,
                                    row.parties(),
                                    span(row)),
                            List.of(first.id(), row.id())));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean sameFigures(Entry.PeriodCount one, Entry.PeriodCount other) {
        return one.unit().equals(other.unit())
                && one.count() == other.count()
                && Objects.equals(one.deathsBest(), other.deathsBest())
                && Objects.equals(one.civilianDeathsBest(), other.civilianDeathsBest());
    }

    private static Optional<Refused> findSecondUnit(
            Map<Period, List<Entry.PeriodCount>> inside, String countedRegister) {
        List<Entry.PeriodCount> rows =
                inside.values().stream().flatMap(List::stream).toList();
        Entry.PeriodCount first = rows.getFirst();
        return rows.stream()
                .filter(row -> !row.unit().equals(first.unit()))
                .findFirst()
                .map(row -> new Refused(
                        Phrase.of("assess.counts-units", countedRegister, first.unit(), row.unit()),
                        List.of(first.id(), row.id())));
    }

    private static Phrase span(Entry.PeriodCount row) {
        return Phrase.of("assess.span", FigureText.date(row.from()), FigureText.date(row.to()));
    }

    private static Counted sum(
            Map<Period, List<Entry.PeriodCount>> inside,
            List<Period> cut,
            String countedRegister,
            Window window) {
        Map<String, List<Entry.PeriodCount>> byParties = new TreeMap<>();
        for (List<Entry.PeriodCount> rows : inside.values()) {
            Map<String, Entry.PeriodCount> once = new LinkedHashMap<>();
            rows.forEach(row -> once.putIfAbsent(row.parties(), row));
            once.forEach((label, row) ->
                    byParties.computeIfAbsent(label, l -> new ArrayList<>()).add(row));
        }
        List<Period> periods = List.copyOf(inside.keySet());
        return new Counted(
                countedRegister,
                inside.values().iterator().next().getFirst().unit(),
                byParties.entrySet().stream()
                        .map(e -> sumOf(e.getKey(), e.getValue()))
                        .toList(),
                periods,
                periods.stream().mapToDouble(Period::days).sum(),
                new LeftOut(cut, listGaps(periods, cut, window.period())));
    }

    private static Sum sumOf(String parties, List<Entry.PeriodCount> rows) {
        return new Sum(
                parties,
                rows.stream().mapToInt(Entry.PeriodCount::count).sum(),
                total(rows, Entry.PeriodCount::deathsBest),
                total(rows, Entry.PeriodCount::civilianDeathsBest),
                rows.size(),
                rows.stream().map(Entry.PeriodCount::id).toList(),
                rows.stream()
                        .collect(Collectors.toMap(
                                Entry.PeriodCount::from, Entry.PeriodCount::count, Integer::sum)));
    }

    private static OptionalInt total(
            List<Entry.PeriodCount> rows, Function<Entry.PeriodCount, OptionalInt> figure) {
        List<OptionalInt> figures = rows.stream().map(figure).toList();
        return figures.stream().allMatch(OptionalInt::isPresent)
                ? OptionalInt.of(
                        figures.stream().mapToInt(OptionalInt::getAsInt).sum())
                : OptionalInt.empty();
    }

    private static List<Period> listGaps(List<Period> used, List<Period> cut, Period window) {
        List<Period> known = new ArrayList<>(used);
        known.addAll(cut);
        known.sort(BY_TIME);
        List<Period> gaps = new ArrayList<>();
        Period open = window;
        for (Period period : known) {
            if (period.from().isAfter(open.from())) {
                gaps.add(new Period(open.from(), period.from()));
            }
            if (!period.to().isBefore(window.to())) {
                return gaps;
            }
            if (period.to().isAfter(open.from())) {
                open = new Period(period.to(), window.to());
            }
        }
        gaps.add(open);
        return gaps;
    }
}
