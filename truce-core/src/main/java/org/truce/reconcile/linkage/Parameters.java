package org.truce.reconcile.linkage;

/**
 * What the model knows of the sources, learned or set. All arrays are by source first.
 *
 * @param detection probability that a source reports an event of the common kind, between 0 and 1,
 *     over all places
 * @param salience how many events are of each kind of {@link #SALIENCE}; adds up to 1
 * @param offsets {@code [source][days + reach]}: probability that the day it gives is so many days
 *     after the day of the event, from -reach to reach; sums to 1
 * @param sigmaKm {@code [source][place class]}: standard deviation, in each of two directions, of
 *     the place it gives
 * @param rings {@code [coding][source][ring]}: probability that the code it gives lies in that ring
 *     around what happened; sums to 1
 */
public record Parameters(
        double[] detection,
        double[] salience,
        double[][] offsets,
        double[][] sigmaKm,
        double[][][] rings) {
    /** Of no source. */
    static final Parameters NONE = new Parameters(
            new double[0], new double[0], new double[0][], new double[0][], new double[0][][]);

    /**
     * By what the probability of being reported is multiplied: hardly, commonly, widely told, told
     * by all.
     */
    static final double[] SALIENCE = {0.3, 1, 3, 10};

    /** Before anything is known, most events are of the common kind. */
    static final double[] SALIENCE_AT_FIRST = {0.02, 0.95, 0.02, 0.01};

    /** Before anything is known, a source reports so many of the events. */
    static final double DETECTION_AT_FIRST = 0.4;

    int reachDays() {
        return (offsets[0].length - 1) / 2;
    }

    /** Where learning starts, before anything is known: sources alike, near misses likelier. */
    static Parameters start(Accounts accounts, Settings settings) {
        int sources = accounts.sources;
        double[] detection = new double[sources];
        double[][] offsets = new double[sources][];
        double[][] sigmaKm = new double[sources][];
        for (int source = 0; source < sources; source++) {
            detection[source] = DETECTION_AT_FIRST;
            offsets[source] = settings.offsetsAtFirst();
            sigmaKm[source] = settings.sigmaKmAtFirst().clone();
        }
        double[][][] rings = new double[accounts.codings.size()][sources][];
        for (int field = 0; field < rings.length; field++) {
            for (int source = 0; source < sources; source++) {
                rings[field][source] = accounts.codings.get(field).ringsAtFirst();
            }
        }
        return new Parameters(detection, SALIENCE_AT_FIRST, offsets, sigmaKm, rings);
    }
}
