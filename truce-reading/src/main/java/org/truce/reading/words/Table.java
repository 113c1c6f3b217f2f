package org.truce.reading.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table of the resources: columns parted by tabulators, named in the first line. Lines that begin
 * with # are remarks. Throws {@link IllegalStateException} where a row does not fit its columns,
 * for then the program itself is wrong.
 */
public final class Table {
    private Table() {}

    /**
     * One row.
     *
     * @param line its place in the file, from 1
     */
    public record Row(String table, int line, Map<String, String> values) {
        public Row {
            values = Map.copyOf(values);
        }

        /** What stands in a column; throws where it is empty. */
        public String get(String column) {
            return find(column)
                    .orElseThrow(() -> new IllegalStateException(
                            "%s:%d: nothing in column %s".formatted(table, line, column)));
        }

        /** What stands in a column, when anything does. */
        public Optional<String> find(String column) {
            String value = values.get(column);
            if (value == null) {
                throw new IllegalStateException("%s has no column %s".formatted(table, column));
            }
            return Optional.of(value).filter(one -> !one.isEmpty());
        }

        /** The parts of a column, which upright strokes part; none when it is empty. */
        public List<String> list(String column) {
            return find(column).map(value -> List.of(value.split("\\|", -1))).orElse(List.of());
        }
    }

    /** The rows of {@code name}.tsv, in their order. */
    public static List<Row> rows(String name) {
        String file = name + ".tsv";
        try (InputStream in = Table.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no table " + file + " on the class path");
            }
            return read(
                    file, new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Row> read(String file, BufferedReader lines) throws IOException {
        List<Row> rows = new ArrayList<>();
        List<String> columns = List.of();
        int number = 0;
        String line = lines.readLine();
        while (line != null) {
            number++;
            if (!line.startsWith("#") && !line.isBlank()) {
                List<String> cells = List.of(line.split("\t", -1));
                if (columns.isEmpty()) {
                    columns = cells;
                } else {
                    rows.add(row(file, number, columns, cells));
                }
            }
            line = lines.readLine();
        }
        return List.copyOf(rows);
    }

    private static Row row(String file, int number, List<String> columns, List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalStateException("%s:%d has %d columns, not %d"
                    .formatted(file, number, cells.size(), columns.size()));
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            values.put(columns.get(i), cells.get(i).strip());
        }
        return new Row(file, number, values);
    }
}
