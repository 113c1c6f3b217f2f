package org.truce.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.ZoneId;

/**
 * Times in Damascus, which in 2017 was two hours ahead of UTC in winter and three in summer. Clocks
 * went forward at midnight on 31 March (that day has 23 hours) and back at midnight at the end of
 * 26 October (that day has 25 hours).
 */
final class TimesTest {
    private static final ZoneId DAMASCUS = ZoneId.of("Asia/Damascus");

    @ParameterizedTest
    @CsvSource({
        "2017-01-15, 2017-01-14T22:00:00Z, 2017-01-15T22:00:00Z, 24",
        "2017-07-09, 2017-07-08T21:00:00Z, 2017-07-09T21:00:00Z, 24",
        "2017-03-31, 2017-03-30T22:00:00Z, 2017-03-31T21:00:00Z, 23",
        "2017-10-26, 2017-10-25T21:00:00Z, 2017-10-26T22:00:00Z, 25",
        "2017-10-27, 2017-10-26T22:00:00Z, 2017-10-27T22:00:00Z, 24"
    })
    void aBareDateIsTheWholeLocalDay(String date, Instant from, Instant to, int hours) {
        Moment day = Moment.get(date);
        assertThat(day.startIn(DAMASCUS)).isEqualTo(from);
        assertThat(day.endIn(DAMASCUS)).isEqualTo(to);
        assertThat(new Period(from, to).days()).isCloseTo(hours / 24.0, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "2017-07-09T12:00, 2017-07-09T09:00:00Z, 2017-07-09T09:00:00Z",
        "2017-12-09T12:00, 2017-12-09T10:00:00Z, 2017-12-09T10:00:00Z",
        "2017-07-09T12:00+03:00, 2017-07-09T09:00:00Z, 2017-07-09T09:00:00Z",
        "2017-07-09T09:00Z, 2017-07-09T09:00:00Z, 2017-07-09T09:00:00Z",
        "2017-07-09T05:00:30-04:00, 2017-07-09T09:00:30Z, 2017-07-09T09:00:30Z",
        // The hour that comes twice: it may be the first or the second.
        "2017-10-26T23:30, 2017-10-26T20:30:00Z, 2017-10-26T21:30:00Z",
        // The hour that does not come: as far behind midnight.
        "2017-03-31T00:30, 2017-03-30T22:30:00Z, 2017-03-30T22:30:00Z"
    })
    void aClockTimeIsLocalUnlessItSaysItsOffset(String clock, Instant from, Instant to) {
        assertThat(Moment.get(clock).startIn(DAMASCUS)).isEqualTo(from);
        assertThat(Moment.get(clock).endIn(DAMASCUS)).isEqualTo(to);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "T",
                "2017",
                "2017-02-29",
                "2017-7-9",
                "09/07/2017",
                "2017-07-09 12:00",
                "2017-07-09T24:00",
                "2017-07-09T12",
                "2017-07-09T12:00Asia/Damascus",
                "0000-01-01",
                "+10000-01-01",
                "+999999999-12-31",
                "-0044-03-15"
            })
    void whatIsNoTimeIsNotFound(String text) {
        assertThat(Moment.find(text)).isEmpty();
        assertThatThrownBy(() -> Moment.get(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("write 2017-07-09");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2017-07-09", "2017-07-09T12:00", "2017-07-09T12:00:07+03:00"})
    void aMomentIsWrittenAsItWasRead(String text) {
        assertThat(Moment.get(text).text()).isEqualTo(text);
        assertThat(Moment.get(text).writtenDate()).isEqualTo("2017-07-09");
    }

    @ParameterizedTest
    @CsvSource({
        // An hour from the time given; a bare date allows its whole day.
        "hour, 2017-07-09T12:00, 2017-07-09T12:00, 2017-07-09T09:00:00Z, 2017-07-09T10:00:00Z",
        "hour, 2017-07-09, 2017-07-09, 2017-07-08T21:00:00Z, 2017-07-09T21:00:00Z",
        // In the hour that comes twice, both.
        "hour, 2017-10-26T23:00, 2017-10-26T23:00, 2017-10-26T20:00:00Z, 2017-10-26T22:00:00Z",
        // The day on which it began, however long it went on.
        "day, 2017-07-09, 2017-07-12, 2017-07-08T21:00:00Z, 2017-07-09T21:00:00Z",
        "day, 2017-07-09T12:00, 2017-07-09T12:00, 2017-07-08T21:00:00Z, 2017-07-09T21:00:00Z",
        "day, 2017-03-31, 2017-03-31, 2017-03-30T22:00:00Z, 2017-03-31T21:00:00Z",
        "day, 2017-10-26, 2017-10-26, 2017-10-25T21:00:00Z, 2017-10-26T22:00:00Z",
        // Half past eleven at night in London's winter is the next day in Damascus.
        "day, 2017-01-09T23:30Z, 2017-01-09T23:30Z, 2017-01-09T22:00:00Z, 2017-01-10T22:00:00Z",
        // 12 hours behind midnight, 84 hours to either side.
        "week, 2017-07-09, 2017-07-09, 2017-07-05T21:00:00Z, 2017-07-12T21:00:00Z",
        // Exactly a week stays, and so does more than a week.
        "week, 2017-07-03, 2017-07-09, 2017-07-02T21:00:00Z, 2017-07-09T21:00:00Z",
        "week, 2017-07-01, 2017-07-10, 2017-06-30T21:00:00Z, 2017-07-10T21:00:00Z",
        // Six days lack 12 hours at either end.
        "week, 2017-07-03, 2017-07-08, 2017-07-02T09:00:00Z, 2017-07-09T09:00:00Z",
        // 15 days to either side of the middle of the day.
        "month, 2017-07-16, 2017-07-16, 2017-07-01T09:00:00Z, 2017-07-31T09:00:00Z",
        "month, 2017-07-01, 2017-07-30, 2017-06-30T21:00:00Z, 2017-07-30T21:00:00Z",
        "month, 2017-07-01, 2017-07-31, 2017-06-30T21:00:00Z, 2017-07-31T21:00:00Z",
        "longer, 2017-07-16, 2017-07-16, 2017-07-01T09:00:00Z, 2017-07-31T09:00:00Z",
        "longer, 2017-05-01, 2017-06-30, 2017-04-30T21:00:00Z, 2017-06-30T21:00:00Z"
    })
    void whenItMayHaveBegun(
            String precision, String from, String to, Instant earliest, Instant end) {
        Occurred occurred = occurred(precision, from, to);
        assertThat(occurred.mayHaveBegun(DAMASCUS)).isEqualTo(new Period(earliest, end));
    }

    @Test
    void whatIsCountedIsTheStatedBeginning() {
        assertThat(occurred("week", "2017-07-09", "2017-07-12").begins(DAMASCUS))
                .isEqualTo("2017-07-08T21:00:00Z");
    }

    @Test
    void itMayHaveLastedFromTheEarliestBeginningToTheLatestEnd() {
        assertThat(occurred("day", "2017-07-09", "2017-07-12").mayHaveLasted(DAMASCUS))
                .isEqualTo(period("2017-07-08T21:00:00Z", "2017-07-12T21:00:00Z"));
        assertThat(occurred("hour", "2017-07-09T12:00", "2017-07-09T12:00").mayHaveLasted(DAMASCUS))
                .isEqualTo(period("2017-07-09T09:00:00Z", "2017-07-09T10:00:00Z"));
        assertThat(occurred("week", "2017-07-09", "2017-07-09").mayHaveLasted(DAMASCUS))
                .isEqualTo(period("2017-07-05T21:00:00Z", "2017-07-12T21:00:00Z"));
    }

    /** Intake refuses these rows; one that came another way must not bring an answer down. */
    @Test
    void anEndBeforeTheBeginningIsNoTime() {
        assertThat(occurred("day", "2017-07-12", "2017-07-09").stated(DAMASCUS))
                .isEqualTo(period("2017-07-11T21:00:00Z", "2017-07-11T21:00:00Z"));
    }

    @Test
    void aPeriodHoldsItsBeginningAndNotItsEnd() {
        Period period = period("2017-07-09T09:00:00Z", "2017-07-10T09:00:00Z");
        assertThat(period.contains(period.from())).isTrue();
        assertThat(period.contains(period.to())).isFalse();
        assertThat(period.contains(period)).isTrue();
        Period touching = period("2017-07-10T09:00:00Z", "2017-07-11T09:00:00Z");
        assertThat(period.overlaps(touching)).isFalse();
        assertThat(period.intersection(touching)).isEmpty();
        Period across = period("2017-07-10T08:59:59Z", "2017-07-11T09:00:00Z");
        assertThat(period.overlaps(across)).isTrue();
        assertThat(period.contains(across)).isFalse();
        assertThat(period.intersection(across))
                .contains(period("2017-07-10T08:59:59Z", "2017-07-10T09:00:00Z"));
        assertThat(period.intersection(across)).isEqualTo(across.intersection(period));
    }

    @Test
    void aPeriodIsNeverReversed() {
        assertThatThrownBy(() -> period("2017-07-10T09:00:00Z", "2017-07-09T09:00:00Z"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(period("2017-07-10T09:00:00Z", "2017-07-10T09:00:00Z").days())
                .isZero();
    }

    private static Occurred occurred(String precision, String from, String to) {
        return new Occurred(
                Moment.get(from),
                Moment.get(to),
                Coded.find(TimePrecision.class, precision).orElseThrow());
    }

    private static Period period(String from, String to) {
        return new Period(Instant.parse(from), Instant.parse(to));
    }
}
