package org.truce.reconcile.linkage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * One change of what stands: which groups and stretches it reaches, and what they are now. Whole
 * groups are weighed anew where anything of them changed; of groups that are cut into stretches,
 * the stretches in whose surroundings anything did.
 */
final class Regrouping {
    private final Standing standing;
    private final Bonds bonds;
    private final Map<String, Accounts.Row> disturbed = new TreeMap<>();
    /** With whom something hangs together otherwise than before. */
    private final Set<Slot> reached = Bonds.none();

    private final Set<Stretch> dissolved = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Grouping.Group> gone = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Grouping.Group> come = new ArrayList<>();
    /** What is to be weighed anew. */
    private final Set<Slot> again = Bonds.none();

    private final Deque<Slot> unsorted = new ArrayDeque<>();
    /** Of these, what hangs together with few. */
    private final Set<Slot> whole = Bonds.none();

    Regrouping(Standing standing, Bonds bonds) {
        this.standing = standing;
        this.bonds = bonds;
    }

    /** An account goes, or may speak otherwise from now on; before it does. */
    void disturb(Slot slot) {
        if (slot.voice != null && disturbed.putIfAbsent(slot.given.key(), slot.voice) == null) {
            take(slot);
            reached.addAll(bonds.cut(slot));
            slot.within.forEach(this::dissolve);
        }
    }

    /** @param changed accounts that speak otherwise than before, or did not before */
    Standing.Change finish(List<Accounts.Row> changed) {
        Set<String> keys = new HashSet<>(disturbed.keySet());
        changed.forEach(row -> keys.add(row.key()));
        List<Slot> moved = standing.listSpeaking(keys);
        keys.addAll(standing.neighbours(disturbed.values()));
        keys.addAll(standing.neighbours(changed));
        reached.addAll(moved);
        reached.addAll(renew(standing.listSpeaking(keys)));
        for (Slot slot : reached) {
            bonds.node(slot).forEach(one -> {
                List.copyOf(one.within).forEach(this::dissolve);
                take(one);
            });
        }
        moved.forEach(slot -> slot.within = withoutDissolved(slot.within));
        sort();
        weighWhole();
        weighStretches();
        return new Standing.Change(told(gone, come), told(come, gone));
    }

    private Set<Slot> renew(Collection<Slot> near) {
        Set<Slot> some = bonds.around(near, 0);
        Accounts around = standing.accounts(standing.around(Standing.rows(some)));
        Set<String> keys = new HashSet<>();
        some.forEach(slot -> keys.add(slot.given.key()));
        return bonds.renew(some, around, standing.pairsOf(keys, around));
    }

    private void take(Slot slot) {
        if (!again.add(slot)) {
            return;
        }
        unsorted.add(slot);
        if (slot.group != null) {
            gone.add(slot.group);
        }
        if (slot.stretch != null) {
            dissolve(slot.stretch);
        } else if (slot.group != null) {
            standing.listSpeaking(slot.group.accounts()).forEach(this::take);
        }
    }

    private void dissolve(Stretch stretch) {
        if (!dissolved.add(stretch)) {
            return;
        }
        for (int place = 0; place < stretch.size(); place++) {
            boolean own = stretch.isOwn(place);
            for (Slot node : standing.listSpeaking(List.of(stretch.node(place)))) {
                for (Slot slot : bonds.node(node)) {
                    slot.within = withoutDissolved(slot.within);
                    if (own) {
                        take(slot);
                    }
                }
            }
        }
    }

    private List<Stretch> withoutDissolved(List<Stretch> all) {
        return all.stream().filter(stretch -> !dissolved.contains(stretch)).toList();
    }

