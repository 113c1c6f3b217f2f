package org.truce.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A valid row of a reports file, and what it looks like after a change. */
final class ReportRow {
    private final Map<String, String> values = new LinkedHashMap<>();

    ReportRow(String id) {
        values.put("report_id", id);
        values.put("source", "Reuters (via Ynet)");
        values.put("source_url", "https://example.org/1");
        values.put("published", "2017-07-10");
        values.put("occurred_from", "2017-07-09T12:30+03:00");
        values.put("occurred_to", "2017-07-09");
        values.put("date_precision", "hour");
        values.put("place_name", "Tasil");
        values.put("admin1", "Daraa");
        values.put("lat", "32.84");
        values.put("lon", "35.97");
        values.put("place_precision", "town");
        values.put("event_type", "mortar");
        values.put("count", "3");
        values.put("alleged_actor", "Syrian government forces");
        values.put("target", "town");
        values.put("killed_min", "1");
        values.put("killed_max", "2");
        values.put("civilians_killed", "1");
        values.put("injured", "4");
        values.put("quality", "direct");
        values.put("note", "two shells");
        values.put("same_as", "");
    }

    ReportRow with(String column, String value) {
        values.put(column, value);
        return this;
    }

    ReportRow without(String column) {
        values.remove(column);
        return this;
    }

    String header() {
        return String.join(",", values.keySet());
    }

    String line() {
        List<String> fields = new ArrayList<>();
        for (String value : values.values()) {
            boolean quoted = value.matches("(?s).*[,\"\n\r].*");
            fields.add(quoted ? "\"" + value.replace("\"", "\"\"") + "\"" : value);
        }
        return String.join(",", fields);
    }

    /** A whole file with this row alone. */
    String file() {
        return header() + "\n" + line() + "\n";
    }

    Taken taken() {
        return Taken.from(Format.REPORTS, file());
    }
}
