package org.truce.reconcile;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.truce.base.Coded;
import org.truce.base.EventType;
import org.truce.base.Moment;
import org.truce.base.Occurred;
import org.truce.base.PlacePrecision;
import org.truce.base.TimePrecision;
import org.truce.record.Account;
import org.truce.record.ActorBook;
import org.truce.record.Agreement;
import org.truce.record.Casualties;
import org.truce.record.Entered;
import org.truce.record.Entry;
import org.truce.record.Guarded;
import org.truce.record.Participants;
import org.truce.record.Place;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Just enough reading of the sample to test this stage before the intake is there: no checks, no
 * defects. To be dropped for the intake's own readers.
 */
final class SampleForReconcile {
    private static final Path SHARED = Path.of("../../shared").toAbsolutePath().normalize();
    static final Path REPORTS = SHARED.resolve("samples/southwest-syria/reports.csv");
    static final Path GED = SHARED.resolve("data/ucdp-ged-syria/ged_syria_2016_2019.csv.gz");
    private static final Path UNDERSTANDING =
            Path.of("../samples/southwest-syria/agreements/2017-07-07-understanding.yaml");

    private SampleForReconcile() {}

    /** The rows that are reports: neither calm nor a sum of several things. */
    static List<Entry.Report> reports() {
        return read(REPORTS, SampleForReconcile::report);
    }

    static List<Entry.Report> ged() {
        return read(GED, SampleForReconcile::gedReport);
    }

    private static List<Entry.Report> read(
            Path file, Function<NamedCsvRecord, Optional<Entry.Report>> toReport) {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain =
                        file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                        .ofNamedCsvRecord(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            return rows.stream().flatMap(row -> toReport.apply(row).stream()).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Optional<Entry.Report> report(NamedCsvRecord row) {
        Optional<EventType> type = Coded.find(EventType.class, row.getField("event_type"));
        if (type.isEmpty() || row.getField("quality").equals("aggregate")) {
            return Optional.empty();
        }
        Account account = new Account(
                guarded(row.getField("source")),
                Optional.empty(),
                text(row, "source_url").map(SampleForReconcile::guarded),
                text(row, "published").map(LocalDate::parse),
                new Occurred(
                        Moment.get(row.getField("occurred_from")),
                        Moment.get(row.getField("occurred_to")),
                        Coded.find(TimePrecision.class, row.getField("date_precision"))
                                .orElseThrow()),
                place(
                        row.getField("place_name"),
                        text(row, "admin1"),
                        row.getField("lat") + "," + row.getField("lon"),
                        Coded.find(PlacePrecision.class, row.getField("place_precision"))
                                .orElseThrow()),
                text(row, "note").map(SampleForReconcile::guarded));
        return Optional.of(new Entry.Report(
                "southwest-syria",
                row.getField("report_id"),
                new Entered(new Guarded.Clear("reports.csv"), row.getStartingLineNumber()),
                account,
                type.get(),
                number(row, "count"),
                new Participants.Alleged(
                        row.getField("alleged_actor"),
                        text(row, "target").map(SampleForReconcile::guarded)),
                new Casualties(
                        number(row, "killed_min"),
                        OptionalInt.empty(),
                        number(row, "killed_max"),
                        number(row, "civilians_killed"),
                        number(row, "injured")),
                text(row, "same_as"),
                Optional.empty()));
    }

    private static Optional<Entry.Report> gedReport(NamedCsvRecord row) {
        PlacePrecision precision = switch (row.getField("where_prec")) {
            case "1.0" -> PlacePrecision.EXACT;
            case "2.0" -> PlacePrecision.TOWN;
            case "3.0" -> PlacePrecision.DISTRICT;
            case "4.0", "5.0" -> PlacePrecision.GOVERNORATE;
            default -> PlacePrecision.COUNTRY;
        };
        TimePrecision known = switch (row.getField("date_prec")) {
            case "1.0" -> TimePrecision.DAY;
            case "2.0", "3.0" -> TimePrecision.WEEK;
            case "4.0" -> TimePrecision.MONTH;
            default -> TimePrecision.LONGER;
        };
        Account account = new Account(
                guarded("UCDP GED"),
                text(row, "source_original").map(SampleForReconcile::guarded),
                Optional.empty(),
                Optional.empty(),
                new Occurred(
                        Moment.get(row.getField("date_start")),
                        Moment.get(row.getField("date_end")),
                        known),
                place(
                        row.getField("where_coordinates"),
                        text(row, "adm_1"),
                        row.getField("latitude") + "," + row.getField("longitude"),
                        precision),
                Optional.empty());
        return Optional.of(new Entry.Report(
                "ucdp-ged",
                row.getField("id"),
                new Entered(new Guarded.Clear("ged.csv"), row.getStartingLineNumber()),
                account,
                EventType.LETHAL_EVENT,
                OptionalInt.empty(),
                new Participants.Fighting(row.getField("side_a"), row.getField("side_b")),
                new Casualties(
                        number(row, "low"),
                        number(row, "best"),
                        number(row, "high"),
                        OptionalInt.empty(),
                        OptionalInt.empty()),
                Optional.empty(),
                Optional.empty()));
    }

    private static Place place(
            String name, Optional<String> governorate, String point, PlacePrecision precision) {
        return new Place(guarded(name), governorate, Optional.of(guarded(point)), precision);
    }

    private static Guarded guarded(String value) {
        return new Guarded.Open(value, "00".repeat(16));
    }

    private static Optional<String> text(NamedCsvRecord row, String column) {
        return Optional.of(row.getField(column)).filter(value -> !value.isBlank());
    }

    private static OptionalInt number(NamedCsvRecord row, String column) {
        String value = row.getField(column);
        return value.isBlank()
                ? OptionalInt.empty()
                : OptionalInt.of((int) Double.parseDouble(value));
    }

    /** Actors and two-sided labels of the understanding of 7 July 2017. */
    static ActorBook book() {
        try (InputStream yaml = Files.newInputStream(UNDERSTANDING)) {
            Map<?, ?> root =
                    (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(yaml);
            return new ActorBook(List.of(new Agreement(
                    "understanding",
                    new Agreement.Words("understanding", Optional.empty()),
                    ReportsForTest.DAMASCUS,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    maps(root, "actors").map(SampleForReconcile::actor).toList(),
                    maps(root, "labels").map(SampleForReconcile::label).toList(),
                    List.of())));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Stream<Map<?, ?>> maps(Map<?, ?> root, String key) {
        return ((List<?>) get(root, key)).stream().map(item -> (Map<?, ?>) item);
    }

    private static Object get(Map<?, ?> map, String key) {
        return Objects.requireNonNull(map.get(key), key);
    }

    private static Agreement.Actor actor(Map<?, ?> actor) {
        return new Agreement.Actor(
                String.valueOf(actor.get("id")),
                new Agreement.Words(
                        String.valueOf(get((Map<?, ?>) get(actor, "name"), "en")),
                        Optional.empty()),
                ((List<?>) get(actor, "aliases")).stream().map(String::valueOf).toList(),
                Optional.empty());
    }

    private static Agreement.Label label(Map<?, ?> label) {
        List<?> between = (List<?>) get(label, "between");
        return new Agreement.Label(
                String.valueOf(label.get("text")),
                String.valueOf(between.get(0)),
                String.valueOf(between.get(1)));
    }
}
