package org.truce.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.app.cli.Terminal.Ran;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What cannot be done is said on standard error with what to do instead, and is exit code 2. */
final class MessagesTest {
    /** Only the terms: what is wrong with a question shows without any report. */
    @TempDir
    static Path shared;

    private static String terms;

    @TempDir
    Path folder;

    @BeforeAll
    static void takeInTheTerms() {
        terms = shared.resolve("terms.truce").toString();
        Ran ran = Terminal.run(
                "import",
                "--store",
                terms,
                Terminal.SAMPLE.resolve("areas.geojson") + "",
                Terminal.SAMPLE.resolve("agreements") + "");
        assertThat(ran.exit()).as(ran.err()).isZero();
    }

    private static Ran assertRefused(String... arguments) {
        Ran ran = Terminal.run(arguments);
        assertThat(ran.exit()).as(ran.out() + ran.err()).isEqualTo(2);
        assertThat(ran.out()).as("standard output belongs to results").isEmpty();
        assertThat(ran.err()).isNotBlank().doesNotContain("Exception").doesNotContain("\tat ");
        return ran;
    }

    @Test
    void aRegisterThatIsNotHereIsNotWhole() {
        assertThat(assertRefused("verify", "--store", terms, "--register", "South-West")
                        .err())
                .contains("there is no register South-West here", "truce register list");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --area south-west --from 2018-06-18 --to 2017-07-09 | From 2018-06-18 to 2017-07-09
        --area southwest --from 2017-07-09 --to 2018-06-18 | south-west
        --area south-west --reading russian --from 2017-07-09 --to 2018-06-18 | announced
        --area idlib --reading announced --from 2017-07-09 --to 2018-06-18 | idlib
        --area south-west --from 9.7.2017 --to 2018-06-18 | --from takes 2017-07-09
        --area south-west --from 2017-07-09 --to 2018-02-30 | --to takes 2017-07-09
        --area south-west --from 2017-07-09 --to +999999999-12-31 | --to takes 2017-07-09
        --area south-west --from -999999999-01-01 --to 2017-07-09 | --from takes 2017-07-09
        --area south-west --from 2017-07-09 --to 2018-06-18 --as-known january | --as-known takes
        --area south-west --from 2017-07-09 --to 2017-07-31 --baseline-from 2016-07-01 | \
        --baseline-to
        --area south-west --to 2018-06-18 | --from is missing
        --area south-west --from 2017-07-09 | --to is missing
        --from 2017-07-09 --to 2018-06-18 | --area
        --area south-west --from 2017-07-09 --to 2018-06-18 --colour red | --colour
        """)
    void assess(String question, String said) {
        String[] asked = ("assess --json --store %s %s".formatted(terms, question)).split(" ");
        assertThat(assertRefused(asked).err()).contains(said);
    }

    @Test
    void aBaselineThatOverlapsOrIsReversed() {
        String[] overlapping = ("assess --json --store %s --area south-west --from 2017-07-09"
                        + " --to 2018-06-18 --baseline-from 2016-07-01 --baseline-to 2017-07-09")
                .formatted(terms)
                .split(" ");
        assertThat(assertRefused(overlapping).err()).contains("end it before");
        String[] reversed = ("assess --json --store %s --area south-west --from 2017-07-09"
                        + " --to 2018-06-18 --baseline-from 2017-07-01 --baseline-to 2016-07-01")
                .formatted(terms)
                .split(" ");
        assertThat(assertRefused(reversed).err()).contains("From 2017-07-01 to 2016-07-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"incidents", "assess", "report", "serve", "verify"})
    void aStoreThatIsNotThere(String command) {
        Path missing = folder.resolve("nothing.truce");
        String[] arguments = switch (command) {
            case "assess" ->
                new String[] {
                    command,
                    "--store",
                    missing + "",
                    "--area",
                    "a",
                    "--from",
                    "2017-07-09",
                    "--to",
                    "2017-07-10"
                };
            case "report" ->
                new String[] {command, "--store", missing + "", "--area", "a", "--out", folder + ""
                };
            default -> new String[] {command, "--store", missing + ""};
        };
        assertThat(assertRefused(arguments).err()).contains("truce import --store");
        assertThat(missing).doesNotExist();
    }

    @Test
    void aFileOfAnotherProgramIsNoStore() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "not a store, ".repeat(100));
        assertThat(assertRefused("verify", "--store", text + "").err()).contains("notes.txt");
        assertThat(text).content().isEqualTo("not a store, ".repeat(100));
    }

    @Test
    void anUnknownFormatIsAnsweredWithTheKnownOnes() {
        Ran ran = assertRefused(
                "import",
                "--store",
                folder.resolve("s.truce") + "",
                "--format",
                "excel",
                Terminal.SAMPLE + "");
        assertThat(ran.err()).contains("excel").contains("reports").contains("ucdp-ged");
    }

    @Test
    void aPathThatIsNotThere() {
        Ran ran = Terminal.run(
                "import",
                "--store",
                folder.resolve("s.truce") + "",
                folder.resolve("gone.csv") + "");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("gone.csv").contains("there is no such file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import",
                "import --store s.truce",
                "incidents",
                "assess",
                "report",
                "serve",
                "verify",
                "frobnicate",
                "import --store"
            })
    void missingOptionsShowTheUsage(String line) {
        assertThat(assertRefused(line.split(" ")).err()).contains("truce");
    }

    @Test
    void aReportIntoAPlaceThatCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "a file, and no folder");
        Ran ran = assertRefused(
                "report",
                "--store",
                terms,
                "--area",
                "south-west",
                "--from",
                "2017-07-09",
                "--to",
                "2017-07-31",
                "--out",
                file + "");
        assertThat(ran.err()).contains("taken");
    }

    @Test
    void aReportAboutNothing() {
        Ran ran = assertRefused(
                "report", "--store", terms, "--area", "nowhere", "--out", folder + "");
        assertThat(ran.err()).contains("south-west");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536})
    void aPortThatIsNone(int port) {
        Ran ran = assertRefused("serve", "--store", terms, "--port", port + "");
        assertThat(ran.err()).contains("from 0 to 65535");
    }

    /** A language that we do not have is refused, not quietly taken for English. */
    @Test
    void aReportInALanguageThatWeDoNotHave() {
        Ran ran = assertRefused(
                "report",
                "--store",
                terms,
                "--area",
                "south-west",
                "--language",
                "fr",
                "--out",
                folder + "");
        assertThat(ran.err()).contains("en").contains("ar");
    }
}
