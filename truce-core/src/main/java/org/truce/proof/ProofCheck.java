package org.truce.proof;

import org.truce.base.Hash;

import java.util.List;

/** Checks paths without a tree (RFC 9162, sections 2.1.3.2 and 2.1.4.2). */
public final class ProofCheck {
    private ProofCheck() {}

    /** Whether a leaf stands at {@code index} (from 0) of the tree with this size and root. */
    public static boolean includes(Hash leaf, long index, long size, List<Hash> path, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = Merkle.node(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = Merkle.node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /** Whether the later tree begins with the earlier one. */
    public static boolean extendsTo(
            long fromSize, Hash fromRoot, long toSize, Hash toRoot, List<Hash> path) {
        if (fromSize < 0 || fromSize > toSize) {
            return false;
        }
        if (fromSize == 0) {
            return path.isEmpty() && fromRoot.equals(Merkle.EMPTY);
        }
        if (fromSize == toSize) {
            return path.isEmpty() && fromRoot.equals(toRoot);
        }
        if (path.isEmpty()) {
            return false;
        }
        boolean isSubtree = Long.bitCount(fromSize) == 1;
        Hash first = isSubtree ? fromRoot : path.getFirst();
        List<Hash> rest = isSubtree ? path : path.subList(1, path.size());
        long node = fromSize - 1;
        long last = toSize - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        Hash from = first;
        Hash to = first;
        for (Hash step : rest) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                from = Merkle.node(step, from);
                to = Merkle.node(step, to);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                to = Merkle.node(to, step);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && from.equals(fromRoot) && to.equals(toRoot);
    }
}
