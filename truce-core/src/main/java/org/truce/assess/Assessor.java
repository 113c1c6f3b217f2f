package org.truce.assess;

import org.truce.base.Moment;
import org.truce.base.Period;
import org.truce.base.Phrase;
import org.truce.reconcile.Incident;
import org.truce.record.Account;
import org.truce.record.Entry;
import org.truce.record.Observes;
import org.truce.terms.AreaReading;
import org.truce.terms.Verdict;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Answers a question from the evidence. A rate rests only on a register with steady coverage: its
 * incidents where they cover at least half of both windows, else its counts by period; with neither
 * the known breaches are listed and nothing is said on how often.
 */
public final class Assessor {
    private static final double OUTLOOK_DAYS = 7;
    private static final int LATEST_DAYS = 30;
    private static final double BOUND_LEVEL = 0.95;
    private static final int BASELINE_YEARS = 1;

    private final Evidence evidence;
    private final Question question;
    private final AssessSettings settings;
    private final AreaReading place;
    private final Window asked;
    /** The part of the time asked about that lies in the days in force. */
    private final Optional<Window> assessed;

    private final Window window;
    private final Window baseline;
    private final IncidentCounting incidents;
    private final PeriodCounting periods;
    private final Optional<Counting> counting;
    private final Answer.Coverage coverage;

    private Assessor(Evidence evidence, Question question, AreaReading place) {
        this.evidence = evidence;
        this.question = question;
        settings = evidence.settings();
        this.place = place;
        asked = Windows.asked(question.from(), question.to(), place.zone());
        List<Period> inForce = Windows.stretches(
                place.inForce().stream().map(AreaReading.InForce::period).toList());
        assessed = assessed(inForce);
        window = assessed.orElse(asked);
        baseline = baseline(inForce);
        incidents = new IncidentCounting(
                evidence, question.area(), question.reading(), window, baseline);
        periods = new PeriodCounting(evidence, question.area(), question.reading());
        counting = counting();
        coverage = CoverageDays.of(
                evidence,
                question.area(),
                question.reading(),
                window,
                counting.map(Counting::covered).orElse(List.of()),
                DeployedDays.of(
                        evidence, question.area(), question.reading(), window, question.now()));
    }

    /**
     * The answer. Throws {@link IllegalArgumentException} for a question that
     * {@link Question#findProblem} refuses.
     */
    public static Answer assess(Evidence evidence, Question question) {
        return of(evidence, question).answer();
    }

    private static Assessor of(Evidence evidence, Question question) {
        question.findProblem(evidence.terms()).ifPresent(problem -> {
            throw new IllegalArgumentException("no such question: " + problem.key());
        });
        AreaReading place =
                question.findPlace(evidence.terms()).orElseThrow(IllegalStateException::new);
        return new Assessor(evidence, question, place);
    }

    /** The answer, and what else the evidence says; parts of it are worked out by the executor. */
    public static Assessment assessInFull(Evidence evidence, Question question, Executor executor) {
        Assessor assessor = of(evidence, question);
        return new Assessment(
                assessor.answer(),
                new FurtherFigures(
                                evidence,
                                question,
                                assessor.window,
                                assessor.baseline,
                                assessor.counting,
                                assessor.incidents,
                                executor)
                        .further(),
                evidence.settings());
    }

    private Answer answer() {
        List<String> knownBreaches = IncidentCounting.ids(incidents.during(), Verdict.BREACH);
        HoldingRule.Basis basis = basis(counting);
        Figures figures = new Figures(
                place.name(),
                place.readingName(),
                asked,
                assessed,
                Optional.of(baseline),
                counting.map(this::source),
                basis,
                HoldingRule.decide(basis, settings),
                knownBreaches.size(),
                Windows.findIncompleteFrom(
                        window,
                        evidence.known()
                                .on()
                                .orElse(LocalDate.ofInstant(question.now(), place.zone()))),
                settings.yardstick());
        // Of a window that it did not watch at all a register's own list would say nothing.
        return counting.filter(c -> c.how() == Answer.How.INCIDENTS)
                .filter(c -> c.during().observedDays() > 0)
                .map(c -> build(
                        figures,
                        counting,
                        c.kinds(),
                        List.of(),
                        c.breachIds(),
                        c.undeterminedIds()))
                .orElseGet(() -> build(
                        figures,
                        counting,
                        IncidentCounting.kinds(incidents.before(), incidents.during()),
                        counting.map(Counting::kinds).orElse(List.of()),
                        knownBreaches,
                        IncidentCounting.ids(incidents.during(), Verdict.UNDETERMINED)));
    }

