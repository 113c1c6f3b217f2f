package org.truce.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.truce.assess.HandRecord.count;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.assess.AssessSettings;
import org.truce.assess.Evidence;
import org.truce.assess.HandRecord;
import org.truce.assess.HandReport;
import org.truce.assess.History;
import org.truce.base.Moment;
import org.truce.base.Phrases;
import org.truce.base.TimePrecision;
import org.truce.record.ClaimMeasure;
import org.truce.record.Entry;
import org.truce.record.StatementKind;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A page's answers, figures, rows and claims, and the report's text. */
final class OverviewsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static Overviews overviews(HandRecord record, Asked asked, String language) {
        return new Overviews(
                new History(record.list(), AssessSettings.USUAL),
                asked,
                NOW,
                new Disclosure.Holder(),
                Phrases.in(language));
    }

    private static Asked asked(String from, String to, String baselineTo, String asKnown) {
        return new Asked(
                Optional.of("square"),
                Optional.of("wide"),
                Moment.find(from),
                Moment.find(to),
                Optional.empty(),
                Moment.find(baselineTo),
                Optional.of(asKnown).filter(day -> !day.isEmpty()).map(LocalDate::parse));
    }

    private static HandRecord record() {
        return HandRecord.square()
                .with(HandRecord.uneven("pages"))
                .with(count("wide", "2016-07-09", "2017-07-08", "both sides", 365))
                .with(count("wide", "2017-07-09", "2017-12-31", "both sides", 1))
                .with(count("wide", "2017-07-09", "2017-12-31", "reds-wolves", 7))
                .with(new HandReport("pages", "R1", "2017-08-01").killed(3, 2).report())
                .with(new HandReport("pages", "R2", "2017-09-01").by("").report())
                .with(new HandReport("pages", "R3", "2017-09-02").by("wolves").report());
    }

    @Test
    void anAnswersFiguresSayWhatTheyRestOn() {
        AnswerBlock wide = overviews(record(), asked("2017-07-09", "2017-12-31", "", ""), "en")
                .build()
                .answers()
                .getFirst();
        assertThat(wide.key()).isEqualTo("square-wide");
        assertThat(wide.name()).isEqualTo("The square, wide reading");
        assertThat(wide.statusWord()).isEqualTo("holding with exceptions");
        // 1 event in 176 days and an hour is 0.0057 a day, and not 0.00; the year before: 1.
        assertThat(wide.figures())
                .contains(
                        new AnswerBlock.Figure("Breaches", "365", "1"),
                        new AnswerBlock.Figure("Breaches a day", "1.00", "0.0057"),
                        new AnswerBlock.Figure("Days counted", "365", "176"),
                        new AnswerBlock.Figure("All that is counted", "365", "8"),
                        new AnswerBlock.Figure("Days with any observation", "", "176 of 176"),
                        new AnswerBlock.Figure(
                                "The rate rests on", "", "counts by period of Counter"));
        assertThat(wide.countedEntries()).hasSize(3);
        assertThat(wide.kinds())
                .containsExactly(new AnswerBlock.KindRow("artillery shelling", 0, 1));
        assertThat(wide.breachIds()).containsExactly("pages:R1");
        assertThat(wide.undeterminedIds()).containsExactly("pages:R2");
    }

    @Test
    void aCountOfNoObservedDayIsNoZero() {
        HandRecord record = HandRecord.square()
                .with(count("wide", "2017-07-09", "2017-12-31", "both sides", 4));
        AnswerBlock wide = overviews(record, asked("2017-07-09", "2017-12-31", "", ""), "en")
                .build()
                .answers()
                .getFirst();
        assertThat(wide.figures())
                .contains(
                        new AnswerBlock.Figure("Breaches", "–", "4"),
                        new AnswerBlock.Figure("Breaches a day", "–", "0.023"));
    }

    @Test
    void withoutARateTheKnownBreachesAreNotSetAgainstEachOther() {
        AnswerBlock narrow = overviews(record(), Asked.NOTHING, "en").build().answers().stream()
                .filter(answer -> answer.reading().equals(Optional.of("narrow")))
                .findFirst()
                .orElseThrow();
        assertThat(narrow.figures().getFirst().label())
                .isEqualTo("Breaches known (uneven effort: before and during do not compare)");
        assertThat(narrow.figures())
                .noneMatch(figure -> figure.label().equals("Breaches a day"))
                .contains(new AnswerBlock.Figure(
                        "The rate rests on", "", "nothing: no rate is given"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void theReportNamesEveryIdThatAFigureRestsOn(String language) {
        Overviews overviews = overviews(record(), Asked.NOTHING, language);
        Overview overview = overviews.build();
        Evidence evidence = overviews.evidence();
        Phrases phrases = Phrases.in(language);
        Disclosure holder = new Disclosure.Holder();
        String text = ReportText.of(
                overview,
                "A title",
                "made by hand",
                evidence.listIncidents().stream()
                        .map(i -> IncidentBlock.of(i, evidence, holder, phrases))
                        .toList(),
                evidence.known().list(Entry.PeriodCount.class).stream()
                        .map(entry -> EntryView.of(entry, holder, phrases))
                        .toList(),
                phrases);
        assertThat(text)
                .startsWith("A title\n=======\nmade by hand\n")
                .contains("pages:R1", "pages:R2", "Register pages");
        assertThat(overview.answers().stream()
                        .mapToInt(a -> a.countedEntries().size())
                        .sum())
                .isEqualTo(3);
        for (AnswerBlock answer : overview.answers()) {
            answer.countedEntries().forEach(id -> assertThat(text).contains(id));
            answer.breachIds().forEach(id -> assertThat(text).contains(id));
            answer.sentences().forEach(sentence -> assertThat(text).contains(sentence));
        }
        assertThat(overview.rows().stream().map(Row::id)).containsExactly("pages:R1", "pages:R2");
        assertThat(text).doesNotContain("{").doesNotContain("Optional");
    }

    @Test
    void withoutAreasThePageSaysWhatToDo() {
        assertThat(overviews(new HandRecord(), Asked.NOTHING, "en")
                        .findProblem()
                        .orElseThrow())
                .extracting(phrase -> phrase.key())
                .isEqualTo("show.no-areas");
    }

    @Test
    void aQuestionThatMakesNoSenseIsRefusedAndNotReplaced() {
        HandRecord record = record();
        assertThat(overviews(record, asked("2017-12-31", "2017-08-01", "", ""), "en")
                        .findProblem()
                        .orElseThrow()
                        .key())
                .isEqualTo("assess.no-time");
        assertThat(overviews(record, asked("2017-07-09", "2017-12-31", "2017-08-01", ""), "en")
                        .findProblem()
                        .orElseThrow()
                        .key())
                .isEqualTo("assess.baseline-overlaps");
    }

    @Test
    void whatIsComparedWithLiesBeforeTheTermsUnlessAskedOtherwise() {
        Overview late = overviews(record(), asked("2017-10-01", "2017-12-31", "", ""), "en")
                .build();
        assertThat(late.form().baselineFrom()).isEqualTo("2016-07-09");
        assertThat(late.form().baselineTo()).isEqualTo("2017-07-08");
        Overview early = overviews(record(), asked("2017-06-01", "2017-12-31", "", ""), "en")
                .build();
        assertThat(early.form().baselineTo()).isEqualTo("2017-05-31");
    }

    @Test
    void rowsListedAreThoseOfTheAnswerToTheHour() {
        HandRecord record = HandRecord.square()
                .with(new HandReport("pages", "R1", "2017-08-01T10:00")
                        .knownTo(TimePrecision.HOUR)
                        .report())
                .with(new HandReport("pages", "R2", "2017-08-01T15:00")
                        .knownTo(TimePrecision.HOUR)
                        .report());
        Overview overview = overviews(record, asked("2017-08-01T12:00", "2017-08-31", "", ""), "en")
                .build();
        assertThat(overview.answers().getFirst().breachIds()).containsExactly("pages:R2");
        assertThat(overview.rows().stream().map(Row::id)).containsExactly("pages:R2");
    }

    @Test
    void withoutAProhibitionNothingIsListedAsUndetermined() {
        HandRecord record = new HandRecord()
                .with(HandRecord.outline("square", "wide", 36, 37, "2017-07-09", ""))
                .with(new HandReport("pages", "R1", "2025-08-01").report());
        Overview overview = overviews(record, Asked.NOTHING, "en").build();
        assertThat(overview.answers().getFirst().status()).isEqualTo("cannot-tell");
        assertThat(overview.rows()).isEmpty();
        assertThat(overview.terms()).isEmpty();
    }

    @Test
    void aClaimIsNotShownBeforeItWasMade() {
        HandRecord record = record().with(new Entry.Statement(
                        "pages",
                        "S-1",
                        HandRecord.ENTERED,
                        "A speaker",
                        "minister",
                        LocalDate.of(2017, 9, 10),
                        Optional.empty(),
                        StatementKind.CLAIM,
                        "It held.",
                        "truce",
                        "a page"))
                .with(claim("told", "S-1"))
                .with(claim("untold", "S-2"));
        Overview now = overviews(record, asked("", "", "", ""), "en").build();
        assertThat(now.claims().stream().map(ClaimBlock::id)).containsExactly("told");
        assertThat(now.claims().getFirst().speaker()).isEqualTo("A speaker");
        assertThat(now.claims().getFirst().date()).isEqualTo("2017-09-10");
        assertThat(now.claims().getFirst().nowHeading()).isEqualTo("As known now");
        Overview later =
                overviews(record, asked("", "", "", "2018-08-31"), "en").build();
        assertThat(later.claims().getFirst().nowHeading()).isEqualTo("As known on 2018-08-31");
        Overview before =
                overviews(record, asked("", "", "", "2017-08-31"), "en").build();
        assertThat(before.claims()).isEmpty();
    }

    private static Entry.ClaimTest claim(String id, String statement) {
        return new Entry.ClaimTest(
                "pages",
                id,
                HandRecord.ENTERED,
                statement,
                "it held",
                ClaimMeasure.HELD,
                "square",
                LocalDate.of(2017, 7, 9),
                LocalDate.of(2017, 8, 31),
                LocalDate.of(2016, 7, 9),
                LocalDate.of(2017, 7, 8));
    }

    @Test
    void aRegisterIsShownWithItsLimits() {
        List<Overview.Register> registers =
                overviews(record(), Asked.NOTHING, "ar").listRegisters();
        assertThat(registers).hasSize(1);
        assertThat(registers.getFirst().limits()).containsExactly("حد");
        assertThat(registers.getFirst().counts()).containsEntry("report", 3L);
    }
}
