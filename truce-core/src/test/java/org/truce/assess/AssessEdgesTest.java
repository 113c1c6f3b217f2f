package org.truce.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;
import static org.truce.assess.HandRecord.FORCE;
import static org.truce.assess.HandRecord.agreement;
import static org.truce.assess.HandRecord.count;
import static org.truce.assess.HandRecord.outline;
import static org.truce.assess.HandRecord.question;
import static org.truce.assess.HandRecord.square;
import static org.truce.assess.HandRecord.steady;
import static org.truce.assess.HandRecord.uneven;

import org.junit.jupiter.api.Test;
import org.truce.assess.Answer.BeforeDuring;
import org.truce.base.ActGroup;
import org.truce.base.EventType;
import org.truce.base.Moment;
import org.truce.base.Period;
import org.truce.base.Phrase;
import org.truce.base.Phrases;
import org.truce.base.PlacePrecision;
import org.truce.base.TimePrecision;
import org.truce.record.Observes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One edge each, with figures counted by hand. */
final class AssessEdgesTest {
    private static Period days(String from, String to) {
        return Windows.asked(Moment.get(from), Moment.get(to), HandRecord.DAMASCUS)
                .period();
    }

    private static List<String> keys(List<Phrase> phrases) {
        return phrases.stream().map(Phrase::key).toList();
    }

    private static Phrase note(Answer answer, String key) {
        return answer.notes().stream()
                .filter(note -> note.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(keys(answer.notes())));
    }

    private static HandReport shelling(String register, String id, String day) {
        return new HandReport(register, id, day);
    }

    @Test
    void aWindowPartlyInForceIsCutToTheDaysInForce() {
        Answer answer = Assessor.assess(
                square().with(shelling("hand", "R1", "2017-07-20").report()).evidence(),
                question("2017-06-01", "2017-07-31"));
        assertThat(answer.window()).contains(days("2017-07-09", "2017-07-31"));
        assertThat(answer.coverage().days()).isEqualTo(23);
        assertThat(answer.days()).isEqualTo(new Answer.Days(0, 0));
        assertThat(keys(answer.sentence())).contains("assess.cut");
        assertThat(answer.baseline()).contains(days("2016-07-09", "2017-07-08"));
    }

    @Test
    void whereNothingIsInForceThereIsNoRateAndNothingCountsTwice() {
        HandRecord record = square().with(steady("live"))
                .with(shelling("live", "R1", "2016-02-10").report())
                .with(shelling("live", "R2", "2017-02-10").report())
                .with(count("wide", "2017-02-01", "2017-02-28", "both sides", 5))
                .with(count("wide", "2016-02-01", "2016-02-29", "both sides", 5));
        Answer answer = Assessor.assess(record.evidence(), question("2017-02-01", "2017-02-28"));
        assertThat(answer.status()).isEqualTo(Status.NOT_IN_FORCE);
        assertThat(answer.window()).isEmpty();
        assertThat(answer.baseline()).contains(days("2016-02-01", "2017-01-31"));
        assertThat(answer.breaches()).isEqualTo(new BeforeDuring(1, 0));
        assertThat(answer.incidents()).isEqualTo(new BeforeDuring(1, 1));
        assertThat(answer.ratio()).isEmpty();
        assertThat(answer.basis().how()).isEqualTo(Answer.How.NONE);
        assertThat(keys(answer.notes())).containsExactly("assess.rule");
    }

    @Test
    void theTruceBeginsAtNoon() {
        HandRecord record = square().with(shelling("hand", "morning", "2017-07-09T10:00")
                        .knownTo(TimePrecision.HOUR)
                        .report())
                .with(shelling("hand", "afternoon", "2017-07-09T13:00")
                        .knownTo(TimePrecision.HOUR)
                        .report())
                .with(shelling("hand", "that-day", "2017-07-09").report())
                .with(shelling("hand", "that-week", "2017-07-09")
                        .until("2017-07-15")
                        .knownTo(TimePrecision.WEEK)
                        .report())
                .with(shelling("hand", "next-day", "2017-07-10").report());
        Answer answer = Assessor.assess(record.evidence(), question("2017-07-09", "2017-07-31"));
        assertThat(answer.incidents().during()).isEqualTo(5);
        assertThat(answer.breachIds()).containsExactly("hand:afternoon", "hand:next-day");
        assertThat(answer.undeterminedIds())
                .containsExactlyInAnyOrder("hand:that-day", "hand:that-week");
        assertThat(note(answer, "assess.note-week").arguments()).containsExactly("1");
    }

