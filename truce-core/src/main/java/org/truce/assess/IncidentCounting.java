package org.truce.assess;

import org.truce.base.Moment;
import org.truce.base.Period;
import org.truce.base.PlacePrecision;
import org.truce.reconcile.Incident;
import org.truce.reconcile.VerificationStatus;
import org.truce.record.Entry;
import org.truce.terms.Terms;
import org.truce.terms.Verdict;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Incidents of one area under one reading, by verdict, in a window and in its baseline. An incident
 * counts where it began. One whose place is known to the country only is in no area; one that may
 * lie inside counts as in it, and its finding says that the place is open.
 */
final class IncidentCounting {
    private final Evidence evidence;
    private final String area;
    private final Optional<String> reading;
    private final Window window;
    private final Window baseline;
    private final List<Judged> during;
    private final List<Judged> before;

    IncidentCounting(
            Evidence evidence,
            String area,
            Optional<String> reading,
            Window window,
            Window baseline) {
        this(evidence, area, reading, window, baseline, Terms.Clock.AS_AGREED);
    }

    /** @param clock by which those of the window are judged; those before, as if in force */
    IncidentCounting(
            Evidence evidence,
            String area,
            Optional<String> reading,
            Window window,
            Window baseline,
            Terms.Clock clock) {
        this.evidence = evidence;
        this.area = area;
        this.reading = reading;
        this.window = window;
        this.baseline = baseline;
        during = new ArrayList<>();
        before = new ArrayList<>();
        for (Incident incident : evidence.listIncidents()) {
            boolean now = beganIn(window, incident);
            if ((now || beganIn(baseline, incident))
                    && evidence.mayLieIn(incident.place(), area, reading)) {
                Terms.Clock by = now ? clock : Terms.Clock.AS_IF_IN_FORCE;
                (now ? during : before)
                        .add(new Judged(incident, evidence.verdict(incident, area, reading, by)));
            }
        }
    }

    /** An incident in the area with what the terms say of it there. */
    record Judged(Incident incident, Verdict verdict) {}

    /** Those that began in the window. */
    List<Judged> during() {
        return during;
    }

    /** Those that began in the baseline, as if the terms had been in force. */
    List<Judged> before() {
        return before;
    }

    private static boolean beganIn(Window window, Incident incident) {
        return window.period().contains(incident.occurred().begins(window.zone()));
    }

    /** How many incidents began in the window and are placed in the country only. */
    long unplaced() {
        return evidence.listIncidents().stream()
                .filter(incident -> incident.place().precision() == PlacePrecision.COUNTRY)
                .filter(incident -> beganIn(window, incident))
                .count();
    }

    /** The best of the steady registers' countings; empty when none of them has a report. */
    Optional<Counting> best() {
        return evidence.known().registers().values().stream()
                .flatMap(declared -> counting(declared).stream())
                .max(Comparator.comparingDouble(Counting::observedShare)
                        .thenComparing(Counting::register, Comparator.reverseOrder()));
    }

    private Optional<Counting> counting(Entry.RegisterDeclared declared) {
        String register = declared.register();
        return findWatching(declared).map(watching -> {
            List<Judged> ownDuring = own(during, register);
            List<Judged> ownBefore = own(before, register);
            List<Watched> daysBefore = watched(ownBefore, baseline, watching);
            List<Watched> daysDuring = watched(ownDuring, window, watching);
            return new Counting(
                    Answer.How.INCIDENTS,
                    register,
                    Watching.findUnit(declared.observes()).orElseThrow(),
                    windowCount(ownDuring, window, daysDuring),
                    windowCount(ownBefore, baseline, daysBefore),
                    new Answer.BeforeDuring(ownBefore.size(), ownDuring.size()),
                    kinds(ownBefore, ownDuring),
                    civiliansKilled(ownBefore, ownDuring),
                    ids(ownDuring, Verdict.BREACH),
                    ids(ownDuring, Verdict.UNDETERMINED),
                    List.of(),
                    watching.in(window),
                    Stream.concat(daysBefore.stream(), daysDuring.stream()).toList(),
                    watching.notes(window, baseline));
        });
    }

    private Optional<Watching> findWatching(Entry.RegisterDeclared declared) {
        return Watching.find(evidence, declared, area, reading, window.zone());
    }

    /** Of one register, in the baseline and in the window. */
    List<Incident> breachesOf(String register) {
        return Stream.of(before, during)
                .flatMap(judged -> own(judged, register).stream())
                .filter(each -> each.verdict() == Verdict.BREACH)
                .map(Judged::incident)
                .toList();
    }

    /** How a register watched; empty for one whose numbers carry no rate, or that never did. */
    Optional<Watching> findWatching(String register) {
        return Optional.ofNullable(evidence.known().registers().get(register))
                .flatMap(this::findWatching);
    }

    private static List<Judged> own(List<Judged> judged, String register) {
        return judged.stream()
                .filter(each -> each.incident().reliedOn().stream()
                        .anyMatch(report -> report.register().equals(register)))
                .toList();
    }

