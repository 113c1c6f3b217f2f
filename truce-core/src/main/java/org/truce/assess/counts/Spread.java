package org.truce.assess.counts;

import java.util.function.DoubleUnaryOperator;

/**
 * Half of the mean distance between two draws of one distribution of counts. With the
 * characteristic function {@code g}, the mean distance is {@code 1/pi} times the integral from 0 to
 * pi of {@code (1 - |g(t)|^2) / (1 - cos t)}: for a whole number m, the integral of {@code (1 - cos
 * mt) / (1 - cos t)} is {@code m pi} (the kernel of Fejer 1904).
 *
 * <p>The function under the integral is smooth and has the period 2 pi, so the midpoint rule comes
 * to rounding error once its step is small against where {@code g} changes (Trefethen and Weideman
 * 2014, The exponentially convergent trapezoidal rule). It needs no special function, and none that
 * fails where events are many.
 */
final class Spread {
    private static final int LEAST_STEPS = 64;
    private static final double STEPS_FOR_AN_EVENT_OF_DEVIATION = 8;
    private static final double STEPS_FOR_AN_EVENT_OF_TAIL = 40;

    private Spread() {}

    /**
     * @param deviationEvents the standard deviation, in events
     * @param tailEvents in how many events the tail falls by a factor of e, 0 where faster than any
     *     exponential
     * @param squaredModulus {@code |g(t)|^2} for t from 0 to pi
     */
    static double halfDistance(
            double deviationEvents, double tailEvents, DoubleUnaryOperator squaredModulus) {
        int steps = (int) (LEAST_STEPS
                + STEPS_FOR_AN_EVENT_OF_DEVIATION * deviationEvents
                + STEPS_FOR_AN_EVENT_OF_TAIL * tailEvents);
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            double t = Math.PI * (i + 0.5) / steps;
            sum += (1 - squaredModulus.applyAsDouble(t)) / (2 * squaredSineOfHalf(t));
        }
        return sum / steps / 2;
    }

    /** {@code (1 - cos t) / 2}, without the cancellation near 0. */
    static double squaredSineOfHalf(double t) {
        double sine = Math.sin(t / 2);
        return sine * sine;
    }
}
