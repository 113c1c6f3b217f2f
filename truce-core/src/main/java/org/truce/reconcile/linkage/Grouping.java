package org.truce.reconcile.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Accounts put together by what is known: which hang together, and what events they make. What is
 * said of a group depends on its own accounts alone.
 */
final class Grouping {
    /** Two accounts more likely than this to be one event stand in one, as far as others allow. */
    private static final double BAR = 0.5;

    private static final double LEAST_DOUBT = 0.05;
    private static final Sampler.Length LENGTH = new Sampler.Length(15, 40);
    private static final int PIECES = 64;

    private final Accounts accounts;
    private final Function<String, List<String>> echoes;

    /**
     * Accounts that hang together.
     *
     * @param accounts their keys, without those that only repeat one of them
     */
    record Group(List<String> accounts, List<Linkage.Event> events, List<Linkage.Doubt> doubts) {}

    private Grouping(Accounts accounts, Function<String, List<String>> echoes) {
        this.accounts = accounts;
        this.echoes = echoes;
    }

    /**
     * In an order that means nothing; each account is in one.
     *
     * @param echoes by the key of an account those of others that only repeat it
     * @param executor on which the work is done, in pieces; the result does not depend on it
     */
    static List<Group> of(
            Accounts accounts,
            Weigher weigher,
            Parameters parameters,
            Function<String, List<String>> echoes,
            Executor executor) {
        Candidates candidates =
                Candidates.find(accounts, weigher, parameters, accounts.all(), executor);
        return of(accounts, accounts.all(), candidates.likely(), weigher, echoes, executor);
    }

    /**
     * The same of some of the accounts; what is settled of others is left to their own groups.
     *
     * @param among which they are: of those that are settled to be one event all or none
     * @param likely pairs of them that hang together
     */
    static List<Group> of(
            Accounts accounts,
            boolean[] among,
            Pairs likely,
            Weigher weigher,
            Function<String, List<String>> echoes,
            Executor executor) {
        List<Component> components = Components.of(accounts, likely).stream()
                .filter(component -> among[component.first(0)])
                .toList();
        return new Grouping(accounts, echoes).groups(components, among, weigher, executor);
    }

    private List<Group> groups(
            List<Component> components, boolean[] among, Weigher weigher, Executor executor) {
        List<Component> usual = new ArrayList<>();
        List<Component> large = new ArrayList<>();
        components.forEach(one -> (one.size() > Stretches.LARGEST_WHOLE ? large : usual).add(one));
        List<Group> groups = new ArrayList<>();
        Chunks.inOrder(PIECES, piece -> piece(usual, piece, weigher.another()), executor)
                .forEach(groups::addAll);
        // One after another, each on all threads.
        large.forEach(one -> groups.add(group(one, weigher, executor)));
        boolean[] linked = new boolean[accounts.size];
        for (Component component : components) {
            for (int[] node : component.nodes()) {
                for (int account : node) {
                    linked[account] = true;
                }
            }
        }
        for (int i = 0; i < accounts.size; i++) {
            if (among[i] && !linked[i]) {
                groups.add(new Group(
                        List.of(accounts.key(i)),
                        List.of(event(new int[][] {{i}}, 1, weigher)),
                        List.of()));
            }
        }
        return groups;
    }

    private List<Group> piece(List<Component> components, int piece, Weigher own) {
        List<Group> groups = new ArrayList<>();
        for (int c = piece; c < components.size(); c += PIECES) {
            groups.add(group(components.get(c), own, Runnable::run));
        }
        return groups;
    }

