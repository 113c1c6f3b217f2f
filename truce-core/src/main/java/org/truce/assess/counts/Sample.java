package org.truce.assess.counts;

import java.util.List;

/**
 * Counts that were seen or drawn, each as probable as any other.
 *
 * @param counts one or more, each 0 or more, in order of size
 */
public record Sample(List<Integer> counts) implements CountDistribution {
    public Sample {
        counts = counts.stream().sorted().toList();
        if (counts.isEmpty() || counts.getFirst() < 0) {
            throw new IllegalArgumentException("a sample has counts of 0 or more: " + counts);
        }
    }

    @Override
    public double logProbability(int k) {
        return Math.log(share(counts.stream().filter(count -> count == k).count()));
    }

    @Override
    public double probabilityAtMost(int k) {
        return share(counts.stream().filter(count -> count <= k).count());
    }

    @Override
    public double mean() {
        return counts.stream().mapToInt(Integer::intValue).average().orElseThrow();
    }

    /**
     * {@code E|X - y| - E|X - X'| / 2} over the sample itself (Gneiting and Raftery 2007, equation
     * 21); the second term from the sample in order of size: the i-th of n has {@code 2i - n - 1}
     * more below than above it.
     */
    @Override
    public double crps(int came) {
        double n = counts.size();
        double distance = 0;
        double between = 0;
        for (int i = 0; i < counts.size(); i++) {
            distance += Math.abs(counts.get(i) - came);
            between += (2 * i + 1 - n) * counts.get(i);
        }
        return distance / n - between / (n * n);
    }

    private double share(long of) {
        return of / (double) counts.size();
    }
}
