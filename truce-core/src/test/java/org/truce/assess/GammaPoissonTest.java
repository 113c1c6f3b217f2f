package org.truce.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class GammaPoissonTest {
    private static final Offset<Double> TO_THE_PRINTED_DIGITS = within(5e-7);

    @Test
    void outlookFromAPriorAndACount() {
        // Case 11: Gamma(2 events, 20 days), then 3 in 45 days.
        GammaPoisson posterior = GammaPoisson.after(new GammaPoisson.Prior(2, 20), new Rate(3, 45));
        assertThat(posterior.shape()).isEqualTo(5);
        assertThat(posterior.days()).isEqualTo(65);
        assertThat(posterior.meanPerDay()).isEqualTo(5 / 65.0);
        assertThat(posterior.probabilityAtLeast(1, 7)).isCloseTo(0.400341, TO_THE_PRINTED_DIGITS);
        assertThat(posterior.probabilityAtLeast(3, 30)).isCloseTo(0.388982, TO_THE_PRINTED_DIGITS);
        assertThat(posterior.probabilityAtLeast(0, 30)).isEqualTo(1);
    }

    @Test
    void jeffreysPriorAddsHalfAnEventAndNoTime() {
        GammaPoisson posterior = GammaPoisson.after(new Rate(3, 45));
        assertThat(posterior.shape()).isEqualTo(3.5);
        assertThat(posterior.days()).isEqualTo(45);
        // None in t days has the chance (days / (days + t))^shape.
        assertThat(posterior.probabilityAtLeast(1, 45))
                .isCloseTo(1 - Math.pow(0.5, 3.5), within(1e-12));
    }

    @Test
    void intervalOfAnExponentialPosterior() {
        // Gamma(1, 0) and nothing in 30 days leave an exponential: its quantile q is -ln(1-q)/30.
        GammaPoisson posterior = GammaPoisson.after(new GammaPoisson.Prior(1, 0), new Rate(0, 30));
        Interval interval = posterior.rateInterval(0.9);
        assertThat(interval.low()).isCloseTo(-Math.log(0.95) / 30, within(1e-9));
        assertThat(interval.high()).isCloseTo(-Math.log(0.05) / 30, within(1e-9));
    }

    @Test
    void upperBoundWhenNoneWasSeen() {
        assertThat(GammaPoisson.upperBoundWhenNone(30, 0.95, 1))
                .isCloseTo(0.099858, TO_THE_PRINTED_DIGITS);
        assertThat(GammaPoisson.upperBoundWhenNone(30, 0.95, 0.6))
                .isCloseTo(0.166430, TO_THE_PRINTED_DIGITS);
    }

    @Test
    void refusesWhatHasNoMeaning() {
        assertThatThrownBy(() -> new GammaPoisson.Prior(0, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GammaPoisson.upperBoundWhenNone(0, 0.95, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GammaPoisson.upperBoundWhenNone(30, 0.95, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GammaPoisson.after(new Rate(1, 1)).probabilityAtLeast(-1, 7))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
