package org.truce.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.cli.Terminal.Ran;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the command line says of the bundled sample. The figures were counted from the files with
 * another program.
 */
final class SampleTest {
    /** 667 reports, 172 tallies, 39 totals, 450 counts, 63 statements, 225 about follow-up. */
    private static final int TABLE_ROWS = 667 + 172 + 39 + 450 + 63 + 225;

    /** 5 outlines, 3 agreements, register.yaml, 3 claims, 6 side by side, 20 sentences. */
    private static final int OTHERS = 5 + 3 + 1 + 3 + 6 + 20;

    @TempDir
    Path folder;

    private static List<JsonNode> assess(String... further) {
        List<String> arguments = new ArrayList<>(List.of(
                "assess",
                "--json",
                "--store",
                SampleStore.file(),
                "--area",
                "south-west",
                "--from",
                "2017-07-09",
                "--to",
                "2018-06-18",
                "--baseline-from",
                "2016-07-01",
                "--baseline-to",
                "2017-07-08"));
        arguments.addAll(List.of(further));
        Ran ran = Terminal.run(arguments.toArray(String[]::new));
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.err().lines())
                .as("the pin and nothing else")
                .singleElement()
                .asString()
                .startsWith("pin: ");
        return ran.lines().stream().map(Shape::read).toList();
    }

    @Test
    void everyRowIsTakenInOnceAndOnlyOnce() {
        Ran first = SampleStore.get().imported();
        assertThat(first.exit()).isZero();
        JsonNode result = Shape.read(first.out());
        assertThat(result.path("accepted").asInt()).isEqualTo(TABLE_ROWS + OTHERS);
        assertThat(result.path("duplicates").asInt()).isZero();
        assertThat(result.path("defectCount").asInt()).isZero();

        String store = folder.resolve("again.truce").toString();
        Terminal.run("import", "--store", store, Terminal.SAMPLE.toString());
        Ran second = Terminal.run("import", "--store", store, Terminal.SAMPLE.toString(), "--json");
        assertThat(second.exit()).isZero();
        JsonNode again = Shape.read(second.out());
        assertThat(again.path("accepted").asInt()).isZero();
        assertThat(again.path("duplicates").asInt()).isEqualTo(TABLE_ROWS + OTHERS);
        Ran verified = Terminal.run("verify", "--store", store, "--json");
        assertThat(Shape.read(verified.out()).path("entries").asInt())
                .as("and the register's first key")
                .isEqualTo(TABLE_ROWS + OTHERS + 1);
        assertThat(Shape.read(verified.out()).path("ok").asBoolean()).isTrue();
    }

    @Test
    void aFolderWithNothingUsableIsExitCodeTwo() throws IOException {
        Path notes = Files.createDirectory(folder.resolve("notes"));
        Files.writeString(notes.resolve("readme.md"), "nothing to take in");
        Ran ran = Terminal.run(
                "import",
                "--store",
                folder.resolve("empty.truce").toString(),
                notes.toString(),
                "--json");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(Shape.read(ran.out()).path("accepted").asInt()).isZero();
        assertThat(ran.err()).contains("readme.md");
    }

    /** The rows of lethal-events-by-month.csv between 1 July 2016 and 18 June 2018, added up. */
    @Test
    void bothReadingsRestOnTheCountsOfUcdp() {
        List<JsonNode> answers = assess();
        assertThat(answers)
                .extracting(answer -> answer.path("reading").asString())
                .containsExactly("announced", "without-suwayda");
        assertCounts(answers.get(0), 497, 177);
        assertCounts(answers.get(1), 468, 156);
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.path("status").asString()).isEqualTo("holding-with-exceptions");
            assertThat(answer.path("basis").path("register").asString()).isEqualTo("UCDP GED");
            assertThat(answer.path("basis").path("how").asString()).isEqualTo("counts");
            assertThat(answer.path("days").path("before").asDouble()).isEqualTo(373);
            assertThat(answer.path("days").path("during").asDouble()).isEqualTo(345);
            assertThat(answer.path("coverage").path("observedDays").asInt()).isEqualTo(345);
            assertThat(answer.path("reconstructed").asBoolean()).isFalse();
            assertThat(answer.path("asKnown").isNull()).isTrue();
            assertThat(answer.path("leftOutWithoutDate").asInt()).isZero();
            // 14 periods before and 12 during, of "government-insurgents", "with-isil", "other".
            assertThat(answer.path("countedEntries").size()).isBetween(26, 78);
        });
    }

    private static void assertCounts(JsonNode answer, int before, int during) {
        assertThat(answer.path("breaches").path("before").asInt()).isEqualTo(before);
        assertThat(answer.path("breaches").path("during").asInt()).isEqualTo(during);
        assertThat(answer.path("ratio").path("estimate").asDouble())
                .isEqualTo((during / 345.0) / (before / 373.0), within(1e-12));
        assertThat(answer.path("sentence").asString()).contains(during + "").contains(before + "");
    }

    /** From 75 in June and 17 in eight days of July to 5 in the 23 days after them. */
    @Test
    void theRateChangedWhereTheTruceBegan() {
        assertThat(assess()).allSatisfy(answer -> {
            JsonNode change = answer.path("change");
            assertThat(change.path("date").asString()).isEqualTo("2017-07-09");
            assertThat(change.path("earliest").asString()).isEqualTo("2017-07-01");
            assertThat(change.path("latest").asString()).isEqualTo("2017-07-31");
            assertThat(change.path("level").asDouble()).isEqualTo(0.9);
            assertThat(change.path("probability").asDouble()).isGreaterThan(0.99);
        });
        JsonNode announced = assess("--reading", "announced").getFirst().path("change");
        assertThat(announced.path("before").asDouble()).isEqualTo(1.3313165, within(1e-6));
        assertThat(announced.path("after").asDouble()).isEqualTo(0.5143576, within(1e-6));
    }

    /**
     * 106 with ISIL before and 83 during stand beside, in the announced reading; 14 and 9 others.
     */
    @Test
    void fightingWithIsilIsCountedApart() {
        JsonNode announced = assess("--reading", "announced").getFirst();
        assertThat(announced.path("counted"))
                .extracting(kind ->
                        kind.path("before").asInt() + " " + kind.path("during").asInt())
                .containsExactlyInAnyOrder("497 177", "106 83", "14 9");
    }

    /**
     * 4 reports, 30 tallies, all 39 totals and all 450 counts by period say no date of publication.
     */
    @Test
    void asKnownOnTheDayOfTheStatementNobodyCouldTell() {
        assertThat(assess("--as-known", "2018-01-17")).hasSize(2).allSatisfy(answer -> {
            assertThat(answer.path("status").asString()).isEqualTo("cannot-tell");
            assertThat(answer.path("reconstructed").asBoolean()).isTrue();
            assertThat(answer.path("asKnown").asString()).isEqualTo("2018-01-17");
            assertThat(answer.path("basis").path("how").asString()).isEqualTo("none");
            assertThat(answer.path("basis").path("register").isNull()).isTrue();
            assertThat(answer.path("ratio").path("estimate").isNull()).isTrue();
            assertThat(answer.path("ratio").path("low").isNull()).isTrue();
            assertThat(answer.path("probabilityLower").isNull()).isTrue();
            assertThat(answer.path("leftOutWithoutDate").asInt()).isEqualTo(4 + 30 + 39 + 450);
            // The last 14 days before that day.
            assertThat(answer.path("incompleteFrom").asString()).isEqualTo("2018-01-03");
            assertThat(answer.path("breachIds").size()).isPositive();
        });
    }

    /** Nothing that an answer as known on a day names was published after that day. */
    @Test
    void anAnswerAsKnownUsesNothingPublishedLater() throws IOException {
        Set<String> later = new HashSet<>();
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(Terminal.SAMPLE.resolve("reports.csv"))) {
            rows.stream()
                    .filter(row -> row.getField("published").compareTo("2018-01-17") > 0)
                    .forEach(row -> later.add("southwest-syria:" + row.getField("report_id")));
        }
        assertThat(later).hasSizeGreaterThan(100);
        for (JsonNode answer : assess("--as-known", "2018-01-17")) {
            for (JsonNode id : answer.path("breachIds")) {
                assertThat(later).doesNotContain(id.asString());
            }
        }
    }

    @Test
    void aWindowOutsideTheTermsIsNotInForce() {
        for (String[] window :
                new String[][] {{"2017-01-01", "2017-07-08"}, {"2018-07-31", "2018-12-31"}}) {
            Ran ran = Terminal.run(
                    "assess",
                    "--json",
                    "--store",
                    SampleStore.file(),
                    "--area",
                    "south-west",
                    "--from",
                    window[0],
                    "--to",
                    window[1]);
            assertThat(ran.exit()).as(ran.err()).isZero();
            assertThat(ran.lines())
                    .hasSize(2)
                    .allSatisfy(
                            line -> assertThat(Shape.read(line).path("status").asString())
                                    .isEqualTo("not-in-force"));
        }
    }

    /** 588 single reports; 44 rows that sum up and 34 calm ones never become incidents. */
    @Test
    void calmReportsAndSumsAreNoIncidents() {
        Ran ran = Terminal.run("incidents", "--store", SampleStore.file(), "--json");
        Set<String> reports = new HashSet<>();
        int placed = 0;
        for (String line : ran.lines()) {
            for (JsonNode report : Shape.read(line).path("reports")) {
                placed++;
                reports.add(report.asString());
            }
        }
        assertThat(placed).as("each report is in one incident").isEqualTo(588);
        assertThat(reports).hasSize(588);
    }

    /** Without --json it is sentences for people. */
    @Test
    void sentencesWithoutJson() {
        Ran ran = Terminal.run(
                "assess",
                "--store",
                SampleStore.file(),
                "--area",
                "south-west",
                "--reading",
                "announced",
                "--from",
                "2017-07-09",
                "--to",
                "2018-06-18",
                "--baseline-from",
                "2016-07-01",
                "--baseline-to",
                "2017-07-08");
        assertThat(ran.lines()).hasSize(1);
        assertThat(ran.out())
                .contains("holding with exceptions")
                .contains("177")
                .contains("497");
        assertThat(ran.err()).as("notes go to the other stream").isNotBlank();
    }
}
