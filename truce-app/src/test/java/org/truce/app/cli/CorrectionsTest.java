package org.truce.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.cli.Terminal.Ran;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Correcting, withdrawing, asking of some registers, and asking again what was asked before. */
final class CorrectionsTest {
    @TempDir
    private Path folder;

    private String store = "";
    private String header = "";
    private String first = "";

    @BeforeEach
    void take() throws IOException {
        store = folder.resolve("s.truce").toString();
        List<String> rows = Files.readAllLines(Terminal.SAMPLE.resolve("reports.csv"));
        header = rows.getFirst();
        first = rows.get(1);
        Path table = folder.resolve("reports.csv");
        Files.write(table, rows.subList(0, 30));
        truce("import", "--store", store, "--register", "north", table.toString());
    }

    private static Ran truce(String... arguments) {
        Ran ran = Terminal.run(arguments);
        assertThat(ran.exit())
                .as(String.join(" ", arguments) + "\n" + ran.err())
                .isZero();
        return ran;
    }

    private String incidents(String... more) {
        String[] words = new String[more.length + 4];
        System.arraycopy(new String[] {"incidents", "--store", store, "--json"}, 0, words, 0, 4);
        System.arraycopy(more, 0, words, 4, more.length);
        return truce(words).out();
    }

    private Path corrected(String was, String is) throws IOException {
        assertThat(first).contains(was);
        return Files.writeString(
                folder.resolve("corrected.csv"), header + "\n" + first.replace(was, is) + "\n");
    }

    private String id() {
        return first.substring(0, first.indexOf(','));
    }

    @Test
    void aCorrectionTakesThePlaceOfTheEntryAndTheFirstWordsStay() throws IOException {
        String before = incidents();
        Path rows = corrected("Tasil", "Another Place");
        Ran ran = truce(
                "correct",
                "--store",
                store,
                "--register",
                "north",
                "--reason",
                "wrong place",
                "--json",
                rows.toString());
        assertThat(Shape.read(ran.out()).path("accepted").asInt()).isEqualTo(1);
        String after = incidents();
        assertThat(after).isNotEqualTo(before);
        assertThat(after.lines()
                        .filter(line -> line.contains("\"" + id() + "\""))
                        .toList())
                .singleElement()
                .asString()
                .contains("Another Place");
        JsonNode again = Shape.read(truce(
                        "correct",
                        "--store",
                        store,
                        "--register",
                        "north",
                        "--reason",
                        "again",
                        "--json",
                        rows.toString())
                .out());
        assertThat(again.path("accepted").asInt()).isZero();
        assertThat(again.path("duplicates").asInt()).isEqualTo(1);
        truce("verify", "--store", store);
        // And back again, which is a correction of its own.
        truce(
                "correct",
                "--store",
                store,
                "--register",
                "north",
                "--reason",
                "was right",
                corrected("Tasil", "Tasil").toString());
        assertThat(incidents()).isEqualTo(before);
        truce(
                "correct",
                "--store",
                store,
                "--register",
                "north",
                "--reason",
                "no, wrong",
                corrected("Tasil", "Another Place").toString());
        assertThat(incidents()).isEqualTo(after);
    }

