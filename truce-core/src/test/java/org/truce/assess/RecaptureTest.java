package org.truce.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class RecaptureTest {
    @Test
    void fortyThirtyAndTwentyInCommon() {
        Recapture recapture = new Recapture(40, 30, 20);
        assertThat(recapture.estimate()).isCloseTo(41 * 31 / 21.0 - 1, within(1e-12));
        assertThat(recapture.estimate()).isCloseTo(59.5238, within(5e-5));
        assertThat(recapture.variance()).isCloseTo(26.2008, within(5e-5));
    }

    /** Where the second has all of the first there is nothing unseen, and no doubt of it. */
    @Test
    void allInCommon() {
        assertThat(new Recapture(12, 12, 12).estimate()).isCloseTo(12, within(1e-12));
        assertThat(new Recapture(12, 12, 12).variance()).isZero();
        assertThatThrownBy(() -> new Recapture(3, 4, 5))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
