package org.truce.assess.counts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.assess.Interval;
import org.truce.assess.Rate;
import org.truce.assess.RateRatio;
import org.truce.assess.SampleRecord;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * The replay over lethal events of UCDP GED in the four de-escalation areas, 2016 to 2019, all
 * dyads and kinds, by first day, and for the outlines of the sample. What GED knows now it is taken
 * to have known at once, so reporting delay does not enter here.
 */
final class GedOutlookTest {
    private static final Path FILE = SampleRecord.root()
            .resolveSibling("shared/data/ucdp-ged-syria/ged_syria_2016_2019.csv.gz");
    private static final LocalDate FIRST = LocalDate.of(2016, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2019, 12, 31);

    /** The first outline of each area: for the south-west, the announced reading. */
    private static final Map<String, List<double[]>> OUTLINES = new TreeMap<>();

    private static final List<Event> EVENTS = new ArrayList<>();

    private record Event(LocalDate day, double lonDegrees, double latDegrees) {}

    @BeforeAll
    static void read() throws IOException {
        assumeTrue(
                Files.exists(FILE), "skipped: put UCDP GED Syria at ../shared/data/ucdp-ged-syria");
        for (JsonNode feature : JsonMapper.builder()
                .build()
                .readTree(Files.readString(
                        SampleRecord.root().resolve("samples/southwest-syria/areas.geojson")))
                .path("features")) {
            List<double[]> ring = new ArrayList<>();
            feature.path("geometry")
                    .path("coordinates")
                    .path(0)
                    .forEach(point -> ring.add(new double[] {
                        point.path(0).asDouble(), point.path(1).asDouble()
                    }));
            OUTLINES.putIfAbsent(feature.path("properties").path("area").asString(), ring);
        }
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : rows) {
                // What is known to the week or worse would all fall on its first day.
                if (Double.parseDouble(row.getField("date_prec")) <= 2) {
                    EVENTS.add(new Event(
                            LocalDate.parse(row.getField("date_start")),
                            Double.parseDouble(row.getField("longitude")),
                            Double.parseDouble(row.getField("latitude"))));
                }
            }
        }
    }

    private static DailyCounts counts(String area) {
        List<double[]> ring = OUTLINES.getOrDefault(area, List.of());
        Map<LocalDate, Integer> byDay = new TreeMap<>();
        FIRST.datesUntil(LAST.plusDays(1)).forEach(day -> byDay.put(day, 0));
        EVENTS.stream()
                .filter(event -> isInside(event, ring))
                .forEach(event -> byDay.merge(event.day(), 1, Integer::sum));
        return new DailyCounts(byDay.entrySet().stream()
                .map(day -> CountedDay.whole(day.getKey(), day.getValue()))
                .toList());
    }

    private static boolean isInside(Event event, List<double[]> ring) {
        boolean inside = false;
        for (int i = 1; i < ring.size(); i++) {
            double[] a = ring.get(i - 1);
            double[] b = ring.get(i);
            double part = (event.latDegrees() - a[1]) / (b[1] - a[1]);
            if ((a[1] > event.latDegrees()) != (b[1] > event.latDegrees())
                    && event.lonDegrees() < a[0] + (b[0] - a[0]) * part) {
                inside = !inside;
            }
        }
        return inside;
    }

    @ParameterizedTest
    @CsvSource({
        "south-west, 7", "south-west, 30",
        "idlib, 7", "idlib, 30",
        "north-homs, 7", "north-homs, 30",
        "east-ghouta, 7", "east-ghouta, 30"
    })
    void theOutlookBeatsThePlainOnes(String area, int horizonDays) throws IOException {
        DailyCounts counts = counts(area);
        Replay replay = Replay.find(day -> counts.between(FIRST, day), LAST, horizonDays)
                .orElseThrow();
        assertThat(replay.findBetterPlain()).as("%s", replay).isEmpty();
        assertThat(replay.plain().values())
                .allSatisfy(plain -> assertThat(plain.logScoreNats())
                        .isGreaterThan(replay.ours().logScoreNats()));
        assertThat(replay.ours().insideShare()).as("%s", replay).isBetween(0.82, 1.0);
        assertThat(Files.readAllLines(SampleRecord.root().resolve("docs/reference/outlook.md")))
                .contains(row(area, replay));
    }

    /** The figures of the reference page; the events of the south-west come in bursts. */
    @Test
    void theRatioOfTheSouthWestIsLessSureThanPoissons() throws IOException {
        DailyCounts counts = counts("south-west");
        DailyCounts before = counts.between(LocalDate.of(2016, 7, 1), LocalDate.of(2017, 7, 8));
        DailyCounts during = counts.between(LocalDate.of(2017, 7, 9), LocalDate.of(2018, 6, 17));
        RatioWithBursts ratio = RatioWithBursts.of(before, during);
        assertThat(ratio.probabilityOfBursts()).isGreaterThan(0.99);
        Interval wide = ratio.posteriorInterval(0.9);
        Interval poisson = new RateRatio(
                        new Rate(before.events(), before.exposureDays()),
                        new Rate(during.events(), during.exposureDays()))
                .posteriorInterval(0.9);
        assertThat(Files.readString(SampleRecord.root().resolve("docs/reference/outlook.md")))
                .contains(String.format(
                        Locale.ROOT,
                        "the ratio is %.2f, its 90 %% interval %.2f to %.2f, and Poisson's %.2f to"
                                + " %.2f.",
                        ratio.estimate().orElseThrow(),
                        wide.low(),
                        wide.high(),
                        poisson.low(),
                        poisson.high()));
    }

    /** The row of the reference page. */
    private static String row(String area, Replay replay) {
        StringBuilder row = new StringBuilder(String.format(
                Locale.ROOT, "| %s | %d | %d |", area, replay.horizonDays(), replay.origins()));
        row.append(cells(replay.ours()));
        for (Plain each : Plain.values()) {
            row.append(cells(replay.plain().getOrDefault(each, replay.ours())));
        }
        return row.append(String.format(Locale.ROOT, " %.2f |", replay.ours().insideShare()))
                .toString();
    }

    private static String cells(Replay.Means means) {
        return String.format(
                Locale.ROOT,
                " %.2f / %.2f / %.3f / %.3f |",
                means.crps(),
                means.logScoreNats(),
                means.brierAny(),
                means.brierMore());
    }
}
