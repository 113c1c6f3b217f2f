package org.truce.proof;

import org.truce.base.Hash;

/** How a tree's leaves and nodes are hashed (RFC 6962, section 2.1, with SHA-256). */
public final class Merkle {
    /** The root over nothing: the hash of no bytes. */
    public static final Hash EMPTY = Hash.of();

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private Merkle() {}

    /** The hash of a leaf: a zero byte before its data, so that no node can pass for a leaf. */
    public static Hash leaf(byte[] data) {
        return Hash.of(LEAF, data);
    }

    /** The hash of a node over two others. */
    public static Hash node(Hash left, Hash right) {
        return Hash.of(NODE, left.bytes(), right.bytes());
    }
}
