package org.truce.reconcile.linkage;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executor;

/**
 * Accounts that were put together once and are added to, one or some at a time. By what was learned
 * from the first, a new account changes only what hangs together with it; all else stays as it is,
 * to the bit, and all together is what {@link Linkage#link} would make of it anew. Not safe for
 * several threads.
 */
public final class Standing {
    private static final int FEW = 5_000;

    private final Task task;
    final Model model;
    final Points points;
    private final Executor executor;
    private final Map<String, Slot> slots = new HashMap<>();
    private SamePoint samePoint = new SamePoint(List.of());
    private final Near near;
    private Ties ties;

    /**
     * What accounts are compared by.
     *
     * @param sources how many there are or will be
     */
    public record Task(int sources, List<Coding> codings, Settings settings) {
        public Task {
            codings = List.copyOf(codings);
        }

        int placeClasses() {
            return settings.sigmaKmAtFirst().length;
        }

        int daysApart() {
            return 2 * settings.reachDays();
        }

        Accounts accounts(List<Accounts.Row> rows, Ties ties) {
            return new Accounts(rows, sources, codings, placeClasses(), ties);
        }

        Points points(List<Accounts.Row> rows) {
            return settings.listed() ? Points.LISTED : Points.of(rows, daysApart());
        }
    }

    /**
     * What one change did.
     *
     * @param gone events that were and are no longer
     * @param come events that are now and were not; an event whose probability alone changed is in
     *     both
     */
    public record Change(List<Linkage.Event> gone, List<Linkage.Event> come) {
        public Change {
            gone = List.copyOf(gone);
            come = List.copyOf(come);
        }
    }

    /** An account, how it speaks, and with whom it hangs together. */
    private static final class Slot {
        private final Accounts.Row given;
        /** None when it only repeats another or is silent. */
        private Accounts.@Nullable Row voice;

        private List<String> echoes = List.of();
        /** Of one that does not speak itself, who does. */
        private String speaker = "";

        private Grouping.@Nullable Group group;

        Slot(Accounts.Row given) {
            this.given = given;
        }
    }

    private Standing(Task task, Model model, Points points, Ties ties, Executor executor) {
        this.task = task;
        this.model = model;
        this.points = points;
        this.ties = ties;
        this.executor = executor;
        near = new Near(task.daysApart(), task.placeClasses(), model.parameters());
    }

    /**
     * Learns from some accounts and puts them together. Throws {@link IllegalArgumentException}
     * when two rows have one key.
     *
     * @param rows at least one
     * @param ties what is settled beforehand
     * @param executor on which the work is done, here and later
     */
    public static Standing of(List<Accounts.Row> rows, Task task, Ties ties, Executor executor) {
        Points points = task.points(rows);
        Voices voices = new Voices(rows, ties, task.daysApart(), points);
        Accounts accounts = task.accounts(voices.rows(), ties);
        Model model = new Learner(accounts, task.settings(), executor).learn();
        Standing standing = new Standing(task, model, points, ties, executor);
        for (Accounts.Row row : rows) {
            standing.put(row);
        }
        for (Accounts.Row voice : voices.rows()) {
            Slot slot = standing.slot(voice.key());
            slot.voice = voice;
            standing.let(slot, voices.echoes(voice.key()));
        }
        standing.near.putAll(voices.rows());
        standing.samePoint = new SamePoint(points.tell() ? rows : List.of());
        for (Grouping.Group group : Grouping.of(
                accounts,
                model.weigher(accounts, executor),
                model.parameters(),
                voices::echoes,
                executor)) {
            group.accounts().forEach(key -> standing.slot(key).group = group);
        }
        return standing;
    }

    /** The event of an account. Throws {@link NullPointerException} when there is none such. */
    public Linkage.Event find(String key) {
        Slot slot = slot(key);
        Slot speaking = slot.voice == null ? slot(slot.speaker) : slot;
        Grouping.Group group = Objects.requireNonNull(speaking.group, key);
        return group.events().stream()
                .filter(event -> event.accounts().contains(key))
                .findFirst()
                .orElseThrow();
    }

