package org.truce.show;

import org.truce.base.LatLon;
import org.truce.base.Phrases;
import org.truce.record.Entry;
import org.truce.terms.Verdict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
     * @param outlines the area's outlines, one for each reading
     * @param counts monthly counts to draw as a rate beside the rows
     */
    public static Explore of(
            List<Row> rows,
            List<Entry.AreaOutline> outlines,
            ExploreData.Days days,
            List<ExploreData.Mark> marks,
            List<ExploreData.Count> counts,
            Phrases phrases) {
        Frame frame = Outlines.frame(outlines, MAP_WIDTH_PX);
        List<ExploreData.Cell> cells = cells(rows);
        List<ExploreData.Series> series = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            series.add(new ExploreData.Series(
                    verdict.code(), phrases.say("show.verdict." + verdict.code())));
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
                        outlines.stream()
                                .map(outline -> feature(outline, phrases))
                                .toList()),
                cells,
                days,
                marks,
                series,
                counts,
                words(phrases));
        return new Explore(
                data,
                drawn(outlines, frame, phrases),
                cells.stream()
                        .filter(cell -> frame.contains(new LatLon(cell.lat(), cell.lon())))
                        .map(cell -> dot(cell, frame, phrases))
                        .toList(),
                frame,
                Timeline.of(rows, days, marks));
    }

    private static ExploreData.Feature feature(Entry.AreaOutline outline, Phrases phrases) {
        return new ExploreData.Feature(
                "Feature",
                new ExploreData.FeatureProperties(
                        outline.area(), outline.reading().orElse(""), name(outline, phrases)),
                outline.geometry());
    }

    private static List<OutlinePath> drawn(
            List<Entry.AreaOutline> outlines, Frame frame, Phrases phrases) {
        List<OutlinePath> drawn = new ArrayList<>();
        for (Entry.AreaOutline outline : outlines) {
            drawn.add(new OutlinePath(
                    Outlines.path(outline, frame), name(outline, phrases), !drawn.isEmpty()));
        }
        return drawn;
    }

    /** An outline's name in the reader's language, with its reading. */
    static String name(Entry.AreaOutline outline, Phrases phrases) {
        String name = phrases.language().equals("ar")
                ? outline.nameAr().orElse(outline.name())
                : outline.name();
        return outline.reading().isEmpty()
                ? name
                : phrases.say(
                        "show.by-reading", name, readingName(outline.reading().get(), phrases));
    }

    /** A reading's name: our words for those of the sample, else its id as it stands. */
    static String readingName(String reading, Phrases phrases) {
        return phrases.find("show.reading." + reading).orElse(reading);
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