    @Test
    void whatIsPlacedInTheCountryOnlyIsInNoFigureButInANote() {
        HandRecord record = square().with(shelling("hand", "R1", "2017-08-01")
                        .at("Somewhere", "32.5,36.5", PlacePrecision.COUNTRY)
                        .report())
                .with(shelling("hand", "R2", "2017-08-02")
                        .in("")
                        .at("Border", "32.5,36.005", PlacePrecision.TOWN)
                        .report());
        Answer answer = Assessor.assess(record.evidence(), question("2017-07-09", "2017-08-31"));
        assertThat(answer.incidents().during()).isEqualTo(1);
        // 0.005 degrees of longitude there are 0.47 km, less than the line's kilometre.
        assertThat(answer.undeterminedIds()).containsExactly("hand:R2");
        assertThat(note(answer, "assess.note-unplaced").arguments()).containsExactly("1");
    }

    @Test
    void notesCountTheRowsOfTheAreaAndTheWindowOnly() {
        HandRecord record = square().with(shelling("hand", "R1", "2017-08-01")
                        .knownTo(TimePrecision.WEEK)
                        .report())
                .with(shelling("hand", "R2", "2017-08-01")
                        .knownTo(TimePrecision.WEEK)
                        .in("Elsewhere")
                        .at("Far", "35.0,38.0", PlacePrecision.TOWN)
                        .report())
                .with(shelling("hand", "S1", "2017-08-01").until("2017-08-31").summary())
                .with(shelling("hand", "S2", "2017-10-01").until("2017-10-31").summary());
        Answer answer = Assessor.assess(record.evidence(), question("2017-07-09", "2017-08-31"));
        assertThat(note(answer, "assess.note-week").arguments()).containsExactly("1");
        assertThat(note(answer, "assess.note-summaries").arguments()).containsExactly("1");
    }

    private static HandRecord counted(int before, int during) {
        return square().with(count("wide", "2016-07-09", "2017-07-08", "both sides", before))
                .with(count("wide", "2017-07-09", "2017-12-31", "both sides", during));
    }

    @Test
    void countsArePreferredToIncidentsThatCoverLessThanHalf() {
        HandRecord record = counted(365, 88)
                .with(count("wide", "2016-07-09", "2017-07-08", "reds-wolves", 30))
                .with(count("wide", "2017-07-09", "2017-12-31", "reds-wolves", 10))
                .with(count("narrow", "2017-07-09", "2017-12-31", "both sides", 9))
                .with(steady("live"))
                .with(shelling("live", "R1", "2017-10-01").killed(2, 1).report())
                .with(shelling("live", "R2", "2017-12-31").killed(2, 2).report());
        Answer answer = Assessor.assess(record.evidence(), question("2017-07-09", "2017-12-31"));
        assertThat(answer.basis())
                .isEqualTo(new Answer.Basis(Optional.of("Counter"), Answer.How.COUNTS));
        assertThat(answer.breaches()).isEqualTo(new BeforeDuring(365, 88));
        assertThat(answer.incidents()).isEqualTo(new BeforeDuring(395, 98));
        assertThat(answer.civiliansKilled())
                .isEqualTo(new Answer.Said(OptionalInt.of(365), OptionalInt.of(88)));
        assertThat(answer.counted())
                .containsExactly(
                        new Answer.Kind("lethal event: both sides", new BeforeDuring(365, 88)),
                        new Answer.Kind("lethal event: reds-wolves", new BeforeDuring(30, 10)));
        assertThat(answer.countedEntries()).hasSize(4).allMatch(id -> id.startsWith("C-wide"));
        // October has an hour more: 176 days and an hour. 88 / 176.0417 over 365 / 365.
        assertThat(answer.ratio().orElseThrow().estimate().orElseThrow())
                .isCloseTo(88 / (176 + 1 / 24.0), offset(1e-9));
        // What is known from incidents is listed all the same.
        assertThat(answer.knownBreachIds()).containsExactly("live:R1", "live:R2");
        assertThat(answer.kinds())
                .containsExactly(new Answer.Kind("artillery-shelling", new BeforeDuring(0, 2)));
    }

