package org.truce.reconcile.linkage;

/** How well one event at one place explains the points of a set of accounts. */
interface Where {
    /**
     * Natural logarithm of the density that an event happens on a given day, anywhere, and that
     * each of {@code members[0..n-1]} gives the point that it gives: per day, and per square
     * kilometre for each account with a point.
     */
    double log(int[] members, int n);

    /** The same for another thread. */
    Where another();
}
