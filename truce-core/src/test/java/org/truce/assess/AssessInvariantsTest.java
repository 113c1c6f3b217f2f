package org.truce.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.base.Moment;
import org.truce.base.Period;
import org.truce.base.Phrases;
import org.truce.reconcile.Incident;
import org.truce.record.Entry;
import org.truce.record.Logged;
import org.truce.show.AssessView;
import org.truce.show.Disclosure;
import org.truce.show.IncidentView;
import org.truce.terms.Verdict;

import tools.jackson.databind.json.JsonMapper;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** What holds of any answer, on seeded invented records. */
final class AssessInvariantsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int REPORTS = 150;

    private static Random seeded(long seed) {
        System.out.println("seed " + seed);
        return new Random(seed);
    }

    /** Windows before, across, during and after the beginning, with and without a baseline. */
    private static List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (String reading : List.of("wide", "narrow")) {
            questions.add(HandRecord.question(reading, "2017-07-09", "2018-06-30"));
            questions.add(HandRecord.question(reading, "2017-06-01", "2017-07-31"));
            questions.add(HandRecord.question(reading, "2017-02-01", "2017-04-30"));
            questions.add(HandRecord.question(reading, "2017-09-01T12:00", "2017-12-31T12:00"));
            questions.add(new Question(
                    "square",
                    Optional.of(reading),
                    Moment.get("2018-01-01"),
                    Moment.get("2018-03-31"),
                    Optional.of(
                            new Question.Span(Moment.get("2017-08-01"), Moment.get("2017-12-31"))),
                    HandRecord.question("2018-01-01", "2018-01-02").now()));
        }
        return questions;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20170709})
    void theOrderOfEntriesDecidesNothing(long seed) {
        Random random = seeded(seed);
        List<Logged> all = new InventedRecord(random).record(REPORTS).list();
        List<Logged> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        for (Optional<LocalDate> day : days()) {
            Evidence one = Evidence.of(all, day);
            Evidence other = Evidence.of(shuffled, day);
            assertThat(other.listIncidents()).isEqualTo(one.listIncidents());
            for (Question question : questions()) {
                assertThat(Assessor.assess(other, question))
                        .isEqualTo(Assessor.assess(one, question));
            }
        }
    }

    private static List<Optional<LocalDate>> days() {
        return List.of(
                Optional.empty(),
                Optional.of(LocalDate.of(2017, 8, 15)),
                Optional.of(LocalDate.of(2010, 1, 1)));
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void everyIncidentOfTheAreaHasOneVerdictAndStandsOnOneSide(long seed) {
        Evidence evidence = new InventedRecord(seeded(seed)).record(REPORTS).evidence();
        for (Question question : questions()) {
            Answer answer = Assessor.assess(evidence, question);
            Window window = window(answer, question);
            Window baseline = new Window(answer.baseline().orElseThrow(), HandRecord.DAMASCUS);
            assertThat(window.period().overlaps(baseline.period())).isFalse();
            IncidentCounting counted = new IncidentCounting(
                    evidence, question.area(), question.reading(), window, baseline);
            assertThat(ids(counted.during())).isEqualTo(here(evidence, question, window));
            assertThat(ids(counted.before())).isEqualTo(here(evidence, question, baseline));
            assertThat(Collections.disjoint(ids(counted.during()), ids(counted.before())))
                    .isTrue();
            for (List<IncidentCounting.Judged> side : List.of(counted.before(), counted.during())) {
                int sum = 0;
                for (Verdict verdict : Verdict.values()) {
                    sum += IncidentCounting.ids(side, verdict).size();
                }
                assertThat(sum).isEqualTo(side.size());
            }
            counted.best().ifPresent(AssessInvariantsTest::assertSeriesIsWhatTheRateRestsOn);
            if (answer.basis().how() == Answer.How.NONE) {
                assertThat(answer.incidents().during())
                        .isEqualTo(counted.during().size());
            }
            assertThat(Collections.disjoint(answer.breachIds(), answer.undeterminedIds()))
                    .isTrue();
            assertThat(answer.breaches().during()).isEqualTo(answer.breachIds().size());
            assertThat(answer.undetermined().during())
                    .isEqualTo(answer.undeterminedIds().size());
            assertThat(answer.knownBreachIds()).containsAll(answer.breachIds());
            assertThat(answer.kinds().stream().mapToInt(k -> k.count().during()).sum())
                    .isEqualTo(answer.breaches().during());
            assertThat(answer.kinds().stream().mapToInt(k -> k.count().before()).sum())
                    .isEqualTo(answer.breaches().before());
        }
    }

    private static void assertSeriesIsWhatTheRateRestsOn(Counting counting) {
        assertThat(counting.series().stream().mapToInt(Watched::breaches).sum())
                .isEqualTo(counting.before().breaches() + counting.during().breaches());
        assertThat(counting.series().stream()
                        .mapToDouble(w -> w.period().days())
                        .sum())
                .isCloseTo(
                        counting.before().observedDays() + counting.during().observedDays(),
                        within(1e-6));
        for (int i = 1; i < counting.series().size(); i++) {
            assertThat(counting.series().get(i).period().from())
                    .isAfterOrEqualTo(counting.series().get(i - 1).period().to());
        }
    }

    private static Window window(Answer answer, Question question) {
        Period period = answer.window()
                .orElseGet(() -> Windows.asked(question.from(), question.to(), HandRecord.DAMASCUS)
                        .period());
        return new Window(period, HandRecord.DAMASCUS);
    }

    private static Set<String> ids(List<IncidentCounting.Judged> judged) {
        Set<String> ids = new HashSet<>();
        for (IncidentCounting.Judged each : judged) {
            assertThat(ids.add(each.incident().id())).isTrue();
        }
        return ids;
    }

    private static Set<String> here(Evidence evidence, Question question, Window window) {
        Set<String> ids = new HashSet<>();
        for (Incident incident : evidence.listIncidents()) {
            boolean began =
                    window.period().contains(incident.occurred().begins(HandRecord.DAMASCUS));
            if (began && evidence.mayLieIn(incident.place(), question.area(), question.reading())) {
                ids.add(incident.id());
            }
        }
        return ids;
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void anAnswerAsKnownRestsOnWhatWasKnownAndOnNothingElse(long seed) {
        Random random = seeded(seed);
        InventedRecord invented = new InventedRecord(random);
        HandRecord record = invented.record(REPORTS);
        LocalDate day = LocalDate.of(2017, 10, 1).plusDays(random.nextInt(200));
        List<Logged> known = record.list().stream()
                .filter(logged -> mayHaveBeenKnown(logged, day))
                .toList();
        assertThat(known).hasSizeLessThan(record.list().size());
        List<Answer> answers = answers(record.list(), day);
        assertThat(answers(known, day)).isEqualTo(answers);

        LocalDate lateDay = day.plusDays(1);
        record.with(
                new HandReport("live", "late", day.minusDays(3).toString()).report(),
                lateDay.atStartOfDay(HandRecord.DAMASCUS).toInstant());
        record.with(new HandReport("pages", "late", day.minusDays(3).toString())
                .published(Optional.of(lateDay))
                .report());
        assertThat(answers(record.list(), day)).isEqualTo(answers);
        assertThat(Evidence.of(record.list(), Optional.of(lateDay)).findIncident("live:late"))
                .isPresent();
    }

    /** Rows without a date of publication are counted as left out, so they stay. */
    private static boolean mayHaveBeenKnown(Logged logged, LocalDate day) {
        if (!(logged.entry() instanceof Entry.Report report)) {
            return true;
        }
        return report.register().equals("pages")
                ? report.published().map(date -> !date.isAfter(day)).orElse(true)
                : logged.recordedAt()
                        .isBefore(day.plusDays(1)
                                .atStartOfDay(HandRecord.DAMASCUS)
                                .toInstant());
    }

    private static List<Answer> answers(List<Logged> all, LocalDate day) {
        Evidence evidence = Evidence.of(all, Optional.of(day));
        return questions().stream()
                .map(question -> Assessor.assess(evidence, question))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {10, 11})
    void whatIsNoIncidentChangesNoCount(long seed) {
        InventedRecord invented = new InventedRecord(seeded(seed));
        HandRecord record = invented.record(REPORTS);
        Evidence without = record.evidence();
        for (int i = 0; i < 60; i++) {
            record.withAll(invented.uncounted(i));
        }
        Evidence with = record.evidence();
        assertThat(with.listIncidents()).isEqualTo(without.listIncidents());
        boolean watchedMore = false;
        for (Question question : questions()) {
            Answer one = Assessor.assess(without, question);
            Answer other = Assessor.assess(with, question);
            assertThat(other.sentence()).isEqualTo(one.sentence());
            assertThat(other.incidents()).isEqualTo(one.incidents());
            assertThat(other.breaches()).isEqualTo(one.breaches());
            assertThat(other.undetermined()).isEqualTo(one.undetermined());
            assertThat(other.kinds()).isEqualTo(one.kinds());
            assertThat(other.counted()).isEqualTo(one.counted());
            assertThat(other.ratio()).isEqualTo(one.ratio());
            assertThat(other.days()).isEqualTo(one.days());
            assertThat(other.coverage().observedDays())
                    .isBetween(one.coverage().observedDays(), other.coverage().days());
            watchedMore |= other.coverage().observedDays() > one.coverage().observedDays();
        }
        assertThat(watchedMore).as("calm days count as watched").isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {12, 13})
    void theOtherReadingsOutlineDoesNotMatter(long seed) {
        HandRecord record = new InventedRecord(seeded(seed)).record(REPORTS);
        List<Logged> redrawn = record.list().stream()
                .map(logged -> logged.entry() instanceof Entry.AreaOutline outline
                                && outline.reading().equals(Optional.of("narrow"))
                        ? new Logged(
                                logged.seq(),
                                logged.recordedAt(),
                                HandRecord.outline(
                                        "square", "narrow", 36.6, 36.7, "2018-01-01", ""))
                        : logged)
                .toList();
        Evidence one = record.evidence();
        Evidence other = Evidence.of(redrawn, Optional.empty());
        boolean narrowDiffers = false;
        for (Question question : questions()) {
            boolean same = Assessor.assess(other, question).equals(Assessor.assess(one, question));
            if (question.reading().equals(Optional.of("wide"))) {
                assertThat(same).isTrue();
            } else {
                narrowDiffers |= !same;
            }
        }
        assertThat(narrowDiffers)
                .as("the redrawn outline matters to its own reading")
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {14, 15})
    void jsonShapesComeBackAsTheyWere(long seed) {
        Evidence evidence = new InventedRecord(seeded(seed)).record(REPORTS).evidence();
        Phrases phrases = Phrases.in("ar");
        for (Question question : questions()) {
            AssessView view = AssessView.of(
                    Assessor.assessInFull(evidence, question, Runnable::run), phrases);
            assertThat(JSON.readValue(JSON.writeValueAsString(view), AssessView.class))
                    .isEqualTo(view);
        }
        Disclosure reader = new Disclosure.Reader(
                evidence.known().registers(),
                LocalDate.of(2026, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant());
        for (Incident incident : evidence.listIncidents()) {
            IncidentView view = IncidentView.of(incident, evidence, reader, phrases);
            assertThat(JSON.readValue(JSON.writeValueAsString(view), IncidentView.class))
                    .isEqualTo(view);
        }
    }
}
