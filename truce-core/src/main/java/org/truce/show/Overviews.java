package org.truce.show;

import org.truce.assess.Assessor;
import org.truce.assess.CountSeries;
import org.truce.assess.Evidence;
import org.truce.assess.History;
import org.truce.assess.Question;
import org.truce.base.Moment;
import org.truce.base.Period;
import org.truce.base.Phrase;
import org.truce.base.Phrases;
import org.truce.followup.ClaimCheck;
import org.truce.record.Agreement;
import org.truce.record.Entry;
import org.truce.record.EntryCodec;
import org.truce.record.Observes;
import org.truce.terms.AreaReading;
import org.truce.terms.Verdict;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts an overview together from the history. */
public final class Overviews {
    /** As many rows as a page can carry on a slow laptop; the command line lists all. */
    static final int ROWS = 600;

    private final History history;
    private final Evidence evidence;
    private final Asked asked;
    private final Instant now;
    private final Disclosure disclosure;
    private final Phrases phrases;
    private Optional<List<Row>> drawnRows = Optional.empty();
    private Optional<FollowLines> followLines = Optional.empty();

    public Overviews(
            History history, Asked asked, Instant now, Disclosure disclosure, Phrases phrases) {
        this.history = history;
        this.asked = asked;
        this.now = now;
        this.disclosure = disclosure;
        this.phrases = phrases;
        evidence = history.on(asked.asKnown());
    }

    /** What was known on the day asked about. */
    public Evidence evidence() {
        return evidence;
    }

    /** Why it cannot be answered and what to do; empty when it can. */
    public Optional<Phrase> findProblem() {
        if (evidence.terms().listReadings().isEmpty()) {
            return Optional.of(Phrase.of("show.no-areas"));
        }
        Optional<AreaReading> close = findClose();
        return close.isEmpty()
                ? Optional.of(Phrase.of(
                        "assess.no-such-area",
                        asked.area().orElse("")
                                + asked.reading().map(r -> ":" + r).orElse(""),
                        places().stream()
                                .map(p -> p.area())
                                .distinct()
                                .collect(Collectors.joining(", "))))
                : asked.question(close.get(), evidence, now, true).findProblem(evidence.terms());
    }

    /** The overview; throws {@link IllegalStateException} when {@link #findProblem} finds one. */
    public Overview build() {
        AreaReading close = findClose().orElseThrow(IllegalStateException::new);
        Question question = asked.question(close, evidence, now, true);
        Period window = new Period(
                question.from().startIn(close.zone()), question.to().endIn(close.zone()));
        Rows rows = new Rows(evidence, close.area(), close.reading(), disclosure, phrases);
        List<Row> listed = rows.list(window).stream()
                .filter(row -> row.verdict() != Verdict.NO_BREACH || row.refuted())
                .toList();
        return new Overview(
                phrases.language(),
                form(question),
                places().stream().map(place -> choice(place, close)).toList(),
                answers(close),
                claims(close),
                Optional.of(explore(close, question, drawnRows(question, close))),
                listed.stream().limit(ROWS).toList(),
                Math.max(0, listed.size() - ROWS),
                listRegisters(),
                terms(close.area()));
    }

    /** What stands beside the answer; throws {@link IllegalStateException} as {@link #build}. */
    public BesidePage beside() {
        AreaReading close = findClose().orElseThrow(IllegalStateException::new);
        Question question = asked.question(close, evidence, now, true);
        return BesidePage.of(
                Assessor.assessInFull(evidence, question, Runnable::run),
                form(question),
                places().stream().map(place -> choice(place, close)).toList(),
                Explore.name(close, phrases),
                evidence,
                phrases);
    }

    /** All that is tied to the area; throws {@link IllegalStateException} as {@link #build}. */
    public AreaCourse course() {
        AreaReading close = findClose().orElseThrow(IllegalStateException::new);
        Question question = asked.question(close, evidence, now, true);
        ExploreData.Days days = days(question, close);
        return new AreaCourses(followLines(), close, now)
                .of(question, Timeline.of(drawnRows(question, close), days, marks()), days);
    }

    /** What the timeline and the map show; asked for twice by one page. */
    private List<Row> drawnRows(Question question, AreaReading close) {
        if (drawnRows.isEmpty()) {
            Rows rows = new Rows(evidence, close.area(), close.reading(), disclosure, phrases);
            drawnRows = Optional.of(rows.list(drawn(question, close)));
        }
        return drawnRows.get();
    }

    private FollowLines followLines() {
        if (followLines.isEmpty()) {
            LocalDate today =
                    asked.asKnown().orElseGet(() -> LocalDate.ofInstant(now, evidence.zone()));
            followLines = Optional.of(new FollowLines(evidence, today, disclosure, phrases));
        }
        return followLines.get();
    }

    /**
     * What is overdue as known on the day asked about, whatever the area; empty where nothing is.
     */
    public Optional<FollowPage.Section> findOverdue() {
        return new OverdueBlocks(followLines()).find(FollowAsked.NOTHING);
    }

    private List<AreaReading> places() {
        return evidence.terms().listReadings();
    }

    private Optional<AreaReading> findClose() {
        return Asked.choose(evidence.terms(), asked.area(), asked.reading());
    }

