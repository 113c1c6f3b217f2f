package org.truce.intake;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.truce.record.Entry;
import org.truce.record.Guarded;
import org.truce.record.Observes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** A format is told from the content, and a register that nobody declared is taken as it is. */
final class RecognitionTest {
    private static byte[] head(String file) {
        byte[] all = Taken.bytes(Taken.SAMPLE.resolve(file));
        return Arrays.copyOf(all, Math.min(all.length, 1 << 16));
    }

    @Test
    void everyFileOfTheSampleIsRecognised() {
        Map<String, Format> files = Map.of(
                "reports.csv", Format.REPORTS,
                "tallies.csv", Format.TALLIES,
                "aggregates.csv", Format.TOTALS,
                "lethal-events-by-month.csv", Format.COUNTS,
                "statements.csv", Format.STATEMENTS,
                "areas.geojson", Format.AREAS,
                "register.yaml", Format.REGISTER,
                "agreements/2017-07-07-understanding.yaml", Format.AGREEMENT);
        files.forEach((file, format) ->
                assertThat(Intake.recognise(head(file))).as(file).contains(format));
    }

    @Test
    void notesAndOtherThingsAreNot() {
        assertThat(Intake.recognise(head("agreements.md"))).isEmpty();
        assertThat(Intake.recognise(head("coding_notes.md"))).isEmpty();
        assertThat(Intake.recognise(new byte[0])).isEmpty();
        assertThat(Intake.recognise(new byte[100_000])).isEmpty();
        assertThat(Intake.recognise("{\"a\": 1}".getBytes(UTF_8))).isEmpty();
        assertThat(Intake.recognise("id,name\n1,x\n".getBytes(UTF_8))).isEmpty();
    }

    @Test
    void aFileWithAMissingColumnIsStillRecognised() {
        String header = new ReportRow("R1").without("lat").without("event_type").header();
        assertThat(Intake.recognise(header.getBytes(UTF_8))).contains(Format.REPORTS);
    }

    @Test
    void gedIsRecognisedBehindGzip() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write((UcdpGedCsvTest.HEADER + "\n").getBytes(UTF_8));
        }
        byte[] head =
                Intake.plain(new ByteArrayInputStream(zipped.toByteArray())).readAllBytes();
        assertThat(Intake.recognise(head)).contains(Format.UCDP_GED);
        assertThat(Intake.plain(new ByteArrayInputStream("x".getBytes(UTF_8))).readAllBytes())
                .isEqualTo("x".getBytes(UTF_8));
    }

    @Test
    void gedIsDeclaredSteadyAndAnythingElseUneven() {
        Entry.RegisterDeclared ged =
                Intake.declarationFor(Format.UCDP_GED, "ged", new Guarded.Clear("ged.csv"));
        assertThat(ged.register()).isEqualTo("ged");
        assertThat(ged.entered().file().find()).contains("ged.csv");
        assertThat(ged.observes()).isEqualTo(new Observes.Steadily("lethal event"));
        assertThat(ged.enteredAfterwards()).isTrue();
        assertThat(ged.sourcesPublished()).isTrue();
        assertThat(ged.attribution().orElseThrow()).contains("Sundberg and Melander 2013");
        assertThat(ged.limits().get("ar")).hasSameSizeAs(ged.limits().get("en")).hasSize(4);

        Entry.RegisterDeclared other =
                Intake.declarationFor(Format.REPORTS, "north", new Guarded.Clear("r.csv"));
        assertThat(other.title()).isEqualTo("north");
        assertThat(other.observes()).isEqualTo(new Observes.Unevenly());
        // Its rows carry dates of publication: it was coded from what was published.
        assertThat(other.enteredAfterwards()).isTrue();
        assertThat(other.sourcesPublished()).isFalse();
        assertThat(other.limits().get("en")).hasSize(1);
        assertThat(other.id()).isNotEqualTo(ged.id());
    }
}