    /** All there is now, as if it had been put together at once. */
    public Linkage.Result result() {
        Set<Grouping.Group> groups = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Slot slot : slots.values()) {
            if (slot.group != null) {
                groups.add(slot.group);
            }
        }
        return Linkage.result(groups, model.parameters());
    }

    /** Throws {@link IllegalArgumentException} when an account with such a key is there. */
    public Change add(List<Accounts.Row> rows) {
        return change(Set.of(), rows, ties);
    }

    /**
     * Throws {@link IllegalArgumentException}, before anything is changed, when a row's key is
     * there and does not go.
     *
     * @param gone keys of accounts that are no longer there
     * @param come accounts that are new, or that take the place of one that goes
     * @param settled what is settled from now on
     */
    public Change change(Set<String> gone, List<Accounts.Row> come, Ties settled) {
        check(gone, come);
        Set<String> touched = new TreeSet<>(gone);
        touched.addAll(tiedAnew(ties, settled));
        touched.addAll(tiedAnew(settled, ties));
        ties = settled;
        Set<String> moved = new HashSet<>(gone);
        come.forEach(row -> moved.add(row.key()));
        touched.addAll(tiedTo(moved));
        Disturbed disturbed = new Disturbed();
        touched.forEach(disturbed::add);
        touched.addAll(moved);
        Set<Points.Point> points = new HashSet<>();
        addPoints(touched, points);
        gone.forEach(this::remove);
        come.forEach(this::put);
        come.stream().filter(this::isScattered).forEach(samePoint::put);
        addPoints(touched, points);
        points.forEach(point -> samePoint.list(point).stream()
                .filter(row ->
                        slots.containsKey(row.key()) && slot(row.key()).given.equals(row))
                .forEach(row -> touched.add(row.key())));
        List<Accounts.Row> changed = speak(touched, disturbed);
        Set<String> next = neighbours(disturbed.voices.values());
        next.addAll(neighbours(changed));
        next.forEach(disturbed::addGroup);
        if (!disturbed.voices.isEmpty()) {
            // What stood before kept others apart that may come together now.
            next.addAll(tiedTo(next));
            neighbours(voices(next)).forEach(disturbed::addGroup);
        }
        return regroup(disturbed.groups, changed);
    }

    /** What a change touches of what stood before. */
    private final class Disturbed {
        private final Set<Grouping.Group> groups =
                Collections.newSetFromMap(new IdentityHashMap<>());
        private final Map<String, Accounts.Row> voices = new TreeMap<>();

        void add(String key) {
            Slot slot = slots.get(key);
            if (slot != null && slot.voice != null) {
                voices.putIfAbsent(key, slot.voice);
                addGroup(key);
            }
        }

        void addGroup(String key) {
            Slot slot = slots.get(key);
            if (slot != null && slot.group != null) {
                groups.add(slot.group);
            }
        }
    }

    private List<Accounts.Row> voices(Collection<String> keys) {
        List<Accounts.Row> voices = new ArrayList<>();
        for (String key : keys) {
            Slot slot = slots.get(key);
            if (slot != null && slot.voice != null) {
                voices.add(slot.voice);
            }
        }
        return voices;
    }

    /** Keys of all that may be one event with one of them, whatever is settled. */
    private Set<String> neighbours(Collection<Accounts.Row> rows) {
        Set<String> keys = new HashSet<>();
        rows.forEach(row -> keys.add(row.key()));
        List<Accounts.Row> others = new ArrayList<>(near.around(rows));
        others.removeIf(row -> keys.contains(row.key()));
        others.addAll(rows);
        Accounts around = task.accounts(others, Ties.NONE);
        Pairs pairs = pairsOf(keys, around, model.weigher(around, workersFor(around)));
        Set<String> neighbours = new TreeSet<>();
        for (int pair = 0; pair < pairs.count(); pair++) {
            neighbours.add(around.key(pairs.one(pair)));
            neighbours.add(around.key(pairs.other(pair)));
        }
        return neighbours;
    }

    /** Candidates of which at least one is among some. */
    private Pairs pairsOf(Set<String> some, Accounts around, Weigher weigher) {
        if (some.size() > FEW) {
            return Candidates.find(
                            around, weigher, model.parameters(), around.all(), workersFor(around))
                    .pairs();
        }
        return Candidates.of(among(some, around), around, weigher, model.parameters());
    }

    private static boolean[] among(Set<String> some, Accounts accounts) {
        boolean[] among = new boolean[accounts.size()];
        for (int i = 0; i < among.length; i++) {
            among[i] = some.contains(accounts.key(i));
        }
        return among;
    }

    private void check(Set<String> gone, List<Accounts.Row> come) {
        Set<String> keys = new HashSet<>();
        for (Accounts.Row row : come) {
            if (!keys.add(row.key())
                    || (slots.containsKey(row.key()) && !gone.contains(row.key()))) {
                throw new IllegalArgumentException("two accounts with one key: " + row.key());
            }
        }
    }

    /** Keys that are tied in one and not in the same way in the other. */
    private static Set<String> tiedAnew(Ties ties, Ties than) {
        Set<String> keys = new HashSet<>();
        Set<Set<String>> groups = new HashSet<>(than.together());
        ties.together().stream().filter(group -> !groups.contains(group)).forEach(keys::addAll);
        Set<Ties.Pair> pairs = new HashSet<>(than.apart());
        ties.apart().stream()
                .filter(pair -> !pairs.contains(pair))
                .forEach(pair -> keys.addAll(List.of(pair.one(), pair.other())));
        return keys;
    }

    /** What is settled to be one event with any of some. */
    private Set<String> tiedTo(Set<String> keys) {
        Set<String> tied = new HashSet<>();
        for (Set<String> group : ties.together()) {
            if (!Collections.disjoint(group, keys)) {
                tied.addAll(group);
            }
        }
        return tied;
    }

    private Slot slot(String key) {
        return Objects.requireNonNull(slots.get(key), key);
    }

    private void addPoints(Set<String> keys, Set<Points.Point> into) {
        for (String key : keys) {
            Slot slot = slots.get(key);
            if (slot != null && isScattered(slot.given)) {
                into.add(Points.Point.of(slot.given));
            }
        }
    }

    /** Whether equal points give something away. */
    private boolean isScattered(Accounts.Row row) {
        return points.tell() && row.placeClass() == 0;
    }

    private void put(Accounts.Row row) {
        if (slots.put(row.key(), new Slot(row)) != null) {
            throw new IllegalArgumentException("two accounts with one key: " + row.key());
        }
    }

    private void remove(String key) {
        Slot slot = slots.remove(key);
        if (slot == null) {
            return;
        }
        if (slot.voice != null) {
            near.remove(slot.voice);
        }
    }

    /**
     * Lets those of {@code touched} speak that should now; those that speak otherwise than before,
     * or not before.
     */
    private List<Accounts.Row> speak(Set<String> touched, Disturbed disturbed) {
        Map<String, Accounts.Row> context = new LinkedHashMap<>();
        for (String key : touched) {
            putGiven(key, context);
        }
        tiedTo(Set.copyOf(context.keySet())).forEach(key -> putGiven(key, context));
        Voices voices = new Voices(List.copyOf(context.values()), ties, task.daysApart(), points);
        Map<String, Accounts.Row> speaking = new HashMap<>();
        voices.rows().forEach(row -> speaking.put(row.key(), row));
        List<Accounts.Row> changed = new ArrayList<>();
        for (String key : touched) {
            Slot slot = slots.get(key);
            if (slot == null) {
                continue;
            }
            Accounts.Row voice = speaking.get(key);
            List<String> echoes = voices.echoes(key);
            if (isSame(slot.voice, voice) && slot.echoes.equals(echoes)) {
                continue;
            }
            disturbed.add(key);
            if (slot.voice != null) {
                near.remove(slot.voice);
            }
            slot.voice = voice;
            let(slot, echoes);
            slot.group = null;
            if (voice != null) {
                near.put(voice);
                changed.add(voice);
            }
        }
        return changed;
    }

    /** Lets an account speak for others. */
    private void let(Slot slot, List<String> echoes) {
        slot.echoes = echoes;
        echoes.forEach(echo -> slot(echo).speaker = slot.given.key());
    }

    private void putGiven(String key, Map<String, Accounts.Row> into) {
        Slot slot = slots.get(key);
        if (slot != null) {
            into.put(key, slot.given);
        }
    }

    /** Of two that stand for the same account. */
    private static boolean isSame(Accounts.@Nullable Row one, Accounts.@Nullable Row other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.placeClass() == other.placeClass() && one.echoedBy().equals(other.echoedBy());
    }

    private Change regroup(Set<Grouping.Group> dirty, List<Accounts.Row> changed) {
        Map<String, Accounts.Row> rows = new LinkedHashMap<>();
        changed.forEach(row -> rows.put(row.key(), row));
        List<Linkage.Event> before = new ArrayList<>();
        for (Grouping.Group group : dirty) {
            before.addAll(group.events());
            voices(group.accounts()).forEach(row -> rows.put(row.key(), row));
        }
        List<Linkage.Event> after = new ArrayList<>();
        for (Grouping.Group group : groups(rows)) {
            after.addAll(group.events());
            group.accounts().forEach(key -> slot(key).group = group);
        }
        return new Change(without(before, after), without(after, before));
    }

    /** Puts some together that no other hangs together with. */
    private List<Grouping.Group> groups(Map<String, Accounts.Row> rows) {
        Accounts around = task.accounts(near.around(rows.values()), ties);
        Executor workers = workersFor(around);
        Weigher weigher = model.weigher(around, workers);
        boolean[] among = among(rows.keySet(), around);
        Pairs likely = Candidates.likely(pairsOf(rows.keySet(), around, weigher), around);
        return Grouping.of(
                around, among, likely.within(among), weigher, key -> slot(key).echoes, workers);
    }

    /** Handing work to others takes longer than doing a little. */
    private Executor workersFor(Accounts accounts) {
        return accounts.size() < FEW ? Runnable::run : executor;
    }

    /** @param tenThousandths of its probability: less is no change that anybody sees */
    private record Told(List<String> accounts, long tenThousandths) {
        static Told of(Linkage.Event event) {
            return new Told(event.accounts(), Math.round(event.probability() * 1e4));
        }
    }

    private static List<Linkage.Event> without(
            Collection<Linkage.Event> some, Collection<Linkage.Event> others) {
        Set<Told> told = new HashSet<>();
        others.forEach(event -> told.add(Told.of(event)));
        return some.stream().filter(event -> !told.contains(Told.of(event))).toList();
    }
}
