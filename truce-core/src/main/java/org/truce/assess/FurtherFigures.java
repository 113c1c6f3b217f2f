package org.truce.assess;

import org.truce.assess.change.RunLength;
import org.truce.base.ActGroup;
import org.truce.base.Period;
import org.truce.reconcile.Incident;
import org.truce.terms.AreaReading;
import org.truce.terms.Verdict;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Works out what else the evidence says of a question whose answer is known. */
final class FurtherFigures {
    /** A change comes about once a season. */
    private static final double HAZARD_A_DAY = 1 / 90.0;

    private static final int FORTNIGHT_DAYS = 14;
    private static final int YEARS_BACK = 3;

    private final Evidence evidence;
    private final Question question;
    private final AssessSettings settings;
    private final Window window;
    private final Window baseline;
    private final Optional<Counting> counting;
    private final IncidentCounting incidents;
    private final Executor executor;
    private final ZoneId zone;

    /**
     * @param window the time that was assessed
     * @param baseline the time it is compared with
     * @param counting what the rates rest on
     * @param incidents those of the window and the baseline
     */
    FurtherFigures(
            Evidence evidence,
            Question question,
            Window window,
            Window baseline,
            Optional<Counting> counting,
            IncidentCounting incidents,
            Executor executor) {
        this.evidence = evidence;
        this.question = question;
        settings = evidence.settings();
        this.window = window;
        this.baseline = baseline;
        this.counting = counting;
        this.incidents = incidents;
        this.executor = executor;
        zone = window.zone();
    }

    Further further() {
        List<Watched> days = counting.map(c -> Recently.days(c, window)).orElse(List.of());
        Optional<Comparisons> comparisons =
                counting.map(c -> new Comparisons(evidence, question.area(), window, baseline, c));
        List<Incident> breaches = listBreaches();
        Set<String> asked = incidents.during().stream()
                .map(judged -> judged.incident().id())
                .collect(Collectors.toSet());
        Optional<KnownBreaches> known = knownBreaches();
        HotSpotSearch search = new HotSpotSearch(window, executor);
        return new Further(
                counting.map(c -> Recently.steps(c, window)).orElse(List.of()),
                run(days),
                counting.flatMap(c -> Recently.alarm(c, window, settings)),
                known.map(KnownBreaches::delay).orElse(Further.Delay.NOT_KNOWN),
                severity(),
                new SourceVoices(evidence).of(asked),
                search.in(breaches),
                new ExcludedWatch(evidence, window, search).of(listHere()),
                known.map(KnownBreaches::ahead)
                        .orElse(new Further.Ahead(
                                Optional.empty(), List.of(), Optional.of(Further.Lack.NO_DAYS))),
                comparisons.map(Comparisons::listBeside).orElse(List.of()),
                listUnseen(),
                comparisons.flatMap(Comparisons::findShrunk),
                comparisons.flatMap(Comparisons::findPeak),
                sensitivity());
    }

    /** Of any two registers with incidents of the window in common. */
    private List<Further.Unseen> listUnseen() {
        Map<String, Set<String>> byRegister = new TreeMap<>();
        for (IncidentCounting.Judged judged : incidents.during()) {
            judged.incident()
                    .reliedOn()
                    .forEach(report -> byRegister
                            .computeIfAbsent(report.register(), name -> new HashSet<>())
                            .add(judged.incident().id()));
        }
        List<String> names = List.copyOf(byRegister.keySet());
        List<Further.Unseen> unseen = new ArrayList<>();
        for (int one = 0; one < names.size(); one++) {
            for (int other = one + 1; other < names.size(); other++) {
                Set<String> first = byRegister.getOrDefault(names.get(one), Set.of());
                Set<String> second = byRegister.getOrDefault(names.get(other), Set.of());
                int both = (int) first.stream().filter(second::contains).count();
                if (both > 0) {
                    unseen.add(new Further.Unseen(
                            names.get(one),
                            names.get(other),
                            new Recapture(first.size(), second.size(), both)));
                }
            }
        }
        return unseen;
    }

