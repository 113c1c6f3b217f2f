package org.truce.assess.change;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.truce.assess.Interval;
import org.truce.assess.Rate;

import java.util.List;
import java.util.Optional;

/**
 * Whether the last fortnight differs from the time before it by more than chance makes likely: the
 * exact conditional comparison of two Poisson counts (Przyborowski and Wilenski 1940, Biometrika
 * 31, pages 313 to 323), both divided by the factor by which counts before scatter more than
 * Poisson counts, averaged over what that may be ({@link Scatter}). Given all {@code n} events,
 * those of the fortnight are binomial with its share of the days where the rate stayed what it was.
 *
 * <p>It sounds where a tail of that is at most half of the stated share. So of the days without a
 * change at most that share carry an alarm, of whichever direction; neighbouring days share most of
 * what they look at, so that false alarms come in spells.
 *
 * @param higher whether the rate is higher in the fortnight than before, else lower
 * @param seen events in the fortnight
 * @param expected events in the fortnight at the rate of the time before
 * @param days watched days of the fortnight
 * @param tail the probability of a count as far off or farther on that side where nothing changed
 * @param falseShare of the days without a change, how many carry an alarm at most
 */
public record ChangeAlarm(
        boolean higher, int seen, double expected, double days, double tail, double falseShare) {
    /** How many of the last stretches are compared with those before. */
    public static final int FORTNIGHT = 14;

    /** Fewer stretches before say too little of what is usual. */
    public static final int LEAST_BEFORE = 28;

    /**
     * The alarm after the last of a series; empty where there is none, where fewer than
     * {@link #LEAST_BEFORE} stretches lie before the fortnight, and where no event was counted.
     *
     * @param daily watched days in order of time
     * @param falseShare between 0 and 1
     */
    public static Optional<ChangeAlarm> find(List<Rate> daily, double falseShare) {
        Interval.checkLevel(falseShare);
        int split = daily.size() - FORTNIGHT;
        if (split < LEAST_BEFORE) {
            return Optional.empty();
        }
        Rate before = sum(daily.subList(0, split));
        Rate recent = sum(daily.subList(split, daily.size()));
        int all = before.events() + recent.events();
        if (all == 0) {
            return Optional.empty();
        }
        double share = recent.days() / (before.days() + recent.days());
        boolean higher = recent.perDay() > before.perDay();
        double tail = Scatter.ofOneRate(daily.subList(0, split))
                .average(factor -> higher
                        ? atLeast(recent.events() / factor, all / factor, share)
                        : 1 - atLeast(recent.events() / factor + 1, all / factor, share));
        return Optional.of(new ChangeAlarm(
                        higher,
                        recent.events(),
                        before.perDay() * recent.days(),
                        recent.days(),
                        tail,
                        falseShare))
                .filter(alarm -> alarm.tail() <= falseShare / 2);
    }

    private static Rate sum(List<Rate> stretches) {
        return new Rate(
                stretches.stream().mapToInt(Rate::events).sum(),
                stretches.stream().mapToDouble(Rate::days).sum());
    }

    /**
     * Of {@code n} events, the probability of {@code x} or more among those with this share; an
     * incomplete beta function (Abramowitz and Stegun 1964, 26.5.24), which takes numbers that are
     * not whole.
     */
    private static double atLeast(double x, double n, double share) {
        if (x <= 0) {
            return 1;
        }
        return x > n ? 0 : BetaDistribution.of(x, n - x + 1).cumulativeProbability(share);
    }
}
