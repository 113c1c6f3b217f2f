package org.truce.assess;

import org.truce.base.Moment;
import org.truce.base.Period;
import org.truce.base.Phrase;
import org.truce.base.Watch;
import org.truce.record.Entry;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The local days on which a register watched an area by its own word: its patrols, posts, cameras,
 * drones and sensors. Each site counts alike. A site's whole day is the middle one of those on
 * which it watched (the median of their hours), so that a patrol by daylight is a whole one; a day
 * counts as the mean over all sites of how much of a whole one they watched. Hours in which access
 * was denied or a site impeded are not watched, whatever else is said of them, and a site that
 * never watched still counts among the sites.
 */
final class CoveredDays implements Watching {
    private final ZoneId zone;
    private final int sites;
    private final TreeMap<LocalDate, Double> shares = new TreeMap<>();

    private static final class Site {
        private final List<Period> watched = new ArrayList<>();
        private final List<Period> kept = new ArrayList<>();
    }

    private CoveredDays(ZoneId zone, Map<String, Site> sites) {
        this.zone = zone;
        this.sites = sites.size();
        for (Site site : sites.values()) {
            Map<LocalDate, Double> days = days(site);
            if (!days.isEmpty()) {
                double whole = median(days.values().stream().sorted().toList());
                days.forEach((day, watched) ->
                        shares.merge(day, Math.min(1, watched / whole) / this.sites, Double::sum));
            }
        }
    }

    /** Of a register; empty where none of its sites in the area ever watched. */
    static Optional<CoveredDays> find(
            Evidence evidence,
            String register,
            String area,
            Optional<String> reading,
            ZoneId zone) {
        Map<String, Site> sites = new TreeMap<>();
        for (Entry.Coverage entry : evidence.known().list(Entry.Coverage.class)) {
            if (entry.register().equals(register)
                    && evidence.mayLieIn(entry.account().place(), area, reading)) {
                Site site = sites.computeIfAbsent(entry.site(), name -> new Site());
                (entry.watch() == Watch.WATCHED ? site.watched : site.kept)
                        .add(entry.account().occurred().stated(zone));
            }
        }
        return Optional.of(new CoveredDays(zone, sites)).filter(days -> !days.shares.isEmpty());
    }

    /** How much of each local day a site watched, in days of 24 hours; days without are absent. */
    private Map<LocalDate, Double> days(Site site) {
        Map<LocalDate, Double> days = new TreeMap<>();
        List<Period> kept = Windows.stretches(site.kept);
        for (Period stretch : Windows.stretches(site.watched)) {
            for (Period part : without(stretch, kept)) {
                LocalDate day = LocalDate.ofInstant(part.from(), zone);
                Optional<Period> rest = Optional.of(part);
                for (; rest.isPresent(); day = day.plusDays(1)) {
                    Period whole = day(day);
                    rest.flatMap(whole::intersection)
                            .filter(watched -> watched.days() > 0)
                            .ifPresent(watched -> days.merge(
                                    LocalDate.ofInstant(watched.from(), zone),
                                    watched.days(),
                                    Double::sum));
                    rest = rest.filter(left -> left.to().isAfter(whole.to()));
                }
            }
        }
        return days;
    }

    private Period day(LocalDate day) {
        return new Period(new Moment.Day(day).startIn(zone), new Moment.Day(day).endIn(zone));
    }

    /** What is left of a stretch without others, which lie in order and apart. */
    private static List<Period> without(Period stretch, List<Period> others) {
        List<Period> parts = new ArrayList<>();
        Period rest = stretch;
        for (Period other : others) {
            if (rest.overlaps(other)) {
                if (rest.from().isBefore(other.from())) {
                    parts.add(new Period(rest.from(), other.from()));
                }
                if (!other.to().isBefore(rest.to())) {
                    return parts;
                }
                rest = new Period(other.to(), rest.to());
            }
        }
        parts.add(rest);
        return parts;
    }

    private static double median(List<Double> sorted) {
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(half)
                : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    @Override
    public Period span() {
        return new Period(day(shares.firstKey()).from(), day(shares.lastKey()).to());
    }

    @Override
    public double share(LocalDate day) {
        return shares.getOrDefault(day, 0.0);
    }

    @Override
    public List<Period> in(Window window) {
        return Windows.stretches(
                shares.subMap(window.firstDay(), true, window.lastDay(), true).keySet().stream()
                        .flatMap(day -> day(day).intersection(window.period()).stream())
                        .toList());
    }

    @Override
    public List<Phrase> notes(Window window, Window baseline) {
        return List.of(Phrase.of(
                "assess.note-covered",
                String.valueOf(sites),
                FigureText.share(mean(baseline)),
                FigureText.share(mean(window))));
    }

    /** Of a window's days, unwatched ones among them. */
    private double mean(Window window) {
        double watched =
                shares.subMap(window.firstDay(), true, window.lastDay(), true).values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum();
        return watched / (ChronoUnit.DAYS.between(window.firstDay(), window.lastDay()) + 1);
    }
}
