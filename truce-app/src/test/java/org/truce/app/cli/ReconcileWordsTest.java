package org.truce.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.cli.Terminal.Ran;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** On each of eighty days two mortar attacks on one town, which nothing but words tells apart. */
final class ReconcileWordsTest {
    private static final int INCIDENTS = 160;

    @TempDir
    private Path folder;

    private final List<String> names = new ArrayList<>();

    @BeforeEach
    void inventNames() {
        Random random = new Random(4);
        IntStream.range(0, 2 * INCIDENTS)
                .forEach(i -> names.add(random.ints(7, 'a', 'z' + 1)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString()));
    }

    private Path file(String letter, long seed, boolean withText) throws IOException {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>(List.of("id,occurred,lat,lon,type,text"));
        for (int i = 0; i < INCIDENTS; i++) {
            String text = "Shells fell on %s street near the %s bakery, %s"
                    .formatted(
                            names.get(2 * i),
                            names.get(2 * i + 1),
                            letter.equals("a") ? "neighbours said" : "as a witness told us");
            lines.add(String.format(
                    Locale.ROOT,
                    "%s%d,2017-%02d-%02d,%.4f,%.4f,mortar,\"%s\"",
                    letter,
                    i,
                    3 + i / 2 / 25,
                    1 + i / 2 % 25,
                    33 + 0.01 * random.nextGaussian(),
                    36 + 0.01 * random.nextGaussian(),
                    withText ? text : ""));
        }
        return Files.write(folder.resolve(letter + ".csv"), lines);
    }

    private Ran reconcile(boolean withText, String... more) throws IOException {
        String a = file("a", 1, withText).toString();
        String b = file("b", 2, withText).toString();
        return Terminal.run(Stream.concat(
                        Stream.of("reconcile", "--json", "--time-days", "0", "--reports", a, b),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private static List<JsonNode> right(Ran ran) {
        return ran.lines().stream()
                .map(Shape::read)
                .filter(incident -> incident.path("members").size() == 2)
                .filter(incident -> number(incident, 0).equals(number(incident, 1)))
                .toList();
    }

    private static String number(JsonNode incident, int member) {
        return incident.path("members").get(member).path("id").asString().substring(1);
    }

    @Test
    void textsTellIncidentsOfOneTownAndDayApart() throws IOException {
        assertThat(right(reconcile(false))).hasSizeLessThan(INCIDENTS * 3 / 4);

        List<JsonNode> right = right(reconcile(true));

        assertThat(right).hasSizeGreaterThan(INCIDENTS * 9 / 10);
        JsonNode first = right.getFirst();
        assertThat(first.path("why").get(0).asString())
                .contains("words that both texts have, such as ")
                .contains(names.get(2 * Integer.parseInt(number(first, 0))));
    }

    /** What a source says in every row is no text of an incident, and joins none. */
    @Test
    void aSentenceThatStandsInEveryRowSaysNothing() throws IOException {
        Path a = file("a", 1, false);
        Path b = file("b", 2, false);
        Ran without = reconcile(false);
        for (Path file : List.of(a, b)) {
            Files.writeString(
                    file,
                    Files.readString(file)
                            .replace(
                                    "\"\"",
                                    "\"Activists of the team say that the following took place"
                                            + " there\""));
        }

        Ran with = Terminal.run(
                "reconcile", "--json", "--time-days", "0", "--reports", a.toString(), b.toString());

        assertThat(right(with)).hasSameSizeAs(right(without));
        assertThat(with.out()).doesNotContain("the same text");
    }

    @Test
    void aDoubtSaysWhatSpeaksForAndAgainstIt() throws IOException {
        Ran ran = reconcile(false, "--doubts", "3");

        assertThat(ran.lines()).hasSize(3);
        for (String line : ran.lines()) {
            assertThat(Shape.read(line).path("why").toString())
                    .contains("km apart")
                    .contains("together, odds of");
        }
    }

    @Test
    void parametersOfAnEarlierProgramAreRefusedByTheirMissingParts() throws IOException {
        Path learned = folder.resolve("learned.json");
        reconcile(true, "--write-parameters", learned.toString());
        String text = Files.readString(learned);
        assertThat(text).contains("\"placeName\":[", "\"words\":[[");
        for (String older : List.of(
                text.replaceFirst("\"words\":\\[\\[.*?\\]\\],", "\"words\":[null,null],"),
                text.replaceFirst("\"placeName\":\\[[^\\]]*\\],", ""),
                text.replaceFirst("\"words\":\\[\\[.*?\\]\\],", ""))) {
            assertThat(older).isNotEqualTo(text);
            Files.writeString(learned, older);
            Ran ran = reconcile(true, "--parameters", learned.toString());
            assertThat(ran.exit()).isEqualTo(2);
            assertThat(ran.err()).contains("learned.json").doesNotContain("Exception");
            assertThat(ran.out()).isEmpty();
        }
    }
}
