package org.truce.assess.scan;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A hot spot: more reports than expected at some places on some days. It says nothing of why.
 *
 * @param places in the order of the scan's sites
 * @param firstDay its first local day
 * @param lastDay its last local day, inside
 * @param observed incidents counted there and then, 2 or more
 * @param expected incidents expected there and then, fewer than observed
 * @param score by the {@link Score} of the scan, above 0
 * @param pValue how often, above 0 and at most 1, chance alone has its best score as high or
 *     higher: its rank among the replicates' over their number plus one (Dwass 1957). For all but
 *     the best cluster it is too high rather than too low, since it is held against the best of
 *     chance
 * @param recurrenceIntervalDays days in which chance alone gives one such answer, when the question
 *     is asked again at even intervals: their length over the p-value (Kleinman, Lazarus and Platt
 *     2004); empty for a question asked once
 */
public record Cluster(
        List<Site> places,
        LocalDate firstDay,
        LocalDate lastDay,
        int observed,
        double expected,
        double score,
        double pValue,
        OptionalDouble recurrenceIntervalDays) {

    public Cluster {
        places = List.copyOf(places);
        if (places.isEmpty() || lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("a cluster has places and days");
        }
        if (!(observed > expected && expected > 0 && score > 0)) {
            throw new IllegalArgumentException("%d counted, %s expected, score %s: no cluster"
                    .formatted(observed, expected, score));
        }
        if (!(pValue > 0 && pValue <= 1)) {
            throw new IllegalArgumentException("a p-value is above 0 and at most 1: " + pValue);
        }
    }

    /** How many times as many as expected were counted, above 1. */
    public double observedOverExpected() {
        return observed / expected;
    }
}
