package org.truce.assess;

import org.truce.base.Phrase;
import org.truce.record.Entry;
import org.truce.terms.Verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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

    /** The register with the best coverage of both windows; empty when none has counts for both. */
    Optional<Counting> best(Window window, Window baseline) {
        return rows.stream()
                .map(Entry.PeriodCount::countedRegister)
                .distinct()
                .flatMap(register -> counting(register, window, baseline).stream())
                .max(Comparator.comparingDouble(Counting::observedShare)
                        .thenComparing(Counting::register, Comparator.reverseOrder()));
    }

    private Optional<Counting> counting(String register, Window window, Window baseline) {
        var during = CountedPeriods.count(rows, register, area, reading, window);
        var before = CountedPeriods.count(rows, register, area, reading, baseline);
        if (!(during instanceof CountedPeriods.Counted duringCounted)
                || !(before instanceof CountedPeriods.Counted beforeCounted)) {
            return Optional.empty();
        }
        Split duringSplit = split(duringCounted);
        Split beforeSplit = split(beforeCounted);
        List<String> entries = new ArrayList<>();
        for (CountedPeriods.Counted counted : List.of(beforeCounted, duringCounted)) {
            counted.sums().forEach(sum -> entries.addAll(sum.entryIds()));
        }
        return Optional.of(new Counting(
                Answer.How.COUNTS,
                register,
                duringCounted.unit(),
                duringSplit.windowCount(duringCounted, window),
                beforeSplit.windowCount(beforeCounted, baseline),
                new Answer.BeforeDuring(beforeSplit.all(), duringSplit.all()),
                kinds(beforeCounted, duringCounted),
                new Answer.BeforeDuring(beforeSplit.civilians(), duringSplit.civilians()),
                List.of(),
                List.of(),
                entries,
                duringCounted.periods(),
                notes(duringCounted)));
    }

    /** Events by what the terms say of their parties. */
    private record Split(int breaches, int undetermined, int all, int civilians) {
        WindowCount windowCount(CountedPeriods.Counted counted, Window window) {
            return new WindowCount(breaches, undetermined, counted.days(), window.days());
        }
    }

    private Split split(CountedPeriods.Counted counted) {
        int breaches = 0;
        int undetermined = 0;
        int all = 0;
        int civilians = 0;
        for (CountedPeriods.Sum sum : counted.sums()) {
            all += sum.events();
            switch (verdict(sum)) {
                case BREACH -> {
                    breaches += sum.events();
                    civilians += sum.civilianDeaths().orElse(0);
                }
                case UNDETERMINED -> undetermined += sum.events();
                case NO_BREACH -> {}
            }
        }
        return new Split(breaches, undetermined, all, civilians);
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

    private static List<Answer.Kind> kinds(
            CountedPeriods.Counted before, CountedPeriods.Counted during) {
        Map<String, Answer.BeforeDuring> kinds = new TreeMap<>();
        before.sums()
                .forEach(sum -> kinds.merge(
                        type(before, sum),
                        new Answer.BeforeDuring(sum.events(), 0),
                        Answer.BeforeDuring::plus));
        during.sums()
                .forEach(sum -> kinds.merge(
                        type(during, sum),
                        new Answer.BeforeDuring(0, sum.events()),
                        Answer.BeforeDuring::plus));
        return kinds.entrySet().stream()
                .map(e -> new Answer.Kind(e.getKey(), e.getValue()))
                .toList();
    }

    private static String type(CountedPeriods.Counted counted, CountedPeriods.Sum sum) {
        return counted.unit() + ": " + sum.parties();
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
