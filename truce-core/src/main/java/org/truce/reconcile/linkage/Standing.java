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
    private final Bonds bonds = new Bonds(slots);
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

    private Standing(Task task, Model model, Points points, Ties ties, Executor executor) {
        this.task = task;
        this.model = model;
        this.points = points;
        this.ties = ties;
        this.executor = executor;
        near = new Near(task.daysApart(), task.placeClasses(), model.parameters());
        bonds.settle(ties);
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
        standing.group(accounts, voices);
        return standing;
    }

    /** At first. */
    private void group(Accounts accounts, Voices voices) {
        Weigher weigher = model.weigher(accounts, executor);
        Pairs likely = likely(accounts, weigher);
        for (Grouping.Group group : Grouping.of(
                accounts,
                likely,
                weigher,
                voices::echoes,
                (stretches, events) -> stretches.forEach(this::keep),
                executor)) {
            group.accounts().forEach(key -> slot(key).group = group);
        }
    }

    private Pairs likely(Accounts accounts, Weigher weigher) {
        Pairs pairs = Candidates.find(accounts, weigher, model.parameters(), executor);
        Bars bars = new Bars(pairs, accounts, executor);
        Pairs likely = bars.likely(pairs, executor);
        bonds.putAll(accounts, likely, bars);
        return likely;
    }

    /** What was found of a stretch, with those that it was found of. */
    void keep(Stretch stretch) {
        for (int place = 0; place < stretch.size(); place++) {
            for (Slot slot : bonds.node(slot(stretch.node(place)))) {
                List<Stretch> within = new ArrayList<>(slot.within);
                within.add(stretch);
                slot.within = List.copyOf(within);
                slot.stretch = stretch.isOwn(place) ? stretch : slot.stretch;
            }
        }
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
        Set<Stretch> stretches = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Linkage.Event> inStretches = new ArrayList<>();
        for (Slot slot : slots.values()) {
            if (slot.group != null && groups.add(slot.group) && slot.stretch != null) {
                inStretches.addAll(slot.group.events());
            }
            if (slot.stretch != null) {
                stretches.add(slot.stretch);
            }
        }
        return Linkage.result(
                groups,
                Doubts.of(stretches, inStretches),
                doubts -> {
                    Accounts accounts = accounts(rows(listSpeaking(Doubts.explained(doubts))));
                    Doubts.explain(doubts, accounts, weigher(accounts));
                },
                model.parameters());
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
        if (!ties.equals(settled)) {
            touched.addAll(tiedAnew(ties, settled));
            touched.addAll(tiedAnew(settled, ties));
            ties = settled;
            bonds.settle(settled);
        }
        Set<String> moved = new HashSet<>(gone);
        come.forEach(row -> moved.add(row.key()));
        touched.addAll(tiedTo(moved));
        Regrouping regrouping = new Regrouping(this, bonds);
        listSpeaking(touched).forEach(regrouping::disturb);
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
        return regrouping.finish(speak(touched, regrouping));
    }

    /** Of those that stand and speak for themselves. */
    List<Slot> listSpeaking(Collection<String> keys) {
        List<Slot> speaking = new ArrayList<>();
        for (String key : keys) {
            Slot slot = slots.get(key);
            if (slot != null && slot.voice != null) {
                speaking.add(slot);
            }
        }
        return speaking;
    }

    /** Whether it is still there, and speaks for itself. */
    boolean stands(Slot slot) {
        return slot.voice != null && slots.get(slot.given.key()) == slot;
    }

    List<String> echoes(String key) {
        return slot(key).echoes;
    }

    /** With what is settled of them. */
    Accounts accounts(List<Accounts.Row> rows) {
        return task.accounts(rows, ties);
    }

    Weigher weigher(Accounts accounts) {
        return model.weigher(accounts, workersFor(accounts));
    }

    /** Keys of all that may be one event with one of them, whatever is settled. */
    Set<String> neighbours(Collection<Accounts.Row> rows) {
        Set<String> keys = new HashSet<>();
        rows.forEach(row -> keys.add(row.key()));
        if (keys.isEmpty()) {
            return keys;
        }
        Accounts around = task.accounts(around(rows), Ties.NONE);
        Pairs pairs = pairsOf(keys, around);
        Set<String> neighbours = new TreeSet<>();
        for (int pair = 0; pair < pairs.count(); pair++) {
            neighbours.add(around.key(pairs.one(pair)));
            neighbours.add(around.key(pairs.other(pair)));
        }
        return neighbours;
    }

    /** Some rows, and all that stand near them under other keys. */
    List<Accounts.Row> around(Collection<Accounts.Row> rows) {
        Set<String> keys = new HashSet<>();
        rows.forEach(row -> keys.add(row.key()));
        List<Accounts.Row> around = new ArrayList<>(near.around(rows));
        around.removeIf(row -> keys.contains(row.key()));
        around.addAll(rows);
        return around;
    }

    /** Candidates of which at least one is among some. */
    Pairs pairsOf(Set<String> some, Accounts around) {
        Weigher weigher = weigher(around);
        if (some.size() > FEW) {
            return Candidates.find(around, weigher, model.parameters(), workersFor(around));
        }
        return Candidates.of(among(some, around), around, weigher, model.parameters());
    }

    static List<Accounts.Row> rows(Collection<Slot> speaking) {
        List<Accounts.Row> rows = new ArrayList<>();
        for (Slot slot : speaking) {
            if (slot.voice != null) {
                rows.add(slot.voice);
            }
        }
        return rows;
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

    Slot slot(String key) {
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
    private List<Accounts.Row> speak(Set<String> touched, Regrouping regrouping) {
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
            regrouping.disturb(slot);
            slot.leave();
            if (slot.voice != null) {
                near.remove(slot.voice);
            }
            slot.voice = voice;
            let(slot, echoes);
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

    /** Handing work to others takes longer than doing a little. */
    Executor workersFor(Accounts accounts) {
        return accounts.size() < FEW ? Runnable::run : executor;
    }

    Executor workers() {
        return executor;
    }
}
