package org.truce.assess;

import org.truce.base.Moment;
import org.truce.base.Period;
import org.truce.base.PlacePrecision;
import org.truce.base.Truth;
import org.truce.reconcile.Incident;
import org.truce.record.Entry;
import org.truce.record.Observes;
import org.truce.terms.Finding;
import org.truce.terms.Terms;
import org.truce.terms.Verdict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Incidents of one area under one reading, by verdict. An incident counts where it began. One whose
 * place is known to the country only is in no area; one that may lie inside counts as in it, and
 * its finding says that the place is open.
 */
final class IncidentCounting {
    private final Evidence evidence;
    private final String area;
    private final Optional<String> reading;

    IncidentCounting(Evidence evidence, String area, Optional<String> reading) {
        this.evidence = evidence;
        this.area = area;
        this.reading = reading;
    }

    /** An incident in the area with what the terms say of it there. */
    record Judged(Incident incident, Verdict verdict) {}

    /** All incidents that began in the window, in or possibly in the area. */
    List<Judged> list(Window window, Terms.Clock clock) {
        List<Judged> judged = new ArrayList<>();
        for (Incident incident : evidence.listIncidents()) {
            Instant begins = incident.occurred().begins(window.zone());
            if (window.period().contains(begins)
                    && incident.place().precision() != PlacePrecision.COUNTRY
                    && evidence.terms().within(incident.place(), area, reading) != Truth.NO) {
                List<Finding> findings = evidence.findings(incident, clock);
                evidence.terms()
                        .verdict(findings, area, reading)
                        .ifPresent(verdict -> judged.add(new Judged(incident, verdict)));
            }
        }
        return judged;
    }

    /** How many incidents began in the window and are placed in the country only. */
    long unplaced(Window window) {
        return evidence.listIncidents().stream()
                .filter(incident -> incident.place().precision() == PlacePrecision.COUNTRY)
                .filter(incident ->
                        window.period().contains(incident.occurred().begins(window.zone())))
                .count();
    }

    /** The best of the steady registers' countings; empty when none has rows in both windows. */
    Optional<Counting> best(Window window, Window baseline) {
        return evidence.known().registers().values().stream()
                .filter(declared -> declared.observes() instanceof Observes.Steadily)
                .flatMap(declared -> counting(declared, window, baseline).stream())
                .max(Comparator.comparingDouble(Counting::observedShare)
                        .thenComparing(Counting::register, Comparator.reverseOrder()));
    }

    private Optional<Counting> counting(
            Entry.RegisterDeclared declared, Window window, Window baseline) {
        if (!(declared.observes() instanceof Observes.Steadily steadily)) {
            return Optional.empty();
        }
        return span(declared.register(), window).map(span -> {
            Predicate<Judged> own = judged -> isOf(declared.register(), judged.incident());
            List<Judged> during =
                    list(window, Terms.Clock.AS_AGREED).stream().filter(own).toList();
            List<Judged> before = list(baseline, Terms.Clock.AS_IF_IN_FORCE).stream()
                    .filter(own)
                    .toList();
            return new Counting(
                    Answer.How.INCIDENTS,
                    declared.register(),
                    steadily.unit(),
                    windowCount(during, window, span),
                    windowCount(before, baseline, span),
                    new Answer.BeforeDuring(before.size(), during.size()),
                    kinds(before, during),
                    new Answer.BeforeDuring(civiliansKilled(before), civiliansKilled(during)),
                    ids(during, Verdict.BREACH),
                    ids(during, Verdict.UNDETERMINED),
                    List.of(),
                    window.period().intersection(span).stream().toList(),
                    List.of());
        });
    }

    /** From the first to the last local day on which a register has a report. */
    private Optional<Period> span(String register, Window window) {
        List<Moment> begins = evidence.known().list(Entry.Report.class).stream()
                .filter(report -> report.register().equals(register))
                .map(report -> report.account().occurred().from())
                .sorted(Comparator.comparing(Moment::writtenDate))
                .toList();
        return begins.isEmpty()
                ? Optional.empty()
                : Optional.of(new Period(
                        new Moment.Day(begins.getFirst().writtenDate()).startIn(window.zone()),
                        new Moment.Day(begins.getLast().writtenDate()).endIn(window.zone())));
    }

    private static WindowCount windowCount(List<Judged> judged, Window window, Period span) {
        return new WindowCount(
                ids(judged, Verdict.BREACH).size(),
                ids(judged, Verdict.UNDETERMINED).size(),
                window.period().intersection(span).map(Period::days).orElse(0.0),
                window.days());
    }

    private static boolean isOf(String register, Incident incident) {
        return incident.reports().stream().anyMatch(report -> report.register().equals(register));
    }

    static List<String> ids(List<Judged> judged, Verdict verdict) {
        return judged.stream()
                .filter(each -> each.verdict() == verdict)
                .map(each -> each.incident().id())
                .toList();
    }

    /** Breaches by type of event. */
    static List<Answer.Kind> kinds(List<Judged> before, List<Judged> during) {
        Map<String, Answer.BeforeDuring> kinds = new TreeMap<>();
        for (Judged judged : before) {
            if (judged.verdict() == Verdict.BREACH) {
                kinds.merge(
                        judged.incident().type().code(),
                        new Answer.BeforeDuring(1, 0),
                        Answer.BeforeDuring::plus);
            }
        }
        for (Judged judged : during) {
            if (judged.verdict() == Verdict.BREACH) {
                kinds.merge(
                        judged.incident().type().code(),
                        new Answer.BeforeDuring(0, 1),
                        Answer.BeforeDuring::plus);
            }
        }
        return kinds.entrySet().stream()
                .map(e -> new Answer.Kind(e.getKey(), e.getValue()))
                .toList();
    }

    /** Of each breach the lowest number that a report gives. */
    static int civiliansKilled(List<Judged> judged) {
        return judged.stream()
                .filter(each -> each.verdict() == Verdict.BREACH)
                .mapToInt(each -> each.incident().reports().stream()
                        .filter(report -> report.casualties().civiliansKilled().isPresent())
                        .mapToInt(
                                report -> report.casualties().civiliansKilled().getAsInt())
                        .min()
                        .orElse(0))
                .sum();
    }
}