    /** From the start of the baseline to the end of the window: what the timeline shows. */
    private static Period drawn(Question question, AreaReading close) {
        Moment from = question.baseline().map(Question.Span::from).orElse(question.from());
        return new Period(from.startIn(close.zone()), question.to().endIn(close.zone()));
    }

    private Overview.Form form(Question question) {
        return new Overview.Form(
                question.area(),
                question.reading().orElse(""),
                question.from().text(),
                question.to().text(),
                question.baseline().map(span -> span.from().text()).orElse(""),
                question.baseline().map(span -> span.to().text()).orElse(""),
                asked.asKnown().map(LocalDate::toString).orElse(""));
    }

    private Overview.Choice choice(AreaReading place, AreaReading close) {
        return new Overview.Choice(
                place.area(),
                place.reading().orElse(""),
                Explore.name(place, phrases),
                place.equals(close));
    }

    private List<AnswerBlock> answers(AreaReading close) {
        List<AreaReading> ordered = new ArrayList<>(places());
        ordered.sort(Comparator.comparing((AreaReading place) -> !place.area().equals(close.area()))
                .thenComparing(place -> !place.equals(close)));
        List<AnswerBlock> answers = new ArrayList<>();
        for (AreaReading place : ordered) {
            Question question =
                    asked.question(place, evidence, now, place.area().equals(close.area()));
            answers.add(AnswerBlock.of(
                    Assessor.assess(evidence, question), Explore.name(place, phrases), phrases));
        }
        return answers;
    }

    /** Claims about the area that had been made by the day asked about. */
    private List<ClaimBlock> claims(AreaReading close) {
        List<ClaimBlock> claims = new ArrayList<>();
        for (Entry.ClaimTest test : evidence.known().list(Entry.ClaimTest.class)) {
            if (test.area().equals(close.area())) {
                ClaimCheck.findStatement(test, evidence)
                        .map(said -> history.on(Optional.of(said.date())))
                        .map(then -> new ClaimCheck(then, evidence, now).check(test))
                        .map(answer -> ClaimBlock.of(answer, asked.asKnown(), phrases))
                        .ifPresent(claims::add);
            }
        }
        return claims;
    }

    private Explore explore(AreaReading close, Question question, List<Row> rows) {
        ExploreData.Days days = days(question, close);
        List<AreaReading> readings = places().stream()
                .filter(place -> place.area().equals(close.area()))
                .sorted(Comparator.comparing(place -> !place.equals(close)))
                .toList();
        List<ExploreData.Count> counts =
                CountSeries.list(evidence, close.area(), close.reading()).stream()
                        .filter(point -> point.to().toString().compareTo(days.from()) >= 0)
                        .filter(point -> point.from().toString().compareTo(days.to()) <= 0)
                        .map(point -> new ExploreData.Count(
                                point.from().toString(),
                                point.to().toString(),
                                point.perDay(),
                                point.count(),
                                point.days()))
                        .toList();
        return Explore.of(rows, readings, days, marks(), counts, phrases);
    }

    private static ExploreData.Days days(Question question, AreaReading close) {
        Period drawn = drawn(question, close);
        return new ExploreData.Days(
                LocalDate.ofInstant(drawn.from(), close.zone()).toString(),
                LocalDate.ofInstant(drawn.to().minusNanos(1), close.zone()).toString());
    }

    private List<ExploreData.Mark> marks() {
        List<ExploreData.Mark> marks = new ArrayList<>();
        for (Agreement agreement : evidence.listAgreements()) {
            agreement
                    .inForceFrom()
                    .map(Moment::writtenDate)
                    .or(agreement::signed)
                    .ifPresent(day -> marks.add(new ExploreData.Mark(
                            day.toString(), Rows.words(agreement.title(), phrases))));
        }
        marks.sort(Comparator.comparing(ExploreData.Mark::day));
        return marks;
    }

    /** Every register with what it may be used for. */
    public List<Overview.Register> listRegisters() {
        List<Overview.Register> registers = new ArrayList<>();
        Map<String, Entry.RegisterDeclared> declared =
                new TreeMap<>(evidence.known().registers());
        declared.forEach((name, register) -> {
            Map<String, Long> counts = evidence.known().entries().stream()
                    .filter(entry -> entry.register().equals(name))
                    .collect(Collectors.groupingBy(
                            EntryCodec::kindOf, TreeMap::new, Collectors.counting()));
            registers.add(new Overview.Register(
                    name,
                    register.title(),
                    observes(register.observes()),
                    register.attribution(),
                    register.limits()
                            .getOrDefault(
                                    phrases.language(),
                                    register.limits().getOrDefault("en", List.of())),
                    counts));
        });
        return registers;
    }

    private String observes(Observes observes) {
        return switch (observes) {
            case Observes.Steadily steadily ->
                phrases.say("show.observes-steadily", steadily.unit());
            case Observes.WhereCovered covered ->
                phrases.say("show.observes-where-covered", covered.unit());
            case Observes.Unevenly unevenly -> phrases.say("show.observes-unevenly");
        };
    }

    private List<Overview.Term> terms(String area) {
        List<Overview.Term> terms = new ArrayList<>();
        for (Agreement agreement : evidence.listAgreements()) {
            if (agreement.areas().stream().anyMatch(a -> a.area().equals(area))) {
                terms.addAll(TermList.of(agreement, phrases));
            }
        }
        return terms;
    }
}
