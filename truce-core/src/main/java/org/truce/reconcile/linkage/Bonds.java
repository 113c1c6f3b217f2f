package org.truce.reconcile.linkage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Which standing accounts hang together, pair by pair: the pairs that are worth weighing
 * ({@link Bars}). A node is an account, or all that are settled to be one event.
 */
final class Bonds {
    private final Map<String, Slot> slots;
    private final Map<String, Set<String>> settled = new HashMap<>();

    /** @param slots all that stand, by their keys, now and later */
    Bonds(Map<String, Slot> slots) {
        this.slots = slots;
    }

    static Set<Slot> none() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private Slot slot(String key) {
        return Objects.requireNonNull(slots.get(key), key);
    }

    void settle(Ties ties) {
        settled.clear();
        ties.together().forEach(group -> group.forEach(key -> settled.put(key, group)));
    }

    /** All that is there at first; {@code pairs} are those that are worth weighing. */
    void putAll(Accounts accounts, Pairs pairs, Bars bars) {
        Slot[] all = new Slot[accounts.size];
        int[] bonds = new int[accounts.size];
        for (int pair = 0; pair < pairs.count(); pair++) {
            bonds[pairs.one(pair)]++;
            bonds[pairs.other(pair)]++;
        }
        for (int i = 0; i < all.length; i++) {
            all[i] = slot(accounts.key(i));
            all[i].expectBonds(bonds[i]);
            all[i].bar = bars.bar(i);
        }
        for (int pair = 0; pair < pairs.count(); pair++) {
            float odds = (float) pairs.value(pair);
            all[pairs.one(pair)].bond(all[pairs.other(pair)], odds);
            all[pairs.other(pair)].bond(all[pairs.one(pair)], odds);
        }
    }

    /** Those that speak and are settled to be one event with it, itself among them. */
    Collection<Slot> node(Slot slot) {
        Set<String> keys = settled.get(slot.given.key());
        if (keys == null) {
            return List.of(slot);
        }
        Set<Slot> node = new LinkedHashSet<>(List.of(slot));
        for (String key : keys) {
            Slot other = slots.get(key);
            if (other != null && other.voice != null) {
                node.add(other);
            }
        }
        return node;
    }

    private void forEachNear(Collection<Slot> node, Consumer<Collection<Slot>> visit) {
        node.forEach(slot -> slot.forEachBond((other, odds) -> visit.accept(node(other))));
    }

    /**
     * All that hangs together with it, as far as that is not more than so many nodes; else some of
     * it, and more nodes than that.
     *
     * @param visited is added to
     * @return whether that was all
     */
    boolean collect(Slot slot, int mostNodes, Set<Slot> visited) {
        Deque<Collection<Slot>> left = new ArrayDeque<>();
        left.add(node(slot));
        visited.addAll(node(slot));
        int nodes = 1;
        while (!left.isEmpty() && nodes <= mostNodes) {
            List<Collection<Slot>> found = new ArrayList<>();
            forEachNear(left.remove(), node -> {
                if (visited.addAll(node)) {
                    found.add(node);
                }
            });
            nodes += found.size();
            left.addAll(found);
        }
        return nodes <= mostNodes;
    }

    /** Some, and all that they reach over so many steps. */
    Set<Slot> around(Collection<Slot> some, int steps) {
        Set<Slot> around = none();
        some.forEach(slot -> around.addAll(node(slot)));
        List<Slot> edge = List.copyOf(around);
        for (int step = 0; step < steps; step++) {
            List<Slot> next = new ArrayList<>();
            for (Slot slot : edge) {
                slot.forEachBond((other, odds) -> node(other).forEach(one -> {
                    if (around.add(one)) {
                        next.add(one);
                    }
                }));
            }
            edge = next;
        }
        return around;
    }

    /** Those of some accounts with each other. */
    Pairs among(Accounts accounts) {
        Map<Slot, Integer> numbers = new IdentityHashMap<>();
        for (int i = 0; i < accounts.size; i++) {
            numbers.put(slot(accounts.key(i)), i);
        }
        Pairs pairs = new Pairs();
        numbers.forEach((slot, one) -> slot.forEachBond((other, odds) -> {
            int number = numbers.getOrDefault(other, -1);
            if (number > one) {
                pairs.add(one, number, odds);
            }
        }));
        return pairs;
    }

    /** That it is no longer there, or speaks otherwise; those that it hung together with. */
    List<Slot> cut(Slot slot) {
        List<Slot> others = new ArrayList<>();
        slot.forEachBond((other, odds) -> {
            other.unbond(slot);
            others.add(other);
        });
        slot.unbondAll();
        return others;
    }

    /**
     * Draws those of some accounts anew.
     *
     * @param some of those that are settled to be one event all or none
     * @param pairs all candidates of these
     * @return those of whom one was drawn or left out, on either side
     */
    Set<Slot> renew(Set<Slot> some, Accounts accounts, Pairs pairs) {
        Bars bars = new Bars(pairs, accounts, Runnable::run);
        Slot[] all = new Slot[accounts.size];
        for (int i = 0; i < all.length; i++) {
            all[i] = slot(accounts.key(i));
            if (some.contains(all[i])) {
                all[i].bar = bars.bar(i);
            }
        }
        Set<Slot> changed = none();
        Map<Slot, Set<Slot>> kept = new IdentityHashMap<>();
        some.forEach(slot -> kept.put(slot, none()));
        for (int pair = 0; pair < pairs.count(); pair++) {
            Slot one = all[pairs.one(pair)];
            Slot other = all[pairs.other(pair)];
            if (bars.passes(pairs, pair, one.bar, other.bar)) {
                kept.computeIfPresent(one, (slot, with) -> added(with, other));
                kept.computeIfPresent(other, (slot, with) -> added(with, one));
                if (!one.isBonded(other)) {
                    one.bond(other, (float) pairs.value(pair));
                    other.bond(one, (float) pairs.value(pair));
                    changed.addAll(List.of(one, other));
                }
            }
        }
        kept.forEach((slot, with) -> {
            List<Slot> lost = new ArrayList<>();
            slot.forEachBond((other, odds) -> {
                if (!with.contains(other)) {
                    lost.add(other);
                }
            });
            lost.forEach(other -> {
                slot.unbond(other);
                other.unbond(slot);
                changed.addAll(List.of(slot, other));
            });
        });
        return changed;
    }

    private static Set<Slot> added(Set<Slot> some, Slot one) {
        some.add(one);
        return some;
    }
}