    /** Finds out who hangs together with few, and takes in all of these. */
    private void sort() {
        Set<Slot> large = Bonds.none();
        while (!unsorted.isEmpty()) {
            Slot slot = unsorted.remove();
            if (standing.stands(slot) && !whole.contains(slot) && !large.contains(slot)) {
                Set<Slot> group = Bonds.none();
                if (bonds.collect(slot, Grouping.LARGEST_WHOLE, group)) {
                    whole.addAll(group);
                    group.forEach(this::take);
                } else {
                    large.addAll(group);
                }
            }
        }
        again.removeIf(slot -> !standing.stands(slot));
        again.removeAll(whole);
    }

    private void weighWhole() {
        Accounts accounts = standing.accounts(Standing.rows(whole));
        put(Grouping.of(
                accounts,
                bonds.among(accounts),
                standing.weigher(accounts),
                standing::echoes,
                (stretches, events) -> {
                    throw new IllegalStateException("a group of few is not cut into stretches");
                },
                standing.workersFor(accounts)));
        whole.forEach(slot -> slot.stretch = null);
    }

    private void put(Collection<Grouping.Group> groups) {
        come.addAll(groups);
        groups.forEach(group ->
                standing.listSpeaking(group.accounts()).forEach(slot -> slot.group = group));
    }

    private void weighStretches() {
        if (again.isEmpty()) {
            return;
        }
        List<Stretch> stretches = stretches();
        stretches.forEach(standing::keep);
        stretches.forEach(this::dissolvePieces);
        Set<Slot> pieced = Bonds.none();
        gone.forEach(group -> pieced.addAll(standing.listSpeaking(group.accounts())));
        pieced.addAll(again);
        pieced.removeAll(whole);
        Set<Stretch> theirs = Collections.newSetFromMap(new IdentityHashMap<>());
        pieced.forEach(slot -> theirs.add(Objects.requireNonNull(slot.stretch)));
        Accounts accounts = standing.accounts(Standing.rows(pieced));
        put(Grouping.pieces(accounts, theirs, standing.weigher(accounts), standing::echoes));
    }

    private List<Stretch> stretches() {
        Accounts accounts = standing.accounts(Standing.rows(bonds.around(again, Stretches.STEPS)));
        Weigher weigher = standing.weigher(accounts);
        Set<String> keys = new HashSet<>();
        again.forEach(slot -> keys.add(slot.given.key()));
        List<Stretch> stretches = new ArrayList<>();
        for (Component component : Components.of(accounts, bonds.among(accounts), Runnable::run)) {
            boolean[] wanted = new boolean[component.size()];
            boolean any = false;
            for (int node = 0; node < wanted.length; node++) {
                wanted[node] = keys.contains(accounts.key(component.first(node)));
                any |= wanted[node];
            }
            if (any) {
                stretches.addAll(Grouping.stretches(
                        component, wanted, accounts, weigher, standing.workers()));
            }
        }
        return stretches;
    }

    /** What stood beside one that it now is of one event with, more likely than not. */
    private void dissolvePieces(Stretch stretch) {
        Pairs pairs = stretch.pairs();
        for (int pair = 0; pair < pairs.count(); pair++) {
            if (pairs.value(pair) > Grouping.BAR) {
                List<String> both =
                        List.of(stretch.node(pairs.one(pair)), stretch.node(pairs.other(pair)));
                for (Slot slot : standing.listSpeaking(both)) {
                    if (slot.group != null) {
                        gone.add(slot.group);
                    }
                }
            }
        }
    }

    /** @param tenThousandths of its probability: less is no change that anybody sees */
    private record Told(List<String> accounts, long tenThousandths) {
        static Told of(Linkage.Event event) {
            return new Told(event.accounts(), Math.round(event.probability() * 1e4));
        }
    }

    private static List<Linkage.Event> told(
            Collection<Grouping.Group> some, Collection<Grouping.Group> unlike) {
        Set<Told> others = new HashSet<>();
        unlike.forEach(group -> group.events().forEach(event -> others.add(Told.of(event))));
        return some.stream()
                .flatMap(group -> group.events().stream())
                .filter(event -> !others.contains(Told.of(event)))
                .sorted(Comparator.comparing(event -> event.accounts().getFirst()))
                .toList();
    }
}