    private Figures.Source source(Counting from) {
        return new Figures.Source(
                from.register(),
                from.unit(),
                Optional.ofNullable(evidence.known().registers().get(from.register()))
                        .filter(declared -> declared.observes() instanceof Observes.WhereCovered)
                        .isPresent());
    }

    /** The latest part is said early: a mean over a year hides how it ended. */
    private List<Phrase> sentences(Figures figures, Optional<Counting> counting) {
        List<Phrase> sentences = new ArrayList<>(AnswerWording.sentences(figures));
        figures.assessed()
                .filter(part -> isWatched(counting))
                .flatMap(part -> counting.flatMap(this::latest))
                .ifPresent(latest -> sentences.add(1, latest));
        if (assessed.isPresent() && isWatched(counting)) {
            counting.flatMap(c -> Recently.step(c, window))
                    .ifPresent(step -> sentences.add(1, step));
            counting.flatMap(c -> Recently.alarm(c, window, settings))
                    .ifPresent(alarm -> sentences.add(1, AnswerWording.alarm(alarm)));
        }
        return sentences;
    }

    /** Whether so much of the window was watched that a rate may rest on it. */
    private boolean isWatched(Optional<Counting> counting) {
        return counting.filter(c -> c.during().observedShare() >= settings.halfObserved())
                .isPresent();
    }

    /**
     * Breaches in the last part covered; empty where that is most of the window, or there is none.
     */
    private Optional<Phrase> latest(Counting counting) {
        return counting.covered().isEmpty()
                ? Optional.empty()
                : switch (counting.how()) {
                    case COUNTS ->
                        said(counting.covered().getLast(), part -> countedIn(part, counting));
                    case INCIDENTS ->
                        said(
                                lastDays(counting.covered().getLast()),
                                part -> breachesIn(part, counting));
                    case NONE -> Optional.empty();
                };
    }

    private Optional<Phrase> said(Period part, ToIntFunction<Period> breaches) {
        return part.days() * 2 > window.days()
                ? Optional.empty()
                : Optional.of(AnswerWording.latest(
                        new Window(part, place.zone()),
                        new Rate(breaches.applyAsInt(part), watchedDays(part))));
    }

    private double watchedDays(Period part) {
        return counting.map(Counting::series).orElse(List.of()).stream()
                .filter(watched -> part.contains(watched.period().from()))
                .mapToDouble(Watched::days)
                .sum();
    }

    /** By local days: a day on which the clocks change is one. */
    private Period lastDays(Period covered) {
        Instant start = new Window(covered, place.zone())
                .lastDay()
                .minusDays(LATEST_DAYS - 1L)
                .atStartOfDay(place.zone())
                .toInstant();
        return start.isBefore(covered.from()) ? covered : new Period(start, covered.to());
    }

    private int countedIn(Period part, Counting counting) {
        return CountSeries.list(evidence, question.area(), question.reading()).stream()
                .filter(point -> point.register().equals(counting.register()))
                .filter(point -> part.contains(new Moment.Day(point.from()).startIn(place.zone())))
                .mapToInt(CountSeries.Point::count)
                .sum();
    }

    private int breachesIn(Period part, Counting counting) {
        return (int) counting.breachIds().stream()
                .flatMap(id -> evidence.findIncident(id).stream())
                .filter(incident -> part.contains(incident.occurred().begins(place.zone())))
                .count();
    }

