package org.truce.reconcile.linkage;

import java.util.List;
import java.util.Set;

/**
 * What is settled beforehand, whatever the accounts say: which are one event, and which are not.
 *
 * @param together groups of two keys or more, no key in two of them
 * @param apart pairs of keys, none of them inside a group
 */
public record Ties(List<Set<String>> together, List<Pair> apart) {
    /** Nothing is settled. */
    public static final Ties NONE = new Ties(List.of(), List.of());

    public Ties {
        together = together.stream().map(Set::copyOf).toList();
        apart = List.copyOf(apart);
    }

    /** Two keys. */
    public record Pair(String one, String other) {}
}
