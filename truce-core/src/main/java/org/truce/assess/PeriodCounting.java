package org.truce.assess;

import org.truce.base.Phrase;
import org.truce.record.Entry;
import org.truce.terms.Verdict;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Counts by period as the basis of rates, split by what the terms say of the parties counted. */
final class PeriodCounting {
    private final Evidence evidence;
    private final String area;
    private final Optional<String> reading;
    private final List<Entry.PeriodCount> rows;

    PeriodCounting(Evidence evidence, String area, Optional<String> reading) {
        this.evidence = evidence;
        this.area = area;
        this.reading = reading;
        rows = evidence.known().list(Entry.PeriodCount.class).stream()
                .filter(row -> row.area().equals(area) && row.reading().equals(reading))
                .toList();
    }

    /**
     * The register with the best coverage of both windows; empty when none has a count in either.
     */
    Optional<Counting> best(Window window, Window baseline) {
        return listRegisters().stream()
                .flatMap(register -> counting(register, window, baseline).stream())
                .max(Comparator.comparingDouble(Counting::observedShare)
                        .thenComparing(Counting::register, Comparator.reverseOrder()));
    }

    /** Why counts at hand were not added up, and what to do. */
    List<Phrase> listRefusals(Window window, Window baseline) {
        List<Phrase> refusals = new ArrayList<>();
        for (String register : listRegisters()) {
            for (Window each : List.of(window, baseline)) {
                if (count(register, each) instanceof CountedPeriods.Refused refused) {
                    refusals.add(refused.because());
                }
            }
        }
        return refusals;
    }

    private List<String> listRegisters() {
        return rows.stream()
                .map(Entry.PeriodCount::countedRegister)
                .distinct()
                .sorted()
                .toList();
    }

    private CountedPeriods.Outcome count(String register, Window window) {
        return CountedPeriods.count(rows, register, area, reading, window);
    }

    private Optional<Counting> counting(String register, Window window, Window baseline) {
        Optional<CountedPeriods.Counted> during = counted(register, window);
        Optional<CountedPeriods.Counted> before = counted(register, baseline);
        return during.or(() -> before).map(either -> {
            Split duringSplit = during.map(this::split).orElse(Split.NOTHING);
            Split beforeSplit = before.map(this::split).orElse(Split.NOTHING);
            return new Counting(
                    Answer.How.COUNTS,
                    register,
                    either.unit(),
                    duringSplit.windowCount(during, window),
                    beforeSplit.windowCount(before, baseline),
                    new Answer.BeforeDuring(beforeSplit.all(), duringSplit.all()),
                    kinds(before, during),
                    new Answer.Said(beforeSplit.civilians(), duringSplit.civilians()),
                    List.of(),
                    List.of(),
                    Stream.of(before, during)
                            .flatMap(Optional::stream)
                            .flatMap(counted -> counted.sums().stream())
                            .flatMap(sum -> sum.entryIds().stream())
                            .toList(),
                    during.map(CountedPeriods.Counted::periods).orElse(List.of()),
                    Stream.of(before, during)
                            .flatMap(Optional::stream)
                            .flatMap(counted -> watched(counted, window.zone()).stream())
                            .toList(),
                    during.map(PeriodCounting::notes).orElse(List.of()));
        });
    }

    private Optional<CountedPeriods.Counted> counted(String register, Window window) {
        return count(register, window) instanceof CountedPeriods.Counted counted
                ? Optional.of(counted)
                : Optional.empty();
    }

    /** Events by what the terms say of their parties. */
    private record Split(int breaches, int undetermined, int all, OptionalInt civilians) {
        static final Split NOTHING = new Split(0, 0, 0, OptionalInt.of(0));

        WindowCount windowCount(Optional<CountedPeriods.Counted> counted, Window window) {
            return new WindowCount(
                    breaches,
                    undetermined,
                    counted.map(CountedPeriods.Counted::days).orElse(0.0),
                    window.days());
        }
    }

    private Split split(CountedPeriods.Counted counted) {
        int breaches = 0;
        int undetermined = 0;
        int all = 0;
        int civilians = 0;
        boolean civiliansSaid = false;
        for (CountedPeriods.Sum sum : counted.sums()) {
            all += sum.events();
            switch (verdict(sum)) {
                case BREACH -> {
                    breaches += sum.events();
                    civilians += sum.civilianDeaths().orElse(0);
                    civiliansSaid |= sum.civilianDeaths().isPresent();
                }
                case UNDETERMINED -> undetermined += sum.events();
                case NO_BREACH -> {}
            }
        }
        return new Split(
                breaches,
                undetermined,
                all,
                breaches == 0 || civiliansSaid ? OptionalInt.of(civilians) : OptionalInt.empty());
    }

    private Verdict verdict(CountedPeriods.Sum sum) {
        Entry.PeriodCount row = rows.stream()
                .filter(r -> r.id().equals(sum.entryIds().getFirst()))
                .findFirst()
                .orElseThrow();
        return evidence.terms()
                .verdict(evidence.terms().findings(row), area, reading)
                .orElse(Verdict.UNDETERMINED);
    }

    /** The periods used, each with its breaches; those that only other parties have count none. */
    private List<Watched> watched(CountedPeriods.Counted counted, ZoneId zone) {
        List<CountedPeriods.Sum> broken = counted.sums().stream()
                .filter(sum -> verdict(sum) == Verdict.BREACH)
                .toList();
        return counted.periods().stream()
                .map(period -> {
                    LocalDate firstDay = new Window(period, zone).firstDay();
                    return new Watched(
                            period,
                            1,
                            broken.stream()
                                    .mapToInt(
                                            sum -> sum.eventsByFirstDay().getOrDefault(firstDay, 0))
                                    .sum());
                })
                .toList();
    }

    private static List<Answer.Kind> kinds(
            Optional<CountedPeriods.Counted> before, Optional<CountedPeriods.Counted> during) {
        Map<String, Answer.BeforeDuring> kinds = new TreeMap<>();
        before.ifPresent(counted -> addKinds(counted, n -> new Answer.BeforeDuring(n, 0), kinds));
        during.ifPresent(counted -> addKinds(counted, n -> new Answer.BeforeDuring(0, n), kinds));
        return kinds.entrySet().stream()
                .map(e -> new Answer.Kind(e.getKey(), e.getValue()))
                .toList();
    }

    private static void addKinds(
            CountedPeriods.Counted counted,
            IntFunction<Answer.BeforeDuring> side,
            Map<String, Answer.BeforeDuring> kinds) {
        for (CountedPeriods.Sum sum : counted.sums()) {
            kinds.merge(
                    counted.unit() + ": " + sum.parties(),
                    side.apply(sum.events()),
                    Answer.BeforeDuring::plus);
        }
    }

    private static List<Phrase> notes(CountedPeriods.Counted during) {
        List<Phrase> notes = new ArrayList<>();
        if (!during.leftOut().cut().isEmpty()) {
            notes.add(Phrase.of(
                    "assess.note-cut", Integer.toString(during.leftOut().cut().size())));
        }
        if (!during.leftOut().gaps().isEmpty()) {
            notes.add(Phrase.of(
                    "assess.note-gaps", Integer.toString(during.leftOut().gaps().size())));
        }
        return notes;
    }
}
