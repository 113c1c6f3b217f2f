package org.truce.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.cli.Terminal.Ran;
import org.truce.base.Hash;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

final class ReadTest {
    private static final String TEXT =
            "😀 The US Secretary of State said that both sides \"must\" leave the bridge.\n";

    @TempDir
    Path folder;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("text.txt"), bytes);
    }

    @Test
    void theJsonHasItsShapeAndCountsCodePoints() throws IOException {
        byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
        Ran ran = Terminal.run("read", file(bytes).toString(), "--date", "2018-01-17", "--json");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(Shape.of("read").problems(ran.out())).isEmpty();
        JsonNode read = Shape.read(ran.out());
        assertThat(read.path("document").path("sha256").asString())
                .isEqualTo(Hash.of(bytes).toString());
        JsonNode said = read.path("statements").path(0);
        int start = TEXT.codePointCount(0, TEXT.indexOf("both"));
        assertThat(said.path("start").asInt()).isEqualTo(start);
        assertThat(said.path("end").asInt()).isEqualTo(TEXT.codePointCount(0, TEXT.indexOf(".\n")));
        assertThat(said.path("form").asString()).isEqualTo("mixed");
        assertThat(said.path("speaker").asString()).isEqualTo("Rex Tillerson");
        assertThat(said.path("speakerId").asString()).isEqualTo("rex-tillerson");
        assertThat(said.path("cue").asString()).isEqualTo("said");
        assertThat(said.path("kind").asString()).isEqualTo("demand");
    }

    @Test
    void standardInputIsReadAndPrintedForPeople() {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        ByteArrayInputStream in = new ByteArrayInputStream(TEXT.getBytes(StandardCharsets.UTF_8));
        PrintWriter results = new PrintWriter(out);
        int exit = Main.run(
                new Surroundings(results, new PrintWriter(err), in, Clock.systemUTC(), Map.of()),
                "read",
                "-",
                "--date",
                "2018-01-17");
        results.flush();
        assertThat(exit).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("demand\tmixed\tRex Tillerson")
                .contains("  both sides \"must\" leave the bridge\n");
    }

    @Test
    void countsAndIncidentsArePrintedAndTheirJsonHasItsShape() throws IOException {
        String bulletin = "The western side recorded 9 cases of firing: 5 in Talodi and 3 in"
                + " Dilling.\n\nTwo shells hit a school in Talodi on Monday, killing three"
                + " people.\n";
        byte[] bytes = bulletin.getBytes(StandardCharsets.UTF_8);
        Ran people = Terminal.run("read", file(bytes).toString(), "--date", "2017-10-14");
        assertThat(people.exit()).as(people.err()).isZero();
        assertThat(people.out().lines())
                .contains(
                        "45-46\tcount\tfiring\t5 of 9\twestern side\tTalodi\tB2\tcontradicted",
                        "  5",
                        "61-62\tcount\tfiring\t3 of 9\twestern side\tDilling\tB2\tcontradicted")
                .anyMatch(line -> line.contains("\tincident\tartillery-shelling\thappened\t"
                        + "2017-10-09\tTalodi\t-\tschool\tkilled 3\t"));
        Ran json = Terminal.run("read", file(bytes).toString(), "--date", "2017-10-14", "--json");
        assertThat(Shape.of("read").problems(json.out())).isEmpty();
        JsonNode tally = Shape.read(json.out()).path("tallies").path(0);
        assertThat(tally.path("unit").asString()).isEqualTo("firing");
        assertThat(tally.path("flags").path(0).asString()).isEqualTo("contradicted");
        assertThat(tally.path("rules").path(0).asString()).isEqualTo("B2");
    }

    @Test
    void anotherEncodingAndAnotherLanguageAreSaid() throws IOException {
        byte[] bytes = "Министерство обороны сообщило о шести нарушениях режима"
                .getBytes(Charset.forName("windows-1251"));
        Ran ran = Terminal.run("read", file(bytes).toString(), "--json");
        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).contains("windows-1251").doesNotContain("'ru'");
        byte[] german =
                "Das Ministerium meldete am Dienstag sechs Verletzungen der Waffenruhe im Norden."
                        .getBytes(StandardCharsets.UTF_8);
        assertThat(Terminal.run("read", file(german).toString()).err()).contains("'de'");
        assertThat(Shape.of("read").problems(ran.out())).isEmpty();
    }

    @Test
    void whatCannotBeReadIsSaidWithWhatToDo() {
        assertThat(Terminal.run("read", folder.resolve("none").toString()).err())
                .contains("check the path");
        assertThat(Terminal.run("read", folder.toString()).err()).contains("Name a text file");
        Ran noDay = Terminal.run("read", "-", "--date", "17.1.2018");
        assertThat(noDay.exit()).isEqualTo(2);
        assertThat(noDay.err()).contains("--date 2018-01-17");
    }
}