    private static List<Rate> rates(List<Watched> series) {
        return series.stream().map(Watched::rate).toList();
    }

    private Optional<Further.Run> run(List<Watched> days) {
        return DatedChange.findPrior(days).map(prior -> {
            RunLength run = RunLength.after(rates(days), prior, HAZARD_A_DAY);
            int stretches = Math.max(1, run.mode());
            return new Further.Run(
                    new Window(days.get(days.size() - stretches).period(), zone).firstDay(),
                    run.probabilityOfAtMost(FORTNIGHT_DAYS));
        });
    }

    private List<Incident> listHere() {
        return Stream.of(incidents.before(), incidents.during())
                .flatMap(List::stream)
                .map(IncidentCounting.Judged::incident)
                .toList();
    }

    private List<Incident> listBreaches() {
        return incidents.during().stream()
                .filter(judged -> judged.verdict() == Verdict.BREACH)
                .map(IncidentCounting.Judged::incident)
                .toList();
    }

    private Further.Severity severity() {
        boolean killedSaid = breachesOfBoth().anyMatch(one -> one.killedMin().isPresent());
        boolean kindSaid = breachesOfBoth()
                .map(one -> one.type().group())
                .anyMatch(group ->
                        group != ActGroup.FORCE_UNSPECIFIED && group != ActGroup.UNSPECIFIED);
        return new Further.Severity(
                Optional.of(new Answer.BeforeDuring(
                                killedMin(incidents.before()), killedMin(incidents.during())))
                        .filter(killed -> killedSaid),
                Optional.of(count(ActGroup.AIR_ATTACK)).filter(air -> kindSaid),
                Optional.of(count(ActGroup.SHELLING)).filter(shelling -> kindSaid));
    }

    private Stream<Incident> breachesOfBoth() {
        return Stream.concat(breaches(incidents.before()), breaches(incidents.during()));
    }

    private static int killedMin(List<IncidentCounting.Judged> judged) {
        return breaches(judged)
                .mapToInt(incident -> incident.killedMin().orElse(0))
                .sum();
    }

    private Answer.BeforeDuring count(ActGroup group) {
        return new Answer.BeforeDuring(
                (int) breaches(incidents.before())
                        .filter(incident -> incident.type().group() == group)
                        .count(),
                (int) breaches(incidents.during())
                        .filter(incident -> incident.type().group() == group)
                        .count());
    }

    private static Stream<Incident> breaches(List<IncidentCounting.Judged> judged) {
        return judged.stream()
                .filter(each -> each.verdict() == Verdict.BREACH)
                .map(IncidentCounting.Judged::incident);
    }

    /** Of the register that the rates rest on, from some years before the window on. */
    private Optional<KnownBreaches> knownBreaches() {
        return counting.filter(c -> c.how() == Answer.How.INCIDENTS).flatMap(c -> {
            Period back = new Period(
                    window.firstDay().minusYears(YEARS_BACK).atStartOfDay(zone).toInstant(),
                    window.period().from());
            IncidentCounting all = new IncidentCounting(
                    evidence, question.area(), question.reading(), window, new Window(back, zone));
            Period whole = new Period(back.from(), window.period().to());
            return all.findWatching(c.register())
                    .flatMap(watching -> watching.span()
                            .intersection(whole)
                            .map(part -> new KnownBreaches(
                                    all.breachesOf(c.register()),
                                    c.register(),
                                    new KnownFrom(evidence.known(), zone),
                                    watching,
                                    new Window(part, zone),
                                    window.lastDay(),
                                    c.before().undetermined() + c.during().undetermined(),
                                    asOf())));
        });
    }

    private LocalDate asOf() {
        return evidence.known().on().orElse(LocalDate.ofInstant(question.now(), zone));
    }

    private List<Further.UnderReading> sensitivity() {
        return evidence.terms().listReadings().stream()
                .filter(place -> place.area().equals(question.area()))
                .map(AreaReading::reading)
                .distinct()
                .map(reading -> new Further.UnderReading(
                        reading,
                        Assessor.assess(evidence, question.under(reading)).status()))
                .toList();
    }
}
