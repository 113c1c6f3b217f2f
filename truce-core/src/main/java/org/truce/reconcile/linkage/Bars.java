package org.truce.reconcile.linkage;

import java.util.Arrays;

/**
 * Which pairs are worth weighing with all that hang together with them: of either account one of
 * the likeliest, and, where both have a point, likely beside what else the account may be one event
 * with. Where much happens nearly all accounts hang together by pairs that better ones leave no
 * chance. What is kept of an account depends on its own pairs and on those of whom they lead to;
 * more accounts never let more be kept. Accounts that are settled to be one event have one bar.
 */
final class Bars {
    private static final double LEAST_SHARE = 0.02;

    /** Three times as many as an event has accounts at most in all but the largest records. */
    private static final int MOST_LIKELY = 12;

    private final Accounts accounts;
    /** By the first of those that are settled to be one. */
    private final double[] allOdds;
    /** Of each, {@link Pairs#fallingOdds} of its likeliest pairs, with the least likely first. */
    private final int[] likeliest;

    /**
     * What a pair of one account must reach.
     *
     * @param allOdds the odds of all its pairs, and 1 for none of them
     * @param last {@link Pairs#fallingOdds} of the last of its likeliest
     */
    record Bar(double allOdds, int last) {
        /** Of an account without pairs. */
        static final Bar NONE = new Bar(1, Integer.MAX_VALUE);
    }

    /** @param pairs all candidates of each account that will be asked for */
    Bars(Pairs pairs, Accounts accounts) {
        this.accounts = accounts;
        allOdds = new double[accounts.size];
        Arrays.fill(allOdds, 1);
        likeliest = new int[accounts.size * MOST_LIKELY];
        Arrays.fill(likeliest, Integer.MAX_VALUE);
        for (int pair = 0; pair < pairs.count(); pair++) {
            int one = accounts.head(pairs.one(pair));
            int other = accounts.head(pairs.other(pair));
            if (placed(pairs, pair)) {
                double odds = Math.exp(pairs.value(pair));
                allOdds[one] += odds;
                allOdds[other] += odds;
            }
            offer(one, pairs.fallingOdds(pair));
            offer(other, pairs.fallingOdds(pair));
        }
    }

    private void offer(int head, int fallingOdds) {
        int at = head * MOST_LIKELY;
        if (fallingOdds >= likeliest[at]) {
            return;
        }
        int end = at + MOST_LIKELY - 1;
        for (; at < end && likeliest[at + 1] > fallingOdds; at++) {
            likeliest[at] = likeliest[at + 1];
        }
        likeliest[at] = fallingOdds;
    }

    private boolean placed(Pairs pairs, int pair) {
        return accounts.placed(pairs.one(pair)) && accounts.placed(pairs.other(pair));
    }

    /** Of an account all of whose candidates were there. */
    Bar bar(int account) {
        int head = accounts.head(account);
        int last = likeliest[head * MOST_LIKELY];
        return allOdds[head] == 1 && last == Integer.MAX_VALUE
                ? Bar.NONE
                : new Bar(allOdds[head], last);
    }

    /** Whether a pair is worth weighing, by the bars of its two accounts. */
    boolean passes(Pairs pairs, int pair, Bar one, Bar other) {
        return passes(
                pairs,
                pair,
                Math.max(one.last(), other.last()),
                Math.min(one.allOdds(), other.allOdds()));
    }

    private boolean passes(Pairs pairs, int pair, int last, double allOdds) {
        return pairs.fallingOdds(pair) <= last
                && (!placed(pairs, pair) || Math.exp(pairs.value(pair)) >= LEAST_SHARE * allOdds);
    }

    /** Those that are worth it, of all candidates of all accounts. */
    Pairs likely(Pairs pairs) {
        Pairs likely = new Pairs();
        for (int pair = 0; pair < pairs.count(); pair++) {
            int one = accounts.head(pairs.one(pair));
            int other = accounts.head(pairs.other(pair));
            if (passes(
                    pairs,
                    pair,
                    Math.max(likeliest[one * MOST_LIKELY], likeliest[other * MOST_LIKELY]),
                    Math.min(allOdds[one], allOdds[other]))) {
                likely.add(pairs.one(pair), pairs.other(pair), pairs.value(pair));
            }
        }
        return likely;
    }
}
