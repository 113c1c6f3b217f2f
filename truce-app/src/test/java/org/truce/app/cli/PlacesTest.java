package org.truce.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.app.cli.Terminal.Ran;
import org.truce.app.places.BundledGazetteer;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

final class PlacesTest {
    private static void needsGazetteer() {
        assumeTrue(
                BundledGazetteer.find().isPresent(),
                "skipped: built with -Dweb.skip=true, which leaves the gazetteer out");
    }

    private static Ran places(String... arguments) {
        List<String> all = new ArrayList<>(List.of("places"));
        all.addAll(List.of(arguments));
        return Terminal.run(all.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "Deraa, 170905",
        "درعا, 170905",
        "Idleb, 169389",
        "خان شيخون, 168325",
        "Sweida, 172408",
        "Halab, 170063",
        "near Douma, 170592"
    })
    void theBundledGazetteerKnowsTheTownsOfSyria(String text, String id) {
        needsGazetteer();
        Ran ran = places(text, "--in", "Syria", "--json");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(Shape.of("places").problems(ran.out())).isEmpty();
        JsonNode found = Shape.read(ran.out());
        assertThat(found.path("candidates")
                        .path(0)
                        .path("places")
                        .path(0)
                        .path("id")
                        .asString())
                .isEqualTo(id);
    }

    @Test
    void columnsNameThePlaceInBothScriptsAndItsParents() {
        needsGazetteer();
        Ran ran = places("Khan Sheikhoun");
        assertThat(ran.exit()).isZero();
        assertThat(ran.lines().getFirst().split("\t"))
                .contains("Khān Shaykhūn", "خان شيخون", "Idlib, Syria", "town", "168325");
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void namesakesAreSaidToBeAmbiguous() {
        needsGazetteer();
        Ran ran = places("Duma");
        assertThat(ran.exit()).isZero();
        assertThat(ran.lines()).hasSizeGreaterThan(1);
        assertThat(ran.err()).contains("none is chosen").contains("--in").contains("--near");
        Ran near = places("Duma", "--near", "33.5,36.4", "--json");
        assertThat(Shape.read(near.out()).path("outcome").asString()).isEqualTo("one");
        assertThat(Shape.of("places").problems(near.out())).isEmpty();
    }

    /** Nasib lies in Daraa and is not in the gazetteer; a town of Yemen sounds like it. */
    @Test
    void aVillageThatIsNotThereIsNotTakenForAnother() {
        needsGazetteer();
        for (String text : List.of("Nasib", "نصيب", "Nasib crossing")) {
            Ran ran = places(text, "--in", "Daraa", "--json");
            assertThat(Shape.read(ran.out()).path("outcome").asString()).isNotEqualTo("one");
            assertThat(ran.err()).isNotBlank();
        }
    }

    @Test
    void nothingFoundSaysWhatToDo() {
        needsGazetteer();
        Ran ran = places("Blorptwangsch", "--json");
        assertThat(ran.exit()).isZero();
        assertThat(Shape.of("places").problems(ran.out())).isEmpty();
        assertThat(Shape.read(ran.out()).path("candidates")).isEmpty();
        assertThat(Shape.read(ran.out()).path("outcome").asString()).isEqualTo("none");
        assertThat(ran.err()).contains("another spelling");
    }

    @ParameterizedTest
    @CsvSource({
        "'', , no name",
        "'...', , no name",
        "Daraa, north, --near 32.62",
        "Daraa, '91,0', -90 to 90",
        "Daraa, '32.6;36.1', --near 32.62"
    })
    void badInputIsRefusedWithWhatToDo(String text, String near, String says) {
        Ran ran = near == null ? places(text) : places(text, "--near", near);
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains(says);
    }

    @Test
    void anEndlessQueryIsRefused() {
        Ran ran = places("Daraa ".repeat(1_000));
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("200 characters").hasSizeLessThan(200);
    }
}
