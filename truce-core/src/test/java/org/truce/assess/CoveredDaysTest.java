package org.truce.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.truce.assess.HandRecord.DAMASCUS;
import static org.truce.assess.HandRecord.question;
import static org.truce.assess.HandRecord.register;
import static org.truce.assess.HandRecord.square;

import org.junit.jupiter.api.Test;
import org.truce.base.Means;
import org.truce.base.Phrases;
import org.truce.base.PlacePrecision;
import org.truce.base.Watch;
import org.truce.record.Entry;
import org.truce.record.Observes;
import org.truce.record.Patrol;
import org.truce.record.PatrolOutcome;
import org.truce.show.AssessView;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

final class CoveredDaysTest {
    private static final LocalDate FIRST = LocalDate.of(2016, 7, 9);

    /** Of a year before the truce and the 100 days from its first on. */
    private static final int DAYS = 465;

    private int entries;

    private static HandRecord mission() {
        return square().with(
                        register("mission", new Observes.WhereCovered("explosion"), false, true));
    }

    private HandReport from(String from, String to) {
        return new HandReport("mission", "V" + entries++, from).until(to);
    }

    private static Optional<CoveredDays> find(HandRecord record) {
        return CoveredDays.find(
                record.evidence(), "mission", "square", Optional.of("wide"), DAMASCUS);
    }

    @Test
    void aDayCountsAsMuchAsTheSitesWatchedOfTheirUsualDay() {
        HandRecord record = mission()
                // Three days of eight hours, one of two.
                .with(from("2017-07-09T08:00", "2017-07-09T16:00").coverage("p1", Watch.WATCHED))
                .with(from("2017-07-10T08:00", "2017-07-10T16:00").coverage("p1", Watch.WATCHED))
                .with(from("2017-07-11T08:00", "2017-07-11T16:00").coverage("p1", Watch.WATCHED))
                .with(from("2017-07-12T08:00", "2017-07-12T10:00").coverage("p1", Watch.WATCHED))
                // Round the clock on the first two of these days, and blocked in between at noon.
                .with(from("2017-07-09", "2017-07-10").coverage("c1", Watch.WATCHED))
                .with(from("2017-07-10T12:00", "2017-07-11T12:00").coverage("c1", Watch.IMPEDED));
        CoveredDays days = find(record).orElseThrow();
        // The camera's days are 24 and 12 hours: a usual one is 18.
        assertThat(days.share(LocalDate.of(2017, 7, 9))).isCloseTo(1, within(1e-12));
        assertThat(days.share(LocalDate.of(2017, 7, 10)))
                .isCloseTo((1 + 12 / 18.0) / 2, within(1e-12));
        assertThat(days.share(LocalDate.of(2017, 7, 11))).isCloseTo(0.5, within(1e-12));
        assertThat(days.share(LocalDate.of(2017, 7, 12))).isCloseTo(0.125, within(1e-12));
        assertThat(days.share(LocalDate.of(2017, 7, 13))).isZero();
    }

    @Test
    void accountsOfOneSiteThatOverlapCountOnce() {
        HandRecord record = mission()
                .with(from("2017-07-09T08:00", "2017-07-09T14:00").coverage("p1", Watch.WATCHED))
                .with(from("2017-07-09T10:00", "2017-07-09T16:00").coverage("p1", Watch.WATCHED))
                .with(from("2017-07-10T08:00", "2017-07-10T12:00").coverage("p1", Watch.WATCHED))
                .with(from("2017-07-11T08:00", "2017-07-11T16:00").coverage("p1", Watch.WATCHED));
        assertThat(find(record).orElseThrow().share(LocalDate.of(2017, 7, 10)))
                .isCloseTo(0.5, within(1e-12));
    }

    @Test
    void aSiteThatWasNeverReachedIsASiteAllTheSame() {
        HandRecord record = mission()
                .with(from("2017-07-09", "2017-07-09").coverage("p1", Watch.WATCHED))
                .with(from("2017-07-09", "2017-07-09").coverage("p2", Watch.ACCESS_DENIED));
        assertThat(find(record).orElseThrow().share(LocalDate.of(2017, 7, 9)))
                .isCloseTo(0.5, within(1e-12));
    }

