package org.truce.reconcile.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Puts the accounts of several sources together into events. Everything it needs to know about the
 * sources it learns from the accounts ({@link Learner}); then each group of accounts that hang
 * together is weighed under all its partitions ({@link Posterior}). The same accounts in any order
 * give the same result.
 */
public final class Linkage {
    private Linkage() {}

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
     * @param stake how many pairs of accounts the answer is expected to put right, were it known
     * @param evidence what speaks for and against it, other accounts left aside; of the first
     *     {@link #MOST_EXPLAINED} doubts
     */
    public record Doubt(
            String one,
            String other,
            double probability,
            double stake,
            Optional<Evidence> evidence) {
        /** Those with most at stake first. */
        static final Comparator<Doubt> ORDER = (some, more) -> {
            int order = Double.compare(more.stake(), some.stake());
            order = order == 0 ? some.one().compareTo(more.one()) : order;
            return order == 0 ? some.other().compareTo(more.other()) : order;
        };

        Doubt with(Evidence weighed) {
            return new Doubt(one, other, probability, stake, Optional.of(weighed));
        }
    }

    /** Nobody decides on more at one time; in dense worlds there are millions. */
    public static final int MOST_EXPLAINED = 1_000;

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

    /** Of no accounts. */
    public static final Result NOTHING = new Result(List.of(), List.of(), Parameters.NONE);

    /**
     * Throws {@link IllegalArgumentException} when two rows have one key.
     *
     * @param rows place classes are 0 to the length of {@code settings.sigmaKmAtFirst()} - 1
     * @param ties what is settled beforehand
     * @param executor on which the work is done, in pieces; the result does not depend on it
     */
    public static Result link(
            List<Accounts.Row> rows, Standing.Task task, Ties ties, Executor executor) {
        return link(rows, List.of(), task, ties, executor);
    }

    /**
     * The same by what is learned from some rows alone, so that what comes later changes nothing
     * far from it.
     *
     * @param learnedFrom rows that are put together and learned from
     * @param others rows that are put together with them
     */
    public static Result link(
            List<Accounts.Row> learnedFrom,
            List<Accounts.Row> others,
            Standing.Task task,
            Ties ties,
            Executor executor) {
        if (learnedFrom.isEmpty()) {
            return NOTHING;
        }
        Points points = task.points(learnedFrom);
        Voices voices = new Voices(learnedFrom, ties, task.daysApart(), points);
        Accounts accounts = task.accounts(voices.rows(), ties);
        Model model = new Learner(accounts, task.settings(), executor).learn();
        if (others.isEmpty()) {
            return by(model, voices, accounts, executor);
        }
        List<Accounts.Row> all = new ArrayList<>(learnedFrom);
        all.addAll(others);
        Voices allVoices = new Voices(all, ties, task.daysApart(), points);
        return by(model, allVoices, task.accounts(allVoices.rows(), ties), executor);
    }

    /** By what was learned before. */
    static Result by(Model model, Voices voices, Accounts accounts, Executor executor) {
        return by(
                accounts,
                model.weigher(accounts, executor),
                model.parameters(),
                voices::echoes,
                executor);
    }

    private static Result by(
            Accounts accounts,
            Weigher weigher,
            Parameters parameters,
            Function<String, List<String>> echoes,
            Executor executor) {
        Pairs likely = Bars.likely(
                Candidates.find(accounts, weigher, parameters, executor), accounts, executor);
        List<Doubt> doubts = new ArrayList<>();
        List<Grouping.Group> groups = Grouping.of(
                accounts,
                likely,
                weigher,
                echoes,
                (stretches, events) -> doubts.addAll(Doubts.of(stretches, events)),
                executor);
        return result(groups, doubts, all -> Doubts.explain(all, accounts, weigher), parameters);
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
        return by(
                accounts,
                world.weigher(accounts, executor),
                world.parameters(),
                key -> List.of(),
                executor);
    }

    /**
     * @param inStretches doubts of groups that were weighed in stretches
     * @param explain explains the first of all doubts
     */
    static Result result(
            Collection<Grouping.Group> groups,
            List<Doubt> inStretches,
            Consumer<List<Doubt>> explain,
            Parameters parameters) {
        List<Event> events = new ArrayList<>();
        List<Doubt> doubts = new ArrayList<>(inStretches);
        groups.forEach(group -> {
            events.addAll(group.events());
            doubts.addAll(group.doubts());
        });
        Event[] ordered = events.toArray(Event[]::new);
        Arrays.parallelSort(
                ordered, Comparator.comparing(event -> event.accounts().getFirst()));
        List<Doubt> first = Doubts.sorted(doubts);
        explain.accept(first);
        return new Result(Arrays.asList(ordered), first, parameters);
    }
}
