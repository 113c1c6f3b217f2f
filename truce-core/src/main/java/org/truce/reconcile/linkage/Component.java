package org.truce.reconcile.linkage;

import java.util.Arrays;

/**
 * Accounts that may hang together, and which of them are candidates for each other. A node is an
 * account, or a group of accounts that is settled to be one event. Nodes are 0 to {@code size - 1},
 * in the order of their first accounts.
 *
 * @param nodes for each node the indexes of its accounts, ascending
 * @param near for each node, the nodes it is a candidate for, ascending
 * @param edges pairs of candidates, the likeliest pair first: two nodes, the lesser first, and then
 *     the next two
 */
record Component(int[][] nodes, int[][] near, int[] edges) {
    int size() {
        return nodes.length;
    }

    /** Of the first account. */
    int first(int node) {
        return nodes[node][0];
    }

    /** The accounts of each of some nodes. */
    int[][] nodes(int[] some) {
        int[][] of = new int[some.length][];
        Arrays.setAll(of, k -> nodes[some[k]]);
        return of;
    }

    /** Whether two nodes cannot be of one event. */
    boolean rivals(int one, int other, Accounts accounts) {
        for (int some : nodes[one]) {
            for (int more : nodes[other]) {
                if (accounts.rivals(some, more)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * The source of a node that is one account, repeated by nobody and with nothing said of it
     * beforehand, else -1: two such are rivals just when their source is one.
     */
    int plainSource(int node, Accounts accounts) {
        int account = first(node);
        return nodes[node].length == 1 && !accounts.bound(account) ? accounts.source[account] : -1;
    }

    /** The accounts of {@code of[0..n-1]} into {@code into}; how many there are. */
    int listAccounts(int[] of, int n, int[] into) {
        int held = 0;
        for (int k = 0; k < n; k++) {
            for (int account : nodes[of[k]]) {
                into[held++] = account;
            }
        }
        return held;
    }

    /** The accounts of some nodes. */
    int[] listAccounts(int[] of) {
        int count = 0;
        for (int node : of) {
            count += nodes[node].length;
        }
        int[] accounts = new int[count];
        listAccounts(of, of.length, accounts);
        return accounts;
    }
}
