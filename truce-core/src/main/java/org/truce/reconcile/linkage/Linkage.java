package org.truce.reconcile.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Puts the accounts of several sources together into events. Everything it needs to know about the
 * sources it learns from the accounts ({@link Learner}); then each group of accounts that hang
 * together is weighed under all its partitions ({@link Posterior}). The same accounts in any order
 * give the same result.
 */
public final class Linkage {
    /** Two accounts more likely than this to be one event stand in one, as far as others allow. */
    private static final double BAR = 0.5;

    private static final double LEAST_DOUBT = 0.05;
    private static final Sampler.Length LENGTH = new Sampler.Length(20, 100);
    private static final int PIECES = 64;

    private final Accounts accounts;
    private final Weigher weigher;
    private final Parameters parameters;
    private final Executor executor;
    private final Voices voices;

    private Linkage(
            Accounts accounts,
            Weigher weigher,
            Parameters parameters,
            Executor executor,
            Voices voices) {
        this.accounts = accounts;
        this.weigher = weigher;
        this.parameters = parameters;
        this.executor = executor;
        this.voices = voices;
    }

    /**
     * Why an account belongs to an event.
     *
     * @param one of the event's accounts, the one that speaks most for it
     * @param other the account
     * @param evidence empty when {@code other} only repeats {@code one}, or it was settled
     *     beforehand
     */
    public record Link(String one, String other, Optional<Evidence> evidence) {}

    /**
     * One event.
     *
     * @param accounts their keys, the earliest first
     * @param probability that all of them are one event, above 0 to 1
     * @param links one fewer than accounts
     */
    public record Event(List<String> accounts, double probability, List<Link> links) {
        public Event {
            accounts = List.copyOf(accounts);
            links = List.copyOf(links);
        }
    }

    /**
     * Two accounts of which it is in doubt whether they are one event.
     *
     * @param probability that they are
     * @param at stake: how many pairs of accounts the answer is expected to put right, were it
     *     known
     */
    public record Doubt(String one, String other, double probability, double stake) {}

    /**
     * @param events each account in exactly one; by their first account
     * @param doubts those with most at stake first
     */
    public record Result(List<Event> events, List<Doubt> doubts, Parameters parameters) {
        public Result {
            events = List.copyOf(events);
            doubts = List.copyOf(doubts);
        }
    }

    /**
     * Throws {@link IllegalArgumentException} when two rows have one key.
     *
     * @param rows place classes are 0 to the length of {@code settings.sigmaKmAtFirst()} - 1
     * @param sources how many there are
     * @param ties what is settled beforehand
     * @param executor on which the work is done, in pieces; the result does not depend on it
     */
    public static Result link(
            List<Accounts.Row> rows,
            int sources,
            List<Coding> codings,
            Settings settings,
            Ties ties,
            Executor executor) {
        if (rows.isEmpty()) {
            return new Result(List.of(), List.of(), Parameters.NONE);
        }
        Voices voices = new Voices(rows, ties, 2 * settings.reachDays(), settings.listed());
        Accounts accounts = new Accounts(
                voices.rows(), sources, codings, settings.sigmaKmAtFirst().length, ties);
        Learner learner = new Learner(accounts, settings, executor);
        learner.learn();
        return new Linkage(accounts, learner.weigher(), learner.parameters(), executor, voices)
                .result();
    }

    /**
     * What comes of accounts of an invented world when nothing need be learned, for nobody can do
     * better. Throws {@link IllegalArgumentException} when two rows have one key.
     *
     * @param rows place classes are 0 and, for the middle of a district, 1; one that others repeat
     *     names them, and their repeats are left out
     */
    public static Result linkKnown(
            List<Accounts.Row> rows, List<Coding> codings, KnownWorld world, Executor executor) {
        Accounts accounts = new Accounts(rows, world.sources().size(), codings, 2, Ties.NONE);
        Weigher weigher = world.weigher(accounts);
        Voices voices = new Voices(List.of(), Ties.NONE, 0, true);
        return new Linkage(accounts, weigher, world.parameters(), executor, voices).result();
    }

    private record Part(List<Event> events, List<Doubt> doubts) {}

