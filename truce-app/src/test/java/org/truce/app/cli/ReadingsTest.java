package org.truce.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.cli.Terminal.Ran;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where readings differ, on worked agreements and on the bundled sample. */
final class ReadingsTest {
    @TempDir
    private Path folder;

    private String take(String agreement) {
        String store = folder.resolve(agreement + ".truce").toString();
        Ran ran = Terminal.run(
                "import",
                "--store",
                store,
                Terminal.ROOT.resolve("samples/agreements/" + agreement).toString());
        assertThat(ran.exit()).as(ran.err()).isZero();
        return store;
    }

    private static JsonNode readings(String store, String place, String... more) {
        List<String> words =
                new ArrayList<>(List.of("readings", "--store", store, place, "--json"));
        words.addAll(List.of(more));
        Ran ran = Terminal.run(words.toArray(String[]::new));
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.lines()).hasSize(1);
        assertThat(Shape.of("readings").problems(ran.out())).as(ran.out()).isEmpty();
        return Shape.read(ran.out());
    }

    /** B1 is a breach under both, B2 under one, the other three under none. */
    @Test
    void theIncidentOnWhichReadingsDifferIsNamedWithTheTest() {
        String store = take("syria-2016-12-30");
        JsonNode view = readings(store, "syria");
        assertThat(view.path("incidents").asInt()).isEqualTo(5);
        assertThat(view.at("/readings/0/reading").asString()).isEqualTo("as-published");
        assertThat(view.at("/readings/0/breaches").asInt()).isEqualTo(1);
        assertThat(view.at("/readings/0/noBreach").asInt()).isEqualTo(4);
        assertThat(view.at("/readings/1/reading").asString()).isEqualTo("of-factions");
        assertThat(view.at("/readings/1/name").asString()).isEqualTo("as factions read it");
        assertThat(view.at("/readings/1/breaches").asInt()).isEqualTo(2);
        assertThat(view.path("differing")).hasSize(1);
        JsonNode differing = view.at("/differing/0");
        assertThat(differing.path("id").asString()).endsWith(":B2");
        assertThat(differing.at("/under/0/verdict").asString()).isEqualTo("no-breach");
        assertThat(differing.at("/under/0/decidedBy").toString())
                .isEqualTo("[\"parties\",\"not-exempt\"]");
        assertThat(differing.at("/under/1/verdict").asString()).isEqualTo("breach");
        assertThat(view.path("statusDiffers").isNull()).isTrue();
        assertThat(view.path("sentence").asString())
                .isEqualTo("1 of 5 incidents come to different findings. Breaches are 1 under the"
                        + " reading that has fewest and 2 under the one that has most.");
    }

    @Test
    void aLineHasReadingsTooAndSaysWhatWouldHaveToBeKnown() {
        String store = take("line-of-control-2021");
        JsonNode view = readings(store, "line-of-control");
        assertThat(view.path("differing")).hasSize(1);
        JsonNode islamabad = view.at("/differing/0/under/1");
        assertThat(view.at("/differing/0/id").asString()).endsWith(":H3");
        assertThat(islamabad.path("reading").asString()).isEqualTo("midnight-in-islamabad");
        assertThat(islamabad.path("verdict").asString()).isEqualTo("undetermined");
        assertThat(islamabad.at("/needed/0").asString()).isEqualTo("at what time it began");
        // H6 lies farther from the line than the clause reaches.
        assertThat(view.path("incidents").asInt()).isEqualTo(5);
        assertThat(view.at("/readings/0/status").isNull()).isTrue();
    }

    @Test
    void whereNobodyDiffersItSaysSo() {
        String store = take("syria-2017-05-04");
        assertThat(readings(store, "idlib").path("sentence").asString())
                .isEqualTo("There is one reading: the answer does not depend on it.");
    }

    @Test
    void timeNarrowsAndAStatusStandsBeside() {
        String store = take("syria-2016-12-30");
        JsonNode view = readings(store, "syria", "--from", "2017-01-01", "--to", "2017-01-10");
        assertThat(view.path("incidents").asInt()).isEqualTo(1);
        assertThat(view.path("differing")).isEmpty();
        assertThat(view.path("statusDiffers").asBoolean()).isFalse();
        assertThat(view.at("/readings/0/status").asString()).isEqualTo("cannot-tell");
        assertThat(view.path("sentence").asString())
                .startsWith("All 1 incidents come to the same finding under each of the 2"
                        + " readings. The status is the same under every reading:");
    }

    @Test
    void theStatusIsThatOfAssess() {
        String[] time = {"--from", "2017-07-09", "--to", "2018-06-18"};
        JsonNode view = readings(SampleStore.file(), "south-west", time);
        Ran assess = Terminal.run(
                "assess",
                "--store",
                SampleStore.file(),
                "--area",
                "south-west",
                time[0],
                time[1],
                time[2],
                time[3],
                "--json");
        assertThat(assess.lines()).hasSize(view.path("readings").size());
        for (String line : assess.lines()) {
            JsonNode answer = Shape.read(line);
            assertThat(view.path("readings")
                            .valueStream()
                            .filter(one -> one.path("reading").equals(answer.path("reading")))
                            .map(one -> one.path("status").asString()))
                    .containsExactly(answer.path("status").asString());
        }
        assertThat(view.path("differing")).isNotEmpty();
    }

    @Test
    void aPlaceThatIsNotThereIsRefusedWithThoseThatAre() {
        Ran ran = Terminal.run("readings", "--store", SampleStore.file(), "nowhere");
        assertThat(ran.exit()).isNotZero();
        assertThat(ran.err()).contains("no area 'nowhere'").contains("south-west");
        Ran reversed = Terminal.run(
                "readings",
                "--store",
                SampleStore.file(),
                "south-west",
                "--from",
                "2018-01-01",
                "--to",
                "2017-01-01");
        assertThat(reversed.err()).contains("--to is before --from");
    }

    @Test
    void columnsTellTheSame() {
        Ran ran = Terminal.run("readings", "--store", take("syria-2016-12-30"), "syria");
        assertThat(ran.lines()).hasSize(5);
        assertThat(ran.lines().getFirst())
                .isEqualTo("as-published\tas published by the guarantors\tno status asked"
                        + "\tbreaches 1\tundetermined 0\tno breach 4");
        assertThat(ran.lines().get(2)).contains("no-breach\tparties,not-exempt\t");
        assertThat(ran.lines().getLast()).startsWith("1 of 5 incidents");
    }
}
