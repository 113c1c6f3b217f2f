package org.truce.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.app.cli.Terminal.Ran;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

final class SettingsFileTest {
    @TempDir
    static Path folder;

    private static String store = "";

    @BeforeAll
    static void takeIn() {
        store = folder.resolve("s.truce").toString();
        Ran ran = Terminal.run(
                "import",
                "--store",
                store,
                "--register",
                "southwest-syria",
                Terminal.SAMPLE.toString());
        assertThat(ran.exit()).as(ran.err()).isZero();
    }

    private static Ran assess(String settings, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "assess",
                "--store",
                store,
                "--area",
                "south-west",
                "--reading",
                "announced",
                "--from",
                "2017-11-01",
                "--to",
                "2017-11-30",
                "--baseline-from",
                "2016-07-01",
                "--baseline-to",
                "2017-07-08",
                "--settings",
                Files.writeString(folder.resolve("settings.json"), settings).toString()));
        arguments.addAll(List.of(more));
        return Terminal.run(arguments.toArray(String[]::new));
    }

    private static String status(String settings) throws IOException {
        Ran ran = assess(settings, "--json");
        assertThat(ran.exit()).as(ran.err()).isZero();
        JsonNode answer = Shape.read(ran.out());
        return answer.path("status").asString();
    }

    /** 23 in 30 days after 497 in 373: below two thirds with 75 %, below 0.7 with 82 %. */
    @Test
    void aMissionsOwnThresholdsDecide() throws IOException {
        assertThat(status("{}")).isEqualTo("under-strain");
        assertThat(status("{\"exceptions-below\": 0.7}")).isEqualTo("holding-with-exceptions");
        assertThat(status("{\"very-likely\": 0.7}")).isEqualTo("holding-with-exceptions");
        assertThat(assess("{\"very-likely\": 0.7}").err())
                .contains("Assessed by a mission's own settings");
        assertThat(assess("{}").err()).doesNotContain("own settings");
    }

    @Test
    void theWordsAreThoseOfTheYardstick() throws IOException {
        assertThat(assess("{}").out()).contains("half as frequent as before: unlikely (24 %)");
        assertThat(assess("{\"yardstick\": \"phia\"}").out())
                .contains("half as frequent as before: unlikely (24 %)")
                .contains("frequent than before: almost certain");
        assertThat(assess("{\"yardstick\": \"phia\"}", "--reading", "announced").exit())
                .isNotZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"very-likly\": 0.8} | there is no setting 'very-likly'",
                "{\"very-likely\": 80} | very-likely cannot be 80",
                "{\"very-likely\": \"0.8\"} | very-likely is not a number",
                "{\"yardstick\": \"words\"} | yardstick is icd-203 or phia, not 'words'",
                "{\"sides\": [1]} | sides is an object such as",
                "{\"sides\": {\"SOHR\": 3}} | the side of SOHR is not a word",
                "[] | it is not a JSON object",
                "{\"very-likely\": 0.7, \"very-likely\": 0.9} | a name stands twice",
                "{ | is not of the form",
                "\uFEFF{\"very-likely\": 80} | very-likely cannot be 80"
            })
    void mistakesSayWhatToDo(String settings, String message) throws IOException {
        Ran ran = assess(settings);
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains(message).doesNotContain("\tat ");
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void aPinIsOfItsSettings() throws IOException {
        String own = "{\"very-likely\": 0.7}";
        Ran first = assess(own);
        String pin = first.pin();
        assertThat(pin).contains(",settings=");
        assertThat(assess(own, "--pin", pin).out()).isEqualTo(first.out());
        assertThat(assess("{}", "--pin", pin).exit()).isEqualTo(2);
        assertThat(assess("{}", "--pin", pin).err()).contains("by a mission's own settings");
        String usual = assess("{}").pin();
        assertThat(usual).doesNotContain("settings");
        assertThat(assess(own, "--pin", usual).err()).contains("by the usual settings");
    }

    @Test
    void aSideOfNobodyHereIsSaid() throws IOException {
        assertThat(assess("{\"sides\": {\"SOHR\": \"opposition\", \"SHOR\": \"opposition\"}}")
                        .err())
                .contains("no report that counts here is by SHOR, whose side is set");
        assertThat(assess("{\"sides\": {\"SOHR\": \"opposition\"}}").err())
                .doesNotContain("whose side is set");
    }

    /** The same month as above, asked in the other ways. */
    @Test
    void readingsAndReportsAreByThemToo() throws IOException {
        String settings = Files.writeString(folder.resolve("likely.json"), "{\"very-likely\": 0.7}")
                .toString();
        List<String> asked = List.of(
                "--store",
                store,
                "--from",
                "2017-11-01",
                "--to",
                "2017-11-30",
                "--baseline-from",
                "2016-07-01",
                "--baseline-to",
                "2017-07-08");
        List<String> readings = new ArrayList<>(List.of("readings", "south-west", "--json"));
        readings.addAll(asked);
        assertThat(statusAsAnnounced(readings)).isEqualTo("under-strain");
        readings.addAll(List.of("--settings", settings));
        assertThat(statusAsAnnounced(readings)).isEqualTo("holding-with-exceptions");

        Path out = folder.resolve("report");
        List<String> report = new ArrayList<>(
                List.of("report", "--area", "south-west", "--reading", "announced"));
        report.addAll(asked);
        report.addAll(List.of("--settings", settings, "--out", out.toString()));
        Ran ran = Terminal.run(report.toArray(String[]::new));
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(Files.readString(out.resolve("report.txt")))
                .contains("holding with exceptions")
                .contains("Assessed by a mission's own settings: very-likely 0.7");
    }

    private static String statusAsAnnounced(List<String> arguments) {
        Ran ran = Terminal.run(arguments.toArray(String[]::new));
        assertThat(ran.exit()).as(ran.err()).isZero();
        for (JsonNode reading : Shape.read(ran.out()).path("readings")) {
            if (reading.path("reading").asString("").equals("announced")) {
                return reading.path("status").asString("");
            }
        }
        throw new AssertionError("no such reading: " + ran.out());
    }

    @Test
    void aFileThatIsNotThereIsSaid() {
        Ran ran = Terminal.run(
                "assess",
                "--store",
                store,
                "--area",
                "south-west",
                "--settings",
                folder.resolve("none.json").toString());
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("there is no file");
    }
}
