package org.truce.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.record.Entry;
import org.truce.record.LineSides;

import java.nio.charset.StandardCharsets;

/** Outlines: what is taken in, and what a bad feature costs. */
final class AreasGeoJsonTest {
    private static final String GOOD = "{\"type\": \"Feature\", \"id\": \"a\", \"properties\":"
            + " {\"area\": \"a\", \"name\": \"A\", \"precision_km\": 1.5,"
            + " \"in_force_from\": \"2017-07-09\", \"in_force_to\": null}, \"geometry\":"
            + " {\"type\": \"Polygon\", \"coordinates\":"
            + " [[[36, 32], [37, 32], [37, 33], [36, 33], [36, 32]]]}}";
    private static final String SQUARE = "[[36, 32], [37, 32], [37, 33], [36, 33], [36, 32]]";

    private static String collection(String... features) {
        return "{\"type\": \"FeatureCollection\", \"features\": [\n" + String.join(",\n", features)
                + "\n]}\n";
    }

    private static Taken take(String... features) {
        return Taken.from(Format.AREAS, collection(features));
    }

    private static String named(String id) {
        return GOOD.replace("\"id\": \"a\"", "\"id\": \"" + id + "\"");
    }

    @Test
    void aFeatureBecomesAnOutline() {
        Taken taken = take(GOOD);
        assertThat(taken.defects()).isEmpty();
        Entry.AreaOutline outline = taken.all(Entry.AreaOutline.class).getFirst();
        assertThat(outline.precisionMetres()).isEqualTo(1_500);
        assertThat(outline.geometry())
                .isEqualTo("{\"type\":\"Polygon\",\"coordinates\":"
                        + "[[[36,32],[37,32],[37,33],[36,33],[36,32]]]}");
        assertThat(outline.entered().line()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"line\": \"l\"|\"area\": \"l\"|a LineString outlines no area",
                "\"left\": \"n\", |``|'left' is missing",
                "\"right\": \"s\"|\"right\": \"n\"|both sides of the line are 'n'",
                "\"LineString\"|\"Polygon\"|'Polygon' draws no line",
                "[[36, 32], [37, 33], [37, 32]]|[[36, 32]]|two points or more",
                "[[36, 32], [37, 33], [37, 32]]|[[36, 32], [36, 32]]|all points of the line are"
                        + " one",
                "[37, 32]]|[37, 32], [36, 33]]|the line crosses itself",
                "[37, 32]]|[37, 95]]|outside the globe",
                "\"line\": \"l\"|\"line\": \"l\", \"area\": \"a\"|names an area and a line",
            })
    void aLineHasTwoSidesAndDoesNotCrossItself(String good, String bad, String problem) {
        String line = "{\"type\": \"Feature\", \"id\": \"l\", \"properties\": {\"line\": \"l\","
                + " \"name\": \"L\", \"precision_km\": 1, \"left\": \"n\", \"right\": \"s\"},"
                + " \"geometry\": {\"type\": \"LineString\","
                + " \"coordinates\": [[36, 32], [37, 33], [37, 32]]}}";
        assertThat(take(line).defects()).isEmpty();
        assertThat(take(line).all(Entry.AreaOutline.class).getFirst().sides())
                .contains(new LineSides("n", "s"));
        String changed = line.replace(good, bad);
        assertThat(changed).isNotEqualTo(line);
        assertThat(take(changed).onlyDefect().problem()).contains(problem);
    }

    @Test
    void holesSeveralPolygonsHeightsAndEitherWindingAreFine() {
        String hole = "[[36.2, 32.2], [36.4, 32.2], [36.4, 32.4], [36.2, 32.4], [36.2, 32.2]]";
        String clockwise = "[[36, 32], [36, 33], [37, 33], [37, 32], [36, 32]]";
        String high = "[[38, 32, 700], [39, 32, 700], [39, 33, 700], [38, 32, 700]]";
        assertThat(take(
                                GOOD.replace(SQUARE, SQUARE + ", " + hole),
                                GOOD.replace(SQUARE, clockwise),
                                GOOD.replace("\"Polygon\"", "\"MultiPolygon\"")
                                        .replace(
                                                "[" + SQUARE + "]",
                                                "[[" + SQUARE + "], [" + high + "]]"))
                        .defects())
                .isEmpty();
    }

