package org.truce.reading.bulletin;

import org.truce.reading.bulletin.Scopes.Scope;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** "did not register any violations", "the ceasefire has not been violated". */
record Nothing(List<Item> items, Around around, List<Scope> scopes) {
    private static final int WITHIN = 4;

    /** The items of the word that denies and of the act that it denies. */
    record Found(int not, int act) {}

    /** "did not commit any violation": whatever the verb is. */
    private boolean isOfAny(int verb) {
        return verb + 2 < items.size()
                && items.get(verb) instanceof Item.Other
                && items.get(verb + 1).is(Mark.ANY)
                && items.get(verb + 2) instanceof Item.Things;
    }

    /**
     * In each part of the sentence that has no number.
     *
     * @param alone whether the sentence counts nothing, so that its numbers do not matter
     */
    List<Found> all(boolean alone) {
        List<Found> all = new ArrayList<>();
        int from = 0;
        for (int at = 0; at <= items.size(); at++) {
            if (at < items.size() && !isEdge(at)) {
                continue;
            }
            boolean numbers =
                    items.subList(from, at).stream().anyMatch(Item.Number.class::isInstance);
            if (!numbers || (from == 0 && at == items.size() && alone)) {
                find(from, at).ifPresent(all::add);
            }
            from = at + 1;
        }
        return all;
    }

    /** A semicolon, or a comma before another side: "the army 3, the rebels did not fire". */
    private boolean isEdge(int at) {
        return items.get(at).isSign(";")
                || (items.get(at).isSign(",")
                        && at + 1 < items.size()
                        && items.get(at + 1) instanceof Item.Side side
                        && side.party());
    }

    /** In a part of the sentence. */
    Optional<Found> find(int from, int to) {
        int not = around.first(Mark.NOT, from);
        if (not < 0 || not >= to || scopes.get(not) != Scope.OWN) {
            return Optional.empty();
        }
        int act = not + 1;
        while (act < items.size() && act <= not + WITHIN && !around.isAct(act) && !isOfAny(act)) {
            act++;
        }
        if (act >= items.size() || act > not + WITHIN) {
            return Optional.empty();
        }
        boolean violate = items.get(act).is(Mark.VIOLATE);
        boolean things = items.stream()
                .anyMatch(item ->
                        item instanceof Item.Things it && it.thing().kind() != Thing.Kind.OTHER);
        boolean counted =
                items.subList(act, items.size()).stream().anyMatch(item -> item.is(Mark.BY));
        boolean any = act + 1 < items.size() && items.get(act + 1).is(Mark.ANY);
        return (violate || things || any) && !counted
                ? Optional.of(new Found(not, act))
                : Optional.empty();
    }
}
