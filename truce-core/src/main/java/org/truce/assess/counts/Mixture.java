package org.truce.assess.counts;

import java.util.Comparator;
import java.util.List;

/**
 * One of several distributions holds, each with its probability.
 *
 * @param parts one or more, with weights that sum to 1, the heaviest first
 */
public record Mixture(List<Part> parts) implements CountDistribution {
    private static final double ROUNDING = 1e-9;

    /** The probability of large counts that a sum leaves out; its square is what is lost. */
    private static final double NEGLIGIBLE = 1e-7;

    /** @param weight the probability that this one holds, above 0 and up to 1 */
    public record Part(double weight, CountDistribution distribution) {
        public Part {
            if (!(weight > 0 && weight <= 1 + ROUNDING)) {
                throw new IllegalArgumentException("no weight of a part: " + weight);
            }
        }
    }

    public Mixture {
        parts = parts.stream()
                .sorted(Comparator.comparingDouble(Part::weight).reversed())
                .toList();
        double sum = parts.stream().mapToDouble(Part::weight).sum();
        if (!(Math.abs(sum - 1) < ROUNDING)) {
            throw new IllegalArgumentException("weights sum to 1, these to " + sum);
        }
    }

    @Override
    public double logProbability(int k) {
        double largest = parts.stream()
                .mapToDouble(part -> part.distribution().logProbability(k))
                .max()
                .orElseThrow();
        if (largest == Double.NEGATIVE_INFINITY) {
            return largest;
        }
        double sum = 0;
        for (Part part : parts) {
            sum += part.weight() * Math.exp(part.distribution().logProbability(k) - largest);
        }
        return largest + Math.log(sum);
    }

    @Override
    public double probabilityAtMost(int k) {
        double sum = 0;
        for (Part part : parts) {
            sum += part.weight() * part.distribution().probabilityAtMost(k);
        }
        return Math.min(1, sum);
    }

    @Override
    public double mean() {
        return parts.stream()
                .mapToDouble(part -> part.weight() * part.distribution().mean())
                .sum();
    }

    /** Summed, as two draws may come of two parts, and no closed form is known for that. */
    @Override
    public double crps(int came) {
        double sum = 0;
        double atMost = 0;
        for (int k = 0; k < came || 1 - atMost > NEGLIGIBLE; k++) {
            atMost += probability(k);
            double gap = k < came ? atMost : 1 - atMost;
            sum += gap * gap;
        }
        return sum;
    }
}