    @Test
    void anOutlineThatCrossesItselfIsADefectThatNamesThePoint() {
        // A bow tie whose two strokes meet at 36.5, 32.5.
        String bow = "[[36, 32], [37, 33], [37, 32], [36, 33], [36, 32]]";
        Taken taken = take(named("x"), GOOD.replace(SQUARE, bow), named("y"));
        assertThat(taken.ids()).containsExactly("x", "y");
        Defect defect = taken.onlyDefect();
        assertThat(defect.line()).isEqualTo(3);
        assertThat(defect.column()).isEqualTo("geometry");
        assertThat(defect.problem())
                .isEqualTo("the outline crosses itself at longitude 36.5, latitude 32.5");
        assertThat(defect.original()).contains("[36,33]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[36, 33], [36, 32]]|[36, 33]]|ring 1 is not closed",
                "[37, 32], [37, 33], [36, 33], ||ring 1 needs four points",
                "[37, 32]|[\"37\", 32]|ring 1, point 2 is not a pair",
                "[37, 32]|[37]|ring 1, point 2 is not a pair",
                "[37, 32]|[37, 95]|ring 1 has a point outside the globe",
                "[37, 32]|[1e999, 32]|ring 1 has a point outside the globe",
                "\"Polygon\"|\"Polygone\"|'Polygone' is not a type of geometry",
                "\"Polygon\"|\"LineString\"|a LineString outlines no area",
                "\"geometry\"|\"geom\"|the feature has no geometry",
                "\"id\": \"a\",||the feature has no id",
                "\"area\": \"a\",||the property 'area' is missing",
                "\"A\"|7|the property 'name' is not a text",
                "1.5|0|'0' is no precision",
                "1.5|\"fine\"|'\"fine\"' is no precision",
                "1.5|1e999|is no precision",
                "\"precision_km\": 1.5,||the property 'precision_km' is missing",
                "2017-07-09|2017-02-30|'2017-02-30' is not a time",
                "\"in_force_to\": null|\"in_force_to\": \"2017-07-08\"|it ends (2017-07-08)",
                "\"Feature\"|\"Future\"|this member of the list is not a Feature"
            })
    void aBadFeatureCostsOnlyItself(String good, String bad, String problem) {
        String changed = GOOD.replace(good, bad == null ? "" : bad);
        assertThat(changed).isNotEqualTo(GOOD);
        Taken taken = take(named("x"), changed, named("y"));
        assertThat(taken.ids()).containsExactly("x", "y");
        assertThat(taken.onlyDefect().problem()).contains(problem);
        assertThat(taken.onlyDefect().todo()).isNotBlank();
        assertThat(taken.onlyDefect().line()).isEqualTo(3);
    }

    @Test
    void swappedOutlinesAreFound() {
        String swapped = "[[32, 36], [32, 37], [33, 37], [33, 36], [32, 36]]";
        assertThat(take(GOOD.replace(SQUARE, swapped)).onlyDefect().problem())
                .isEqualTo("latitude and longitude look swapped in ring 1");
    }

    @Test
    void brokenJsonKeepsWhatCameBefore() {
        String text = collection(named("x"), named("y"), named("z"));
        Taken cut = Taken.from(Format.AREAS, text.substring(0, text.indexOf("\"z\"") + 40));
        assertThat(cut.ids()).containsExactly("x", "y");
        assertThat(cut.onlyDefect().line()).isEqualTo(4);

        byte[] latin = text.replace("\"id\": \"z\"", "\"id\": \"é\"")
                .getBytes(StandardCharsets.ISO_8859_1);
        Taken wrong = Taken.from(Format.AREAS, latin);
        assertThat(wrong.ids()).containsExactly("x", "y");
        assertThat(wrong.onlyDefect().line()).isEqualTo(4);
        assertThat(wrong.onlyDefect().todo()).contains("UTF-8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "''|the file is empty",
                "[]|the file is not a GeoJSON object",
                "{}|the file is not a FeatureCollection",
                "{\"type\": \"FeatureCollection\"}|the file is not a FeatureCollection",
                "{\"type\": \"FeatureCollection\", \"features\": []} {}|there is more after",
                "{\"type\": \"FeatureCollection\", \"features\": [[[[|the JSON breaks off"
            })
    void whatIsNoCollectionIsOneDefect(String text, String problem) {
        Taken taken = Taken.from(Format.AREAS, text.replace("''", ""));
        assertThat(taken.onlyDefect().problem()).startsWith(problem);
    }

    @Test
    void aByteOrderMarkIsFine() {
        assertThat(Taken.from(Format.AREAS, "\uFEFF" + collection(GOOD)).ids())
                .containsExactly("a");
    }
}
