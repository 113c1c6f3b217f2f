package org.truce.assess;

/**
 * What a register that watches steadily counted in one window.
 *
 * @param breaches incidents that break a prohibition (before it was in force: that would have)
 * @param undetermined incidents of which it is open whether they do
 * @param observedDays elapsed days of the window that the register covers
 * @param days elapsed days of the window
 */
public record WindowCount(int breaches, int undetermined, double observedDays, double days) {
    /** Elapsed days are sums of seconds over 86,400; this is less than a second. */
    private static final double ROUNDING_DAYS = 1e-6;

    public WindowCount {
        if (breaches < 0 || undetermined < 0) {
            throw new IllegalArgumentException("counts are 0 or more: %d breaches, %d undetermined"
                    .formatted(breaches, undetermined));
        }
        if (!(days >= 0) || !(observedDays >= 0) || observedDays > days + ROUNDING_DAYS) {
            throw new IllegalArgumentException("observed days lie from 0 to the window's: %s of %s"
                    .formatted(observedDays, days));
        }
    }

    /** The share of the window that was observed, 0 to 1; 0 for a window without time. */
    public double observedShare() {
        return days == 0 ? 0 : Math.min(1, observedDays / days);
    }

    /** Breaches over observed days. Throws when no day was observed: there is no rate then. */
    public Rate rate() {
        return new Rate(breaches, observedDays);
    }

    /** The same, were every undetermined incident a breach. */
    public WindowCount withEveryUndeterminedABreach() {
        return new WindowCount(breaches + undetermined, 0, observedDays, days);
    }

    /** The same, were no undetermined incident a breach. */
    public WindowCount withNoUndeterminedABreach() {
        return new WindowCount(breaches, 0, observedDays, days);
    }
}
