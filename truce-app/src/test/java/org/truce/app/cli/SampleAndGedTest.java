package org.truce.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.cli.Terminal.Ran;

import tools.jackson.databind.JsonNode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * The sample's reports beside UCDP GED's events of the south-west. Which are plausibly one incident
 * is known from their places, days and dead: docs/reference/reconcile.md.
 */
final class SampleAndGedTest {
    private static final Path GED =
            Terminal.ROOT.resolve("../shared/data/ucdp-ged-syria/ged_syria_2016_2019.csv.gz");

    /** Of adm_1, as the file spells it. */
    private static final Pattern SOUTH_WEST = Pattern.compile(",(Daraa|Quneitra|As Suwayda) Gov");

    @TempDir
    private Path folder;

    @Test
    void reportsMeetTheEventsThatTheyArePlausiblyAbout() throws IOException {
        assumeTrue(
                Files.exists(GED), "skipped: put UCDP GED Syria at ../shared/data/ucdp-ged-syria");
        String store = folder.resolve("both.truce").toString();
        taken(Terminal.run("import", "--store", store, Terminal.SAMPLE.toString()));
        taken(Terminal.run("import", "--store", store, "--register", "ucdp", events().toString()));

        Ran ran = Terminal.run("incidents", "--store", store, "--json");

        taken(ran);
        List<JsonNode> both = ran.lines().stream()
                .map(Shape::read)
                .filter(incident -> incident.path("members").toString().contains("\"ucdp:"))
                .filter(incident -> incident.path("members").toString().contains("\"southwest"))
                .toList();
        assertThat(both).hasSizeBetween(40, 80);
        together(both, "R0310", "247497");
        together(both, "R0263", "246328");
        together(both, "R0287", "251204");
        together(both, "R0044", "242603");
        // GED puts each event down once.
        assertThat(both)
                .allSatisfy(incident -> assertThat(incident.path("members").toString())
                        .containsOnlyOnce("\"ucdp:"));
    }

    private static void together(List<JsonNode> both, String report, String event) {
        assertThat(both).anySatisfy(incident -> {
            assertThat(incident.path("members").toString())
                    .contains(":" + report + "\"", "\"ucdp:" + event + "\"");
            assertThat(incident.path("probability").asDouble()).isGreaterThan(0.8);
            assertThat(incident.path("why").toString()).contains("days overlap", "together, odds");
        });
    }

    private static void taken(Ran ran) {
        assertThat(ran.exit()).as(ran.err()).isZero();
    }

    /** Those of the sample's time and provinces. */
    private Path events() throws IOException {
        Path events = folder.resolve("south-west.csv");
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(GED)), StandardCharsets.UTF_8))) {
            String head = String.valueOf(in.readLine());
            List<String> rows = in.lines()
                    .filter(line -> SOUTH_WEST.matcher(line).find())
                    .filter(line -> line.contains(",2017-") || line.contains(",2018-0"))
                    .toList();
            assertThat(rows).hasSizeGreaterThan(500);
            Files.write(events, List.of(head, String.join("\n", rows)));
        }
        return events;
    }
}
