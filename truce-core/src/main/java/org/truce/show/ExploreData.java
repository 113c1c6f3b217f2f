package org.truce.show;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;

import java.util.List;
import java.util.Map;

/** What the page's map and timeline draw; places are cells, never more exact. */
public record ExploreData(
        String language,
        List<Double> bounds,
        Features areas,
        List<Cell> cells,
        Days days,
        List<Mark> marks,
        List<Series> series,
        List<Count> counts,
        Map<String, String> words) {

    /** A GeoJSON feature collection (RFC 7946). */
    public record Features(String type, List<Feature> features) {}

    /** One outline. */
    public record Feature(
            String type,
            FeatureProperties properties,
            @JsonRawValue String geometry) {}

    /** Whose outline it is; the reading is empty where nobody differs. */
    public record FeatureProperties(String area, String reading, String name) {}

    /** The rows in one cell of coarse places. */
    public record Cell(double lat, double lon, String place, List<DayCount> days) {}

    /** Rows of one verdict on one local day. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    public record DayCount(String day, String verdict, int count) {}

    /** First and last local day drawn. */
    public record Days(String from, String to) {}

    /** A date to mark. */
    public record Mark(String day, String label) {}

    /** One verdict and the word for it. */
    public record Series(String key, String label) {}

    /** A count by period as a rate; days are elapsed days. */
    public record Count(
            String from,
            String to,
            @JsonProperty("perDay") double perDay,
            int count,
            double days) {}
}
