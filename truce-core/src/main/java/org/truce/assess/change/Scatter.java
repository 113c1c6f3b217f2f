package org.truce.assess.change;

import org.truce.assess.Rate;

import java.util.ArrayList;
import java.util.List;

/**
 * By what factor counts scatter more than Poisson counts, as far as a series tells: 1 where events
 * come one by one, more where they come in bursts. Counts of some days together are compared, so
 * that a burst is seen whole. Where they scatter by a factor {@code f}, the sum of squares of
 * {@code d} independent comparisons, each over its Poisson variance, is about {@code f} times
 * chi-squared with {@code d} degrees of freedom (McCullagh and Nelder 1989, section 4.5);
 * beforehand the factor is 1 with a probability of 70 %, else any of the {@link #FACTORS}.
 *
 * <p>A short series tells little of it, and what it leaves open is taken along: a tail is averaged
 * over what the factor may be.
 */
public final class Scatter {
    private static final double[] FACTORS = {1, 1.5, 2, 3, 4.5, 7, 10};
    private static final double POISSON_BEFOREHAND = 0.7;

    /** Five days, of which one may be an hour short. */
    private static final double BLOCK_DAYS = 4.9;

    private final double[] probability;

    private Scatter(double squares, int comparisons) {
        probability = new double[FACTORS.length];
        double sum = 0;
        for (int k = 0; k < FACTORS.length; k++) {
            double beforehand =
                    k == 0 ? POISSON_BEFOREHAND : (1 - POISSON_BEFOREHAND) / (FACTORS.length - 1);
            probability[k] = beforehand
                    * Math.exp((1 / FACTORS[0] - 1 / FACTORS[k]) * squares / 2)
                    * Math.pow(FACTORS[k], -comparisons / 2.0);
            sum += probability[k];
        }
        for (int k = 0; k < FACTORS.length; k++) {
            probability[k] /= sum;
        }
    }

    /** A quantity that depends on the factor. */
    public interface AtFactor {
        double of(double factor);
    }

    /** Of a series of one rate: each five days against all of it. */
    public static Scatter ofOneRate(List<Rate> series) {
        List<Rate> blocks = blocks(series);
        double events = blocks.stream().mapToInt(Rate::events).sum();
        double days = blocks.stream().mapToDouble(Rate::days).sum();
        double squares = 0;
        for (Rate block : blocks) {
            double expected = events * block.days() / days;
            squares += events == 0
                    ? 0
                    : (block.events() - expected) * (block.events() - expected) / expected;
        }
        return new Scatter(squares, events == 0 ? 0 : blocks.size() - 1);
    }

    /** Of a series whose rate may change: each five days against the next five alone. */
    public static Scatter ofNeighbours(List<Rate> series) {
        List<Rate> blocks = blocks(series);
        double squares = 0;
        int comparisons = 0;
        for (int k = 1; k < blocks.size(); k += 2) {
            Rate one = blocks.get(k - 1);
            Rate other = blocks.get(k);
            int both = one.events() + other.events();
            if (both > 0) {
                double share = one.days() / (one.days() + other.days());
                double off = one.events() - both * share;
                squares += off * off / (both * share * (1 - share));
                comparisons++;
            }
        }
        return new Scatter(squares, comparisons);
    }

    /** Neighbouring stretches together until they are five days. */
    private static List<Rate> blocks(List<Rate> series) {
        List<Rate> blocks = new ArrayList<>();
        int events = 0;
        double days = 0;
        for (Rate stretch : series) {
            events += stretch.events();
            days += stretch.days();
            if (days >= BLOCK_DAYS) {
                blocks.add(new Rate(events, days));
                events = 0;
                days = 0;
            }
        }
        return blocks;
    }

    /** A quantity on average over what the factor may be. */
    public double average(AtFactor quantity) {
        double average = 0;
        for (int k = 0; k < FACTORS.length; k++) {
            average += probability[k] * quantity.of(FACTORS[k]);
        }
        return average;
    }

    /** The expected factor, 1 or more. */
    public double mean() {
        return average(factor -> factor);
    }
}
