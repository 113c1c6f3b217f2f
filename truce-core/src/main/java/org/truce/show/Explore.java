package org.truce.show;

import org.truce.assess.Evidence;
import org.truce.base.LatLon;
import org.truce.base.Phrases;
import org.truce.terms.AreaReading;
import org.truce.terms.Verdict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The map and the timeline of one area, as drawings that need no script and as data for the one
 * that brushes them.
 */
public record Explore(
        ExploreData data,
        List<OutlinePath> outlines,
        List<Dot> dots,
        Frame frame,
        Timeline timeline) {

    private static final double MAP_WIDTH_PX = 640;
    private static final double DOT_PX = 2.2;

    /** An outline to draw; the first reading solid, others dashed. */
    public record OutlinePath(String path, String label, boolean dashed) {}

    /** A cell to draw: its place on the drawing, its radius, and what stands there in words. */
    public record Dot(String x, String y, String radius, String verdict, String title) {}

    /**
     * Builds both from rows.
     *
     * @param places the area's outlines, one for each reading
     * @param counts monthly counts to draw as a rate beside the rows
     */
    public static Explore of(
            List<Row> rows,
            List<AreaReading> places,
            ExploreData.Days days,
            List<ExploreData.Mark> marks,
            List<ExploreData.Count> counts,
            Phrases phrases) {
        Frame frame =
                Outlines.frame(places.stream().map(AreaReading::outline).toList(), MAP_WIDTH_PX);
        List<ExploreData.Cell> cells = cells(rows);
        List<ExploreData.Series> series = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            series.add(new ExploreData.Series(
                    verdict.code(), phrases.say("show.series." + verdict.code())));
        }
        ExploreData data = new ExploreData(
                phrases.language(),
                List.of(
                        frame.westDegrees(),
                        frame.southDegrees(),
                        frame.eastDegrees(),
                        frame.northDegrees()),
                new ExploreData.Features(
                        "FeatureCollection",
                        places.stream().map(place -> feature(place, phrases)).toList()),
                cells,
                days,
                marks,
                series,
                counts,
                words(phrases));
        return new Explore(
                data,
                drawn(places, frame, phrases),
                cells.stream()
                        .filter(cell -> frame.contains(new LatLon(cell.lat(), cell.lon())))
                        .map(cell -> dot(cell, frame, phrases))
                        .toList(),
                frame,
                Timeline.of(rows, days, marks));
    }

    private static ExploreData.Feature feature(AreaReading place, Phrases phrases) {
        return new ExploreData.Feature(
                "Feature",
                new ExploreData.FeatureProperties(
                        place.area(), place.reading().orElse(""), name(place, phrases)),
                place.geometry());
    }

    private static List<OutlinePath> drawn(List<AreaReading> places, Frame frame, Phrases phrases) {
        List<OutlinePath> drawn = new ArrayList<>();
        for (AreaReading place : places) {
            drawn.add(new OutlinePath(
                    Outlines.path(place.outline(), frame), name(place, phrases), !drawn.isEmpty()));
        }
        return drawn;
    }

    /** An outline's name in the reader's language, with its reading. */
    static String name(AreaReading place, Phrases phrases) {
        String name = Rows.words(place.name(), phrases);
        return place.readingName()
                .map(reading -> phrases.say("show.by-reading", name, Rows.words(reading, phrases)))
                .orElse(name);
    }

    /**
     * The name of an area or a line under a reading, in the reader's language; ids where it has
     * none.
     */
    static String name(Evidence evidence, String area, Optional<String> reading, Phrases phrases) {
        return Stream.concat(
                        evidence.terms().listReadings().stream(),
                        evidence.terms().listLines().stream())
                .filter(place -> place.area().equals(area) && place.reading().equals(reading))
                .findFirst()
                .map(place -> name(place, phrases))
                .orElse(area);
    }

    private static List<ExploreData.Cell> cells(List<Row> rows) {
        Map<String, List<Row>> byCell = new TreeMap<>();
        for (Row row : rows) {
            row.cell()
                    .ifPresent(key ->
                            byCell.computeIfAbsent(key, k -> new ArrayList<>()).add(row));
        }
        List<ExploreData.Cell> cells = new ArrayList<>();
        byCell.forEach((key, here) -> {
            Map<String, Map<Verdict, Integer>> days = new TreeMap<>();
            Map<String, Integer> places = new LinkedHashMap<>();
            for (Row row : here) {
                days.computeIfAbsent(row.day(), d -> new TreeMap<>())
                        .merge(row.verdict(), 1, Integer::sum);
                places.merge(row.place(), 1, Integer::sum);
            }
            LatLon at = LatLon.get(key);
            cells.add(new ExploreData.Cell(
                    at.latDegrees(), at.lonDegrees(), mostCommon(places), dayCounts(days)));
        });
        return cells;
    }

    private static List<ExploreData.DayCount> dayCounts(Map<String, Map<Verdict, Integer>> days) {
        List<ExploreData.DayCount> counts = new ArrayList<>();
        days.forEach((day, verdicts) -> verdicts.forEach((verdict, count) ->
                counts.add(new ExploreData.DayCount(day, verdict.code(), count))));
        return counts;
    }

    private static String mostCommon(Map<String, Integer> places) {
        return places.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static Dot dot(ExploreData.Cell cell, Frame frame, Phrases phrases) {
        String[] xy = frame.xy(new LatLon(cell.lat(), cell.lon())).split(",");
        int total = cell.days().stream().mapToInt(ExploreData.DayCount::count).sum();
        Optional<Verdict> worst =
                List.of(Verdict.BREACH, Verdict.UNDETERMINED, Verdict.NO_BREACH).stream()
                        .filter(v ->
                                cell.days().stream().anyMatch(d -> d.verdict().equals(v.code())))
                        .findFirst();
        return new Dot(
                xy[0],
                xy[1],
                String.format(Locale.ROOT, "%.1f", 2 + DOT_PX * Math.sqrt(total)),
                worst.orElse(Verdict.UNDETERMINED).code(),
                phrases.say("show.cell-title", cell.place(), total));
    }

    private static Map<String, String> words(Phrases phrases) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String key : List.of(
                "all",
                "reset",
                "selected",
                "reports",
                "map",
                "timeline",
                "perDay",
                "uneven",
                "keys")) {
            words.put(key, phrases.say("show.explore." + key));
        }
        return words;
    }
}
