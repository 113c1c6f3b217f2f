package org.truce.terms;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.truce.base.EventType;
import org.truce.base.LatLon;
import org.truce.base.Moment;
import org.truce.base.Occurred;
import org.truce.base.PlacePrecision;
import org.truce.base.TimePrecision;
import org.truce.reconcile.Incident;
import org.truce.record.Participants;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** UCDP GED rows, each as an incident of its own, with the precisions that intake gives them. */
final class GedRows {
    static final Path FILE = SampleAgreements.root()
            .resolveSibling("shared/data/ucdp-ged-syria/ged_syria_2016_2019.csv.gz");

    private GedRows() {}

    record Row(String id, String dyad, LocalDate start, Incident incident) {}

    static List<Row> read() throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8))) {
            return rows.stream().map(GedRows::row).toList();
        }
    }

    private static Row row(NamedCsvRecord row) {
        String id = Long.toString(number(row, "id"));
        LocalDate start = LocalDate.parse(row.getField("date_start"));
        boolean againstCivilians = number(row, "type_of_violence") == 3;
        Incident incident = Incidents.of(
                id,
                new Occurred(
                        new Moment.Day(start),
                        new Moment.Day(LocalDate.parse(row.getField("date_end"))),
                        timePrecision(number(row, "date_prec"))),
                Incidents.place(
                        Optional.of(row.getField("adm_1")),
                        Optional.of(new LatLon(
                                Double.parseDouble(row.getField("latitude")),
                                Double.parseDouble(row.getField("longitude")))),
                        placePrecision(number(row, "where_prec"))),
                againstCivilians ? EventType.VIOLENCE_AGAINST_CIVILIANS : EventType.LETHAL_EVENT,
                againstCivilians
                        ? Incidents.alleged(row.getField("side_a"), row.getField("side_b"))
                        : new Participants.Fighting(
                                row.getField("side_a"), row.getField("side_b")));
        return new Row(id, row.getField("dyad_name"), start, incident);
    }

    private static long number(NamedCsvRecord row, String column) {
        return (long) Double.parseDouble(row.getField(column));
    }

    private static TimePrecision timePrecision(long code) {
        return switch ((int) code) {
            case 1 -> TimePrecision.DAY;
            case 2, 3 -> TimePrecision.WEEK;
            case 4 -> TimePrecision.MONTH;
            default -> TimePrecision.LONGER;
        };
    }

    private static PlacePrecision placePrecision(long code) {
        return switch ((int) code) {
            case 1 -> PlacePrecision.EXACT;
            case 2, 3 -> PlacePrecision.DISTRICT;
            case 4, 5 -> PlacePrecision.GOVERNORATE;
            default -> PlacePrecision.COUNTRY;
        };
    }
}
