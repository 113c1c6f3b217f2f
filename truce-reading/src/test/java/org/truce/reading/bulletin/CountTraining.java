package org.truce.reading.bulletin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Learns how much each trait speaks for a number's being a count: logistic regression with a
 * quadratic penalty (le Cessie and van Houwelingen 1992), by accelerated gradient steps (Nesterov
 * 1983) whose length is bounded for each trait by the curvature that its examples allow (Böhning
 * 1992). Nothing is drawn by lot, so the same examples give the same weights.
 */
final class CountTraining {
    /** How strongly weights are drawn to zero. */
    private static final double PENALTY = 1;

    private static final int STEPS = 120;

    /** A trait of fewer examples tells nothing. */
    private static final int LEAST_EXAMPLES = 3;

    /** A trait whose weight is smaller is left out of the table. */
    private static final int LEAST_HUNDREDTHS = 5;

    /** A number with its traits, and whether it is a count. */
    record Example(Set<String> traits, boolean count) {}

    private final List<String> traits = new ArrayList<>(List.of(CountWeights.ALWAYS));
    private final int[][] examples;
    private final List<Example> all;
    private final double[] weights;

    private CountTraining(List<Example> all) {
        this.all = all;
        SortedMap<String, Integer> counts = new TreeMap<>();
        all.forEach(one -> one.traits().forEach(t -> counts.merge(t, 1, Integer::sum)));
        counts.forEach((trait, count) -> {
            if (count >= LEAST_EXAMPLES) {
                traits.add(trait);
            }
        });
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < traits.size(); i++) {
            places.put(traits.get(i), i);
        }
        examples = all.stream()
                .map(one -> {
                    List<Integer> own = new ArrayList<>(List.of(0));
                    one.traits().stream()
                            .filter(places::containsKey)
                            .forEach(trait -> own.add(places.get(trait)));
                    return own.stream().mapToInt(Integer::intValue).toArray();
                })
                .toArray(int[][]::new);
        weights = new double[traits.size()];
    }

    /** The weights in hundredths, by trait. */
    static SortedMap<String, Integer> learn(List<Example> examples) {
        CountTraining training = new CountTraining(examples);
        training.run();
        return training.hundredths();
    }

    private void run() {
        double[] curvatures = curvatures();
        double[] ahead = new double[weights.length];
        double pace = 1;
        for (int step = 0; step < STEPS; step++) {
            double[] slopes = slopes(ahead);
            double next = (1 + Math.sqrt(1 + 4 * pace * pace)) / 2;
            for (int t = 0; t < weights.length; t++) {
                double penalty = t == 0 ? 0 : PENALTY;
                double slope = slopes[t] + penalty * ahead[t];
                double moved = ahead[t] - slope / (curvatures[t] + PENALTY);
                ahead[t] = moved + (pace - 1) / next * (moved - weights[t]);
                weights[t] = moved;
            }
            pace = next;
        }
    }

    /** A quarter of what a trait's examples have in traits bounds the curvature along it. */
    private double[] curvatures() {
        double[] bounds = new double[weights.length];
        for (int[] example : examples) {
            for (int trait : example) {
                bounds[trait] += 0.25 * example.length;
            }
        }
        return bounds;
    }

    private double[] slopes(double[] at) {
        double[] slopes = new double[weights.length];
        for (int i = 0; i < examples.length; i++) {
            double sum = 0;
            for (int trait : examples[i]) {
                sum += at[trait];
            }
            double excess = 1 / (1 + StrictMath.exp(-sum)) - (all.get(i).count() ? 1 : 0);
            for (int trait : examples[i]) {
                slopes[trait] += excess;
            }
        }
        return slopes;
    }

    private SortedMap<String, Integer> hundredths() {
        SortedMap<String, Integer> kept = new TreeMap<>();
        for (int t = 0; t < weights.length; t++) {
            int rounded = (int) Math.round(100 * weights[t]);
            if (t == 0 || Math.abs(rounded) >= LEAST_HUNDREDTHS) {
                kept.put(traits.get(t), rounded);
            }
        }
        return kept;
    }
}
