package org.truce.terms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.base.Coded;
import org.truce.base.EventType;
import org.truce.base.LatLon;
import org.truce.base.Moment;
import org.truce.base.Occurred;
import org.truce.base.Period;
import org.truce.base.Phrases;
import org.truce.base.PlacePrecision;
import org.truce.base.TimePrecision;
import org.truce.base.Truth;
import org.truce.record.Place;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Damascus is three hours ahead of UTC in the summer of 2017 and two in the winter after it. */
final class TermsTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2017-07-09T09:00Z, 2017-07-09T09:00Z, hour, yes",
        "2017-07-09T12:00, 2017-07-09T12:00, hour, yes",
        "2017-07-09T08:00Z, 2017-07-09T08:00Z, hour, no",
        "2017-07-09T11:30, 2017-07-09T11:30, hour, unknown",
        "2017-07-08, 2017-07-08, day, no",
        "2017-07-09, 2017-07-09, day, unknown",
        "2017-07-10, 2017-07-10, day, yes",
        // It counts where it began, however long it lasted.
        "2017-07-08, 2017-07-20, day, no",
        // Three days about noon on 9 July become the week from 6 to 12 July.
        "2017-07-08, 2017-07-10, week, unknown",
        "2017-07-13, 2017-07-19, week, yes",
        "2017-07-01, 2017-07-07, week, no",
        "2017-07-01, 2017-07-31, month, unknown",
        "2018-07-30, 2018-07-30, day, yes",
        "2018-07-30T23:00, 2018-07-30T23:00, hour, yes",
        "2018-07-31, 2018-07-31, day, no",
        "2018-07-29, 2018-07-31, week, unknown"
    })
    void whenItMayHaveBegunIsSetAgainstTheTimeInForce(
            String from, String to, String precision, String expected) {
        Finding.Test time =
                time("2017-07-09T12:00", "2018-07-31T00:00+03:00", occurred(from, to, precision));
        assertThat(time.holds().code()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2018-01-15T10:00Z, yes", "2018-01-15T09:00Z, no"})
    void inWinterNoonInDamascusIsTenOClockUtc(String at, String expected) {
        Finding.Test time = time("2018-01-15T12:00", "", occurred(at, at, "hour"));
        assertThat(time.holds().code()).isEqualTo(expected);
    }

    @Test
    void theReasonGivesTheLocalTimes() {
        Finding.Test before =
                time("2017-07-09T09:00Z", "", occurred("2017-07-08", "2017-07-08", "day"));
        assertThat(Phrases.in("en").say(before.because()))
                .isEqualTo("It began within 2017-07-08 (local time), before the provision came into"
                        + " force at 2017-07-09 12:00.");
        Finding.Test across =
                time("2017-07-09T09:00Z", "", occurred("2017-07-08", "2017-07-10", "week"));
        assertThat(Phrases.in("en").say(across.because())).contains("2017-07-06 to 2017-07-12");
    }

    @Test
    void aProvisionWithoutAKnownBeginningIsOpenUntilItsEnd() {
        assertThat(time("", "2018-07-31", occurred("2018-01-01", "2018-01-01", "day"))
                        .holds())
                .isEqualTo(Truth.UNKNOWN);
        assertThat(time("", "2018-07-31", occurred("2018-08-01", "2018-08-01", "day"))
                        .holds())
                .isEqualTo(Truth.NO);
        assertThat(time("2019-01-01", "2018-07-31", occurred("2018-01-01", "2018-01-01", "day"))
                        .holds())
                .isEqualTo(Truth.NO);
    }

    @Test
    void askedAsIfInForceTimeDoesNotMatter() {
        Terms terms = terms("2017-07-09T12:00", "2018-07-31");
        Occurred longBefore = occurred("2010-01-01", "2010-01-01", "day");
        Finding finding = terms.findings(
                        Incidents.of("1", longBefore, inside(), EventType.MORTAR, HandMade.FIGHT),
                        Terms.Clock.AS_IF_IN_FORCE)
                .getFirst();
        assertThat(finding.verdict()).isEqualTo(Verdict.BREACH);
    }

    @Test
    void aReadingTellsWhenItIsInForce() {
        AreaReading closed =
                terms("2017-07-09T12:00", "2018-07-31").listReadings().getFirst();
        assertThat(closed.inForce())
                .containsExactly(new AreaReading.InForce(
                        "hand-made",
                        new Period(
                                Instant.parse("2017-07-09T09:00:00Z"),
                                Instant.parse("2018-07-30T21:00:00Z"))));
        assertThat(closed.inForce().getFirst().endKnown()).isTrue();
        AreaReading open = terms("2017-07-09T12:00", "").listReadings().getFirst();
        assertThat(open.inForce().getFirst().endKnown()).isFalse();
        assertThat(terms("", "").listReadings().getFirst().inForce()).isEmpty();
    }

    private static Terms terms(String from, String to) {
        return HandMade.terms(
                HandMade.agreement(from, HandMade.SHELLING_ONLY, List.of(), List.of()),
                HandMade.outline("", to));
    }

    private static Finding.Test time(String from, String to, Occurred occurred) {
        return terms(from, to)
                .findings(
                        Incidents.of("1", occurred, inside(), EventType.MORTAR, HandMade.FIGHT),
                        Terms.Clock.AS_AGREED)
                .getFirst()
                .tests()
                .getLast();
    }

    private static Occurred occurred(String from, String to, String precision) {
        return new Occurred(
                Moment.get(from),
                Moment.get(to),
                Coded.find(TimePrecision.class, precision).orElseThrow());
    }

    private static Place inside() {
        return Incidents.place(
                Optional.empty(), Optional.of(new LatLon(32.5, 36.5)), PlacePrecision.EXACT);
    }
}
