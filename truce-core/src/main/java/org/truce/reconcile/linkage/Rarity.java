package org.truce.reconcile.linkage;

import java.util.Arrays;

/**
 * How rare each word is in texts, as learned: in those of one place as far as there are any, and
 * else in all. That a town's name comes up in two texts from that town says nothing.
 */
final class Rarity {
    /** As many texts of a place say as much as all texts do. */
    private static final double PULL_OF_ALL = 15;

    private final double placeKm;
    private final Counts texts = new Counts();
    private final Counts textsOfPlace = new Counts();
    private double all;
    /** Places and words that come together more than once, ascending, and how often they do. */
    private final long[] recurring;

    private final int[] times;

    /**
     * @param kind as {@link Words} has it
     * @param placeKm how wide one place is
     */
    Rarity(Accounts accounts, int kind, double placeKm) {
        this.placeKm = placeKm;
        int count = 0;
        for (int i = 0; i < accounts.size; i++) {
            int[] words = Words.of(accounts.wording[i], kind);
            for (int word : words) {
                texts.add(word, 1);
            }
            if (words.length > 0) {
                textsOfPlace.add(place(accounts, i, placeKm), 1);
                all++;
            }
            count += words.length;
        }
        long[] pairs = new long[count];
        int held = 0;
        for (int i = 0; i < accounts.size; i++) {
            int[] words = Words.of(accounts.wording[i], kind);
            for (int word : words) {
                pairs[held++] = pair(place(accounts, i, placeKm), word);
            }
        }
        Arrays.parallelSort(pairs);
        recurring = recurring(pairs);
        times = new int[recurring.length];
        for (int at = 0, from = 0; at < recurring.length; at++) {
            while (pairs[from] != recurring[at]) {
                from++;
            }
            while (from < pairs.length && pairs[from] == recurring[at]) {
                from++;
                times[at]++;
            }
        }
    }

    private static long[] recurring(long[] sorted) {
        long[] twice = new long[sorted.length / 2];
        int held = 0;
        for (int at = 1; at < sorted.length; at++) {
            boolean again = sorted[at] == sorted[at - 1];
            if (again && (held == 0 || twice[held - 1] != sorted[at])) {
                twice[held++] = sorted[at];
            }
        }
        return Arrays.copyOf(twice, held);
    }

    /** A number for the place of an account; without an exact point it is of no other's place. */
    static long place(Accounts accounts, int i, double placeKm) {
        if (accounts.placeClass[i] != 0) {
            return accounts.seed[i];
        }
        long row = (long) Math.floor(accounts.y[i] * accounts.scale[i] / placeKm);
        long column = (long) Math.floor(accounts.x[i] / placeKm);
        return mixed(mixed(row) + column);
    }

    private static long pair(long place, int word) {
        return mixed(place + word);
    }

    private static long mixed(long number) {
        long mixed = number * 0x9e3779b97f4a7c15L;
        return mixed ^ (mixed >>> 29);
    }

    /**
     * By how much each of some words weighs against the others: the logarithm of how many texts
     * from there have one that has it, scaled so that the squares add up to 1.
     *
     * @param i an account with these words
     * @param own how many of the texts that this was learned from are its own: 1 or 0
     */
    float[] weights(Accounts accounts, int i, int[] words, double own) {
        float[] weights = new float[words.length];
        long place = place(accounts, i, placeKm);
        double around = textsOfPlace.get(place) - own;
        double squares = 0;
        for (int k = 0; k < words.length; k++) {
            double share = (texts.get(words[k]) - own + 1) / (all - own + 1);
            int at = Arrays.binarySearch(recurring, pair(place, words[k]));
            double here = at < 0 ? 0 : times[at] - own;
            weights[k] = (float) -Math.log((here + PULL_OF_ALL * share) / (around + PULL_OF_ALL));
            squares += weights[k] * weights[k];
        }
        float norm = (float) Math.sqrt(squares);
        for (int k = 0; k < words.length && norm > 0; k++) {
            weights[k] /= norm;
        }
        return weights;
    }
}