    private Answer build(
            Figures figures,
            Optional<Counting> counting,
            List<Answer.Kind> kinds,
            List<Answer.Kind> counted,
            List<String> breachIds,
            List<String> undeterminedIds) {
        SparseNumbers numbers = new SparseNumbers(counting, incidents, settings);
        return new Answer(
                question.area(),
                question.reading(),
                figures.ruling().status(),
                assessed.map(Window::period),
                Optional.of(baseline.period()),
                sentences(figures, counting),
                notes(figures, counting),
                counting.map(Counting::incidents)
                        .orElse(new Answer.BeforeDuring(
                                incidents.before().size(), incidents.during().size())),
                counting.map(c -> new Answer.BeforeDuring(
                                c.before().breaches(), c.during().breaches()))
                        .orElse(known(Verdict.BREACH)),
                counting.map(c -> new Answer.BeforeDuring(
                                c.before().undetermined(), c.during().undetermined()))
                        .orElse(known(Verdict.UNDETERMINED)),
                kinds,
                counted,
                numbers.perDay(),
                numbers.civiliansKilled(),
                counting.map(c -> new Answer.Days(
                                c.before().observedDays(), c.during().observedDays()))
                        .orElse(new Answer.Days(0, 0)),
                findRatio(figures.basis(), counting)
                        .map(ratio -> comparison(figures.basis().findEstimate(), ratio)),
                findSeries(figures.basis(), counting)
                        .flatMap(series -> DatedChange.find(series, place.zone())),
                coverage,
                new Answer.Basis(
                        counting.map(Counting::register),
                        counting.map(Counting::how).orElse(Answer.How.NONE)),
                breachIds,
                IncidentCounting.ids(incidents.during(), Verdict.BREACH),
                undeterminedIds,
                incidents.refuted().stream().map(Incident::id).toList(),
                counting.map(Counting::entries).orElse(List.of()),
                figures.incompleteFrom(),
                evidence.known().on(),
                evidence.known().reconstructed(),
                evidence.known().withoutDate());
    }

    private Answer.BeforeDuring known(Verdict verdict) {
        return IncidentCounting.count(incidents.before(), incidents.during(), verdict);
    }

    /**
     * What lies in the days of one uninterrupted stretch in force, the latest that the time asked
     * about touches: days between two agreements would count as quiet ones.
     */
    private Optional<Window> assessed(List<Period> inForce) {
        return inForce.reversed().stream()
                .flatMap(
                        stretch -> Windows.cutToInForce(
                                asked, Optional.of(clock(stretch.from())), findEnd(stretch))
                                .stream())
                .findFirst();
    }

    private Moment clock(Instant instant) {
        return new Moment.OffsetClock(instant.atZone(place.zone()).toOffsetDateTime());
    }

    private Optional<Moment> findEnd(Period stretch) {
        return stretch.to().equals(Instant.MAX)
                ? Optional.empty()
                : Optional.of(clock(stretch.to()));
    }

    /**
     * The baseline asked for, else the year before the terms first came into force, or before the
     * window where that is earlier: no incident counts on both sides.
     */
    private Window baseline(List<Period> inForce) {
        return question.baseline()
                .map(span -> Windows.asked(span.from(), span.to(), place.zone()))
                .orElseGet(() -> {
                    LocalDate first = Stream.concat(
                                    inForce.stream().limit(1).map(Period::from),
                                    Stream.of(window.period().from()))
                            .min(Instant::compareTo)
                            .map(instant -> LocalDate.ofInstant(instant, place.zone()))
                            .orElseThrow();
                    return Windows.asked(
                            new Moment.Day(first.minusYears(BASELINE_YEARS)),
                            new Moment.Day(first.minusDays(1)),
                            place.zone());
                });
    }

    /**
     * A register's incidents where they cover at least half of both windows, else whatever covers
     * more, counts first. None where nothing is in force: there is no rate to give then.
     */
    private Optional<Counting> counting() {
        if (assessed.isEmpty()) {
            return Optional.empty();
        }
        Optional<Counting> byIncidents = incidents.best();
        if (byIncidents
                .filter(c -> c.observedShare() >= settings.halfObserved())
                .isPresent()) {
            return byIncidents;
        }
        return Stream.of(periods.best(window, baseline), byIncidents)
                .flatMap(Optional::stream)
                .reduce((counts, other) ->
                        other.observedShare() > counts.observedShare() ? other : counts);
    }

    private HoldingRule.Basis basis(Optional<Counting> counting) {
        Set<String> counted = new HashSet<>(counting.map(Counting::breachIds).orElse(List.of()));
        counted.addAll(counting.map(Counting::undeterminedIds).orElse(List.of()));
        int elsewhere = (int) incidents.during().stream()
                .filter(judged -> judged.verdict() != Verdict.NO_BREACH)
                .filter(judged -> !counted.contains(judged.incident().id()))
                .count();
        return new HoldingRule.Basis(
                !place.inForce().isEmpty(),
                assessed.isPresent(),
                counting.isPresent(),
                counting.map(Counting::during).orElse(new WindowCount(0, 0, 0, window.days())),
                Optional.of(counting.map(Counting::before)
                        .orElse(new WindowCount(0, 0, 0, baseline.days()))),
                elsewhere,
                counting.flatMap(c -> c.findBursts(window, baseline)));
    }

