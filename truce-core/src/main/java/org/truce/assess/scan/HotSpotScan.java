package org.truce.assess.scan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Scans places and days for hot spots: of all circles of places with all runs of days, those whose
 * counts exceed most what is expected, and how often chance alone has as high a score (Kulldorff
 * 1997, 2001; Kulldorff et al. 2005; Neill 2009; see {@link Score} and {@link Model}).
 */
public final class HotSpotScan {
    private static final int PIECES = 32;
    private static final double ROUNDING = 1e-9;

    private final CountTable counts;
    private final ScanSettings settings;
    private final Cylinders cylinders;
    private final Chance chance;
    private final int slotsOfAll;

    HotSpotScan(CountTable counts, Zones zones, Model model, ScanSettings settings) {
        if (!counts.sites().equals(zones.sites())) {
            throw new IllegalArgumentException("the zones are those of other places");
        }
        this.counts = counts;
        this.settings = settings;
        Span span = Span.of(settings.intervals(), counts.days().count());
        double[] expected = Expectation.bySlot(counts, model, span);
        cylinders = new Cylinders(zones, span, model.score(counts), expected);
        chance = Chance.of(counts, model, span, expected);
        slotsOfAll = expected.length;
    }

    /**
     * The hot spots.
     *
     * @param zones by share of the counts only where days are permuted, which leaves the totals of
     *     places as they are; of a part of all, by share of all; else by share of the places, for
     *     chance's tables have other totals
     * @param executor runs the replicates in pieces; they need not wait for each other
     * @throws IllegalArgumentException when the tables do not fit each other, or when there are
     *     more cylinders than a scan can hold
     */
    public static HotSpots scan(
            CountTable counts, Zones zones, Model model, ScanSettings settings, Executor executor) {
        return new HotSpots(
                // Nothing at all has no shares to share out.
                counts.total() == 0
                        ? List.of()
                        : new HotSpotScan(counts, zones, model, settings).listClusters(executor),
                model.score(counts),
                zones.count(),
                settings.replicates());
    }

    private List<Cluster> listClusters(Executor executor) {
        double[] byChance = bestByChance(executor);
        return listApart(byChance[0]).stream()
                .map(found -> cluster(found, byChance))
                .filter(cluster -> cluster.pValue() < 1)
                .toList();
    }

    /** The best cylinder, then the best apart from it, and on, as long as they exceed the floor. */
    List<Candidates.Found> listApart(double floor) {
        return new Candidates(cylinders, observedSums()).listApart(floor);
    }

    private int[] observedSums() {
        int[] bySlot = new int[slotsOfAll];
        for (int site = 0; site < counts.sites().count(); site++) {
            for (int day = 0; day < counts.days().count(); day++) {
                bySlot[cylinders.span.slot(site, day)] += counts.count(site, day);
            }
        }
        sumUp(bySlot);
        return bySlot;
    }

    private void sumUp(int[] bySlot) {
        int slots = cylinders.span.slots();
        for (int first = 0; first < bySlot.length; first += slots) {
            for (int slot = first + 1; slot < first + slots; slot++) {
                bySlot[slot] += bySlot[slot - 1];
            }
        }
    }

    /** The best score of each replicate, in ascending order. */
    private double[] bestByChance(Executor executor) {
        SplittableRandom seeder = new SplittableRandom(settings.seed());
        // A seed for each replicate makes what comes out the same on any number of threads.
        long[] seeds = seeder.longs(settings.replicates()).toArray();
        double[] best = new double[seeds.length];
        List<CompletableFuture<Void>> pieces = new ArrayList<>();
        for (int piece = 0; piece < PIECES; piece++) {
            int from = (int) ((long) seeds.length * piece / PIECES);
            int to = (int) ((long) seeds.length * (piece + 1) / PIECES);
            pieces.add(
                    CompletableFuture.runAsync(() -> replicate(seeds, from, to, best), executor));
        }
        pieces.forEach(CompletableFuture::join);
        Arrays.sort(best);
        return best;
    }

    private void replicate(long[] seeds, int from, int to, double[] best) {
        int[] bySlot = new int[slotsOfAll];
        int[] inZone = new int[cylinders.span.slots()];
        for (int i = from; i < to; i++) {
            Arrays.fill(bySlot, 0);
            chance.draw(new SplittableRandom(seeds[i]), bySlot);
            sumUp(bySlot);
            best[i] = cylinders.best(bySlot, inZone);
        }
    }

    private Cluster cluster(Candidates.Found found, double[] byChance) {
        double pValue = pValue(found.score(), byChance);
        LocalDate first = counts.days().day(cylinders.span.skipped() + found.start());
        LocalDate last = counts.days().day(cylinders.span.skipped() + found.end() - 1);
        OptionalDouble recurrence = switch (settings.intervals()) {
            case Intervals.UpToNow now -> OptionalDouble.of(now.askedEveryDays() / pValue);
            case Intervals.AnyTime any -> OptionalDouble.empty();
        };
        return new Cluster(
                cylinders.zones.listPlaces(found.zone()),
                first,
                last,
                found.count(),
                cylinders.expected(found.cylinder()),
                found.score(),
                pValue,
                recurrence);
    }

    /** Equal scores that rounding parts are equal: else chance would seem rarer than it is. */
    private static double pValue(double score, double[] byChance) {
        double bar = score * (1 - ROUNDING);
        int below = 0;
        while (below < byChance.length && byChance[below] < bar) {
            below++;
        }
        return (byChance.length - below + 1.0) / (byChance.length + 1);
    }
}
