package org.truce.simulate.accounts;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How well groups of reports agree with the events that they are about. Pairs are pairs of reports
 * in one group; B-cubed (A. Bagga and B. Baldwin 1998) asks of each report how much of its group is
 * of its event, and how much of its event is in its group, itself included.
 *
 * @param precision of pairs, 0 to 1; 1 when there is no pair
 * @param recall of pairs, 0 to 1; 1 when there is none to find
 * @param bCubedPrecision mean over reports, above 0 to 1
 * @param bCubedRecall mean over reports, above 0 to 1
 * @param calibration of the groups of two and more
 */
public record Scores(
        double precision,
        double recall,
        double bCubedPrecision,
        double bCubedRecall,
        Calibration calibration) {

    /**
     * @param reports their ids
     * @param probability that they are one event, as stated
     */
    public record Group(List<String> reports, double probability) {
        public Group {
            reports = List.copyOf(reports);
        }
    }

    /** Harmonic mean of the two for pairs, 0 to 1. */
    public double f1() {
        return mean(precision, recall);
    }

    /** Harmonic mean of the two of B-cubed, 0 to 1. */
    public double bCubed() {
        return mean(bCubedPrecision, bCubedRecall);
    }

    private static double mean(double one, double other) {
        return one + other == 0 ? 0 : 2 * one * other / (one + other);
    }

    /**
     * @param groups each report in exactly one
     * @param truth the number of each report's event
     */
    public static Scores of(Collection<Group> groups, Map<String, Integer> truth) {
        Map<Integer, Integer> sizes = new HashMap<>();
        truth.values().forEach(event -> sizes.merge(event, 1, Integer::sum));
        long wanted = sizes.values().stream().mapToLong(Scores::pairs).sum();
        long said = 0;
        long right = 0;
        double cubedPrecision = 0;
        double cubedRecall = 0;
        Calibration calibration = Calibration.none();
        for (Group group : groups) {
            Map<Integer, Integer> byEvent = new HashMap<>();
            group.reports().forEach(id -> byEvent.merge(truth.get(id), 1, Integer::sum));
            said += pairs(group.reports().size());
            for (Map.Entry<Integer, Integer> part : byEvent.entrySet()) {
                double shared = part.getValue();
                right += pairs(part.getValue());
                cubedPrecision += shared * shared / group.reports().size();
                cubedRecall += shared * shared / sizes.getOrDefault(part.getKey(), 1);
            }
            if (group.reports().size() > 1) {
                calibration.put(group.probability(), byEvent.size() == 1);
            }
        }
        return new Scores(
                said == 0 ? 1 : (double) right / said,
                wanted == 0 ? 1 : (double) right / wanted,
                truth.isEmpty() ? 1 : cubedPrecision / truth.size(),
                truth.isEmpty() ? 1 : cubedRecall / truth.size(),
                calibration);
    }

    private static long pairs(long of) {
        return of * (of - 1) / 2;
    }

    /**
     * Ten bins of stated probability, each of a tenth, the last with 1 in it.
     *
     * @param groups in each bin
     * @param stated sum of the stated probabilities in each bin
     * @param right in each bin, groups whose reports are all of one event
     */
    public record Calibration(long[] groups, double[] stated, long[] right) {
        public static final int BINS = 10;

        public Calibration {
            groups = groups.clone();
            stated = stated.clone();
            right = right.clone();
        }

        private void put(double probability, boolean isRight) {
            int bin = Math.min(BINS - 1, (int) (probability * BINS));
            groups[bin]++;
            stated[bin] += probability;
            right[bin] += isRight ? 1 : 0;
        }

        /** Of no group. */
        public static Calibration none() {
            return new Calibration(new long[BINS], new double[BINS], new long[BINS]);
        }

        /** Both together. */
        public Calibration and(Calibration other) {
            Calibration sum = new Calibration(groups, stated, right);
            for (int bin = 0; bin < BINS; bin++) {
                sum.groups[bin] += other.groups[bin];
                sum.stated[bin] += other.stated[bin];
                sum.right[bin] += other.right[bin];
            }
            return sum;
        }

        /**
         * Expected calibration error, 0 to 1: how far the share of right groups is from the mean
         * stated probability, over the bins, each by its groups.
         */
        public double error() {
            long all = Arrays.stream(groups).sum();
            double sum = 0;
            for (int bin = 0; bin < BINS; bin++) {
                sum += Math.abs(stated[bin] - right[bin]);
            }
            return all == 0 ? 0 : sum / all;
        }
    }
}
