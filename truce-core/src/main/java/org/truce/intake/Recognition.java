package org.truce.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells a format from the beginning of a file. */
final class Recognition {
    static final int HEAD_BYTES = 1 << 16;

    private static final Map<Format, Pattern> MARKS = new EnumMap<>(Map.of(
            Format.AGREEMENT, mark("truce-agreement"),
            Format.REGISTER, mark("truce-register"),
            Format.CLAIMS, mark("truce-claims"),
            Format.NOTICE_RULES, mark("truce-notice-rules"),
            Format.ARTICLE, mark("truce-article")));
    private static final Pattern GEOJSON =
            Pattern.compile("\"type\"\\s*:\\s*\"(FeatureCollection|Feature|(Multi)?Polygon)\"");

    /** A table with a misspelt or missing column is still that table. */
    private static final double ENOUGH_COLUMNS = 0.6;

    private Recognition() {}

    private static Pattern mark(String key) {
        return Pattern.compile("^[\"']?" + key + "[\"']?\\s*:", Pattern.MULTILINE);
    }

    static Optional<Format> of(byte[] head, Map<Format, CsvTable> tables) {
        byte[] utf8 = utf8(Arrays.copyOf(head, Math.min(head.length, HEAD_BYTES)));
        String text = new String(utf8, StandardCharsets.UTF_8);
        if (text.stripLeading().startsWith("{")) {
            return GEOJSON.matcher(text).find() ? Optional.of(Format.AREAS) : Optional.empty();
        }
        for (Map.Entry<Format, Pattern> mark : MARKS.entrySet()) {
            if (mark.getValue().matcher(text).find()) {
                return Optional.of(mark.getKey());
            }
        }
        // Before the tables: many keep their own headers above the hashtags.
        if (HxlCsv.isRecognised(new CsvRows(new Lines(new ByteArrayInputStream(utf8))))) {
            return Optional.of(Format.HXL);
        }
        return tables.entrySet().stream()
                .filter(table -> share(table.getValue(), utf8) >= ENOUGH_COLUMNS)
                .max(Comparator.comparingDouble(table -> share(table.getValue(), utf8)))
                .map(Map.Entry::getKey);
    }

    private static double share(CsvTable table, byte[] utf8) {
        List<String> required = table.required();
        return CsvHeader.find(new CsvRows(new Lines(new ByteArrayInputStream(utf8))), required)
                .map(header -> header.known(required) / (double) required.size())
                .orElse(0.0);
    }

    private static byte[] utf8(byte[] head) {
        try (InputStream in = Encoding.utf8(new ByteArrayInputStream(head))) {
            return in.readAllBytes();
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }
}