    private Result result() {
        Candidates candidates =
                Candidates.find(accounts, weigher, parameters, accounts.all(), executor);
        List<Component> components = Components.of(accounts, candidates.pairs());
        boolean[] linked = new boolean[accounts.size];
        for (Component component : components) {
            for (int[] node : component.nodes()) {
                for (int account : node) {
                    linked[account] = true;
                }
            }
        }
        List<Event> events = new ArrayList<>();
        List<Doubt> doubts = new ArrayList<>();
        List<Component> usual = new ArrayList<>();
        List<Component> large = new ArrayList<>();
        components.forEach(one -> (one.size() > Stretches.LARGEST_WHOLE ? large : usual).add(one));
        List<Part> parts =
                new ArrayList<>(Chunks.inOrder(PIECES, piece -> part(usual, piece), executor));
        // One after another, each on all threads.
        for (Component one : large) {
            parts.add(new Part(new ArrayList<>(), new ArrayList<>()));
            add(one, weigher, executor, parts.getLast());
        }
        parts.forEach(part -> {
            events.addAll(part.events());
            doubts.addAll(part.doubts());
        });
        for (int i = 0; i < accounts.size; i++) {
            if (!linked[i]) {
                events.add(event(new int[][] {{i}}, 1, weigher));
            }
        }
        events.sort(Comparator.comparing(event -> event.accounts().getFirst()));
        doubts.sort(Comparator.comparingDouble((Doubt doubt) -> -doubt.stake())
                .thenComparing(Doubt::one)
                .thenComparing(Doubt::other));
        return new Result(events, doubts, parameters);
    }

    private Part part(List<Component> components, int piece) {
        Weigher own = weigher.another();
        Part part = new Part(new ArrayList<>(), new ArrayList<>());
        for (int c = piece; c < components.size(); c += PIECES) {
            add(components.get(c), own, Runnable::run, part);
        }
        return part;
    }

    private void add(Component component, Weigher own, Executor executor, Part part) {
        Posterior posterior = Posterior.infer(component, accounts, own, LENGTH, executor);
        List<int[]> groups = posterior.partition((a, b) -> component.rivals(a, b, accounts), BAR);
        double[] probability = posterior.oneEvent(groups);
        for (int g = 0; g < groups.size(); g++) {
            int[][] nodes = Arrays.stream(groups.get(g))
                    .mapToObj(node -> component.nodes()[node])
                    .toArray(int[][]::new);
            part.events().add(event(nodes, probability[g], own));
        }
        doubts(component, posterior, groups, part.doubts());
    }

    /** @param nodes each an account, or those that are settled to be one event */
    private Event event(int[][] nodes, double probability, Weigher own) {
        List<String> keys = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (int k = 0; k < nodes.length; k++) {
            if (k > 0) {
                links.add(link(nodes, k, own));
            }
            for (int account : nodes[k]) {
                String key = accounts.key(account);
                keys.add(key);
                if (account != nodes[k][0]) {
                    links.add(new Link(accounts.key(nodes[k][0]), key, Optional.empty()));
                }
                for (String echo : voices.echoes(key)) {
                    keys.add(echo);
                    links.add(new Link(key, echo, Optional.empty()));
                }
            }
        }
        return new Event(keys, probability, links);
    }

    /** Of a node and one before it the two accounts that speak most for each other. */
    private Link link(int[][] nodes, int k, Weigher own) {
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
        return new Link(
                accounts.key(one), accounts.key(other), Optional.of(own.evidence(one, other)));
    }

    /** Knowing that two are one, or not, moves all that stands with either. */
    private void doubts(
            Component component, Posterior posterior, List<int[]> groups, List<Doubt> doubts) {
        int[] sizeOf = new int[component.size()];
        for (int[] group : groups) {
            for (int node : group) {
                sizeOf[node] = group.length;
            }
        }
        List<Map<Integer, Double>> together = posterior.together(LEAST_DOUBT);
        for (int node = 0; node < component.size(); node++) {
            int one = node;
            together.get(node).forEach((other, probability) -> {
                if (probability <= 1 - LEAST_DOUBT) {
                    doubts.add(new Doubt(
                            accounts.key(component.first(one)),
                            accounts.key(component.first(other)),
                            probability,
                            Math.min(probability, 1 - probability)
                                    * (sizeOf[one] + sizeOf[other] - 1)));
                }
            });
        }
    }
}
