package org.truce.proof;

import org.truce.base.Hash;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A tree that grows leaf by leaf and remembers the hashes of all its complete subtrees, about 64
 * bytes a leaf, so that the root and the proofs of every earlier size can be told. Paths are those
 * of RFC 6962, sections 2.1.1 and 2.1.2. One thread at a time.
 */
public final class MerkleTree {
    private static final int HASH = Hash.BYTES;
    private static final int FIRST_CAPACITY = 64;

    private final MessageDigest digest;

    /** By level: the hashes of the complete subtrees of 2^level leaves, one after another. */
    private final List<byte[]> levels = new ArrayList<>();

    private long size;

    public MerkleTree() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    public void add(Hash leaf) {
        if (size == Integer.MAX_VALUE / HASH) {
            throw new IllegalStateException("a log this long needs a store of its own");
        }
        put(0, size, leaf.bytes());
        size++;
        int level = 0;
        for (long count = size; (count & 1) == 0; count >>= 1) {
            combine(level, count - 2);
            level++;
        }
    }

    private void combine(int level, long left) {
        byte[] below = levels.get(level);
        int at = (int) (left * HASH);
        long index = left / 2;
        byte[] above = room(level + 1, index);
        digest.update((byte) 1);
        digest.update(below, at, 2 * HASH);
        try {
            digest.digest(above, (int) (index * HASH), HASH);
        } catch (DigestException tooSmall) {
            throw new IllegalStateException(tooSmall);
        }
    }

    private void put(int level, long index, byte[] hash) {
        System.arraycopy(hash, 0, room(level, index), (int) (index * HASH), HASH);
    }

    private byte[] room(int level, long index) {
        if (level == levels.size()) {
            levels.add(new byte[FIRST_CAPACITY * HASH]);
        }
        byte[] hashes = levels.get(level);
        long needed = (index + 1) * HASH;
        if (needed > hashes.length) {
            long larger = Math.min(Math.max(needed, 2L * hashes.length), Integer.MAX_VALUE - 8L);
            hashes = Arrays.copyOf(hashes, (int) larger);
            levels.set(level, hashes);
        }
        return hashes;
    }

    public long size() {
        return size;
    }

    /** The hash of the leaf {@code index}, from 0. */
    public Hash leaf(long index) {
        return subtree(0, index);
    }

    private Hash subtree(int level, long index) {
        if (level >= levels.size() || index < 0 || (index + 1) << level > size) {
            throw new IllegalArgumentException("a tree of %d leaves has no subtree %d of level %d"
                    .formatted(size, index, level));
        }
        int at = (int) (index * HASH);
        return new Hash(Arrays.copyOfRange(levels.get(level), at, at + HASH));
    }

    /** The root over the first {@code ofSize} leaves, 0 to {@link #size()}. */
    public Hash root(long ofSize) {
        return frontier(ofSize).root();
    }

    /** The roots of the complete subtrees over the first {@code ofSize} leaves. */
    public Frontier frontier(long ofSize) {
        checkSize(ofSize);
        List<Hash> roots = new ArrayList<>();
        long from = 0;
        for (int level = 62; level >= 0; level--) {
            if ((ofSize >> level & 1) == 1) {
                roots.add(subtree(level, from >> level));
                from += 1L << level;
            }
        }
        return new Frontier(ofSize, roots);
    }

    private void checkSize(long ofSize) {
        if (ofSize < 0 || ofSize > size) {
            throw new IllegalArgumentException(
                    "a tree of %d leaves never had %d".formatted(size, ofSize));
        }
    }

    /** The path from a leaf to the root over {@code ofSize} leaves, nearest first. */
    public List<Hash> proveInclusion(long index, long ofSize) {
        checkSize(ofSize);
        if (index < 0 || index >= ofSize) {
            throw new IllegalArgumentException(
                    "a tree of %d leaves has no leaf %d".formatted(ofSize, index));
        }
        List<Hash> path = new ArrayList<>();
        long from = 0;
        long to = ofSize;
        // From the root down; the other half at each step is a sibling.
        while (to - from > 1) {
            long middle = from + half(to - from);
            if (index < middle) {
                path.add(range(middle, to));
                to = middle;
            } else {
                path.add(range(from, middle));
                from = middle;
            }
        }
        return path.reversed();
    }

    /** That the tree of {@code toSize} leaves begins with that of {@code fromSize} leaves. */
    public List<Hash> proveConsistency(long fromSize, long toSize) {
        checkSize(toSize);
        if (fromSize < 0 || fromSize > toSize) {
            throw new IllegalArgumentException(
                    "a tree of %d leaves does not begin with %d".formatted(toSize, fromSize));
        }
        List<Hash> path = new ArrayList<>();
        if (fromSize == 0 || fromSize == toSize) {
            return path;
        }
        long from = 0;
        long to = toSize;
        boolean whole = true;
        while (fromSize != to) {
            long middle = from + half(to - from);
            if (fromSize <= middle) {
                path.add(range(middle, to));
                to = middle;
            } else {
                path.add(range(from, middle));
                from = middle;
                whole = false;
            }
        }
        if (!whole) {
            path.add(range(from, to));
        }
        return path.reversed();
    }

    /** The largest power of two below a number of two or more. */
    private static long half(long count) {
        return Long.highestOneBit(count - 1);
    }

    /** The root over leaves {@code from} to {@code to} of a subtree that RFC 6962 would cut. */
    private Hash range(long from, long to) {
        long count = to - from;
        if (Long.bitCount(count) == 1) {
            int level = Long.numberOfTrailingZeros(count);
            return subtree(level, from >> level);
        }
        long middle = from + half(count);
        return Merkle.node(range(from, middle), range(middle, to));
    }

    /**
     * The hashes of a tile, one after another: at level {@code level} those of subtrees of
     * 256^level leaves, from the tile's first on. Throws {@link IllegalArgumentException} when the
     * tree has not that many.
     *
     * @param width 1 to 256
     */
    public byte[] tile(int level, long index, int width) {
        if (level < 0 || level > 7 || index < 0 || width < 1 || width > Tile.WIDTH) {
            throw new IllegalArgumentException("no such tile");
        }
        byte[] tile = new byte[width * HASH];
        for (int i = 0; i < width; i++) {
            Hash hash = subtree(8 * level, index * Tile.WIDTH + i);
            System.arraycopy(hash.bytes(), 0, tile, i * HASH, HASH);
        }
        return tile;
    }
}
