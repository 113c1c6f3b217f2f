package org.truce.bench;

import org.truce.base.LatLon;
import org.truce.base.TimePrecision;
import org.truce.simulate.accounts.InventedAccounts;
import org.truce.simulate.accounts.InventedReport;
import org.truce.simulate.accounts.Vocabulary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * Invented accounts as files that {@code truce reconcile --reports} reads: {@code source-0.csv} and
 * so on, one taxonomy for each vocabulary ({@code type.csv}), and the truth in {@code truth.csv}.
 */
final class InventedFiles {
    private static final String HEADER =
            "id,occurred,datePrecision,lat,lon,placePrecision,type,actor";

    private InventedFiles() {}

    /** Makes the folder when it is not there; overwrites files of the same names. */
    static void write(InventedAccounts invented, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Vocabulary> vocabularies = invented.plan().vocabularies();
        List<List<String>> files = new ArrayList<>();
        for (int source = 0; source < invented.plan().sources().size(); source++) {
            files.add(new ArrayList<>(List.of(HEADER)));
        }
        List<String> truth = new ArrayList<>(List.of("file,id,event"));
        for (InventedReport report : invented.reports()) {
            files.get(report.source()).add(line(report, vocabularies));
            truth.add("%s.csv,%s,%d".formatted(name(report.source()), report.id(), report.event()));
        }
        for (int source = 0; source < files.size(); source++) {
            Files.write(folder.resolve(name(source) + ".csv"), files.get(source));
        }
        for (Vocabulary vocabulary : vocabularies) {
            Files.write(
                    folder.resolve(vocabulary.name() + ".csv"), taxonomy(vocabulary, files.size()));
        }
        Files.write(folder.resolve("truth.csv"), truth);
    }

    private static String name(int source) {
        return "source-" + source;
    }

    private static String line(InventedReport report, List<Vocabulary> vocabularies) {
        List<String> cells = new ArrayList<>();
        boolean day = report.from().equals(report.to());
        cells.add(report.id());
        cells.add(day ? report.from().toString() : YearMonth.from(report.from()).toString());
        cells.add((day ? TimePrecision.DAY : TimePrecision.MONTH).code());
        cells.add(report.point().map(LatLon::latDegrees).map(String::valueOf).orElse(""));
        cells.add(report.point().map(LatLon::lonDegrees).map(String::valueOf).orElse(""));
        cells.add(report.point().isPresent() ? report.precision().code() : "");
        for (int field = 0; field < vocabularies.size(); field++) {
            Vocabulary vocabulary = vocabularies.get(field);
            var code = report.codes().get(field);
            cells.add(code.isPresent() ? vocabulary.label(report.source(), code.getAsInt()) : "");
        }
        return String.join(",", cells);
    }

    private static List<String> taxonomy(Vocabulary vocabulary, int sources) {
        List<String> lines = new ArrayList<>();
        StringBuilder header = new StringBuilder("source,category");
        for (int level = 1; level <= vocabulary.branches().size(); level++) {
            header.append(",L").append(level);
        }
        lines.add(header.toString());
        for (int source = 0; source < sources; source++) {
            for (int code = 0; code < vocabulary.size(); code++) {
                lines.add("%s,%s,%s"
                        .formatted(
                                name(source),
                                vocabulary.label(source, code),
                                String.join(",", vocabulary.path(code))));
            }
        }
        return lines;
    }
}