    @Test
    void whatIsWatchedElsewhereIsNotWatchedHere() {
        HandRecord record = mission()
                .with(from("2017-07-09", "2017-07-20")
                        .at("Faraway", "35.5,39.5", PlacePrecision.TOWN)
                        .coverage("p1", Watch.WATCHED));
        assertThat(find(record)).isEmpty();
    }

    /** Two cameras; from the truce on one of them is dark. Seen: one breach a day, then half. */
    private HandRecord halfDark(int breachesEvery) {
        HandRecord record = mission();
        String last = FIRST.plusDays(DAYS - 1).toString();
        record.with(from(FIRST.toString(), last).coverage("c1", Watch.WATCHED));
        record.with(from(FIRST.toString(), last).coverage("c2", Watch.WATCHED));
        record.with(from("2017-07-09", last).coverage("c2", Watch.IMPEDED));
        for (int day = 0; day < DAYS; day++) {
            LocalDate on = FIRST.plusDays(day);
            if (on.isBefore(LocalDate.of(2017, 7, 9)) || day % breachesEvery == 0) {
                record.with(new HandReport("mission", "R" + day, on.toString()).report());
            }
        }
        return record;
    }

    @Test
    void halfAsManySeenByHalfAsManyEyesIsNoFall() {
        Answer answer =
                Assessor.assess(halfDark(2).evidence(), question("2017-07-09", "2017-10-16"));
        assertThat(answer.days().during()).isCloseTo(50, within(0.1));
        assertThat(answer.ratio().orElseThrow().estimate().orElseThrow())
                .isCloseTo(1, within(0.03));
        assertThat(answer.status()).isEqualTo(Status.NOT_HOLDING);
        assertThat(said(answer))
                .anyMatch(
                        note -> note.contains("its 2 sites here usually watch in a day, on average"
                                + " 100 % before and 50 % in the time asked about"));
        assertThat(String.join(
                        " ",
                        answer.sentence().stream().map(Phrases.in("en")::say).toList()))
                .contains("Breaches counted by mission where and when it watched")
                .contains("as if 50 of 100 days had been watched in full")
                .doesNotContain("watches steadily");
        assertThat(answer.coverage()).isEqualTo(new Answer.Coverage(100, 100, 100, 0, 0));
        assertThat(said(answer)).anyMatch(note -> note.contains("on 100 of 100 days"));
    }

    private static List<String> said(Answer answer) {
        return answer.notes().stream().map(Phrases.in("en")::say).toList();
    }

    /** The sighted half of the time carries a rate; less than half of it does not. */
    @Test
    void withTooFewEyesNobodyCanTell() {
        HandRecord record = halfDark(2);
        record.with(from("2017-07-09", "2017-07-20").coverage("c1", Watch.ACCESS_DENIED));
        Answer answer = Assessor.assess(record.evidence(), question("2017-07-09", "2017-10-16"));
        assertThat(answer.status()).isEqualTo(Status.CANNOT_TELL);
    }

    /** Nobody looked in the window; another register, of uneven effort, tells of a breach in it. */
    @Test
    void whereNobodyLookedThereIsNoNumber() {
        String last = FIRST.plusDays(DAYS - 1).toString();
        HandRecord record = mission()
                .with(HandRecord.uneven("press"))
                .with(from(FIRST.toString(), "2017-07-08").coverage("c1", Watch.WATCHED))
                .with(from("2017-07-09", last).coverage("c1", Watch.ACCESS_DENIED))
                .with(new HandReport("mission", "R1", "2017-01-05").killed(1, 1).report())
                .with(new HandReport("press", "P1", "2017-08-05").report());
        AssessView view = AssessView.of(
                Assessor.assessInFull(
                        record.evidence(), question("2017-07-09", "2017-10-16"), Runnable::run),
                Phrases.in("en"));
        assertThat(view.days().during()).isZero();
        assertThat(view.breaches())
                .isEqualTo(new Answer.Said(OptionalInt.of(1), OptionalInt.empty()));
        assertThat(view.civiliansKilled())
                .isEqualTo(new Answer.Said(OptionalInt.of(1), OptionalInt.empty()));
        assertThat(view.ratio().estimate()).isEmpty();
        assertThat(view.breachIds()).containsExactly("press:P1");
        assertThat(view.kinds()).containsExactly(new AssessView.Kind("artillery-shelling", 1, 1));
        assertThat(view.sentence()).contains("The breaches that are known are listed (1)");
    }