    @Test
    void incidentsThatCoverHalfOfBothWindowsArePreferredToCounts() {
        HandRecord record = counted(365, 88)
                .with(steady("live"))
                .with(shelling("live", "R0", "2017-01-01").killed(3, 1).report())
                .with(shelling("live", "R1", "2017-08-01").killed(3, 2).report())
                .with(shelling("live", "R2", "2017-10-31").by("wolves").report());
        Answer answer = Assessor.assess(record.evidence(), question("2017-07-09", "2017-12-31"));
        assertThat(answer.basis())
                .isEqualTo(new Answer.Basis(Optional.of("live"), Answer.How.INCIDENTS));
        assertThat(answer.breaches()).isEqualTo(new BeforeDuring(1, 1));
        assertThat(answer.incidents()).isEqualTo(new BeforeDuring(1, 2));
        assertThat(answer.civiliansKilled())
                .isEqualTo(new Answer.Said(OptionalInt.of(1), OptionalInt.of(2)));
        // 1 January to 8 July: 189 days less the hour that spring takes; 9 July to 31 October: 115
        // days and the hour that autumn gives.
        assertThat(answer.days().before()).isCloseTo(189 - 1 / 24.0, offset(1e-9));
        assertThat(answer.days().during()).isCloseTo(115 + 1 / 24.0, offset(1e-9));
        assertThat(answer.coverage()).isEqualTo(new Answer.Coverage(115, 176, 0, 0, 0));
        assertThat(answer.countedEntries()).isEmpty();
    }

    @Test
    void inAJointStoreRatesComeFromTheSteadyRegisterOnly() {
        HandRecord record = square().with(steady("live"))
                .with(uneven("pages"))
                .with(shelling("live", "R0", "2016-07-09").report())
                .with(shelling("live", "R1", "2016-10-09").report())
                .with(shelling("live", "R2", "2017-01-09").report())
                .with(shelling("live", "R3", "2017-04-09").report())
                .with(shelling("live", "R4", "2017-12-31").by("wolves").report())
                .with(shelling("pages", "P1", "2017-08-01").report())
                .with(shelling("pages", "P2", "2017-09-01").by("").report());
        Answer answer = Assessor.assess(record.evidence(), question("2017-07-09", "2017-12-31"));
        assertThat(answer.basis().register()).contains("live");
        assertThat(answer.breaches()).isEqualTo(new BeforeDuring(4, 0));
        assertThat(answer.breachIds()).isEmpty();
        assertThat(answer.knownBreachIds()).containsExactly("pages:P1");
        assertThat(answer.status()).isEqualTo(Status.HOLDING_WITH_EXCEPTIONS);
        assertThat(answer.sentence())
                .contains(Phrase.of("assess.known-elsewhere", "2"))
                .noneMatch(sentence -> sentence.key().equals("assess.answer-none"));
    }

    @Test
    void countsOfOneWindowOnlyDoNotMakeItUnwatched() {
        Answer noBaseline = Assessor.assess(
                square().with(count("wide", "2017-07-09", "2017-12-31", "both sides", 88))
                        .evidence(),
                question("2017-07-09", "2017-12-31"));
        assertThat(keys(noBaseline.notes())).contains("assess.counts-none");
        assertThat(noBaseline.sentence().getFirst().arguments().get(3))
                .isEqualTo(Phrase.of(
                        "assess.because-baseline-unobserved",
                        "0",
                        "365",
                        Phrase.of("assess.percent", "50")));
        assertThat(noBaseline.ratio()).isEmpty();
        assertThat(keys(noBaseline.sentence())).doesNotContain("assess.counted-before");

        Answer quiet = Assessor.assess(
                square().with(count("wide", "2017-07-09", "2017-12-31", "both sides", 0))
                        .evidence(),
                question("2017-07-09", "2017-12-31"));
        assertThat(quiet.status()).isEqualTo(Status.HOLDING);

        Answer noWindow = Assessor.assess(
                square().with(count("wide", "2016-07-09", "2017-07-08", "both sides", 88))
                        .evidence(),
                question("2017-07-09", "2017-12-31"));
        assertThat(noWindow.status()).isEqualTo(Status.CANNOT_TELL);
        assertThat(keys(noWindow.sentence())).doesNotContain("assess.counted");
    }

    @Test
    void countsThatContradictEachOtherAreNotAddedUpAndSaidSo() {
        HandRecord record =
                counted(365, 88).with(count("wide", "2017-08-01", "2017-08-31", "both sides", 10));
        Answer answer = Assessor.assess(record.evidence(), question("2017-07-09", "2017-12-31"));
        assertThat(answer.status()).isEqualTo(Status.CANNOT_TELL);
        assertThat(answer.breaches().during()).isZero();
        assertThat(keys(answer.notes())).contains("assess.counts-overlap");
    }

