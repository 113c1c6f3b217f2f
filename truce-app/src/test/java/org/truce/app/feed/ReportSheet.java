package org.truce.app.feed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes tables of reports for tests. */
public final class ReportSheet {
    private static final Map<String, String> USUAL = usual();
    private static final String HEADER = String.join(",", USUAL.keySet());

    private ReportSheet() {}

    private static Map<String, String> usual() {
        Map<String, String> usual = new LinkedHashMap<>();
        usual.put("report_id", "A1");
        usual.put("source", "Observer");
        usual.put("source_url", "https://example.org/a1");
        usual.put("published", "2017-07-13");
        usual.put("occurred_from", "2017-07-12");
        usual.put("occurred_to", "");
        usual.put("date_precision", "day");
        usual.put("place_name", "Daraa");
        usual.put("admin1", "Daraa");
        usual.put("lat", "32.62");
        usual.put("lon", "36.1");
        usual.put("place_precision", "town");
        usual.put("event_type", "artillery-shelling");
        usual.put("count", "");
        usual.put("alleged_actor", "Syrian government forces");
        usual.put("target", "");
        usual.put("killed_min", "");
        usual.put("killed_max", "");
        usual.put("civilians_killed", "");
        usual.put("injured", "");
        usual.put("quality", "direct");
        usual.put("note", "");
        usual.put("same_as", "");
        return usual;
    }

    /** A usual row with some values changed: column, value, column, value and so on. */
    public static String row(String... columnsAndValues) {
        Map<String, String> row = new LinkedHashMap<>(USUAL);
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            if (row.put(columnsAndValues[i], columnsAndValues[i + 1]) == null) {
                throw new IllegalArgumentException("no such column: " + columnsAndValues[i]);
            }
        }
        return row.values().stream().map(ReportSheet::quoted).collect(Collectors.joining(","));
    }

    /** The header and the rows; the first row stands on line 2. */
    public static String table(String... rows) {
        return table(List.of(rows));
    }

    public static String table(List<String> rows) {
        return HEADER + "\n" + String.join("\n", rows) + "\n";
    }

    private static String quoted(String value) {
        return value.matches("[^\",\n]*") ? value : "\"" + value.replace("\"", "\"\"") + "\"";
    }
}
