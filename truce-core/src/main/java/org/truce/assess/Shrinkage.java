package org.truce.assess;

import org.apache.commons.statistics.distribution.NormalDistribution;

import java.util.List;

/**
 * What is known of one area's ratio when the ratios of several are taken for draws of one normal
 * distribution on the logarithm: its own estimate is drawn towards their mean, the more the less it
 * says itself. The mean has a flat prior, and so has the deviation between areas, over which the
 * result is averaged by a sum: {@code p(tau) = V^(1/2) x product of (v + tau^2)^(-1/2) exp(-(y -
 * m)^2 / (2 (v + tau^2)))}, with {@code m} the mean weighed by {@code 1 / (v + tau^2)} and
 * {@code V} its variance (Gelman et al., Bayesian Data Analysis, 3rd edition 2013, section 5.4,
 * equations 5.17 to 5.21).
 */
final class Shrinkage {
    /** With fewer nothing can be said of how areas differ. */
    static final int LEAST_AREAS = 3;

    private static final double NINETY_PERCENT_SIGMAS = 1.6448536269514722;
    private static final int STEPS = 300;
    private static final double WIDEST = 5;
    private static final int HALVINGS = 60;

    private final List<Area> areas;
    private final double[] weight = new double[STEPS];
    private final NormalDistribution[] own = new NormalDistribution[STEPS];
    private final double[] means = new double[STEPS];
    private final double scale;

    /**
     * @param ratio its logarithm's estimate
     * @param variance of that, above 0
     */
    record Area(double ratio, double variance) {
        static Area of(RatioPosterior posterior) {
            Interval interval = posterior.posteriorInterval(0.9);
            double low = Math.log(interval.low());
            double high = Math.log(interval.high());
            double sigma = (high - low) / (2 * NINETY_PERCENT_SIGMAS);
            return new Area((low + high) / 2, sigma * sigma);
        }
    }

    /**
     * Of the first area.
     *
     * @param areas {@link #LEAST_AREAS} or more
     */
    Shrinkage(List<Area> areas) {
        if (areas.size() < LEAST_AREAS) {
            throw new IllegalArgumentException("too few areas: " + areas.size());
        }
        this.areas = List.copyOf(areas);
        double center = areas.stream().mapToDouble(Area::ratio).average().orElseThrow();
        scale = areas.stream()
                .mapToDouble(area ->
                        Math.max(Math.abs(area.ratio() - center), Math.sqrt(area.variance())))
                .max()
                .orElseThrow();
        double[] logs = new double[STEPS];
        double largest = Double.NEGATIVE_INFINITY;
        for (int step = 0; step < STEPS; step++) {
            logs[step] = at(step, WIDEST * scale * step / STEPS);
            largest = Math.max(largest, logs[step]);
        }
        double sum = 0;
        for (int step = 0; step < STEPS; step++) {
            weight[step] = Math.exp(logs[step] - largest);
            sum += weight[step];
        }
        for (int step = 0; step < STEPS; step++) {
            weight[step] /= sum;
        }
    }

    /** Fills in what holds for one deviation between areas; the logarithm of its weight. */
    private double at(int step, double between) {
        double weights = 0;
        double sum = 0;
        double log = 0;
        for (Area area : areas) {
            double variance = area.variance() + between * between;
            weights += 1 / variance;
            sum += area.ratio() / variance;
            log -= Math.log(variance) / 2;
        }
        double mean = sum / weights;
        for (Area area : areas) {
            double off = area.ratio() - mean;
            log -= off * off / (2 * (area.variance() + between * between));
        }
        Area first = areas.getFirst();
        double drawn = first.variance() / (first.variance() + between * between);
        means[step] = mean;
        own[step] = NormalDistribution.of(
                (1 - drawn) * first.ratio() + drawn * mean,
                Math.sqrt((1 - drawn) * first.variance() + drawn * drawn / weights));
        return log - Math.log(weights) / 2;
    }

    /** Of the first area's ratio, on the logarithm. */
    double quantile(double probability) {
        double low = areas.getFirst().ratio() - 2 * WIDEST * scale;
        double high = areas.getFirst().ratio() + 2 * WIDEST * scale;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (low + high) / 2;
            double below = 0;
            for (int step = 0; step < STEPS; step++) {
                below += weight[step] * own[step].cumulativeProbability(middle);
            }
            if (below < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    Further.Shrunk shrunk() {
        double mean = 0;
        for (int step = 0; step < STEPS; step++) {
            mean += weight[step] * means[step];
        }
        return new Further.Shrunk(
                areas.size(),
                Math.exp(mean),
                Math.exp(quantile(0.5)),
                Math.exp(quantile(0.05)),
                Math.exp(quantile(0.95)));
    }
}
