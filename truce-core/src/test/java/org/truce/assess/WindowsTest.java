package org.truce.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.base.Moment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

final class WindowsTest {
    private static final ZoneId DAMASCUS = ZoneId.of("Asia/Damascus");
    private static final Optional<Moment> NOON =
            Optional.of(Moment.get("2017-07-09T12:00:00+03:00"));

    @ParameterizedTest
    @CsvSource({
        "2017-07-09, 2018-06-17, 344.0", // both clock changes: whole days
        "2016-07-01, 2017-07-08, 373.0",
        "2017-07-09, 2017-07-09, 1.0",
        "2017-10-01, 2017-10-31, 31.041666666666668", // winter time began on 27 October: 1 h more
        "2018-03-01, 2018-03-31, 30.958333333333332", // summer time began on 30 March: 1 h less
        "2017-07-09, 2018-01-31, 207.04166666666666", // 23+31+30+31+30+31+31 days and 1 h
        "2017-07-09T12:00, 2017-07-10T00:00, 0.5"
    })
    void daysAreElapsedTime(String from, String to, double days) {
        assertThat(asked(from, to).days()).isCloseTo(days, within(1e-9));
    }

    @Test
    void aBareDateIsTheWholeLocalDay() {
        Window window = asked("2017-07-09", "2017-07-10");
        assertThat(window.period().from()).isEqualTo(Instant.parse("2017-07-08T21:00:00Z"));
        assertThat(window.period().to()).isEqualTo(Instant.parse("2017-07-10T21:00:00Z"));
        assertThat(window.firstDay()).isEqualTo(LocalDate.of(2017, 7, 9));
        assertThat(window.lastDay()).isEqualTo(LocalDate.of(2017, 7, 10));
    }

    @Test
    void aWindowHoldsTime() {
        assertThatThrownBy(() -> asked("2017-07-10", "2017-07-09"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("give a later end");
    }

    @Test
    void theDayOnWhichTheTruceBeganCountsAsAWhole() {
        Window asked = asked("2017-07-01", "2018-06-17");
        Window cut = Windows.cutToInForce(asked, NOON, Optional.empty()).orElseThrow();
        assertThat(cut).isEqualTo(asked("2017-07-09", "2018-06-17"));
        assertThat(cut.days()).isEqualTo(344.0);
    }

    @Test
    void theDayOnWhichItEndedCountsAsAWhole() {
        Window asked = asked("2018-07-01", "2018-08-31");
        // Midnight at the start of 31 July touches only 30 July.
        Optional<Moment> midnight = Optional.of(Moment.get("2018-07-31T00:00:00+03:00"));
        assertThat(Windows.cutToInForce(asked, NOON, midnight))
                .contains(asked("2018-07-01", "2018-07-30"));
        Optional<Moment> oneSecondLater = Optional.of(Moment.get("2018-07-31T00:00:01+03:00"));
        assertThat(Windows.cutToInForce(asked, NOON, oneSecondLater))
                .contains(asked("2018-07-01", "2018-07-31"));
        assertThat(Windows.cutToInForce(asked, NOON, Optional.of(Moment.get("2018-07-31"))))
                .contains(asked("2018-07-01", "2018-07-31"));
    }

    @Test
    void outsideTheTimeInForceNothingIsLeft() {
        assertThat(Windows.cutToInForce(asked("2016-07-01", "2017-07-08"), NOON, Optional.empty()))
                .isEmpty();
        assertThat(Windows.cutToInForce(asked("2017-07-01", "2017-07-31"), NOON, NOON))
                .isEmpty();
    }

    @Test
    void withoutKnownLimitsTheWindowStaysAsAsked() {
        Window asked = asked("2017-07-01T06:00", "2017-07-31");
        assertThat(Windows.cutToInForce(asked, Optional.empty(), Optional.empty()))
                .contains(asked);
    }

    @Test
    void theLastFourteenDaysAreIncomplete() {
        LocalDate known = LocalDate.of(2018, 1, 17);
        assertThat(Windows.findIncompleteFrom(asked("2017-07-09", "2018-01-17"), known))
                .contains(LocalDate.of(2018, 1, 3));
        assertThat(Windows.findIncompleteFrom(asked("2017-07-09", "2018-01-03"), known))
                .contains(LocalDate.of(2018, 1, 3));
        assertThat(Windows.findIncompleteFrom(asked("2017-07-09", "2018-01-02"), known))
                .isEmpty();
        assertThat(Windows.findIncompleteFrom(asked("2018-01-10", "2018-01-17"), known))
                .contains(LocalDate.of(2018, 1, 10));
    }

    private static Window asked(String from, String to) {
        return Windows.asked(Moment.get(from), Moment.get(to), DAMASCUS);
    }
}
