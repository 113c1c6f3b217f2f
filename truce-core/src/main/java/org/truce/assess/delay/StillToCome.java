package org.truce.assess.delay;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.truce.assess.Interval;

/**
 * How many events of the last days there will turn out to be: those known so far, and those of
 * which nobody knows yet. Events come at one rate in these days; with Jeffreys' prior and the known
 * ones as counts on days of which a share {@code F} is known, those to come are negative binomial
 * with the shape {@code known + 1/2} and the mean {@code shape x (days - sum of F) / sum of F}
 * (Gelman et al. 2013, section 2.6). What {@code F} itself is off by is not in the interval.
 *
 * @param days how many of the last days are looked at
 * @param known events known so far
 * @param low lower end of what is expected in all, equal-tailed
 * @param high upper end
 * @param level the least probability that goes with it
 */
public record StillToCome(int days, int known, int low, int high, double level) {
    /**
     * @param known events of these days known so far
     * @param youngestDays how many days ago the last of them was
     * @param days how many they are, at least 1
     */
    public static StillToCome of(
            int known, int youngestDays, int days, ReportingDelay delay, double level) {
        Interval.checkLevel(level);
        double seen = 0;
        for (int age = youngestDays; age < youngestDays + days; age++) {
            seen += delay.knownAfter(age);
        }
        if (!(seen > 0)) {
            throw new IllegalArgumentException("nothing can be known of %d days".formatted(days));
        }
        double shape = known + 0.5;
        double share = seen / days;
        double tail = (1 - level) / 2;
        return new StillToCome(
                days,
                known,
                known + quantile(shape, share, tail),
                known + quantile(shape, share, 1 - tail),
                level);
    }

    /**
     * The smallest count that is not exceeded with at least this probability: the negative binomial
     * with the probability {@code share} of a success (Abramowitz and Stegun 1964, 26.5.26).
     */
    private static int quantile(double shape, double share, double probability) {
        if (share == 1) {
            return 0;
        }
        int count = 0;
        while (BetaDistribution.of(shape, count + 1.0).cumulativeProbability(share) < probability) {
            count++;
        }
        return count;
    }
}