    @Test
    void whatHasNoEarlierEntryIsRefusedWithWhatToDo() throws IOException {
        Path rows = corrected(id(), "R-none");
        Ran ran = Terminal.run(
                "correct",
                "--store",
                store,
                "--register",
                "north",
                "--reason",
                "x",
                rows.toString());
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("has no report R-none to correct", "truce import");
        assertThat(Terminal.run(
                                "correct",
                                "--store",
                                store,
                                "--register",
                                "nobody",
                                "--reason",
                                "x",
                                rows.toString())
                        .err())
                .contains("no register nobody");
        assertThat(Terminal.run(
                                "correct",
                                "--store",
                                store,
                                "--register",
                                "north",
                                "--reason",
                                " ",
                                rows.toString())
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void aWithdrawnEntryCountsNoMoreAndACorrectionBringsItBack() throws IOException {
        String before = incidents();
        truce(
                "withdraw",
                "--store",
                store,
                "--register",
                "north",
                "--reason",
                "entered twice",
                id());
        assertThat(incidents()).doesNotContain("\"" + id() + "\"");
        Ran twice = Terminal.run(
                "withdraw", "--store", store, "--register", "north", "--reason", "again", id());
        assertThat(twice.exit()).isEqualTo(2);
        assertThat(twice.err()).contains("nothing was withdrawn");
        truce(
                "correct",
                "--store",
                store,
                "--register",
                "north",
                "--reason",
                "it was right",
                corrected(id(), id()).toString());
        assertThat(incidents()).isEqualTo(before);
    }

    /** To the byte, whatever was recorded since: rows, corrections, other registers. */
    @Test
    void anAnswerGivenInThePastCanBeGivenAgain() throws IOException {
        truce("import", "--store", store, Terminal.SAMPLE.toString());
        String[] question = {
            "assess",
            "--store",
            store,
            "--area",
            "south-west",
            "--from",
            "2017-07-09",
            "--to",
            "2018-06-18",
            "--json"
        };
        Ran asked = truce(question);
        Ran listed = truce("incidents", "--store", store, "--json");
        Path report = folder.resolve("report");
        Ran reported = truce(
                "report", "--store", store, "--area", "south-west", "--out", report.toString());
        List<byte[]> written = files(report);

        truce(
                "withdraw",
                "--store",
                store,
                "--register",
                "southwest-syria",
                "--reason",
                "test",
                "R0001",
                "R0002",
                "R0191");
        truce(
                "correct",
                "--store",
                store,
                "--register",
                "north",
                "--reason",
                "test",
                corrected("Tasil", "Another Place").toString());
        Path more = folder.resolve("more.csv");
        Files.writeString(more, header + "\n" + first + "\n");
        truce("import", "--store", store, "--register", "late", more.toString());

        String[] again = Arrays.copyOf(question, question.length + 2);
        again[question.length] = "--pin";
        again[question.length + 1] = asked.pin();
        assertThat(truce(again).out()).isEqualTo(asked.out());
        assertThat(incidents()).isNotEqualTo(listed.out());
        assertThat(incidents("--pin", listed.pin())).isEqualTo(listed.out());
        Path repeated = folder.resolve("repeated");
        truce(
                "report",
                "--store",
                store,
                "--area",
                "south-west",
                "--out",
                repeated.toString(),
                "--pin",
                reported.pin());
        assertThat(files(repeated)).hasSameSizeAs(written);
        for (int i = 0; i < written.size(); i++) {
            assertThat(files(repeated).get(i)).isEqualTo(written.get(i));
        }
    }

    private static List<byte[]> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<byte[]> contents = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                contents.add(Files.readAllBytes(file));
            }
            assertThat(contents).isNotEmpty();
            return contents;
        }
    }

    @Test
    void aPinThatDoesNotFitIsRefusedWithWhatToDo() {
        String pin = truce("incidents", "--store", store, "--json").pin();
        for (String wrong : List.of(
                "tomorrow",
                pin.replace("@", "@9"),
                pin.substring(0, pin.length() - 16) + "0000000000000000",
                pin.replace("truce.register/north", "truce.register/south"))) {
            Ran ran = Terminal.run("incidents", "--store", store, "--json", "--pin", wrong);
            assertThat(ran.exit()).as(wrong).isEqualTo(2);
            assertThat(ran.err()).startsWith("truce: --pin: ");
        }
    }

    @Test
    void ofOneRegisterOfSomeOrOfAll() throws IOException {
        Path more = folder.resolve("more.csv");
        Files.write(
                more,
                List.of(
                        header,
                        Files.readAllLines(Terminal.SAMPLE.resolve("reports.csv"))
                                .get(40)),
                StandardCharsets.UTF_8);
        truce("import", "--store", store, "--register", "south", more.toString());
        assertThat(incidents("--register", "south").lines())
                .singleElement()
                .asString()
                .contains("\"south:");
        assertThat(incidents("--register", "south", "--register", "north"))
                .isEqualTo(incidents())
                .isNotEqualTo(incidents("--register", "north"));
        Ran ran = Terminal.run("incidents", "--store", store, "--register", "west");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("no register 'west'", "north, south");
    }
}