    @Test
    void aMonthThatTheWindowCutsIsLeftOutAndSaidSo() {
        HandRecord record =
                counted(365, 88).with(count("wide", "2018-01-01", "2018-01-31", "both sides", 9));
        Answer answer = Assessor.assess(record.evidence(), question("2017-07-09", "2018-01-17"));
        assertThat(answer.breaches()).isEqualTo(new BeforeDuring(365, 88));
        assertThat(answer.days().during()).isCloseTo(176 + 1 / 24.0, offset(1e-9));
        assertThat(note(answer, "assess.note-cut").arguments()).containsExactly("1");
    }

    @Test
    void theLastFourteenDaysAreIncomplete() {
        HandRecord record = square().with(
                        shelling("hand", "R1", "2017-08-01").report(),
                        Instant.parse("2017-08-02T09:00:00Z"));
        Question question = question("2017-07-09", "2017-12-05");
        assertThat(Assessor.assess(record.asKnown("2017-12-10"), question).incompleteFrom())
                .contains(LocalDate.of(2017, 11, 26));
        assertThat(Assessor.assess(record.asKnown("2017-12-19"), question).incompleteFrom())
                .contains(LocalDate.of(2017, 12, 5));
        assertThat(Assessor.assess(record.asKnown("2017-12-20"), question).incompleteFrom())
                .isEmpty();
    }

    @Test
    void beforeAnythingWasKnownNothingIsReadFromSilence() {
        HandRecord record = square().with(
                        HandRecord.register("pages", new Observes.Unevenly(), true, true))
                .with(shelling("pages", "R1", "2017-08-01").report())
                .with(shelling("pages", "R2", "2017-08-02")
                        .published(Optional.empty())
                        .report())
                .with(steady("live"))
                .with(shelling("live", "R1", "2017-08-01").report());
        Answer answer =
                Assessor.assess(record.asKnown("2017-07-01"), question("2017-07-09", "2017-12-31"));
        assertThat(answer.status()).isEqualTo(Status.CANNOT_TELL);
        assertThat(answer.incidents()).isEqualTo(new BeforeDuring(0, 0));
        assertThat(keys(answer.sentence())).contains("assess.known-none");
        assertThat(answer.reconstructed()).isTrue();
        assertThat(answer.leftOutWithoutDate()).isEqualTo(1);
    }

    @Test
    void withoutAreasThereIsNoQuestionAndWithoutTermsNobodyCanTell() {
        Evidence nothing = new HandRecord().evidence();
        Question question = question("2017-07-09", "2017-12-31");
        assertThat(question.findProblem(nothing.terms()).orElseThrow().key())
                .isEqualTo("assess.no-such-area");
        assertThatThrownBy(() -> Assessor.assess(nothing, question))
                .isInstanceOf(IllegalArgumentException.class);

        HandRecord noTerms = new HandRecord()
                .with(outline("square", "wide", 36, 37, "2017-07-09", ""))
                .with(shelling("hand", "R1", "2017-08-01").report());
        HandRecord noProhibition =
                noTerms.with(agreement("truce", "square", "2017-07-09", "", List.of()));
        for (HandRecord record : List.of(noTerms, noProhibition)) {
            Answer answer = Assessor.assess(record.evidence(), question);
            assertThat(Phrases.in("en").say(answer.sentence().getFirst()))
                    .contains("cannot tell")
                    .contains("take the agreement in");
            assertThat(answer.status()).isEqualTo(Status.CANNOT_TELL);
            assertThat(answer.incidents().during()).isEqualTo(1);
            assertThat(answer.breaches().during()).isZero();
        }
    }

    @Test
    void theDaysBetweenTwoAgreementsAreNobodysQuiet() {
        HandRecord record = new HandRecord()
                .with(outline("square", "wide", 36, 37, "2017-07-09", ""))
                .with(agreement("first", "square", "2017-07-09", "2017-10-01", FORCE))
                .with(agreement("second", "square", "2018-01-01", "", FORCE))
                .with(count("wide", "2017-10-01", "2017-12-31", "both sides", 0))
                .with(count("wide", "2018-01-01", "2018-02-28", "both sides", 4))
                .with(count("wide", "2016-07-09", "2017-07-08", "both sides", 100));
        Answer between = Assessor.assess(record.evidence(), question("2017-10-01", "2017-12-31"));
        assertThat(between.status()).isEqualTo(Status.NOT_IN_FORCE);
        Answer across = Assessor.assess(record.evidence(), question("2017-09-01", "2018-02-28"));
        assertThat(across.window()).contains(days("2018-01-01", "2018-02-28"));
        assertThat(across.breaches()).isEqualTo(new BeforeDuring(100, 4));
        assertThat(across.days().during()).isEqualTo(59);
    }

