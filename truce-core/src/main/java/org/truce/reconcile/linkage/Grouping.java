package org.truce.reconcile.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Accounts put together by what is known: which hang together, and what events they make. What is
 * said of a group depends on its own accounts alone.
 */
final class Grouping {
    /** Two accounts more likely than this to be one event stand in one, as far as others allow. */
    static final double BAR = 0.5;

    /** In nodes; a larger component is cut into stretches of time. */
    static final int LARGEST_WHOLE = 200;

    private static final Sampler.Length LENGTH = new Sampler.Length(9, 26);
    private static final int PIECES = 256;

    /** In nodes; of a larger component stretches are weighed on all threads. */
    private static final int LARGE = 4_000;

    private final Accounts accounts;
    private final Function<String, List<String>> echoes;

    /**
     * Accounts that hang together, or, of very many that do, some that pairs above the bar connect.
     *
     * @param accounts their keys, without those that only repeat one of them
     * @param doubts of those that are weighed as a whole; of others see {@link Doubts#of}
     */
    record Group(List<String> accounts, List<Linkage.Event> events, List<Linkage.Doubt> doubts) {}

    /** What is done with accounts that hang together and are too many to be weighed as a whole. */
    interface Large {
        /**
         * Called once for each such component, never twice at a time.
         *
         * @param stretches that it was cut into
         * @param events that came of it
         */
        void of(List<Stretch> stretches, List<Linkage.Event> events);
    }

    private Grouping(Accounts accounts, Function<String, List<String>> echoes) {
        this.accounts = accounts;
        this.echoes = echoes;
    }

    /**
     * In an order that means nothing; each account is in one.
     *
     * @param likely the pairs that are worth weighing
     * @param echoes by the key of an account those of others that only repeat it
     * @param executor on which the work is done, in pieces; the result does not depend on it
     */
    static List<Group> of(
            Accounts accounts,
            Pairs likely,
            Weigher weigher,
            Function<String, List<String>> echoes,
            Large large,
            Executor executor) {
        return new Grouping(accounts, echoes)
                .groups(Components.of(accounts, likely, executor), weigher, large, executor);
    }

    private List<Group> groups(
            List<Component> components, Weigher weigher, Large sink, Executor executor) {
        List<Component> usual = new ArrayList<>();
        List<Component> large = new ArrayList<>();
        components.forEach(one -> (one.size() > LARGE ? large : usual).add(one));
        List<Group> groups = new ArrayList<>();
        Chunks.inRanges(
                        usual.size(),
                        PIECES,
                        (from, to) -> piece(usual.subList(from, to), weigher.another(), sink),
                        executor)
                .forEach(groups::addAll);
        // Stretches of one after another are weighed on all threads; what each comes to is put
        // together beside those of the next.
        List<CompletableFuture<List<Group>>> cuts = new ArrayList<>();
        for (Component one : large) {
            List<Stretch> stretches = stretches(one, each(one), accounts, weigher, executor);
            cuts.add(CompletableFuture.supplyAsync(
                    () -> joined(one, stretches, weigher.another(), sink), executor));
        }
        cuts.forEach(cut -> groups.addAll(cut.join()));
        boolean[] linked = new boolean[accounts.size];
        for (Component component : components) {
            for (int[] node : component.nodes()) {
                for (int account : node) {
                    linked[account] = true;
                }
            }
        }
        for (int i = 0; i < accounts.size; i++) {
            if (!linked[i]) {
                groups.add(new Group(
                        List.of(accounts.key(i)),
                        List.of(event(new int[][] {{i}}, 1, weigher)),
                        List.of()));
            }
        }
        return groups;
    }

    private List<Group> piece(List<Component> components, Weigher own, Large sink) {
        List<Group> groups = new ArrayList<>();
        for (Component component : components) {
            if (component.size() > LARGEST_WHOLE) {
                groups.addAll(joined(
                        component,
                        stretches(component, each(component), accounts, own, Runnable::run),
                        own,
                        sink));
            } else {
                groups.add(group(component, own));
            }
        }
        return groups;
    }