    private Group group(Component component, Weigher own, Executor executor) {
        Posterior posterior = Posterior.infer(component, accounts, own, LENGTH, executor);
        Pairs together = posterior.together();
        List<int[]> sets =
                posterior.partition(together, (a, b) -> component.rivals(a, b, accounts), BAR);
        double[] probability = posterior.oneEvent(sets);
        List<Linkage.Event> events = new ArrayList<>();
        for (int set = 0; set < sets.size(); set++) {
            int[][] nodes = Arrays.stream(sets.get(set))
                    .mapToObj(node -> component.nodes()[node])
                    .toArray(int[][]::new);
            events.add(event(nodes, probability[set], own));
        }
        return new Group(
                Arrays.stream(component.nodes())
                        .flatMapToInt(Arrays::stream)
                        .mapToObj(accounts::key)
                        .toList(),
                events,
                doubts(component, together, sets, own));
    }

    /** @param nodes each an account, or those that are settled to be one event */
    private Linkage.Event event(int[][] nodes, double probability, Weigher own) {
        List<String> keys = new ArrayList<>();
        List<Linkage.Link> links = new ArrayList<>();
        for (int k = 0; k < nodes.length; k++) {
            if (k > 0) {
                links.add(link(nodes, k, own));
            }
            for (int account : nodes[k]) {
                String key = accounts.key(account);
                keys.add(key);
                if (account != nodes[k][0]) {
                    links.add(new Linkage.Link(accounts.key(nodes[k][0]), key, Optional.empty()));
                }
                for (String echo : echoes.apply(key)) {
                    keys.add(echo);
                    links.add(new Linkage.Link(key, echo, Optional.empty()));
                }
            }
        }
        return new Linkage.Event(keys, probability, links);
    }

    /** Of a node and one before it the two accounts that speak most for each other. */
    private Linkage.Link link(int[][] nodes, int k, Weigher own) {
        int one = nodes[0][0];
        int other = nodes[k][0];
        double most = Double.NEGATIVE_INFINITY;
        for (int earlier = 0; earlier < k; earlier++) {
            for (int some : nodes[earlier]) {
                for (int more : nodes[k]) {
                    double odds = own.logOdds(some, more);
                    if (odds > most) {
                        most = odds;
                        one = some;
                        other = more;
                    }
                }
            }
        }
        return new Linkage.Link(
                accounts.key(one), accounts.key(other), Optional.of(own.evidence(one, other)));
    }

    /** Knowing that two are one, or not, moves all that stands with either. */
    private List<Linkage.Doubt> doubts(
            Component component, Pairs together, List<int[]> sets, Weigher own) {
        List<Linkage.Doubt> doubts = new ArrayList<>();
        int[] sizeOf = new int[component.size()];
        for (int[] set : sets) {
            for (int node : set) {
                sizeOf[node] = set.length;
            }
        }
        for (int pair = 0; pair < together.count(); pair++) {
            double probability = together.value(pair);
            if (probability >= LEAST_DOUBT && probability <= 1 - LEAST_DOUBT) {
                int one = together.one(pair);
                int other = together.other(pair);
                doubts.add(new Linkage.Doubt(
                        accounts.key(component.first(one)),
                        accounts.key(component.first(other)),
                        probability,
                        Math.min(probability, 1 - probability) * (sizeOf[one] + sizeOf[other] - 1),
                        Optional.empty()));
            }
        }
        explain(component, doubts, own);
        return doubts;
    }

    private void explain(Component component, List<Linkage.Doubt> doubts, Weigher own) {
        doubts.sort(Linkage.Doubt.ORDER);
        Map<String, Integer> firsts = new HashMap<>();
        for (int node = 0; node < component.size() && !doubts.isEmpty(); node++) {
            firsts.put(accounts.key(component.first(node)), component.first(node));
        }
        for (int k = 0; k < Math.min(doubts.size(), Linkage.MOST_EXPLAINED); k++) {
            Linkage.Doubt doubt = doubts.get(k);
            int one = Objects.requireNonNull(firsts.get(doubt.one()));
            int other = Objects.requireNonNull(firsts.get(doubt.other()));
            doubts.set(k, doubt.with(own.evidence(one, other)));
        }
    }
}
