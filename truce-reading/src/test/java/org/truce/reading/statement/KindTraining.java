package org.truce.reading.statement;

import org.truce.record.StatementKind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Learns how much each trait speaks for each kind: multinomial logistic regression with a quadratic
 * penalty (le Cessie and van Houwelingen 1992), by accelerated gradient steps (Nesterov 1983) whose
 * length is bounded for each trait by the curvature that its examples allow (Böhning 1992). Nothing
 * is drawn by lot, so the same examples give the same weights.
 */
final class KindTraining {
    /** How strongly weights are drawn to zero. */
    private static final double PENALTY = 2;

    private static final int STEPS = 80;

    /** A trait of fewer examples tells nothing. */
    private static final int LEAST_EXAMPLES = 2;

    /** A trait whose weights are all smaller is left out of the table. */
    private static final int LEAST_HUNDREDTHS = 5;

    private static final int KINDS = KindWeights.KINDS.size();

    private final List<String> traits = new ArrayList<>();
    private final int[][] examples;
    private final int[] kinds;
    private final double[][] weights;

    private KindTraining(List<KindExample> all) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        all.forEach(one -> one.traits().forEach(t -> counts.merge(t, 1, Integer::sum)));
        traits.add(KindWeights.ALWAYS);
        counts.forEach((trait, count) -> {
            if (count >= LEAST_EXAMPLES) {
                traits.add(trait);
            }
        });
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < traits.size(); i++) {
            places.put(traits.get(i), i);
        }
        examples = all.stream().map(one -> places(one.traits(), places)).toArray(int[][]::new);
        kinds = all.stream()
                .mapToInt(one -> KindWeights.KINDS.indexOf(one.kind()))
                .toArray();
        weights = new double[traits.size()][KINDS];
    }

    private static int[] places(Set<String> traits, Map<String, Integer> places) {
        List<Integer> all = new ArrayList<>(List.of(places.get(KindWeights.ALWAYS)));
        traits.stream().filter(places::containsKey).map(places::get).forEach(all::add);
        return all.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The weights in hundredths, by trait. */
    static SortedMap<String, int[]> learn(List<KindExample> examples) {
        KindTraining training = new KindTraining(examples);
        training.run();
        return training.hundredths();
    }

    private void run() {
        double[] curvatures = curvatures();
        double[][] ahead = new double[traits.size()][KINDS];
        double pace = 1;
        for (int step = 0; step < STEPS; step++) {
            double[][] slopes = slopes(ahead);
            double next = (1 + Math.sqrt(1 + 4 * pace * pace)) / 2;
            for (int t = 0; t < weights.length; t++) {
                double penalty = t == 0 ? 0 : PENALTY;
                for (int k = 0; k < KINDS; k++) {
                    double slope = slopes[t][k] + penalty * ahead[t][k];
                    double moved = ahead[t][k] - slope / (curvatures[t] + PENALTY);
                    ahead[t][k] = moved + (pace - 1) / next * (moved - weights[t][k]);
                    weights[t][k] = moved;
                }
            }
            pace = next;
        }
    }

    /** Half of what a trait's examples have in traits bounds the curvature along it. */
    private double[] curvatures() {
        double[] bounds = new double[traits.size()];
        for (int[] example : examples) {
            for (int trait : example) {
                bounds[trait] += 0.5 * example.length;
            }
        }
        return bounds;
    }

    private double[][] slopes(double[][] at) {
        double[][] slopes = new double[traits.size()][KINDS];
        for (int i = 0; i < examples.length; i++) {
            double[] excess = likelihoods(at, examples[i]);
            excess[kinds[i]] -= 1;
            for (int trait : examples[i]) {
                for (int k = 0; k < KINDS; k++) {
                    slopes[trait][k] += excess[k];
                }
            }
        }
        return slopes;
    }

    private static double[] likelihoods(double[][] at, int[] example) {
        double[] sums = new double[KINDS];
        for (int trait : example) {
            for (int k = 0; k < KINDS; k++) {
                sums[k] += at[trait][k];
            }
        }
        double most = Arrays.stream(sums).max().orElseThrow();
        double total = 0;
        for (int k = 0; k < KINDS; k++) {
            sums[k] = StrictMath.exp(sums[k] - most);
            total += sums[k];
        }
        for (int k = 0; k < KINDS; k++) {
            sums[k] /= total;
        }
        return sums;
    }

    private SortedMap<String, int[]> hundredths() {
        SortedMap<String, int[]> all = new TreeMap<>();
        for (int t = 0; t < weights.length; t++) {
            int[] rounded = Arrays.stream(weights[t])
                    .mapToInt(weight -> (int) Math.round(100 * weight))
                    .toArray();
            boolean tells = Arrays.stream(rounded).anyMatch(w -> Math.abs(w) >= LEAST_HUNDREDTHS);
            if (tells || traits.get(t).equals(KindWeights.ALWAYS)) {
                all.put(traits.get(t), rounded);
            }
        }
        return all;
    }

    /** What some weights make likeliest. */
    static StatementKind likeliest(Map<String, int[]> hundredths, Set<String> traits) {
        return new KindWeights(hundredths).likeliest(traits).kind();
    }
}
