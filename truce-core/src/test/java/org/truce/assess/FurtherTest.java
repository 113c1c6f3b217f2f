package org.truce.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.truce.assess.HandRecord.count;
import static org.truce.assess.HandRecord.question;
import static org.truce.assess.HandRecord.square;
import static org.truce.assess.HandRecord.steady;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.truce.assess.delay.StillToCome;
import org.truce.base.EventType;
import org.truce.base.Phrase;
import org.truce.base.Phrases;
import org.truce.base.PlacePrecision;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A register that watches steadily: one shelling a day in the year before the truce, one every
 * second day in it, and in its last fortnight two a day, these in another town. Of three, one is
 * recorded on its day, one five days later and one ten days later.
 */
final class FurtherTest {
    private static final LocalDate LAST = LocalDate.of(2017, 12, 31);
    private static final LocalDate TRUCE = LocalDate.of(2017, 7, 9);
    private static final LocalDate FORTNIGHT = LAST.minusDays(13);

    private static Further further;
    private static HandRecord record;
    private static int reports;

    @BeforeAll
    static void watch() {
        record = square().with(steady("live"));
        for (LocalDate day = TRUCE.minusYears(1); !day.isAfter(LAST); day = day.plusDays(1)) {
            boolean recent = !day.isBefore(FORTNIGHT);
            int events = recent ? 2 : day.isBefore(TRUCE) || day.getDayOfYear() % 2 == 0 ? 1 : 0;
            for (int event = 0; event < events; event++) {
                record.with(
                        new HandReport("live", "R" + reports, day.toString())
                                .type(reports % 5 == 0 ? EventType.AIRSTRIKE : EventType.MORTAR)
                                .killed(1, 0)
                                .at(
                                        recent ? "Uptown" : "Midtown",
                                        recent ? "32.8,36.25" : "32.5,36.25",
                                        PlacePrecision.TOWN)
                                .report(),
                        day.plusDays(5L * (reports % 3)).atTime(9, 0).toInstant(ZoneOffset.UTC));
                reports++;
            }
        }
        further = Assessor.assessInFull(
                        record.asKnown("2017-12-31"),
                        question("2017-07-09", "2017-12-31"),
                        Runnable::run)
                .further();
    }

    @Test
    void theDelayIsLearned() {
        Further.Delay delay = further.delay();
        assertThat(delay.medianDays()).isEqualTo(OptionalInt.of(5));
        assertThat(delay.ninetyDays()).isEqualTo(OptionalInt.of(10));
        assertThat(delay.laterShare()).hasValue(0);
        // 28 there were; those of the last days are not all recorded yet.
        StillToCome last = delay.last().orElseThrow();
        assertThat(last.days()).isEqualTo(14);
        assertThat(last.known()).isLessThan(28);
        assertThat(28).isBetween(last.low(), last.high());
    }

    @Test
    void theFortnightIsAnAlarmThoughNotAllOfItIsKnown() {
        assertThat(further.alarm().orElseThrow().higher()).isTrue();
        // The fortnight of the alarm ends with the last day that was watched.
        assertThat(further.alarm().orElseThrow().seen())
                .isBetween(further.delay().last().orElseThrow().known(), 28);
        assertThat(further.run().orElseThrow().since()).isEqualTo(FORTNIGHT);
    }

    @Test
    void eachStepHasItsRate() {
        List<Further.Step> steps = Assessor.assessInFull(
                        record.evidence(), question("2017-07-09", "2017-12-31"), Runnable::run)
                .further()
                .steps();
        assertThat(steps).hasSize(3);
        assertThat(steps.get(0).perDay()).isBetween(0.95, 1.05);
        assertThat(steps.get(1).perDay()).isBetween(0.45, 0.55);
        assertThat(steps.get(1).last()).isEqualTo(FORTNIGHT.minusDays(1));
        assertThat(steps.get(2).last()).isEqualTo(LAST);
        // What is known of the fortnight on its last day does not make a step yet.
        assertThat(further.steps()).hasSize(2);
    }

    @Test
    void theOtherTownIsAHotSpotAndIsNotNamed() {
        assertThat(further.hotSpots().leftOut()).isZero();
        Further.HotSpot spot = further.hotSpots().list().getFirst();
        assertThat(spot.governorates()).containsExactly("Squareland");
        assertThat(spot.first()).isEqualTo(FORTNIGHT);
        assertThat(spot.observed())
                .isEqualTo(further.delay().last().orElseThrow().known());
        assertThat(spot.incidentIds()).hasSize(spot.observed());
        assertThat(spot.recurrenceDays()).isGreaterThan(100);
        assertThat(further.hotSpots().toString()).doesNotContain("Uptown", "32.8");
    }

