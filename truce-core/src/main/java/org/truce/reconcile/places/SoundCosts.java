package org.truce.reconcile.places;

import java.util.Arrays;

/**
 * The distance between two rows of sounds: what must be left out, put in and exchanged to make one
 * of the other (Levenshtein 1966, with weights), in hundredths of a consonant.
 */
final class SoundCosts {
    private static final int CONSONANT = 100;
    private static final int FEW_CONSONANTS = 170;

    /** Two sounds and what it costs to take one for the other; all other pairs cost the heavier. */
    private static final String NEAR = """
        A I 8, A U 12, A MARBUTA 2, A Y 50, A W 50, I U 15, I Y 5, I MARBUTA 6
        U W 5, U MARBUTA 12
        I W 50, U Y 50, W Y 50, Y MARBUTA 50, W MARBUTA 50
        H MARBUTA 15, T MARBUTA 6, TH MARBUTA 15
        T TH 10, S TH 25, D DH 10, Z DH 15, D Z 50, D T 60, S Z 50, S SH 35, SH CH 5, KH CH 20
        J CH 40, H KH 20, H CH 50, K KH 40, K CH 40, K Q 5, G Q 15, G K 40, G J 10, G GH 5, GH Q 35
        GH K 60
        J GH 50, J SH 40, J Z 50, J Y 60, M N 60, B F 70, B W 60, F W 50
        """;

    private static final short[][] EXCHANGE = exchange();
    private static final int[] WEIGHT =
            Arrays.stream(Sound.values()).mapToInt(Sound::weight).toArray();

    private SoundCosts() {}

    private static short[][] exchange() {
        Sound[] sounds = Sound.values();
        short[][] costs = new short[sounds.length][sounds.length];
        for (Sound a : sounds) {
            for (Sound b : sounds) {
                int apart = a == b ? 0 : Math.max(a.weight(), b.weight());
                costs[a.ordinal()][b.ordinal()] = (short) apart;
            }
        }
        for (String near : NEAR.strip().split("[,\n]\\s*")) {
            String[] parts = near.strip().split(" ");
            int a = Sound.valueOf(parts[0]).ordinal();
            int b = Sound.valueOf(parts[1]).ordinal();
            costs[a][b] = Short.parseShort(parts[2]);
            costs[b][a] = costs[a][b];
        }
        return costs;
    }

    /** The sum of the weights of all sounds, in hundredths of a consonant. */
    static int weight(byte[] sounds) {
        int sum = 0;
        for (byte sound : sounds) {
            sum += WEIGHT[sound];
        }
        return sum;
    }

    /**
     * 1 for the same sounds, 0 for nothing in common: 1 less the distance over the weight of the
     * heavier. The weights come with the words, which know them.
     */
    static double closeness(byte[] a, int weightA, byte[] b, int weightB) {
        int heavier = Math.max(CONSONANT, Math.max(weightA, weightB));
        // With one consonant only, the vowels are all there is to tell words apart.
        int times = Math.min(weightA, weightB) < FEW_CONSONANTS ? 2 : 1;
        return Math.max(0, 1 - (double) times * distance(a, b) / heavier);
    }

    private static int distance(byte[] a, byte[] b) {
        int[] row = new int[b.length + 1];
        for (int j = 0; j < b.length; j++) {
            row[j + 1] = row[j] + WEIGHT[b[j]];
        }
        for (byte left : a) {
            int leaveOut = WEIGHT[left];
            short[] costs = EXCHANGE[left];
            int diagonal = row[0];
            row[0] += leaveOut;
            for (int j = 0; j < b.length; j++) {
                int best = diagonal + costs[b[j]];
                diagonal = row[j + 1];
                best = Math.min(best, Math.min(diagonal + leaveOut, row[j] + WEIGHT[b[j]]));
                row[j + 1] = best;
            }
        }
        return row[b.length];
    }
}
