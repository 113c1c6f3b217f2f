package org.truce.proof;

import org.truce.base.Hash;

import java.util.ArrayList;
import java.util.List;

/**
 * The roots of the complete subtrees that cover the first leaves of a tree, largest first: enough
 * to go on from, and to compute the root.
 *
 * @param size how many leaves they cover, 0 or more
 * @param roots one for each bit that is set in {@code size}
 */
public record Frontier(long size, List<Hash> roots) {
    public static final Frontier EMPTY = new Frontier(0, List.of());

    public Frontier {
        roots = List.copyOf(roots);
        if (size < 0 || roots.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException(
                    "a tree of %d leaves has not %d roots".formatted(size, roots.size()));
        }
    }

    public Frontier plus(Hash leaf) {
        return plusAll(List.of(leaf));
    }

    /** After these leaves too. */
    public Frontier plusAll(Iterable<Hash> leaves) {
        List<Hash> grown = new ArrayList<>(roots);
        long count = size;
        for (Hash leaf : leaves) {
            Hash root = leaf;
            // Each bit that is set at the end stands for a subtree as large as the new one.
            for (long bits = count; (bits & 1) == 1; bits >>= 1) {
                root = Merkle.node(grown.removeLast(), root);
            }
            grown.add(root);
            count++;
        }
        return new Frontier(count, grown);
    }

    /** The root of the tree over all leaves. */
    public Hash root() {
        if (roots.isEmpty()) {
            return Merkle.EMPTY;
        }
        Hash root = roots.getLast();
        for (int i = roots.size() - 2; i >= 0; i--) {
            root = Merkle.node(roots.get(i), root);
        }
        return root;
    }
}