    private static Answer.Comparison comparison(OptionalDouble estimate, RatioPosterior ratio) {
        Interval interval = ratio.posteriorInterval(AnswerWording.INTERVAL_LEVEL);
        return new Answer.Comparison(
                estimate,
                interval.low(),
                interval.high(),
                interval.level(),
                ratio.probabilityBelowHalf(),
                ratio.probabilityLower());
    }

    /** Of windows so much of which was watched that a rate may rest on it. */
    private Optional<RatioPosterior> findRatio(
            HoldingRule.Basis basis, Optional<Counting> counting) {
        return counting.filter(c -> c.observedShare() >= settings.halfObserved())
                .flatMap(c -> basis.findRatio());
    }

    /** A change is dated where the two windows are compared, on what the comparison rests on. */
    private Optional<List<Watched>> findSeries(
            HoldingRule.Basis basis, Optional<Counting> counting) {
        return findRatio(basis, counting).flatMap(ratio -> counting.map(Counting::series));
    }

    private List<Phrase> notes(Figures figures, Optional<Counting> counting) {
        List<Phrase> notes = new ArrayList<>();
        notes.add(figures.ruling().explained());
        counting.ifPresent(c -> notes.addAll(c.notes()));
        if (assessed.isPresent()
                && counting.filter(c -> c.observedShare() >= settings.halfObserved())
                        .isEmpty()) {
            notes.addAll(periods.listRefusals(window, baseline));
        }
        counting.filter(c -> isWatched(counting)).ifPresent(c -> notes.add(outlook(c.during())));
        findSeries(figures.basis(), counting)
                .flatMap(series -> DatedChange.note(series, place.zone(), settings.yardstick()))
                .ifPresent(notes::add);
        AnswerWording.settings(settings).ifPresent(notes::add);
        if (coverage.keptFromDays() > 0) {
            notes.add(Phrase.of(
                    "assess.note-kept-from",
                    String.valueOf(coverage.keptFromDays()),
                    String.valueOf(coverage.days())));
        }
        DeployedDays.findNote(coverage).ifPresent(notes::add);
        addCount("assess.note-week", countToTheWeek(), notes);
        addCount("assess.note-summaries", countSummaries(), notes);
        addCount("assess.note-unplaced", incidents.unplaced(), notes);
        incidents.refuted().forEach(incident -> notes.add(refuted(incident)));
        addCount("assess.note-disputed", incidents.disputedBreaches(), notes);
        if (evidence.known().reconstructed()) {
            notes.add(Phrase.of(
                    "assess.note-reconstructed", Long.toString(evidence.known().withoutDate())));
        }
        return notes;
    }

    /** Which incident counts no more, and why; the first decision of those that refute it. */
    private static Phrase refuted(Incident incident) {
        Entry.Decision first = incident.decided().words().getFirst();
        return Phrase.of(
                "assess.note-refuted", incident.id(), first.register(), first.on(), first.why());
    }

    private static void addCount(String key, long count, List<Phrase> notes) {
        if (count > 0) {
            notes.add(Phrase.of(key, Long.toString(count)));
        }
    }

    /**
     * How many reports of the window, in or possibly in the area, are known to the week or worse.
     */
    private long countToTheWeek() {
        return evidence.known().list(Entry.Report.class).stream()
                .map(Entry.Report::account)
                .filter(account -> account.occurred().precision().coarserThanDay())
                .filter(account ->
                        window.period().contains(account.occurred().begins(window.zone())))
                .filter(this::mayBeHere)
                .count();
    }

    private long countSummaries() {
        return evidence.known().list(Entry.SummaryReport.class).stream()
                .map(Entry.SummaryReport::account)
                .filter(account ->
                        window.period().overlaps(account.occurred().mayHaveLasted(window.zone())))
                .filter(this::mayBeHere)
                .count();
    }

    private boolean mayBeHere(Account account) {
        return evidence.mayLieIn(account.place(), question.area(), question.reading());
    }

    /** What the window's rate would mean for the next week, or what zero seen leaves possible. */
    private Phrase outlook(WindowCount during) {
        if (during.breaches() == 0) {
            return Phrase.of(
                    "assess.note-bound",
                    String.format(
                            Locale.ROOT,
                            "%.3f",
                            GammaPoisson.upperBoundWhenNone(
                                    during.observedDays(), BOUND_LEVEL, 1)));
        }
        double again = GammaPoisson.after(during.rate()).probabilityAtLeast(1, OUTLOOK_DAYS);
        return Phrase.of(
                "assess.note-outlook",
                Integer.toString((int) OUTLOOK_DAYS),
                settings.yardstick().word(again));
    }
}