    /** A quarter of the days of the window were watched: no rate of 0 is made of it. */
    @Test
    void ofALittleWatchingNoRatioIsMade() {
        HandRecord record =
                mission().with(from(FIRST.toString(), "2017-08-02").coverage("c1", Watch.WATCHED));
        for (int day = 0; day < 300; day += 5) {
            record.with(
                    new HandReport("mission", "R" + day, FIRST.plusDays(day).toString()).report());
        }
        Answer answer = Assessor.assess(record.evidence(), question("2017-07-09", "2017-10-16"));
        assertThat(answer.status()).isEqualTo(Status.CANNOT_TELL);
        assertThat(answer.days().during()).isCloseTo(25, within(1e-9));
        assertThat(answer.ratio()).isEmpty();
        assertThat(answer.change()).isEmpty();
        assertThat(answer.civiliansKilled().during()).isEmpty();
    }

    @Test
    void withoutCoverageEntriesThereIsNoRate() {
        HandRecord record = mission();
        for (int day = 0; day < DAYS; day++) {
            record.with(
                    new HandReport("mission", "R" + day, FIRST.plusDays(day).toString()).report());
        }
        Answer answer = Assessor.assess(record.evidence(), question("2017-07-09", "2017-10-16"));
        assertThat(answer.status()).isEqualTo(Status.CANNOT_TELL);
        assertThat(answer.ratio()).isEmpty();
    }

    private static Entry.Coverage patrol(HandReport report, Watch watch, PatrolOutcome outcome) {
        Entry.Coverage coverage = report.coverage("route-1", watch);
        return new Entry.Coverage(
                coverage.register(),
                coverage.id(),
                coverage.entered(),
                coverage.account(),
                coverage.site(),
                Means.PATROL,
                watch,
                coverage.by(),
                Optional.of(
                        new Patrol(outcome, Optional.empty(), Optional.empty(), Optional.empty())));
    }

    /** A post watches round the clock; a patrol of eight hours goes out beside it, or does not. */
    @Test
    void aPatrolThatWasBlockedOrNotMadeLowersCoverage() {
        HandRecord record = mission()
                .with(from("2017-07-09", "2017-07-13").coverage("p1", Watch.WATCHED))
                .with(patrol(
                        from("2017-07-09T08:00", "2017-07-09T16:00"),
                        Watch.WATCHED,
                        PatrolOutcome.MADE))
                .with(patrol(
                        from("2017-07-10T08:00", "2017-07-10T16:00"),
                        Watch.WATCHED,
                        PatrolOutcome.MADE))
                .with(patrol(
                        from("2017-07-11T08:00", "2017-07-11T16:00"),
                        Watch.ACCESS_DENIED,
                        PatrolOutcome.BLOCKED))
                .with(patrol(
                        from("2017-07-12T08:00", "2017-07-12T16:00"),
                        Watch.ACCESS_DENIED,
                        PatrolOutcome.NOT_MADE))
                .with(patrol(
                        from("2017-07-13T08:00", "2017-07-13T16:00"),
                        Watch.WATCHED,
                        PatrolOutcome.CUT_SHORT))
                .with(patrol(
                        from("2017-07-13T10:00", "2017-07-13T16:00"),
                        Watch.ACCESS_DENIED,
                        PatrolOutcome.CUT_SHORT));
        CoveredDays days = find(record).orElseThrow();
        assertThat(days.share(LocalDate.of(2017, 7, 10))).isCloseTo(1, within(1e-12));
        assertThat(days.share(LocalDate.of(2017, 7, 11))).isCloseTo(0.5, within(1e-12));
        assertThat(days.share(LocalDate.of(2017, 7, 12))).isCloseTo(0.5, within(1e-12));
        // Two hours of a whole day of eight, the median of 8, 8 and 2.
        assertThat(days.share(LocalDate.of(2017, 7, 13)))
                .isCloseTo((1 + 2 / 8.0) / 2, within(1e-12));
        Answer answer = Assessor.assess(record.evidence(), question("2017-07-09", "2017-07-13"));
        assertThat(answer.coverage().keptFromDays()).isEqualTo(3);
        // Of five days 1, 1, 1/2, 1/2 and 5/8 were watched.
        assertThat(answer.days().during()).isCloseTo(3.625, within(1e-9));
    }
}
