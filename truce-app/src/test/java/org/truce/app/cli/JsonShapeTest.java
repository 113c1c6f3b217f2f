package org.truce.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.app.cli.Terminal.Ran;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every line of JSON that a command prints has the shape that the docs publish. */
final class JsonShapeTest {
    @TempDir
    Path folder;

    private static final String DECISION = """
        {"register":"north","id":"D-1","act":"verify","about":["north:R1"],"actor":null,\
        "by":"the duty officer","on":"2018-02-01","why":"a picture","note":null,\
        "recorded":"2018-02-01T09:00:00Z","state":"holds","stateBy":null}\
        """;

    private static void assertFits(String shape, Ran ran) {
        Shape expected = Shape.of(shape);
        assertThat(ran.lines())
                .as(ran.err())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(expected.problems(line)).as(line).isEmpty());
    }

    @Test
    void importOfTheSample() {
        assertFits("import", SampleStore.get().imported());
    }

    @Test
    void importWithDefects() throws IOException {
        Path bad = Files.writeString(folder.resolve("tallies.csv"), """
            date,url,side,province,count,stated_total,note
            2017-07-10,,Russia,Hama,two,,
            2017-07-10,,Russia,Homs,3,,
            """);
        Ran ran = Terminal.run(
                "import", "--store", folder.resolve("s").toString(), bad.toString(), "--json");
        assertFits("import", ran);
        JsonNode defect = Shape.read(ran.out()).path("defects").path(0);
        assertThat(defect.path("file").asString()).isEqualTo("tallies.csv");
        assertThat(defect.path("line").asInt()).isEqualTo(2);
        assertThat(defect.path("column").asString()).isEqualTo("count");
        assertThat(defect.path("problem").asString()).contains("two");
        assertThat(defect.path("todo").asString()).isNotBlank();
    }

    @Test
    void allIncidents() {
        assertFits("incident", Terminal.run("incidents", "--store", SampleStore.file(), "--json"));
    }

    @Test
    void incidentsUnderOneReadingHaveFindingsOfNoOther() {
        Ran ran = Terminal.run(
                "incidents",
                "--store",
                SampleStore.file(),
                "--area",
                "south-west",
                "--reading",
                "announced",
                "--from",
                "2017-07-09",
                "--to",
                "2017-07-31",
                "--json");
        assertFits("incident", ran);
        assertThat(ran.out()).contains("\"announced\"").doesNotContain("\"without-suwayda\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--area south-west --from 2017-07-09 --to 2018-06-18"
                        + " --baseline-from 2016-07-01 --baseline-to 2017-07-08",
                "--area south-west --from 2017-07-09 --to 2018-06-18 --as-known 2018-01-17",
                "--area south-west --reading announced --from 2016-01-01 --to 2016-06-30",
                "--area idlib --from 2017-05-06 --to 2018-06-30",
                "--area north-homs --from 2018-06-01 --to 2018-12-31",
                "--area east-ghouta --from 2017-05-06T00:00 --to 2017-12-31T23:00+02:00"
            })
    void answers(String question) {
        List<String> arguments =
                new ArrayList<>(List.of("assess", "--json", "--store", SampleStore.file()));
        arguments.addAll(List.of(question.split(" ")));
        assertFits("assess", Terminal.run(arguments.toArray(String[]::new)));
    }

    @Test
    void verifyOfAWholeAndOfAnAlteredStore() throws IOException, SQLException {
        assertFits("verify", Terminal.run("verify", "--store", SampleStore.file(), "--json"));

        Path altered = Files.copy(Path.of(SampleStore.file()), folder.resolve("altered.truce"));
        try (Connection store = DriverManager.getConnection("jdbc:sqlite:" + altered);
                Statement statement = store.createStatement()) {
            statement.executeUpdate("DROP TRIGGER entry_is_never_changed");
            statement.executeUpdate("UPDATE entry SET recorded_at = '2001-01-01T00:00:00Z'"
                    + " WHERE kind = 'report' AND id = 'R0123'");
        }
        Ran ran = Terminal.run("verify", "--store", altered.toString(), "--json");
        assertThat(ran.exit()).isEqualTo(1);
        assertFits("verify", ran);
        assertThat(Shape.read(ran.out()).path("ok").asBoolean()).isFalse();
        assertThat(ran.err()).contains("R0123");
    }

    @Test
    void aSimulatedRun() {
        Ran ran = Terminal.run("simulate", "--steps", "3", "--runs", "1", "--json");
        assertThat(ran.exit()).as(ran.out()).isZero();
        assertFits("simulate", ran);
    }

    /** A shape that accepts anything would hold nothing: each lost or foreign field is refused. */
    @TestFactory
    Stream<DynamicTest> everyFieldIsHeld() {
        String assess = Terminal.run(
                        "assess",
                        "--json",
                        "--store",
                        SampleStore.file(),
                        "--area",
                        "idlib",
                        "--from",
                        "2017-05-06",
                        "--to",
                        "2018-06-30")
                .lines()
                .getFirst();
        String incident = Terminal.run("incidents", "--store", SampleStore.file(), "--json")
                .lines()
                .getFirst();
        return Stream.concat(
                Stream.concat(losses("assess", assess), losses("incident", incident)),
                Stream.concat(
                        losses("import", SampleStore.get().imported().out()),
                        Stream.concat(
                                losses("verify", "{\"entries\":1,\"ok\":true,\"problems\":[]}"),
                                losses("decision", DECISION))));
    }

    private static Stream<DynamicTest> losses(String name, String line) {
        Shape shape = Shape.of(name);
        List<DynamicTest> tests = new ArrayList<>();
        for (String field : Shape.read(line).propertyNames()) {
            tests.add(DynamicTest.dynamicTest(name + " without " + field, () -> {
                ObjectNode changed = (ObjectNode) Shape.read(line);
                changed.remove(field);
                assertThat(shape.problems(changed)).isNotEmpty();
            }));
            tests.add(DynamicTest.dynamicTest(
                    name + " says what " + field + " is",
                    () -> assertThat(Shape.tree(name)
                                    .path("properties")
                                    .path(field)
                                    .path("description")
                                    .asString(""))
                            .isNotBlank()));
        }
        tests.add(DynamicTest.dynamicTest(name + " with a field of its own", () -> {
            ObjectNode changed = (ObjectNode) Shape.read(line);
            changed.put("guilt", 0.9);
            assertThat(shape.problems(changed)).isNotEmpty();
        }));
        return tests.stream();
    }
}
