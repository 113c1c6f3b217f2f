package org.truce.assess.scan;

import java.util.Arrays;

/**
 * All zones with all runs of days, each with what is expected in it. They are numbered zone by
 * zone; within a zone by the end of the run, then by its length.
 */
final class Cylinders {
    /** Two arrays of 8 bytes each: 160 MB. */
    private static final long MOST = 10_000_000;

    /** One report alone is no cluster, however little was expected. */
    private static final int LEAST_COUNT = 2;

    private static final double ROUNDING = 1e-9;

    final Zones zones;
    final Span span;
    private final Score score;
    private final int runs;
    private final double[] expected;
    /** The root of {@link Score#squareFactor}, 0 where nothing can exceed what is expected. */
    private final double[] slope;

    /** @param expectedBySlot of each site and slot of the span, not yet summed up */
    Cylinders(Zones zones, Span span, Score score, double[] expectedBySlot) {
        this.zones = zones;
        this.span = span;
        this.score = score;
        runs = span.runs();
        long size = (long) zones.count() * runs;
        if (size > MOST) {
            throw new IllegalArgumentException(("%d zones with %d runs of days are more than a scan"
                            + " can hold; use smaller zones, shorter runs or fewer days")
                    .formatted(zones.count(), runs));
        }
        expected = new double[(int) size];
        slope = new double[(int) size];
        for (int middle = 0; middle < zones.sites().count(); middle++) {
            expectAround(middle, expectedBySlot);
        }
    }

    double expected(int cylinder) {
        return expected[cylinder];
    }

    double score(int cylinder, int count) {
        return count < LEAST_COUNT || slope[cylinder] == 0
                ? 0
                : score.of(count, expected[cylinder]);
    }

    /** The number of a zone's first cylinder. */
    int first(int zone) {
        return zone * runs;
    }

    /**
     * Whether a cylinder with such a count may score more than {@code rootOfBest} squared; seldom
     * yes where it does not.
     */
    boolean mayExceed(int cylinder, int count, double rootOfBest) {
        return (count - expected[cylinder]) * slope[cylinder] > rootOfBest;
    }

    private void expectAround(int middle, double[] bySlot) {
        int[] entering = zones.entering(middle);
        int[] completed = zones.completed(middle);
        int slots = span.slots();
        double[] inZone = new double[slots];
        for (int i = 0; i < entering.length; i++) {
            for (int slot = 0; slot < slots; slot++) {
                inZone[slot] += bySlot[entering[i] * slots + slot];
            }
            if (completed[i] != Zones.NONE) {
                expectInZone(completed[i], inZone);
            }
        }
    }

    private void expectInZone(int zone, double[] bySlot) {
        int cylinder = first(zone);
        for (int end = span.earliestEnd(); end <= span.width(); end++) {
            double sum = 0;
            for (int start = end - 1; start >= span.firstStart(end); start--) {
                sum += bySlot[start + 1];
                double factor = sum > 0 ? score.squareFactor(sum) : 0;
                expected[cylinder] = sum;
                slope[cylinder] = Double.isFinite(factor) ? Math.sqrt(factor) : 0;
                cylinder++;
            }
        }
    }

    /**
     * The best score of a table.
     *
     * @param sums of each site, summed up along its slots
     * @param inZone room for one zone's slots
     */
    double best(int[] sums, int[] inZone) {
        int slots = span.slots();
        double best = 0;
        for (int middle = 0; middle < zones.sites().count(); middle++) {
            int[] entering = zones.entering(middle);
            int[] completed = zones.completed(middle);
            Arrays.fill(inZone, 0);
            for (int i = 0; i < entering.length; i++) {
                int from = entering[i] * slots;
                for (int slot = 0; slot < slots; slot++) {
                    inZone[slot] += sums[from + slot];
                }
                if (completed[i] != Zones.NONE) {
                    best = bestInZone(first(completed[i]), inZone, best);
                }
            }
        }
        return best;
    }

    private double bestInZone(int first, int[] inZone, double bestBefore) {
        double best = bestBefore;
        double root = rootOf(best);
        int cylinder = first;
        for (int end = span.earliestEnd(); end <= span.width(); end++) {
            int until = inZone[end];
            int firstStart = span.firstStart(end);
            for (int start = end - 1; start >= firstStart; start--) {
                int count = until - inZone[start];
                if (mayExceed(cylinder, count, root)) {
                    double reached = score(cylinder, count);
                    if (reached > best) {
                        best = reached;
                        root = rootOf(best);
                    }
                }
                cylinder++;
            }
        }
        return best;
    }

    /** A little less than the root, so that rounding passes over nothing. */
    static double rootOf(double score) {
        return Math.sqrt(score) * (1 - ROUNDING);
    }
}