    private Group group(Component component, Weigher own) {
        Posterior posterior = Posterior.infer(component, accounts, own, LENGTH);
        Pairs together = posterior.together();
        List<int[]> sets = Posterior.partition(
                component.size(), together, (a, b) -> component.rivals(a, b, accounts), BAR);
        double[] probability = posterior.oneEvent(sets);
        List<Linkage.Event> events = new ArrayList<>();
        for (int set = 0; set < sets.size(); set++) {
            events.add(event(component.nodes(sets.get(set)), probability[set], own));
        }
        return new Group(keys(component.nodes()), events, doubts(component, together, sets));
    }

    private List<String> keys(int[][] nodes) {
        return Arrays.stream(nodes)
                .flatMapToInt(Arrays::stream)
                .mapToObj(accounts::key)
                .toList();
    }

    private static boolean[] each(Component component) {
        boolean[] each = new boolean[component.size()];
        Arrays.fill(each, true);
        return each;
    }

    private List<Group> joined(
            Component component, List<Stretch> stretches, Weigher weigher, Large sink) {
        List<Group> groups = pieces(component, stretches, weigher);
        synchronized (sink) {
            sink.of(
                    stretches,
                    groups.stream().flatMap(group -> group.events().stream()).toList());
        }
        return groups;
    }

    /** See {@link Stretches#of}. */
    static List<Stretch> stretches(
            Component component,
            boolean[] wanted,
            Accounts accounts,
            Weigher weigher,
            Executor executor) {
        return Stretches.of(component, wanted, accounts, weigher, LENGTH, executor);
    }

    /**
     * What accounts come to that were weighed in stretches; one for each set of them that pairs
     * above the bar connect.
     *
     * @param accounts all that such pairs connect, or none of it
     * @param stretches that have these accounts, and others or not
     */
    static List<Group> pieces(
            Accounts accounts,
            Collection<Stretch> stretches,
            Weigher weigher,
            Function<String, List<String>> echoes) {
        int[][] nodes = IntStream.range(0, accounts.size)
                .filter(account -> accounts.head(account) == account)
                .mapToObj(accounts::together)
                .toArray(int[][]::new);
        return new Grouping(accounts, echoes)
                .pieces(new Component(nodes, new int[0][], new int[0]), stretches, weigher);
    }

    private List<Group> pieces(
            Component component, Collection<Stretch> stretches, Weigher weigher) {
        List<Group> groups = new ArrayList<>();
        for (Piecing.Piece piece : Piecing.of(component, accounts, stretches, BAR)) {
            List<String> keys = new ArrayList<>();
            List<Linkage.Event> events = new ArrayList<>();
            for (int set = 0; set < piece.sets().size(); set++) {
                int[][] nodes = component.nodes(piece.sets().get(set));
                keys.addAll(keys(nodes));
                events.add(event(nodes, piece.probability().get(set), weigher));
            }
            groups.add(new Group(List.copyOf(keys), List.copyOf(events), List.of()));
        }
        return groups;
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

    /** None explained. */
    private List<Linkage.Doubt> doubts(Component component, Pairs together, List<int[]> sets) {
        List<Linkage.Doubt> doubts = new ArrayList<>();
        int[] sizeOf = new int[component.size()];
        for (int[] set : sets) {
            for (int node : set) {
                sizeOf[node] = set.length;
            }
        }
        for (int pair = 0; pair < together.count(); pair++) {
            if (Doubts.isDoubt(together.value(pair))) {
                int one = together.one(pair);
                int other = together.other(pair);
                doubts.add(Doubts.doubt(
                        accounts.key(component.first(one)),
                        accounts.key(component.first(other)),
                        together.value(pair),
                        sizeOf[one],
                        sizeOf[other]));
            }
        }
        return doubts;
    }
}
