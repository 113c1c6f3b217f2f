package org.truce.reconcile.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which pairs are in doubt, and what an answer would put right. */
final class Doubts {
    private static final double LEAST_DOUBT = 0.05;

    private Doubts() {}

    static boolean isDoubt(double probability) {
        return probability >= LEAST_DOUBT && probability <= 1 - LEAST_DOUBT;
    }

    /**
     * Knowing that two are one, or not, moves all that stands with either.
     *
     * @param oneSize how many nodes the event of one has
     * @param otherSize how many that of the other has
     */
    static Linkage.Doubt doubt(
            String one, String other, double probability, int oneSize, int otherSize) {
        return new Linkage.Doubt(
                one,
                other,
                probability,
                Math.min(probability, 1 - probability) * (oneSize + otherSize - 1),
                Optional.empty());
    }

    /**
     * In no order, and none explained.
     *
     * @param stretches all of some groups
     * @param events of these groups
     */
    static List<Linkage.Doubt> of(Collection<Stretch> stretches, Collection<Linkage.Event> events) {
        Set<String> nodes = new HashSet<>();
        for (Stretch stretch : stretches) {
            for (int place = 0; place < stretch.size(); place++) {
                if (stretch.isOwn(place)) {
                    nodes.add(stretch.node(place));
                }
            }
        }
        Map<String, Integer> sizes = new HashMap<>();
        for (Linkage.Event event : events) {
            int size = (int) event.accounts().stream().filter(nodes::contains).count();
            event.accounts().forEach(key -> sizes.put(key, size));
        }
        List<Linkage.Doubt> doubts = new ArrayList<>();
        for (Stretch stretch : stretches) {
            Pairs pairs = stretch.pairs();
            for (int pair = 0; pair < pairs.count(); pair++) {
                if (isDoubt(pairs.value(pair))) {
                    String one = stretch.node(pairs.one(pair));
                    String other = stretch.node(pairs.other(pair));
                    doubts.add(doubt(
                            one,
                            other,
                            pairs.value(pair),
                            sizes.getOrDefault(one, 0),
                            sizes.getOrDefault(other, 0)));
                }
            }
        }
        return doubts;
    }

    /** In {@link Linkage.Doubt#ORDER}; may be set, not added to. */
    static List<Linkage.Doubt> sorted(List<Linkage.Doubt> doubts) {
        // Of millions nearly all differ in the first digits of what is at stake: those are sorted
        // as numbers, and only the few that do not are compared as they are.
        long[] byStake = new long[doubts.size()];
        Arrays.setAll(byStake, k -> (long) falling(doubts.get(k)) << 32 | k);
        Arrays.parallelSort(byStake);
        Linkage.Doubt[] sorted = new Linkage.Doubt[byStake.length];
        Arrays.setAll(sorted, k -> doubts.get((int) byStake[k]));
        for (int from = 0, to; from < sorted.length; from = to) {
            to = from + 1;
            while (to < sorted.length && byStake[to] >>> 32 == byStake[from] >>> 32) {
                to++;
            }
            if (to > from + 1) {
                Arrays.sort(sorted, from, to, Linkage.Doubt.ORDER);
            }
        }
        return Arrays.asList(sorted);
    }

    /** Falls as the stake rises; above 0. */
    private static int falling(Linkage.Doubt doubt) {
        return Integer.MAX_VALUE - Float.floatToIntBits((float) doubt.stake());
    }

    /** The keys of those that are explained. */
    static Set<String> explained(List<Linkage.Doubt> doubts) {
        Set<String> keys = new HashSet<>();
        doubts.stream()
                .limit(Linkage.MOST_EXPLAINED)
                .forEach(doubt -> keys.addAll(List.of(doubt.one(), doubt.other())));
        return keys;
    }

    /**
     * Explains the first.
     *
     * @param doubts those with most at stake first
     * @param accounts those of {@link #explained}, and others or not
     */
    static void explain(List<Linkage.Doubt> doubts, Accounts accounts, Weigher weigher) {
        Set<String> keys = explained(doubts);
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < accounts.size() && !keys.isEmpty(); i++) {
            if (keys.contains(accounts.key(i))) {
                numbers.put(accounts.key(i), i);
            }
        }
        for (int k = 0; k < Math.min(doubts.size(), Linkage.MOST_EXPLAINED); k++) {
            Linkage.Doubt doubt = doubts.get(k);
            Integer one = numbers.get(doubt.one());
            Integer other = numbers.get(doubt.other());
            if (one != null && other != null) {
                doubts.set(k, doubt.with(weigher.evidence(one, other)));
            }
        }
    }
}
