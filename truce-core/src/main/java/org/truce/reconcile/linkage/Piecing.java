package org.truce.reconcile.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What events there are, by what was found of stretches. Each pair was weighed by the stretch that
 * has the earlier of the two, so a pair across a cut counts as any other. What pairs above the bar
 * connect is joined without regard to the rest ({@link Posterior#partition}); how probable an event
 * is says the stretch that has its first node.
 */
final class Piecing {
    private final Map<String, Integer> nodes = new HashMap<>();
    private final List<int[]> sets;
    private final int[] setOf;
    private final double[] probability;
    private final Roots roots;

    /**
     * Nodes that pairs above the bar connect.
     *
     * @param sets of nodes, each shown as one event
     * @param probability that all of a set are one event
     */
    record Piece(List<int[]> sets, List<Double> probability) {}

    private Piecing(
            Component component, Accounts accounts, Collection<Stretch> stretches, double bar) {
        for (int node = 0; node < component.size(); node++) {
            nodes.put(accounts.key(component.first(node)), node);
        }
        Counts sums = new Counts();
        stretches.forEach(stretch -> stretch.addPairs(numbers(stretch), sums));
        Pairs together = sums.pairs();
        roots = Posterior.roots(component.size(), together, bar);
        sets = Posterior.partition(
                component.size(), together, (a, b) -> component.rivals(a, b, accounts), bar);
        setOf = new int[component.size()];
        for (int set = 0; set < sets.size(); set++) {
            for (int node : sets.get(set)) {
                setOf[node] = set;
            }
        }
        probability = new double[sets.size()];
        stretches.forEach(this::addProbabilities);
    }

    /**
     * By their first nodes.
     *
     * @param component what is put together: all that pairs above the bar connect, or none of it
     * @param stretches that have these nodes, and others or not
     */
    static List<Piece> of(
            Component component, Accounts accounts, Collection<Stretch> stretches, double bar) {
        return new Piecing(component, accounts, stretches, bar).pieces();
    }

    private int[] numbers(Stretch stretch) {
        int[] numbers = new int[stretch.size()];
        Arrays.setAll(numbers, place -> nodes.getOrDefault(stretch.node(place), -1));
        return numbers;
    }

    private void addProbabilities(Stretch stretch) {
        int[] numbers = numbers(stretch);
        boolean[] decides = new boolean[stretch.size()];
        for (int place = 0; place < decides.length; place++) {
            int node = numbers[place];
            decides[place] = node >= 0 && stretch.isOwn(place) && sets.get(setOf[node])[0] == node;
        }
        stretch.forEach((whole, n, share) -> {
            for (int k = 0; k < n; k++) {
                if (decides[whole[k]] && holds(numbers, whole, n, setOf[numbers[whole[k]]])) {
                    probability[setOf[numbers[whole[k]]]] += share;
                }
            }
        });
    }

    /** Whether all of a set are among some nodes. */
    private boolean holds(int[] numbers, int[] whole, int n, int set) {
        int held = 0;
        for (int k = 0; k < n; k++) {
            int node = numbers[whole[k]];
            held += node >= 0 && setOf[node] == set ? 1 : 0;
        }
        return held == sets.get(set).length;
    }

    private List<Piece> pieces() {
        Map<Integer, Piece> pieces = new TreeMap<>();
        for (int set = 0; set < sets.size(); set++) {
            Piece piece = pieces.computeIfAbsent(
                    roots.find(sets.get(set)[0]),
                    unseen -> new Piece(new ArrayList<>(1), new ArrayList<>(1)));
            piece.sets().add(sets.get(set));
            piece.probability().add(Math.min(1, probability[set]));
        }
        return List.copyOf(pieces.values());
    }
}
