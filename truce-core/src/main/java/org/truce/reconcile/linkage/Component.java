package org.truce.reconcile.linkage;

/**
 * Accounts that may hang together, and which of them are candidates for each other. Nodes are 0 to
 * {@code size - 1}, in the order of the accounts.
 *
 * @param accounts indexes of the accounts
 * @param near for each node, the nodes it is a candidate for, ascending
 * @param edges each pair of candidates once, as two nodes, the likeliest pair first
 */
record Component(int[] accounts, int[][] near, int[][] edges) {
    int size() {
        return accounts.length;
    }
}