    @Test
    void theOutlookGoesOnFromTheDayAfterAndWasTried() {
        // The last report that is known is of 30 December; nobody says that the 31st was quiet.
        assertThat(further.ahead().from()).contains(LAST);
        assertThat(further.ahead().list()).extracting(Further.Days::days).containsExactly(7, 30);
        Further.Days week = further.ahead().list().getFirst();
        assertThat(week.mean()).isBetween((double) week.low(), (double) week.high());
        assertThat(week.any()).isGreaterThan(0.9);
        assertThat(week.replay().origins()).isGreaterThan(10);
    }

    @Test
    void severityStandsBesideTheCounts() {
        Answer answer =
                Assessor.assess(record.asKnown("2017-12-31"), question("2017-07-09", "2017-12-31"));
        Further.Severity severity = further.severity();
        assertThat(severity.killedMin()).contains(answer.breaches());
        assertThat(severity.byAir().orElseThrow().during()
                        + severity.shelling().orElseThrow().during())
                .isEqualTo(answer.breaches().during());
        assertThat(severity.byAir().orElseThrow().before()).isPositive();
    }

    @Test
    void eachReadingHasTheStatusThatItsOwnAnswerHas() {
        assertThat(further.sensitivity()).hasSize(2);
        for (Further.UnderReading each : further.sensitivity()) {
            assertThat(each.status())
                    .isEqualTo(Assessor.assess(
                                    record.asKnown("2017-12-31"),
                                    question(
                                            each.reading().orElseThrow(),
                                            "2017-07-09",
                                            "2017-12-31"))
                            .status());
        }
    }

    @Test
    void oneSourceAloneIsNotWeighed() {
        assertThat(further.voices().attribution().disputed()).isEmpty();
    }

    @Test
    void everyFigureOfASentenceIsThere() {
        List<Phrase> notes = FurtherWording.notes(further, AssessSettings.USUAL);
        StillToCome last = further.delay().last().orElseThrow();
        for (String language : List.of("en", "ar")) {
            String said = String.join(
                    "\n", notes.stream().map(Phrases.in(language)::say).toList());
            assertThat(said)
                    .contains(String.valueOf(last.known()))
                    .contains(String.valueOf(last.low()))
                    .contains(String.valueOf(last.high()))
                    .contains(FigureText.decimal(
                            further.hotSpots().list().getFirst().expected()))
                    .doesNotContain("{");
        }
        // The alarm stands with the answer itself.
        List<String> sentences = Assessor.assess(
                        record.asKnown("2017-12-31"), question("2017-07-09", "2017-12-31"))
                .sentence()
                .stream()
                .map(Phrases.in("en")::say)
                .toList();
        assertThat(sentences)
                .anyMatch(said -> said.startsWith(
                        "Alarm: " + further.alarm().orElseThrow().seen() + " breaches were"));
    }

    @Test
    void likelihoodStandsInASentenceOfItsOwn() {
        for (Phrase note : FurtherWording.notes(further, AssessSettings.USUAL)) {
            String said = Phrases.in("en").say(note);
            boolean likelihood = List.of(LikelihoodWord.values()).stream()
                    .anyMatch(word -> said.contains(Phrases.in("en").say(word.phrase())));
            assertThat(likelihood).as(said).isEqualTo(said.startsWith("At least one breach"));
            assertThat(said).doesNotContainIgnoringCase("confidence");
        }
    }

    @Test
    void countsByPeriodHaveStepsAndNoDays() {
        Further counted = Assessor.assessInFull(
                        square().with(count("wide", "2016-07-09", "2017-07-08", "both sides", 365))
                                .with(count("wide", "2017-07-09", "2017-12-31", "both sides", 88))
                                .evidence(),
                        question("2017-07-09", "2017-12-31"),
                        Runnable::run)
                .further();
        assertThat(counted.steps()).hasSize(2);
        assertThat(counted.run()).isEmpty();
        assertThat(counted.alarm()).isEmpty();
        assertThat(counted.delay()).isEqualTo(Further.Delay.NOT_KNOWN);
        assertThat(counted.ahead())
                .isEqualTo(new Further.Ahead(
                        Optional.empty(), List.of(), Optional.of(Further.Lack.NO_DAYS)));
        assertThat(counted.hotSpots().list()).isEmpty();
    }
}
