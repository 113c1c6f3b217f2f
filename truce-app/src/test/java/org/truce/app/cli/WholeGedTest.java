package org.truce.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.cli.Terminal.Ran;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * The whole of UCDP GED Syria through the command line. The figures are those of
 * docs/reference/ged-figures.md and of a count of the file with another program.
 */
final class WholeGedTest {
    private static final Path GED =
            Terminal.ROOT.resolve("../shared/data/ucdp-ged-syria/ged_syria_2016_2019.csv.gz");

    /** The rows that the page of figures explains: the announced reading, during. */
    private static final List<String> UNDETERMINED = List.of(
            "245157", "251572", "247390", "252898", "261123", "246935", "250222", "250216",
            "252119", "252171", "252419", "252793", "252981", "253056");

    @TempDir
    static Path folder;

    private static Ran imported;
    private static JsonNode answer;

    @BeforeAll
    static void importAndAssess() {
        assumeTrue(
                Files.exists(GED), "skipped: put UCDP GED Syria at ../shared/data/ucdp-ged-syria");
        String store = folder.resolve("ged.truce").toString();
        // Every look at this clock takes two seconds: an import that is quicker says nothing.
        Clock slow = new SlowClock(Duration.ofSeconds(2));
        imported = Terminal.runAt(slow, "import", "--store", store, GED.toString(), "--json");
        Ran terms = Terminal.run(
                "import",
                "--store",
                store,
                Terminal.SAMPLE.resolve("areas.geojson").toString(),
                Terminal.SAMPLE.resolve("agreements").toString());
        assertThat(terms.exit()).as(terms.err()).isZero();
        Ran assessed = Terminal.run(
                "assess",
                "--json",
                "--store",
                store,
                "--area",
                "south-west",
                "--reading",
                "announced",
                "--from",
                "2017-07-09",
                "--to",
                "2018-06-17",
                "--baseline-from",
                "2016-07-01",
                "--baseline-to",
                "2017-07-08");
        assertThat(assessed.exit()).as(assessed.err()).isZero();
        assertThat(assessed.lines()).hasSize(1);
        answer = Shape.read(assessed.out());
    }

    /**
     * 58 rows with low over high, 71 with best over high, 30 with low over best: 101 rows in all.
     */
    @Test
    void everyRowIsTakenInAndContradictoryBoundsAreWarnedOf() {
        JsonNode result = Shape.read(imported.out());
        assertThat(result.path("accepted").asInt()).isEqualTo(16_566);
        assertThat(result.path("duplicates").asInt()).isZero();
        assertThat(result.path("warnings").asInt()).isEqualTo(101);
        assertThat(result.path("defectCount").asInt()).isZero();
        assertThat(imported.exit()).isZero();
        assertThat(imported.lines()).as("progress stays off standard output").hasSize(1);
        assertThat(imported.err()).containsPattern("[0-9]+ % read").contains("accepted: 16,566");
    }

    @Test
    void theSouthWestHeldWithExceptionsByLethalEvents() {
        assertThat(Shape.of("assess").problems(answer)).isEmpty();
        assertThat(answer.path("status").asString()).isEqualTo("holding-with-exceptions");
        assertThat(answer.path("days").path("before").asDouble()).isEqualTo(373);
        assertThat(answer.path("days").path("during").asDouble()).isEqualTo(344);
        assertThat(answer.path("breaches").path("before").asInt()).isEqualTo(497);
        assertThat(answer.path("breaches").path("during").asInt()).isEqualTo(157);
        assertThat(answer.path("ratio").path("estimate").asDouble())
                .isEqualTo((157 / 344.0) / (497 / 373.0), within(1e-12));
        assertThat(answer.path("basis").path("register").asString()).isEqualTo("UCDP GED");
        assertThat(answer.path("basis").path("how").asString()).isEqualTo("incidents");
        assertThat(answer.path("breachIds").size()).isEqualTo(157);
    }

    @Test
    void whatIsOpenStandsBesideAndInNoRate() {
        Set<String> undetermined = ids("undeterminedIds");
        assertThat(undetermined)
                .containsAll(UNDETERMINED)
                .doesNotContainAnyElementsOf(ids("breachIds"));
        assertThat(answer.path("undetermined").path("during").asInt())
                .isEqualTo(undetermined.size());
    }

    @Test
    void everyBreachIsFightingOfTheGovernmentAndTheInsurgentsByAnUndeterminedParty()
            throws IOException {
        Set<String> between = new HashSet<>();
        Set<String> withIsil = new HashSet<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(new GZIPInputStream(Files.newInputStream(GED)))) {
            rows.forEach(row -> {
                Set<String> sides = Set.of(row.getField("side_a"), row.getField("side_b"));
                if (sides.equals(Set.of("Government of Syria", "Syrian insurgents"))) {
                    between.add(row.getField("id").replace(".0", ""));
                } else if (sides.contains("IS")) {
                    withIsil.add(row.getField("id").replace(".0", ""));
                }
            });
        }
        assertThat(withIsil).hasSizeGreaterThan(1_000);
        Set<String> breaches = ids("breachIds");
        assertThat(between).containsAll(breaches);
        assertThat(breaches).doesNotContainAnyElementsOf(withIsil);

        Ran ran = Terminal.run(
                "incidents",
                "--json",
                "--store",
                folder.resolve("ged.truce").toString(),
                "--area",
                "south-west",
                "--reading",
                "announced",
                "--from",
                "2017-07-09",
                "--to",
                "2018-06-17");
        Set<String> seen = new HashSet<>();
        for (String line : ran.lines()) {
            JsonNode incident = Shape.read(line);
            String id = incident.path("reports").path(0).asString();
            if (breaches.contains(id)) {
                seen.add(id);
                assertThat(incident.path("attribution").size()).isEqualTo(1);
                assertThat(incident.path("attribution").path(0).path("actor").asString())
                        .isEqualTo("undetermined");
            }
        }
        assertThat(seen).isEqualTo(breaches);
    }

    private static Set<String> ids(String field) {
        Set<String> ids = new HashSet<>();
        answer.path(field).forEach(id -> ids.add(id.asString().replace("UCDP GED:", "")));
        return ids;
    }
}
