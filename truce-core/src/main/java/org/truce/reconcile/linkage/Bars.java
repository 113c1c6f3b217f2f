package org.truce.reconcile.linkage;

import java.util.Arrays;
import java.util.concurrent.Executor;

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

    private static final int PIECES = 4;

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

    /**
     * @param pairs all candidates of each account that will be asked for
     * @param executor on which what each must reach is worked out, in pieces
     */
    Bars(Pairs pairs, Accounts accounts, Executor executor) {
        this.accounts = accounts;
        allOdds = new double[accounts.size];
        Arrays.fill(allOdds, 1);
        likeliest = new int[accounts.size * MOST_LIKELY];
        Arrays.fill(likeliest, Integer.MAX_VALUE);
        Chunks.inRanges(
                accounts.size,
                PIECES,
                (from, to) -> {
                    for (int pair = 0; pair < pairs.count(); pair++) {
                        offer(accounts.head(pairs.one(pair)), from, to, pairs, pair);
                        offer(accounts.head(pairs.other(pair)), from, to, pairs, pair);
                    }
                    return to;
                },
                executor);
    }

    /** Those of all candidates of all accounts that are worth it, in their order. */
    static Pairs likely(Pairs pairs, Accounts accounts, Executor executor) {
        return new Bars(pairs, accounts, executor).likely(pairs, executor);
    }

    /** Each piece passes over all pairs and takes those of its own accounts, in their order. */
    private void offer(int head, int from, int to, Pairs pairs, int pair) {
        if (head >= from && head < to) {
            if (placed(pairs, pair)) {
                allOdds[head] += Math.exp(pairs.value(pair));
            }
            offer(head, pairs.fallingOdds(pair));
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

    /** The same by these bars. */
    Pairs likely(Pairs pairs, Executor executor) {
        Pairs likely = new Pairs();
        Chunks.inRanges(pairs.count(), (from, to) -> likely(pairs, from, to), executor)
                .forEach(likely::addAll);
        return likely;
    }

    private Pairs likely(Pairs pairs, int from, int to) {
        Pairs likely = new Pairs();
        for (int pair = from; pair < to; pair++) {
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
