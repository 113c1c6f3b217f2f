package org.truce.assess;

import org.truce.assess.scan.Cluster;
import org.truce.assess.scan.CountTable;
import org.truce.assess.scan.Days;
import org.truce.assess.scan.HotSpotScan;
import org.truce.assess.scan.Intervals;
import org.truce.assess.scan.Model;
import org.truce.assess.scan.ScanSettings;
import org.truce.assess.scan.Site;
import org.truce.assess.scan.Sites;
import org.truce.assess.scan.ZoneLimits;
import org.truce.assess.scan.Zones;
import org.truce.base.LatLon;
import org.truce.reconcile.Incident;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executor;

/**
 * Where breaches stand out in the last four weeks of the window: a scan with permuted days, which
 * takes no place that always has more reports for a hot spot. Places are squares of about a
 * kilometre, so that points of one town are one place. And where a group is named more than its
 * share of what is reported.
 */
final class HotSpotSearch {
    private static final int MOST_DAYS = 365;
    private static final int LONGEST_RUN_DAYS = 28;
    private static final double LARGEST_SHARE = 0.5;
    private static final double LARGEST_RADIUS_KM = 20;
    private static final int REPLICATES = 999;
    private static final long SEED = 1;
    private static final double SHOWN_BELOW = 0.05;

    private static final String SQUARE = "%.2f,%.2f";

    private final Window window;
    private final Executor executor;

    HotSpotSearch(Window window, Executor executor) {
        this.window = window;
        this.executor = executor;
    }

    private record Placed(String site, LatLon point, LocalDate day, Incident incident) {}

    /** @param breaches of the window */
    Further.HotSpots in(List<Incident> breaches) {
        LocalDate first = Optional.of(yearBack())
                .filter(day -> day.isAfter(window.firstDay()))
                .orElse(window.firstDay());
        List<Placed> placed = place(breaches);
        List<Placed> recent = since(first, placed);
        if (recent.isEmpty()) {
            return new Further.HotSpots(List.of(), breaches.size() - placed.size());
        }
        CountTable counts = counts(sites(recent), new Days(first, window.lastDay()), recent);
        return new Further.HotSpots(
                scan(counts, zones(counts), new Model.PermutedDays(), recent),
                breaches.size() - placed.size());
    }

    /**
     * Where a group stands out among all that is reported: it is expected at each place and on each
     * day in proportion to the incidents there, so that a town from which more is reported is no
     * concentration.
     *
     * @param here incidents in the area, of the window and from before it
     * @param naming those that name the group
     */
    List<Further.HotSpot> concentrations(List<Incident> here, List<Incident> naming) {
        List<Placed> all = since(yearBack(), place(here));
        List<Placed> named = since(yearBack(), place(naming));
        if (named.size() < 2) {
            return List.of();
        }
        Days days = new Days(yearBack(), window.lastDay());
        Sites sites = sites(all);
        CountTable reported = counts(sites, days, all);
        return scan(
                counts(sites, days, named), zones(reported), new Model.PartOfAll(reported), named);
    }

    private LocalDate yearBack() {
        return window.lastDay().minusDays(MOST_DAYS - 1L);
    }

    private List<Placed> since(LocalDate first, List<Placed> placed) {
        return placed.stream()
                .filter(each -> !each.day().isBefore(first))
                .filter(each -> !each.day().isAfter(window.lastDay()))
                .toList();
    }

    private List<Placed> place(List<Incident> incidents) {
        return incidents.stream().flatMap(incident -> place(incident).stream()).toList();
    }

    private Optional<Placed> place(Incident incident) {
        return incident.place()
                .findPoint()
                .filter(point -> !incident.place().precision().coarserThanTown())
                .map(point -> new Placed(
                        String.format(Locale.ROOT, SQUARE, point.latDegrees(), point.lonDegrees()),
                        point,
                        LocalDate.ofInstant(
                                incident.occurred().begins(window.zone()), window.zone()),
                        incident));
    }

    private static Sites sites(List<Placed> placed) {
        Map<String, LatLon> points = new TreeMap<>();
        placed.forEach(each -> points.putIfAbsent(each.site(), each.point()));
        return new Sites(points.entrySet().stream()
                .map(each -> new Site(each.getKey(), each.getValue()))
                .toList());
    }

    private static CountTable counts(Sites sites, Days days, List<Placed> placed) {
        return CountTable.of(
                sites,
                days,
                placed.stream()
                        .map(each -> new CountTable.Occurrence(each.site(), each.day()))
                        .toList());
    }

    private static Zones zones(CountTable counts) {
        return Zones.byShareOfCounts(counts, new ZoneLimits(LARGEST_SHARE, LARGEST_RADIUS_KM));
    }

    private List<Further.HotSpot> scan(
            CountTable counts, Zones zones, Model model, List<Placed> counted) {
        int longest = Math.min(LONGEST_RUN_DAYS, Math.max(1, counts.days().count() / 2));
        return HotSpotScan.scan(
                        counts,
                        zones,
                        model,
                        new ScanSettings(new Intervals.UpToNow(longest, 1), REPLICATES, SEED),
                        executor)
                .clusters()
                .stream()
                .filter(cluster -> cluster.pValue() <= SHOWN_BELOW)
                .map(cluster -> hotSpot(cluster, counted))
                .toList();
    }

    private static Further.HotSpot hotSpot(Cluster cluster, List<Placed> placed) {
        List<String> sites = cluster.places().stream().map(Site::id).toList();
        List<Incident> inside = placed.stream()
                .filter(each -> sites.contains(each.site())
                        && !each.day().isBefore(cluster.firstDay())
                        && !each.day().isAfter(cluster.lastDay()))
                .map(Placed::incident)
                .toList();
        TreeSet<String> governorates = new TreeSet<>();
        inside.forEach(incident -> incident.place().admin1().ifPresent(governorates::add));
        return new Further.HotSpot(
                List.copyOf(governorates),
                cluster.firstDay(),
                cluster.lastDay(),
                cluster.observed(),
                cluster.expected(),
                cluster.pValue(),
                cluster.recurrenceIntervalDays().orElseThrow(),
                inside.stream().map(Incident::id).toList());
    }
}
