package org.truce.assess.counts;

import org.truce.base.Coded;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What anybody could say of the next days without a model. An outlook has to do better. */
public enum Plain implements Coded {
    /**
     * None will come: all but {@link #UNLIKELY} of the probability on 0, the rest geometric with
     * one event a day as its mean, so that the log score stays finite.
     */
    ZERO("zero"),
    /**
     * As many as in as many days before: negative binomial with {@code n + 1/2} as its size, the
     * predictive distribution of Poisson counts after {@code n} and Jeffreys' prior.
     */
    LAST_WINDOW("last-window"),
    /**
     * As in the last twelve months: negative binomial with the mean and variance of all windows of
     * that length in them, one starting on each day. Half an event is added to the twelve months.
     */
    LAST_TWELVE_MONTHS("last-twelve-months");

    /**
     * The probability that {@link #ZERO} leaves for one event or more, before the geometric's 0.
     */
    public static final double UNLIKELY = 0.001;

    private static final int TWELVE_MONTHS_DAYS = 365;
    private static final double LEAST_RELATIVE_VARIANCE = 0.01;

    private final String code;

    Plain(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /**
     * @param run with half of its last {@code horizonDays} observed or more
     * @param nextExposureDays how much of the next days will count
     */
    CountDistribution next(DailyRun run, int horizonDays, double nextExposureDays) {
        return switch (this) {
            case ZERO -> zero(nextExposureDays);
            case LAST_WINDOW -> lastWindow(run, horizonDays, nextExposureDays);
            case LAST_TWELVE_MONTHS -> lastTwelveMonths(run, horizonDays, nextExposureDays);
        };
    }

    private static CountDistribution zero(double nextExposureDays) {
        return new Mixture(List.of(
                new Mixture.Part(1 - UNLIKELY, new Poisson(0)),
                new Mixture.Part(UNLIKELY, new NegativeBinomial(1, nextExposureDays))));
    }

    private static CountDistribution lastWindow(
            DailyRun run, int horizonDays, double nextExposureDays) {
        int end = run.days();
        double size = run.events(end - horizonDays, end) + 0.5;
        return new NegativeBinomial(
                size, size * nextExposureDays / run.exposureDays(end - horizonDays, end));
    }

    private static CountDistribution lastTwelveMonths(
            DailyRun run, int horizonDays, double nextExposureDays) {
        int start = Math.max(0, run.days() - TWELVE_MONTHS_DAYS);
        double[] sums = IntStream.rangeClosed(start, run.days() - horizonDays)
                .filter(from -> run.isHalfObserved(from, from + horizonDays))
                .mapToDouble(from -> run.events(from, from + horizonDays)
                        * nextExposureDays
                        / run.exposureDays(from, from + horizonDays))
                .toArray();
        double seen = Arrays.stream(sums).average().orElseThrow();
        double variance = 0;
        for (double sum : sums) {
            variance += (sum - seen) * (sum - seen) / sums.length;
        }
        double mean = seen + 0.5 * nextExposureDays / TWELVE_MONTHS_DAYS;
        double relative = Math.max((variance - mean) / (mean * mean), LEAST_RELATIVE_VARIANCE);
        return new NegativeBinomial(1 / relative, mean);
    }
}
