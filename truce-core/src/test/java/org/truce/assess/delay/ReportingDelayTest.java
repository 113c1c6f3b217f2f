package org.truce.assess.delay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

final class ReportingDelayTest {
    private static final int DAYS = 200;

    /** Every day of the last year has one event known at once and one after twenty days. */
    @Test
    void halfIsKnownAtOnce() {
        List<ReportingDelay.Event> events = new ArrayList<>();
        for (int age = 0; age < 365; age++) {
            events.add(new ReportingDelay.Event(0, age));
            if (age >= 20) {
                events.add(new ReportingDelay.Event(20, age));
            }
        }

        ReportingDelay delay = ReportingDelay.learn(events).orElseThrow();

        assertThat(delay.knownAfter(0)).isCloseTo(0.5, within(1e-12));
        assertThat(delay.knownAfter(19)).isCloseTo(0.5, within(1e-12));
        assertThat(delay.knownAfter(20)).isCloseTo(1, within(1e-12));
        assertThat(delay.daysUntil(0.5)).isZero();
        assertThat(delay.daysUntil(0.9)).isEqualTo(20);
        assertThat(delay.laterShare()).isZero();
    }

    @Test
    void whatComesAfterTheHorizonIsSaidAndNotWaitedFor() {
        List<ReportingDelay.Event> events = new ArrayList<>();
        for (int k = 0; k < 90; k++) {
            events.add(new ReportingDelay.Event(k % 3, 300));
        }
        for (int k = 0; k < 10; k++) {
            events.add(new ReportingDelay.Event(100, 300));
        }

        ReportingDelay delay = ReportingDelay.learn(events).orElseThrow();

        assertThat(delay.events()).isEqualTo(90);
        assertThat(delay.laterShare()).isCloseTo(0.1, within(1e-12));
        assertThat(delay.knownAfter(1)).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(delay.knownAfter(2)).isCloseTo(1, within(1e-12));
    }

    @Test
    void fewEventsOrOnlyFreshOnesTeachNothing() {
        List<ReportingDelay.Event> few = new ArrayList<>();
        for (int k = 0; k < ReportingDelay.LEAST_EVENTS; k++) {
            assertThat(ReportingDelay.learn(few)).isEmpty();
            few.add(new ReportingDelay.Event(1, 90));
        }
        assertThat(ReportingDelay.learn(few)).isPresent();
        List<ReportingDelay.Event> fresh = new ArrayList<>();
        for (int k = 0; k < 100; k++) {
            fresh.add(new ReportingDelay.Event(1, 20));
        }
        assertThat(ReportingDelay.learn(fresh)).isEmpty();
    }

    /** One event a day, most known within a week: does the interval for the last fortnight hold? */
    @Test
    void inNineOfTenWorldsTheLastFortnightTurnsOutAsExpected() {
        Random random = new Random(41);
        int held = 0;
        int short14 = 0;
        int trials = 1_000;
        for (int trial = 0; trial < trials; trial++) {
            List<ReportingDelay.Event> events = new ArrayList<>();
            int known = 0;
            int all = 0;
            for (int age = 0; age < DAYS; age++) {
                for (int event = poisson(random); event > 0; event--) {
                    int delay = (int) (-6 * Math.log(1 - random.nextDouble()));
                    if (delay <= age) {
                        events.add(new ReportingDelay.Event(delay, age));
                    }
                    if (age < 14 && delay <= ReportingDelay.HORIZON_DAYS) {
                        all++;
                        known += delay <= age ? 1 : 0;
                    }
                }
            }
            StillToCome expected =
                    StillToCome.of(known, 0, 14, ReportingDelay.learn(events).orElseThrow(), 0.9);
            held += all >= expected.low() && all <= expected.high() ? 1 : 0;
            short14 += known < all ? 1 : 0;
        }
        assertThat(short14).as("seed 41: the fortnight is incomplete").isGreaterThan(900);
        assertThat(held / (double) trials).as("seed 41").isBetween(0.87, 0.96);
    }

    private static int poisson(Random random) {
        double bar = Math.exp(-1);
        int count = -1;
        for (double product = 1; product > bar; count++) {
            product *= random.nextDouble();
        }
        return count;
    }

    /**
     * Half known of ten: the smallest counts whose tails, summed up term by term, are 5 and 95 %.
     */
    @Test
    void theIntervalIsThatOfTheNegativeBinomial() {
        List<ReportingDelay.Event> events = new ArrayList<>();
        for (int k = 0; k < 50; k++) {
            events.add(new ReportingDelay.Event(0, 90));
            events.add(new ReportingDelay.Event(30, 90));
        }
        StillToCome come =
                StillToCome.of(10, 0, 14, ReportingDelay.learn(events).orElseThrow(), 0.9);

        double term = Math.pow(0.5, 10.5);
        double sum = term;
        int low = -1;
        int high = -1;
        for (int k = 0; high < 0; k++) {
            if (low < 0 && sum >= 0.05) {
                low = k;
            }
            if (sum >= 0.95) {
                high = k;
            }
            term *= (10.5 + k) / (k + 1) * 0.5;
            sum += term;
        }
        assertThat(come).isEqualTo(new StillToCome(14, 10, 10 + low, 10 + high, 0.9));
    }
}
