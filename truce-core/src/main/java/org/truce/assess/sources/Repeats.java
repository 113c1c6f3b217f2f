package org.truce.assess.sources;

import java.util.Arrays;

/**
 * Which votes may repeat which: each rater repeats at most one other, and nobody in a circle.
 *
 * <p>Which of two repeats the other cannot be told from what they say, and does not matter to what
 * they say together.
 */
final class Repeats {
    private static final int NOBODY = -1;

    private final Votes votes;
    private final double[] share;
    private final boolean[] agrees;
    private final double logOfDiffering;

    private Repeats(Votes votes, double[] share, boolean[] agrees, double logOfDiffering) {
        this.votes = votes;
        this.share = share;
        this.agrees = agrees;
        this.logOfDiffering = logOfDiffering;
    }

    static Repeats none(Votes votes) {
        return new Repeats(votes, new double[votes.raters], new boolean[votes.count()], 0);
    }

    /**
     * @param repeated by rater, whom it may repeat; itself for nobody
     * @param share by rater, how often it does, 0 to below 1
     */
    static Repeats of(Votes votes, int[] repeated, double[] share) {
        boolean[] agrees = new boolean[votes.count()];
        double logOfDiffering = 0;
        int[] voteOf = new int[votes.raters];
        Arrays.fill(voteOf, NOBODY);
        for (int item = 0; item < votes.items; item++) {
            int end = votes.start[item + 1];
            for (int vote = votes.start[item]; vote < end; vote++) {
                voteOf[votes.rater[vote]] = votes.weight[vote] == 1 ? vote : NOBODY;
            }
            for (int vote = votes.start[item]; vote < end; vote++) {
                int rater = votes.rater[vote];
                int other = voteOf[repeated[rater]];
                if (repeated[rater] != rater && other != NOBODY && votes.weight[vote] == 1) {
                    agrees[vote] = votes.value[vote] == votes.value[other];
                    logOfDiffering += agrees[vote] ? 0 : Math.log1p(-share[rater]);
                }
            }
            for (int vote = votes.start[item]; vote < end; vote++) {
                voteOf[votes.rater[vote]] = NOBODY;
            }
        }
        return new Repeats(votes, share.clone(), agrees, logOfDiffering);
    }

    /** How often a rater repeats another, 0 to below 1. */
    double share(int rater) {
        return share[rater];
    }

    /** Whether a vote says the same as the one that it may repeat. */
    boolean agrees(int vote) {
        return agrees[vote];
    }

    /** The logarithm of how probable it was that those votes are none that differ. */
    double logOfDiffering() {
        return logOfDiffering;
    }

    Votes votes() {
        return votes;
    }
}
