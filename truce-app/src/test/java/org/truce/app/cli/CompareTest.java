package org.truce.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.cli.Terminal.Ran;
import org.truce.app.feed.ReportSheet;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Two registers laid side by side, and the pairs in doubt. */
final class CompareTest {
    @TempDir
    private Path folder;

    private String store = "";

    @BeforeEach
    void take() throws IOException {
        store = folder.resolve("both.truce").toString();
        take("north", ReportSheet.row("report_id", "N1", "killed_min", "2", "killed_max", "2"));
        take("south", ReportSheet.row("report_id", "S1", "killed_min", "9", "killed_max", "9"));
    }

    private void take(String register, String row) throws IOException {
        Path table = folder.resolve(register + ".csv");
        Files.writeString(table, ReportSheet.table(List.of(row)));
        truce("import", "--store", store, "--register", register, table.toString());
    }

    private static Ran truce(String... words) {
        Ran ran = Terminal.run(words);
        assertThat(ran.exit()).as(ran.err()).isZero();
        return ran;
    }

    private JsonNode compare(String... more) {
        Ran ran = truce(words("compare", "north", "south", "--json", more));
        assertThat(ran.lines()).hasSize(1);
        assertThat(Shape.of("compare").problems(ran.out())).isEmpty();
        return Shape.read(ran.out());
    }

    private String[] words(String command, String one, String other, String form, String... more) {
        List<String> words =
                new java.util.ArrayList<>(List.of(command, "--store", store, one, other, form));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    @Test
    void theSidesDifferenceIsSaidAndDecisionsCountAsTheirWord() {
        truce(
                "decide",
                "link",
                "--store",
                store,
                "--register",
                "north",
                "--by",
                "officer",
                "--why",
                "the same shells",
                "north:N1",
                "south:S1");
        JsonNode cell = compare();
        assertThat(cell.path("disputed").asInt()).isEqualTo(1);
        assertThat(cell.path("incidents").path(0).path("differences").toString())
                .isEqualTo("[\"killed\"]");
        assertThat(truce("compare", "--store", store, "north", "south").out())
                .contains("disputed 1\tonly north 0\tonly south 0")
                .contains("tallies: none");
    }

    @Test
    void registersMustBeTwoAndThere() {
        Ran same = Terminal.run("compare", "--store", store, "north", "north");
        assertThat(same.exit()).isEqualTo(2);
        assertThat(same.err()).contains("name two");
        Ran none = Terminal.run("compare", "--store", store, "north", "west");
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.err()).contains("there is no register 'west'");
    }

    @Test
    void aDoubtIsSettledByADecision() {
        Path sample = Terminal.SAMPLE.resolve("reports.csv");
        String whole = folder.resolve("sample.truce").toString();
        truce("import", "--store", whole, "--register", "sw", sample.toString());
        Ran ran = truce("doubts", "--store", whole, "--json", "--first", "3");
        assertThat(ran.lines()).hasSize(3);
        double last = Double.MAX_VALUE;
        for (String line : ran.lines()) {
            assertThat(Shape.of("doubt").problems(line)).isEmpty();
            assertThat(Shape.read(line).path("why").toString())
                    .contains("before anything is compared")
                    .contains("together, odds of");
            assertThat(Shape.read(line).path("stake").asDouble()).isLessThanOrEqualTo(last);
            last = Shape.read(line).path("stake").asDouble();
        }
        JsonNode first = Shape.read(ran.lines().getFirst());
        String one = first.path("one").asString();
        String other = first.path("other").asString();
        truce("decide", "split", "--store", whole, "--by", "officer", "--why", "two", one, other);
        assertThat(truce("doubts", "--store", whole, "--json", "--first", "1000")
                        .lines())
                .noneMatch(line -> Shape.read(line).path("one").asString().equals(one)
                        && Shape.read(line).path("other").asString().equals(other));
        assertThat(Terminal.run("doubts", "--store", whole, "--first", "0").exit())
                .isEqualTo(2);
    }
}
