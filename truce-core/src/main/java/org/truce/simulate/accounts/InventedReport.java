package org.truce.simulate.accounts;

import org.truce.base.LatLon;
import org.truce.base.PlacePrecision;
import org.truce.reconcile.linkage.Wording;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one source says of one event.
 *
 * @param source 0 to the number of sources - 1
 * @param id unlike that of any other report of the world
 * @param event the truth: a number that all reports of one event have, and no other
 * @param from the day that it gives, or the first of the month that it gives
 * @param to the same day, or the last of that month
 * @param point empty when it gives none
 * @param precision that it claims for the point
 * @param codes one for each vocabulary, empty where it says nothing
 * @param wording what it says in words: a town's number, counted from 1, for its name
 * @param copyOf the id of the report that it repeats
 */
public record InventedReport(
        int source,
        String id,
        int event,
        LocalDate from,
        LocalDate to,
        Optional<LatLon> point,
        PlacePrecision precision,
        List<OptionalInt> codes,
        Wording wording,
        Optional<String> copyOf) {
    public InventedReport {
        codes = List.copyOf(codes);
    }
}
