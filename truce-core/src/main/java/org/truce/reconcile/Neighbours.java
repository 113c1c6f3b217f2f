package org.truce.reconcile;

import org.truce.base.LatLon;
import org.truce.base.PlacePrecision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds the possible pairs in one sweep through time. Reports that may still be going on wait in
 * cells of place, so each report meets only those near it in both; where only the governorate is
 * known, all of that governorate. Reports at either side of the 180th meridian do not meet.
 */
final class Neighbours {
    private static final double CELL_DEGREES = 0.1;
    private static final double KM_A_DEGREE = 111.195;

    /**
     * Near the poles a degree of longitude shrinks to nothing; no cell narrows further than this.
     */
    private static final double LEAST_COSINE = 0.01;

    private final Map<Cell, List<Traits>> byCell = new HashMap<>();
    private final Map<String, List<Traits>> byGovernorate = new HashMap<>();
    private final Map<String, List<Traits>> coarseByGovernorate = new HashMap<>();
    private final Consumer<Comparison.Match> found;

    private record Cell(int row, int column) {}

    private Neighbours(Consumer<Comparison.Match> found) {
        this.found = found;
    }

    /** Every pair that {@link Comparison} holds possible, once, in an order that means nothing. */
    static List<Comparison.Match> list(List<Traits> reports) {
        List<Comparison.Match> matches = new ArrayList<>();
        Neighbours sweep = new Neighbours(matches::add);
        reports.stream()
                .sorted(Comparator.comparing((Traits report) -> report.lasted().from())
                        .thenComparing(Traits::key))
                .forEach(sweep::meet);
        return matches;
    }

    private void meet(Traits report) {
        Optional<List<Traits>> governorate = report.governorate()
                .map(name -> byGovernorate.computeIfAbsent(name, Neighbours::empty));
        if (report.knowsTown()) {
            report.where().ifPresent(point -> meetNear(point, report));
            report.governorate()
                    .map(name -> coarseByGovernorate.computeIfAbsent(name, Neighbours::empty))
                    .ifPresent(coarse -> meetAll(coarse, report));
        } else {
            governorate.ifPresent(all -> meetAll(all, report));
            report.governorate()
                    .ifPresent(name -> coarseByGovernorate
                            .computeIfAbsent(name, Neighbours::empty)
                            .add(report));
        }
        governorate.ifPresent(all -> all.add(report));
    }

    private void meetNear(LatLon point, Traits report) {
        double reach = PlacePrecision.TOWN.radiusKm() / KM_A_DEGREE;
        double lat = point.latDegrees();
        for (int row = row(lat - reach); row <= row(lat + reach); row++) {
            double lonReach =
                    reach / cosine(Math.max(Math.abs(lat), Math.abs(row * CELL_DEGREES)) + 0.2);
            int last = column(row, point.lonDegrees() + lonReach);
            for (int column = column(row, point.lonDegrees() - lonReach);
                    column <= last;
                    column++) {
                List<Traits> waiting = byCell.get(new Cell(row, column));
                if (waiting != null) {
                    meetAll(waiting, report);
                }
            }
        }
        Cell own = new Cell(row(lat), column(row(lat), point.lonDegrees()));
        byCell.computeIfAbsent(own, Neighbours::empty).add(report);
    }

    /** Those that can no longer be going on leave the cell; time only moves forward. */
    private void meetAll(List<Traits> waiting, Traits report) {
        Instant now = report.lasted().from();
        waiting.removeIf(other -> !other.lasted().to().isAfter(now));
        for (Traits other : waiting) {
            Comparison.find(report, other).ifPresent(found);
        }
    }

    private static int row(double latDegrees) {
        return (int) Math.floor(latDegrees / CELL_DEGREES);
    }

    private static int column(int row, double lonDegrees) {
        return (int) Math.floor(lonDegrees * cosine(Math.abs(row * CELL_DEGREES)) / CELL_DEGREES);
    }

    private static double cosine(double latDegrees) {
        return Math.max(LEAST_COSINE, Math.cos(Math.toRadians(latDegrees)));
    }

    private static <K> List<Traits> empty(K unseen) {
        return new ArrayList<>();
    }
}