    private static WindowCount windowCount(List<Judged> judged, Window window, List<Watched> days) {
        return new WindowCount(
                ids(judged, Verdict.BREACH).size(),
                ids(judged, Verdict.UNDETERMINED).size(),
                days.stream().mapToDouble(Watched::days).sum(),
                window.days());
    }

    /**
     * Each watched local day with its breaches. One that began on a day that was not watched, by
     * another register's report, counts in the rate, and here on the nearest day.
     */
    private static List<Watched> watched(List<Judged> judged, Window window, Watching watching) {
        TreeMap<LocalDate, Period> days = new TreeMap<>();
        for (Period stretch : watching.in(window)) {
            Window part = new Window(stretch, window.zone());
            part.firstDay()
                    .datesUntil(part.lastDay().plusDays(1))
                    .forEach(day -> new Period(
                                    new Moment.Day(day).startIn(window.zone()),
                                    new Moment.Day(day).endIn(window.zone()))
                            .intersection(stretch)
                            .filter(period -> period.days() > 0)
                            .ifPresent(period -> days.put(day, period)));
        }
        if (days.isEmpty()) {
            return List.of();
        }
        Map<LocalDate, Integer> breaches = new HashMap<>();
        for (Judged each : judged) {
            if (each.verdict() == Verdict.BREACH) {
                LocalDate began = LocalDate.ofInstant(
                        each.incident().occurred().begins(window.zone()), window.zone());
                breaches.merge(nearest(began, days), 1, Integer::sum);
            }
        }
        return days.entrySet().stream()
                .map(day -> new Watched(
                        day.getValue(),
                        watching.share(day.getKey()),
                        breaches.getOrDefault(day.getKey(), 0)))
                .toList();
    }

    private static LocalDate nearest(LocalDate day, TreeMap<LocalDate, Period> days) {
        LocalDate earlier = days.floorKey(day);
        LocalDate later = days.ceilingKey(day);
        if (earlier == null || later == null) {
            return earlier == null ? days.firstKey() : days.lastKey();
        }
        return day.toEpochDay() - earlier.toEpochDay() <= later.toEpochDay() - day.toEpochDay()
                ? earlier
                : later;
    }

    static List<String> ids(List<Judged> judged, Verdict verdict) {
        return judged.stream()
                .filter(each -> each.verdict() == verdict)
                .map(each -> each.incident().id())
                .toList();
    }

    /** Those that nobody counts, for every report of them is refuted. */
    List<Incident> refuted() {
        return during.stream()
                .map(Judged::incident)
                .filter(incident -> incident.status() == VerificationStatus.REFUTED)
                .toList();
    }

    /** How many breaches of the window are disputed: they count, and somebody differs. */
    long disputedBreaches() {
        return during.stream()
                .filter(each -> each.verdict() == Verdict.BREACH)
                .filter(each -> each.incident().status() == VerificationStatus.DISPUTED)
                .count();
    }

    /** How many are of one verdict. */
    static Answer.BeforeDuring count(List<Judged> before, List<Judged> during, Verdict verdict) {
        return new Answer.BeforeDuring(
                ids(before, verdict).size(), ids(during, verdict).size());
    }

    /** Breaches by type of event. */
    static List<Answer.Kind> kinds(List<Judged> before, List<Judged> during) {
        Map<String, Answer.BeforeDuring> kinds = new TreeMap<>();
        addKinds(before, new Answer.BeforeDuring(1, 0), kinds);
        addKinds(during, new Answer.BeforeDuring(0, 1), kinds);
        return kinds.entrySet().stream()
                .map(e -> new Answer.Kind(e.getKey(), e.getValue()))
                .toList();
    }

    private static void addKinds(
            List<Judged> judged, Answer.BeforeDuring one, Map<String, Answer.BeforeDuring> kinds) {
        judged.stream()
                .filter(each -> each.verdict() == Verdict.BREACH)
                .forEach(each ->
                        kinds.merge(each.incident().type().code(), one, Answer.BeforeDuring::plus));
    }

    /** Of each breach the lowest number that a report gives. */
    static Answer.Said civiliansKilled(List<Judged> before, List<Judged> during) {
        return new Answer.Said(civiliansKilled(before), civiliansKilled(during));
    }

    private static OptionalInt civiliansKilled(List<Judged> judged) {
        List<OptionalInt> said = judged.stream()
                .filter(each -> each.verdict() == Verdict.BREACH)
                .map(each -> each.incident().reliedOn().stream()
                        .flatMapToInt(report -> report.casualties().civiliansKilled().stream())
                        .min())
                .toList();
        return said.isEmpty() || said.stream().anyMatch(OptionalInt::isPresent)
                ? OptionalInt.of(
                        said.stream().mapToInt(killed -> killed.orElse(0)).sum())
                : OptionalInt.empty();
    }
}
