package org.truce.reconcile.linkage;

import java.util.Arrays;

/**
 * How one field's codes come about: an event has a code, drawn as common as it is; a source writes
 * it, or one from a ring around it, drawn as common as that source uses it. A source that never
 * uses a code, though it reports much, cannot be expected to write it: the probability goes to the
 * rings in which it has codes.
 */
final class Confusion {
    private static final double PRIOR_REPORTS = 20;
    private static final double PRIOR_EVENTS = 3;

    final int size;
    final double[] prior;
    /** {@code [source][observed * size + true]}. */
    final double[][] given;
    /** {@code [source][observed]}: how likely the source writes this code at all. */
    final double[][] alone;

    private final Coding coding;

    Confusion(Accounts accounts, int field, double[] weight, double[][] rings) {
        coding = accounts.codings.get(field);
        size = coding.size();
        double[][] used = new double[accounts.sources][size];
        prior = new double[size];
        Arrays.fill(prior, PRIOR_EVENTS / size);
        int[] code = accounts.code[field];
        for (int i = 0; i < accounts.size; i++) {
            if (code[i] != Accounts.NONE) {
                used[accounts.source[i]][code[i]]++;
                prior[code[i]] += weight[i];
            }
        }
        scale(prior);
        for (double[] ofSource : used) {
            expect(ofSource);
        }
        given = new double[accounts.sources][];
        alone = new double[accounts.sources][size];
        for (int source = 0; source < accounts.sources; source++) {
            given[source] = given(used[source], rings[source]);
            for (int observed = 0; observed < size; observed++) {
                double sum = 0;
                for (int meant = 0; meant < size; meant++) {
                    sum += prior[meant] * given[source][observed * size + meant];
                }
                alone[source][observed] = sum;
            }
        }
    }

    /**
     * A source with few reports may yet use a code that it has not used: as likely as it would have
     * gone unused by chance, were it as common there as in all.
     */
    private void expect(double[] used) {
        double reports = Arrays.stream(used).sum();
        for (int code = 0; code < size; code++) {
            used[code] += PRIOR_REPORTS * prior[code] * Math.exp(-reports * prior[code]);
        }
    }

    private double[] given(double[] used, double[] rings) {
        double[] given = new double[size * size];
        for (int meant = 0; meant < size; meant++) {
            double[] inRing = new double[coding.rings()];
            for (int observed = 0; observed < size; observed++) {
                inRing[coding.ring(meant, observed)] += used[observed];
            }
            double reachable = 0;
            for (int ring = 0; ring < inRing.length; ring++) {
                reachable += inRing[ring] > 0 ? rings[ring] : 0;
            }
            for (int observed = 0; observed < size && reachable > 0; observed++) {
                int ring = coding.ring(meant, observed);
                if (used[observed] > 0) {
                    given[observed * size + meant] =
                            rings[ring] / reachable * used[observed] / inRing[ring];
                }
            }
        }
        return given;
    }

    private static void scale(double[] weights) {
        double sum = Arrays.stream(weights).sum();
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
    }

    int ring(int meant, int observed) {
        return coding.ring(meant, observed);
    }
}
