package org.truce.assess.scan;

import java.util.List;

/**
 * The answer of a scan.
 *
 * @param clusters from the highest score down, no two with a day at a place in common. Those that
 *     chance makes often are among them, see their p-values; those that every replicate exceeds are
 *     left out
 * @param score which score is meant
 * @param zones how many different sets of places were looked at
 * @param replicates how often chance was tried
 */
public record HotSpots(List<Cluster> clusters, Score score, int zones, int replicates) {
    public HotSpots {
        clusters = List.copyOf(clusters);
    }
}
