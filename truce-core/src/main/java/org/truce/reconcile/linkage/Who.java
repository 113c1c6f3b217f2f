package org.truce.reconcile.linkage;

/** How well one event explains that just these sources report it. */
interface Who {
    /**
     * Natural logarithm of the probability that the sources of {@code members[0..n-1]} report an
     * event where they are and all others do not, over the probability that anybody reports it.
     */
    double log(int[] members, int n);

    /** How likely each of {@link Parameters#SALIENCE} is, given who reports; adds up to 1. */
    double[] salience(int[] members, int n);

    /** The same for another thread. */
    Who another();
}
