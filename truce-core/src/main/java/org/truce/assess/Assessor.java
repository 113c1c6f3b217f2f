package org.truce.assess;

import org.truce.base.Moment;
import org.truce.base.Period;
import org.truce.base.Phrase;
import org.truce.record.Entry;
import org.truce.terms.AreaReading;
import org.truce.terms.Terms;
import org.truce.terms.Verdict;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Answers a question from the evidence. A rate rests only on a register with steady coverage: its
 * incidents where they cover at least half of both windows, else its counts by period; with neither
 * the known breaches are listed and nothing is said on how often.
 */
public final class Assessor {
    private static final double OUTLOOK_DAYS = 7;
    private static final double BOUND_LEVEL = 0.95;
    private static final int BASELINE_YEARS = 1;

    private final Evidence evidence;
    private final Question question;
    private final AreaReading place;
    private final IncidentCounting incidents;

    private Assessor(Evidence evidence, Question question, AreaReading place) {
        this.evidence = evidence;
        this.question = question;
        this.place = place;
        incidents = new IncidentCounting(evidence, question.area(), question.reading());
    }

    /**
     * The answer. Throws {@link IllegalArgumentException} for a question that
     * {@link Question#findProblem} refuses.
     */
    public static Answer assess(Evidence evidence, Question question) {
        question.findProblem(evidence.terms()).ifPresent(problem -> {
            throw new IllegalArgumentException("no such question: " + problem.key());
        });
        AreaReading place =
                question.findPlace(evidence.terms()).orElseThrow(IllegalStateException::new);
        return new Assessor(evidence, question, place).answer();
    }

    private Answer answer() {
        ZoneId zone = place.zone();
        Window asked = Windows.asked(question.from(), question.to(), zone);
        Optional<Period> inForce = inForce();
        Optional<Window> assessed = inForce.flatMap(period -> Windows.cutToInForce(
                asked, Optional.of(clock(period.from(), zone)), findEnd(period, zone)));
        Window window = assessed.orElse(asked);
        Window baseline = baseline(inForce, window);
        Optional<Counting> counting = counting(window, baseline);
        List<IncidentCounting.Judged> known = incidents.list(window, Terms.Clock.AS_AGREED);
        HoldingRule.Basis basis = basis(assessed, window, baseline, counting, known);
        HoldingRule.Ruling ruling = HoldingRule.decide(basis);
        Optional<LocalDate> incompleteFrom = Windows.findIncompleteFrom(
                window, evidence.known().on().orElse(LocalDate.ofInstant(question.now(), zone)));
        Figures figures = new Figures(
                place.name(),
                place.readingName(),
                asked,
                assessed,
                basis.before().map(before -> baseline),
                counting.map(c -> new Figures.Source(c.register(), c.unit())),
                basis,
                ruling,
                IncidentCounting.ids(known, Verdict.BREACH).size(),
                incompleteFrom);
        List<Phrase> notes = notes(window, counting, basis, ruling);
        return build(figures, window, baseline, counting, known, notes);
    }

    private Answer build(
            Figures figures,
            Window window,
            Window baseline,
            Optional<Counting> counting,
            List<IncidentCounting.Judged> known,
            List<Phrase> notes) {
        List<IncidentCounting.Judged> before = incidents.list(baseline, Terms.Clock.AS_IF_IN_FORCE);
        List<String> knownBreaches = IncidentCounting.ids(known, Verdict.BREACH);
        boolean byIncidents =
                counting.filter(c -> c.how() == Answer.How.INCIDENTS).isPresent();
        return new Answer(
                question.area(),
                question.reading(),
                figures.ruling().status(),
                figures.assessed().map(Window::period),
                Optional.of(baseline.period()),
                AnswerWording.sentences(figures),
                notes,
                counting.map(Counting::incidents)
                        .orElse(new Answer.BeforeDuring(before.size(), known.size())),
                counting.map(c -> new Answer.BeforeDuring(
                                c.before().breaches(), c.during().breaches()))
                        .orElse(count(before, known, Verdict.BREACH)),
                counting.map(c -> new Answer.BeforeDuring(
                                c.before().undetermined(), c.during().undetermined()))
                        .orElse(count(before, known, Verdict.UNDETERMINED)),
                byIncidents
                        ? counting.orElseThrow().kinds()
                        : IncidentCounting.kinds(before, known),
                byIncidents ? List.of() : counting.map(Counting::kinds).orElse(List.of()),
                counting.map(Counting::civiliansKilled)
                        .orElse(new Answer.BeforeDuring(
                                IncidentCounting.civiliansKilled(before),
                                IncidentCounting.civiliansKilled(known))),
                counting.map(c -> new Answer.Days(
                                c.before().observedDays(), c.during().observedDays()))
                        .orElse(new Answer.Days(baseline.days(), window.days())),
                figures.basis().findRatio().map(Assessor::comparison),
                CoverageDays.of(
                        evidence,
                        question.area(),
                        question.reading(),
                        window,
                        counting.map(Counting::covered).orElse(List.of())),
                new Answer.Basis(
                        counting.map(Counting::register),
                        counting.map(Counting::how).orElse(Answer.How.NONE)),
                byIncidents ? counting.orElseThrow().breachIds() : knownBreaches,
                knownBreaches,
                byIncidents
                        ? counting.orElseThrow().undeterminedIds()
                        : IncidentCounting.ids(known, Verdict.UNDETERMINED),
                counting.map(Counting::entries).orElse(List.of()),
                figures.incompleteFrom(),
                evidence.known().on(),
                evidence.known().reconstructed(),
                evidence.known().withoutDate());
    }