    @Test
    void ofTwoAgreementsInForceOneThatIsBrokenIsEnough() {
        HandRecord record = new HandRecord()
                .with(outline("square", "wide", 36, 37, "2017-07-09", ""))
                .with(agreement(
                        "ground", "square", "2017-07-09", "", List.of(ActGroup.GROUND_FIRE)))
                .with(agreement("guns", "square", "2017-08-01", "", List.of(ActGroup.SHELLING)))
                .with(shelling("hand", "R1", "2017-07-20").report())
                .with(shelling("hand", "R2", "2017-08-20").report())
                .with(shelling("hand", "R3", "2017-08-21")
                        .type(EventType.ARMED_CLASH)
                        .report());
        Answer answer = Assessor.assess(record.evidence(), question("2017-07-09", "2017-12-31"));
        assertThat(answer.incidents().during()).isEqualTo(3);
        assertThat(answer.breachIds()).containsExactly("hand:R2", "hand:R3");
    }

    @Test
    void aDayIsWatchedByTheAreasOwnCalendar() {
        HandRecord record = square()
                // Half past one on 1 August in Damascus.
                .with(shelling("hand", "calm", "2017-07-31T22:30Z")
                        .knownTo(TimePrecision.HOUR)
                        .calm())
                .with(shelling("hand", "week", "2017-08-10")
                        .knownTo(TimePrecision.WEEK)
                        .calm())
                .with(shelling("hand", "far", "2017-08-11")
                        .in("Elsewhere")
                        .at("Far", "35.0,38.0", PlacePrecision.TOWN)
                        .calm())
                .with(shelling("hand", "days", "2017-08-30").until("2017-09-02").calm());
        Answer answer = Assessor.assess(record.evidence(), question("2017-08-01", "2017-08-31"));
        assertThat(answer.coverage()).isEqualTo(new Answer.Coverage(3, 31, 0, 0, 0));
    }

    @Test
    void whichAgreementWasTakenInFirstDoesNotDecideAnAlias() {
        var one = agreement("a-truce", "square", "2017-07-09T12:00", "", FORCE);
        var other = agreement("b-truce", "square", "2017-07-09T12:00", "", FORCE);
        Evidence ab = new HandRecord().with(one).with(other).evidence();
        Evidence ba = new HandRecord().with(other).with(one).evidence();
        assertThat(ba.listAgreements()).isEqualTo(ab.listAgreements());
    }

    @Test
    void deathsThatNobodyGivesAreNotNone() {
        HandRecord record = square().with(steady("live"))
                .with(new HandReport("live", "R1", "2017-01-05").killed(3, 1).report())
                .with(new HandReport("live", "R2", "2017-08-05").report());
        Answer silent = Assessor.assess(record.evidence(), question("2017-07-09", "2017-12-31"));
        assertThat(silent.civiliansKilled())
                .isEqualTo(new Answer.Said(OptionalInt.of(1), OptionalInt.empty()));
        record.with(new HandReport("live", "R3", "2017-08-07").killed(2, 0).report());
        assertThat(Assessor.assess(record.evidence(), question("2017-07-09", "2017-12-31"))
                        .civiliansKilled())
                .isEqualTo(new Answer.Said(OptionalInt.of(1), OptionalInt.of(0)));
    }

    @Test
    void everySentenceAndNoteCanBeSaidInBothLanguages() {
        HandRecord record = counted(365, 88)
                .with(count("wide", "2018-01-01", "2018-01-31", "both sides", 9))
                .with(shelling("hand", "R1", "2017-08-01")
                        .knownTo(TimePrecision.WEEK)
                        .report())
                .with(shelling("hand", "S1", "2017-08-01").summary());
        for (String to : List.of("2017-07-31", "2017-12-31", "2018-01-17")) {
            Answer answer = Assessor.assess(record.evidence(), question("2017-07-09", to));
            for (String language : List.of("en", "ar")) {
                for (List<Phrase> said : List.of(answer.sentence(), answer.notes())) {
                    said.forEach(phrase -> assertThat(Phrases.in(language).say(phrase))
                            .isNotBlank()
                            .doesNotContain("{"));
                }
            }
        }
    }
}
