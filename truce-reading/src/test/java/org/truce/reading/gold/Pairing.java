package org.truce.reading.gold;

import org.truce.reading.text.Span;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** Which statement found is which expected one: each at most once, those nearest first. */
final class Pairing {
    private Pairing() {}

    /**
     * A statement found, by its place in the answer, and one expected, by its place in the text.
     */
    record Pair(int found, int expected, double overlapShare) {}

    /**
     * Pairs whose spans are close enough.
     *
     * @param needsSpeaker whether the speaker has to be the expected one, too
     */
    static List<Pair> of(
            Gold.Article article, Answer answer, Closeness closeness, boolean needsSpeaker) {
        Wording wording = new Wording(article.text());
        List<Pair> candidates = new ArrayList<>();
        for (int f = 0; f < answer.statements().size(); f++) {
            Answer.Said found = answer.statements().get(f);
            for (int e = 0; e < article.statements().size(); e++) {
                Gold.Statement expected = article.statements().get(e);
                Span span = expected.said().content();
                if (closeness.holds(wording, found.content(), span)
                        && (!needsSpeaker || expected.isBy(found.speaker()))) {
                    double share = wording.overlapShare(found.content(), span);
                    candidates.add(new Pair(f, e, share));
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Pair::overlapShare)
                .reversed()
                .thenComparingInt(Pair::found));
        return withoutDoubles(candidates);
    }

    private static List<Pair> withoutDoubles(List<Pair> candidates) {
        BitSet foundUsed = new BitSet();
        BitSet expectedUsed = new BitSet();
        List<Pair> pairs = new ArrayList<>();
        for (Pair pair : candidates) {
            if (!foundUsed.get(pair.found()) && !expectedUsed.get(pair.expected())) {
                foundUsed.set(pair.found());
                expectedUsed.set(pair.expected());
                pairs.add(pair);
            }
        }
        return pairs;
    }
}
