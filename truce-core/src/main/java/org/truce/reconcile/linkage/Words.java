package org.truce.reconcile.linkage;

import java.util.Arrays;
import java.util.concurrent.Executor;

/**
 * How rare words are, and how alike the words of two accounts are by chance, as learned.
 *
 * <p>Likeness is the cosine of the two texts' words, each weighed by its {@link Rarity} (K. Spärck
 * Jones 1972). What a likeness is worth is not read from the words but from the accounts: pairs
 * from one place, of one kind, whose days are too far apart for one event are as alike as rivals
 * are. A likeness is put down as the share of such pairs that are at least as alike, and two
 * accounts of one event fall into each {@linkplain #BANDS band} of that share as often as has been
 * learned ({@link Parameters#words}).
 */
final class Words {
    /** Pairs in one script are compared by words, pairs across two by sounds. */
    static final int KINDS = 2;

    /** Where bands of chance end, the likeliest first; the last one ends at 0. */
    private static final double[] BANDS = {1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0};

    /** Before anything is known, how much likelier than chance accounts of one event are there. */
    private static final double[] RATIOS_AT_FIRST = {0.5, 0.9, 1.4, 2, 3, 5, 8, 12, 20};

    private static final int STEPS = 1000;
    private static final float[] NOTHING = {};

    private final Rarity[] rarity = new Rarity[KINDS];
    /** {@code [kind][step]}: the share of chance pairs that are more alike. */
    private final double[][] more = new double[KINDS][STEPS + 1];

    /** {@code [kind][step]}: the share of those that are at least as alike, one more among them. */
    private final double[][] atLeast = new double[KINDS][STEPS + 1];

    /**
     * @param reachDays how far the day of an account may be from its event's
     * @param placeKm how wide one place is
     * @param executor on which part of it is made
     */
    Words(Accounts accounts, int reachDays, double placeKm, Executor executor) {
        Arrays.setAll(rarity, kind -> new Rarity(accounts, kind, placeKm));
        double[][] alike = new double[KINDS][STEPS + 1];
        float[][][] weights = weights(accounts, accounts.all(), executor);
        new Chance(accounts, reachDays, placeKm)
                .forEach((one, other) ->
                        alike[kind(accounts, one, other)][step(accounts, weights, one, other)]++);
        for (int kind = 0; kind < KINDS; kind++) {
            double pairs = Arrays.stream(alike[kind]).sum() + 1;
            double above = 0;
            for (int step = STEPS; step >= 0; step--) {
                more[kind][step] = above / pairs;
                above += alike[kind][step];
                atLeast[kind][step] = (above + 1) / pairs;
            }
        }
    }

    /** Whether an account has a text. */
    static boolean says(Accounts accounts, int i) {
        return accounts.wording[i].words().length > 0;
    }

    static double[] atFirst() {
        double[] shares = new double[RATIOS_AT_FIRST.length];
        Arrays.setAll(shares, band -> RATIOS_AT_FIRST[band] * width(band));
        double sum = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(share -> share / sum).toArray();
    }

    static int bands() {
        return RATIOS_AT_FIRST.length;
    }

    private static double width(int band) {
        return BANDS[band] - BANDS[band + 1];
    }

    static int[] of(Wording wording, int kind) {
        return kind == 0 ? wording.words() : wording.sounds();
    }

    static int kind(Accounts accounts, int one, int other) {
        return accounts.wording[one].script() == accounts.wording[other].script() ? 0 : 1;
    }

    /**
     * {@code [kind][account][word]}: by how much each word weighs, so that the squares add up to 1.
     *
     * @param counted which of the accounts are among those that this was learned from
     */
    float[][][] weights(Accounts accounts, boolean[] counted, Executor executor) {
        float[][][] weights = new float[KINDS][accounts.size][];
        Chunks.forEach(
                accounts.along,
                i -> {
                    for (int kind = 0; kind < KINDS; kind++) {
                        int[] words = of(accounts.wording[i], kind);
                        weights[kind][i] = words.length > 0
                                ? rarity[kind].weights(accounts, i, words, counted[i] ? 1 : 0)
                                : NOTHING;
                    }
                },
                executor);
        return weights;
    }

    /** How alike the words of two are, from 0 to {@link #STEPS}. */
    static int step(Accounts accounts, float[][][] weights, int one, int other) {
        int kind = kind(accounts, one, other);
        int[] words = of(accounts.wording[one], kind);
        int[] others = of(accounts.wording[other], kind);
        float[] weight = weights[kind][one];
        float[] otherWeight = weights[kind][other];
        double cosine = 0;
        int k = 0;
        int m = 0;
        while (k < words.length && m < others.length) {
            if (words[k] == others[m]) {
                cosine += weight[k++] * otherWeight[m++];
            } else if (words[k] < others[m]) {
                k++;
            } else {
                m++;
            }
        }
        return (int) Math.min(STEPS, cosine * STEPS);
    }

    /**
     * How much likelier a likeness is of one event than by chance, as logarithms, by kind and step.
     *
     * @param shares {@code [kind][band]}
     */
    double[][] logRatios(double[][] shares) {
        double[][] logs = new double[KINDS][STEPS + 1];
        for (int kind = 0; kind < KINDS; kind++) {
            for (int step = 0; step <= STEPS; step++) {
                double ofOne = Arrays.stream(parts(kind, step, shares[kind])).sum();
                logs[kind][step] = Math.log(ofOne / (atLeast[kind][step] - more[kind][step]));
            }
        }
        return logs;
    }

    /** Of two accounts of one event, how likely they are so alike, by bands of chance. */
    double[] parts(int kind, int step, double[] shares) {
        double[] parts = new double[shares.length];
        for (int band = 0; band < parts.length; band++) {
            double common = Math.min(atLeast[kind][step], BANDS[band])
                    - Math.max(more[kind][step], BANDS[band + 1]);
            parts[band] = Math.max(0, common) / width(band) * shares[band];
        }
        return parts;
    }
}
