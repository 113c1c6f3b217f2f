package org.truce.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.truce.assess.HandRecord.question;
import static org.truce.assess.HandRecord.register;
import static org.truce.assess.HandRecord.square;
import static org.truce.assess.HandRecord.uneven;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.truce.base.Moment;
import org.truce.base.Phrases;
import org.truce.base.PlacePrecision;
import org.truce.base.Watch;
import org.truce.record.Basis;
import org.truce.record.DeploymentKind;
import org.truce.record.FollowUp;
import org.truce.record.Mandate;
import org.truce.record.Observes;
import org.truce.record.Place;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Deployments beside days of observation; all expectations are counted by hand. */
final class DeployedDaysTest {
    private static final String MIDTOWN = "32.5,36.25";

    private int entries;

    private FollowUp.Deployment deployment(
            DeploymentKind kind, String from, String to, String point) {
        return new FollowUp.Deployment(
                "press",
                "E" + entries++,
                HandRecord.ENTERED,
                "Ruritania",
                kind,
                OptionalInt.of(10),
                OptionalInt.empty(),
                Optional.of(from).filter(day -> !day.isEmpty()).map(LocalDate::parse),
                Optional.of(to).filter(day -> !day.isEmpty()).map(LocalDate::parse),
                List.of(),
                Mandate.NONE_STATED,
                Optional.empty(),
                List.of(),
                new Place(
                        HandRecord.open("a post"),
                        Optional.empty(),
                        Optional.of(HandRecord.open(point)),
                        PlacePrecision.EXACT),
                new Basis(
                        HandRecord.open("a page"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private FollowUp.Deployment monitors(String from, String to) {
        return deployment(DeploymentKind.MONITORS, from, to, MIDTOWN);
    }

    private static Answer august(HandRecord record) {
        return Assessor.assess(record.evidence(), question("2017-08-01", "2017-08-31"));
    }

    private static List<String> notes(Answer answer) {
        return answer.notes().stream().map(Phrases.in("en")::say).toList();
    }

    /** Ten days there; a calm report from the third, a row of coverage from the fourth. */
    @Test
    void daysThereStandBesideDaysObserved() {
        HandRecord record = square().with(uneven("press"))
                .with(monitors("2017-08-01", "2017-08-10"))
                .with(new HandReport("press", "Q1", "2017-08-03").calm())
                .with(new HandReport("press", "V1", "2017-08-04").coverage("p1", Watch.WATCHED))
                .with(new HandReport("press", "Q2", "2017-08-20").calm());
        Answer answer = august(record);
        assertThat(answer.coverage()).isEqualTo(new Answer.Coverage(3, 31, 0, 10, 8));
        assertThat(notes(answer))
                .anyMatch(note -> note.contains("on 10 of 31 days; on 8 of those")
                        && note.contains("count as unobserved"));
    }

    @Test
    void whereEveryDayWasObservedThereIsNothingToSay() {
        HandRecord record = square().with(uneven("press"))
                .with(monitors("2017-08-03", "2017-08-03"))
                .with(new HandReport("press", "Q1", "2017-08-03").calm());
        Answer answer = august(record);
        assertThat(answer.coverage()).isEqualTo(new Answer.Coverage(1, 31, 0, 1, 0));
        assertThat(notes(answer)).noneMatch(note -> note.contains("deployed"));
    }

    /** A mission that watched a fifth of the time cannot tell; nor can it with people there. */
    @Test
    void beingThereIsNoWatchedTime() {
        HandRecord record = square().with(
                        register("press", new Observes.WhereCovered("explosion"), false, true))
                .with(new HandReport("press", "V1", "2016-07-09")
                        .until("2017-07-28")
                        .coverage("p1", Watch.WATCHED));
        for (int day = 0; day < 300; day += 5) {
            String on = LocalDate.of(2016, 7, 9).plusDays(day).toString();
            record.with(new HandReport("press", "R" + day, on).report());
        }
        Question question = question("2017-07-09", "2017-10-16");
        Answer without = Assessor.assess(record.evidence(), question);
        Answer with = Assessor.assess(
                record.with(monitors("2017-07-09", "2017-10-16"))
                        .with(deployment(
                                DeploymentKind.OBSERVATION_POST, "2016-07-09", "", MIDTOWN))
                        .evidence(),
                question);
        assertThat(without.status()).isEqualTo(Status.CANNOT_TELL);
        assertThat(with.status()).isEqualTo(Status.CANNOT_TELL);
        assertThat(with.days()).isEqualTo(without.days());
        assertThat(with.perDay()).isEqualTo(without.perDay());
        assertThat(with.ratio()).isEqualTo(without.ratio());
        assertThat(without.coverage()).isEqualTo(new Answer.Coverage(20, 100, 0, 0, 0));
        assertThat(with.coverage()).isEqualTo(new Answer.Coverage(20, 100, 0, 100, 80));
    }

    @ParameterizedTest
    @CsvSource({
        // From before the window, to behind it, without end, and never begun that we know of.
        "2017-07-20,2017-08-02,2",
        "2017-08-30,2017-09-05,2",
        "2017-08-22,'',10",
        "'',2017-08-10,0",
        "2017-09-01,'',0"
    })
    void onlyDaysOfTheWindowCount(String from, String to, int days) {
        HandRecord record = square().with(uneven("press")).with(monitors(from, to));
        assertThat(august(record).coverage().deployedDays()).isEqualTo(days);
    }

    @Test
    void severalOnOneDayAreOneDay() {
        HandRecord record = square().with(uneven("press"))
                .with(monitors("2017-08-01", "2017-08-10"))
                .with(monitors("2017-08-08", "2017-08-12"));
        assertThat(august(record).coverage().deployedDays()).isEqualTo(12);
    }

    @ParameterizedTest
    @EnumSource(DeploymentKind.class)
    void onlyWhoIsSentToWatchCounts(DeploymentKind kind) {
        HandRecord record = square().with(uneven("press"))
                .with(deployment(kind, "2017-08-01", "2017-08-10", MIDTOWN))
                .with(deployment(DeploymentKind.MONITORS, "2017-08-20", "2017-08-25", "35.5,39.5"));
        boolean watches =
                kind == DeploymentKind.MONITORS || kind == DeploymentKind.OBSERVATION_POST;
        assertThat(august(record).coverage().deployedDays()).isEqualTo(watches ? 10 : 0);
    }

    /** Noon of 14 August: the 10th has been over for three days and more, the 11th has not. */
    @Test
    void aDayIsToldOfWhenThreeMoreHavePassed() {
        HandRecord record =
                square().with(uneven("press")).with(monitors("2017-08-01", "2017-08-31"));
        Question early = new Question(
                "square",
                Optional.of("wide"),
                Moment.get("2017-08-01"),
                Moment.get("2017-08-31"),
                Optional.empty(),
                Instant.parse("2017-08-14T09:00:00Z"));
        assertThat(Assessor.assess(record.evidence(), early).coverage().deployedDays())
                .isEqualTo(10);
    }

    @Test
    void whatIsKnownOnADayEndsWithIt() {
        HandRecord record = square();
        Instant thatDay = Instant.parse("2017-08-05T06:00:00Z");
        record.with(uneven("press"), thatDay).with(monitors("2017-08-01", ""), thatDay);
        Question question = question("2017-08-01", "2017-08-31");
        assertThat(Assessor.assess(record.asKnown("2017-08-09"), question)
                        .coverage()
                        .deployedDays())
                .isEqualTo(9);
        assertThat(Assessor.assess(record.asKnown("2017-08-04"), question)
                        .coverage()
                        .deployedDays())
                .isZero();
    }
}