    /** From the first agreement's beginning in the outline to the last one's end. */
    private Optional<Period> inForce() {
        return place.inForce().stream()
                .map(AreaReading.InForce::period)
                .reduce((one, other) -> new Period(
                        one.from().isBefore(other.from()) ? one.from() : other.from(),
                        one.to().isAfter(other.to()) ? one.to() : other.to()));
    }

    private static Moment clock(Instant instant, ZoneId zone) {
        return new Moment.OffsetClock(instant.atZone(zone).toOffsetDateTime());
    }

    private static Optional<Moment> findEnd(Period period, ZoneId zone) {
        return period.to().equals(Instant.MAX)
                ? Optional.empty()
                : Optional.of(clock(period.to(), zone));
    }

    /** The baseline asked for, else the year before the terms came into force. */
    private Window baseline(Optional<Period> inForce, Window window) {
        return question.baseline()
                .map(span -> Windows.asked(span.from(), span.to(), window.zone()))
                .orElseGet(() -> {
                    LocalDate first = inForce.map(
                                    period -> LocalDate.ofInstant(period.from(), window.zone()))
                            .orElse(window.firstDay());
                    return Windows.asked(
                            new Moment.Day(first.minusYears(BASELINE_YEARS)),
                            new Moment.Day(first.minusDays(1)),
                            window.zone());
                });
    }

    /**
     * Incidents that cover at least half of both windows, else counts, else what incidents there
     * are.
     */
    private Optional<Counting> counting(Window window, Window baseline) {
        Optional<Counting> byIncidents = incidents.best(window, baseline);
        if (byIncidents
                .filter(c -> c.observedShare() >= HoldingRule.HALF_OBSERVED)
                .isPresent()) {
            return byIncidents;
        }
        return new PeriodCounting(evidence, question.area(), question.reading())
                .best(window, baseline)
                .or(() -> byIncidents);
    }

    private static HoldingRule.Basis basis(
            Optional<Window> assessed,
            Window window,
            Window baseline,
            Optional<Counting> counting,
            List<IncidentCounting.Judged> known) {
        Set<String> counted = new HashSet<>(counting.map(Counting::breachIds).orElse(List.of()));
        counted.addAll(counting.map(Counting::undeterminedIds).orElse(List.of()));
        int elsewhere = (int) known.stream()
                .filter(judged -> judged.verdict() != Verdict.NO_BREACH)
                .filter(judged -> !counted.contains(judged.incident().id()))
                .count();
        return new HoldingRule.Basis(
                assessed.isPresent(),
                counting.isPresent(),
                counting.map(Counting::during).orElse(new WindowCount(0, 0, 0, window.days())),
                Optional.of(counting.map(Counting::before)
                        .orElse(new WindowCount(0, 0, 0, baseline.days()))),
                elsewhere);
    }

    private static Answer.BeforeDuring count(
            List<IncidentCounting.Judged> before,
            List<IncidentCounting.Judged> during,
            Verdict verdict) {
        return new Answer.BeforeDuring(
                IncidentCounting.ids(before, verdict).size(),
                IncidentCounting.ids(during, verdict).size());
    }

    private static Answer.Comparison comparison(RateRatio ratio) {
        Interval interval = ratio.posteriorInterval(AnswerWording.INTERVAL_LEVEL);
        return new Answer.Comparison(
                ratio.estimate(),
                interval.low(),
                interval.high(),
                interval.level(),
                ratio.probabilityBelowHalf(),
                ratio.probabilityLower());
    }

    private List<Phrase> notes(
            Window window,
            Optional<Counting> counting,
            HoldingRule.Basis basis,
            HoldingRule.Ruling ruling) {
        List<Phrase> notes = new ArrayList<>();
        notes.add(ruling.explained());
        counting.ifPresent(c -> {
            notes.addAll(c.notes());
            if (basis.during().observedDays() > 0) {
                notes.add(outlook(c.during()));
            }
        });
        long toTheWeek = count(window, evidence.known().list(Entry.Report.class));
        if (toTheWeek > 0) {
            notes.add(Phrase.of("assess.note-week", Long.toString(toTheWeek)));
        }
        int summaries = evidence.known().list(Entry.SummaryReport.class).size();
        if (summaries > 0) {
            notes.add(Phrase.of("assess.note-summaries", Integer.toString(summaries)));
        }
        long unplaced = incidents.unplaced(window);
        if (unplaced > 0) {
            notes.add(Phrase.of("assess.note-unplaced", Long.toString(unplaced)));
        }
        if (evidence.known().reconstructed()) {
            notes.add(Phrase.of(
                    "assess.note-reconstructed", Long.toString(evidence.known().withoutDate())));
        }
        return notes;
    }

    /** How many reports of the window are known to the week or worse. */
    private static long count(Window window, List<Entry.Report> reports) {
        return reports.stream()
                .map(report -> report.account().occurred())
                .filter(occurred -> occurred.precision().coarserThanDay())
                .filter(occurred -> window.period().contains(occurred.begins(window.zone())))
                .count();
    }

    /** What the window's rate would mean for the next week, or what zero seen leaves possible. */
    private static Phrase outlook(WindowCount during) {
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
                LikelihoodWord.of(again).phrase());
    }
}
