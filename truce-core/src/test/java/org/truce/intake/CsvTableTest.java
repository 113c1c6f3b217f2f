package org.truce.intake;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.truce.record.Entry;
import org.truce.record.Guarded;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** Encodings, headers, quotation marks, line ends, and streams that break. */
final class CsvTableTest {
    private static final String HEADER = new ReportRow("").header() + "\n";

    private static String row(String id) {
        return new ReportRow(id).line() + "\n";
    }

    private static Taken take(String text) {
        return Taken.from(Format.REPORTS, text);
    }

    private static String note(Taken taken, int index) {
        return taken.all(Entry.Report.class)
                .get(index)
                .account()
                .note()
                .flatMap(Guarded::find)
                .orElseThrow();
    }

    @Test
    void anEmptyFileIsOneDefect() {
        for (String empty : new String[] {"", "\n\n", " \r\n\t\n", "\uFEFF"}) {
            Defect defect = take(empty).onlyDefect();
            assertThat(defect.line()).isEqualTo(1);
            assertThat(defect.problem()).isEqualTo("the file is empty");
            assertThat(defect.todo()).isNotBlank();
        }
    }

    @Test
    void aHeaderWithoutRowsIsACaution() {
        Taken taken = take(HEADER);
        assertThat(taken.defects()).isEmpty();
        assertThat(taken.cautions())
                .containsExactly(new Caution("file", 1, "", "there is no row under the header"));
    }

    @Test
    void aMissingColumnIsOneDefectThatNamesTheNearestHeader() {
        String text = HEADER.replace(",lat,", ",latt,") + row("R1") + row("R2");
        Taken taken = take(text);
        assertThat(taken.entries()).isEmpty();
        Defect defect = taken.onlyDefect();
        assertThat(defect.line()).isEqualTo(1);
        assertThat(defect.column()).isEqualTo("lat");
        assertThat(defect.problem()).isEqualTo("the column 'lat' is missing");
        assertThat(defect.todo()).contains("'latt' to 'lat'");
        assertThat(defect.original()).isEqualTo(text.lines().findFirst().orElseThrow());
    }

    @Test
    void severalMissingColumnsAreStillOneDefect() {
        ReportRow row = new ReportRow("R1").without("lat").without("quality");
        assertThat(row.taken().onlyDefect().problem())
                .isEqualTo("these columns are missing: lat, quality");
    }

    @Test
    void aColumnThatMayBeAbsentCountsAsBlankAndAMisspeltOneIsNamed() {
        ReportRow row = new ReportRow("R1").without("injured").with("inujred", "4");
        Taken taken = row.taken();
        assertThat(taken.all(Entry.Report.class).getFirst().casualties().injured())
                .isEmpty();
        assertThat(taken.cautions()).singleElement().satisfies(caution -> {
            assertThat(caution.column()).isEqualTo("inujred");
            assertThat(caution.problem()).contains("'injured'");
        });
    }

    @Test
    void aColumnThatStandsTwiceIsADefect() {
        assertThat(take(HEADER.replace(",note,", ",lat,") + row("R1"))
                        .onlyDefect()
                        .problem())
                .isEqualTo("the column 'lat' stands in the header twice");
    }

    @Test
    void headersMayBeInAnyOrderCaseAndCompany() {
        ReportRow row =
                new ReportRow("R1").without("source").with("extra", "x").with("source", "B");
        Taken taken = take(
                "\uFEFF" + row.header().toUpperCase(java.util.Locale.ROOT).replace("LAT", " Lat ")
                        + "\r\n" + row.line() + "\r\n");
        assertThat(taken.defects()).isEmpty();
        assertThat(taken.all(Entry.Report.class).getFirst().account().source().find())
                .contains("B");
    }

    @Test
    void semicolonsAndTabsSeparateToo() {
        for (String separator : new String[] {";", "\t"}) {
            Taken taken = take((HEADER + row("R1")).replace(",", separator));
            assertThat(taken.defects()).isEmpty();
            assertThat(taken.ids()).containsExactly("R1");
        }
    }

    @Test
    void wrongEncodingCostsOnlyItsRows() {
        byte[] text = (HEADER
                        + row("R1")
                        + new ReportRow("R2").with("place_name", "Qunéitra").line() + "\n"
                        + row("R3"))
                .getBytes(ISO_8859_1);
        Taken taken = Taken.from(Format.REPORTS, text);
        assertThat(taken.ids()).containsExactly("R1", "R3");
        assertThat(taken.onlyDefect().line()).isEqualTo(3);
        assertThat(taken.onlyDefect().problem()).isEqualTo("not valid UTF-8");
        assertThat(taken.onlyDefect().todo()).isEqualTo("save the file as UTF-8");
    }

    @Test
    void wrongEncodingInAQuotedLineBreakCostsThatRecord() {
        String broken = new ReportRow("R2").with("note", "first\nséc\nthird").line() + "\n";
        Taken taken = Taken.from(
                Format.REPORTS, (HEADER + row("R1") + broken + row("R3")).getBytes(ISO_8859_1));
        assertThat(taken.ids()).containsExactly("R1", "R3");
        assertThat(taken.onlyDefect().line()).isEqualTo(3);
        assertThat(taken.onlyDefect().problem()).isEqualTo("not valid UTF-8");
    }

    @Test
    void aReplacementCharacterInTheFileIsNoFault() {
        Taken taken = new ReportRow("R1").with("note", "so\uFFFDwritten").taken();
        assertThat(note(taken, 0)).isEqualTo("so\uFFFDwritten");
    }

    @Test
    void arabicAndUtf16WithAMarkAreRead() {
        String text = "\uFEFF" + HEADER
                + new ReportRow("R1").with("note", "درعا البلد 😀").line();
        assertThat(note(Taken.from(Format.REPORTS, text.getBytes(UTF_8)), 0))
                .isEqualTo("درعا البلد 😀");
        for (byte[] bytes : new byte[][] {text.getBytes(UTF_16LE), text.getBytes(UTF_16BE)}) {
            assertThat(note(Taken.from(Format.REPORTS, bytes), 0)).isEqualTo("درعا البلد 😀");
            assertThat(Intake.recognise(bytes)).contains(Format.REPORTS);
        }
    }

    @Test
    void halfASurrogatePairCostsOnlyItsRow() {
        String text = "\uFEFF" + HEADER + row("R1")
                + new ReportRow("R2").with("note", "half \uD83D pair").line() + "\n" + row("R3");
        byte[] bytes = new byte[2 * text.length()];
        for (int i = 0; i < text.length(); i++) {
            bytes[2 * i] = (byte) text.charAt(i);
            bytes[2 * i + 1] = (byte) (text.charAt(i) >> 8);
        }
        Taken taken = Taken.from(Format.REPORTS, bytes);
        assertThat(taken.ids()).containsExactly("R1", "R3");
        assertThat(taken.onlyDefect().line()).isEqualTo(3);
    }

    @Test
    void zeroBytesAreNoText() {
        Taken taken = take(HEADER + row("R1") + "a\0b\n" + row("R2"));
        assertThat(taken.ids()).containsExactly("R1", "R2");
        assertThat(taken.onlyDefect().problem()).contains("zero bytes");
    }

    @Test
    void lineBreaksInsideQuotationMarksBelongToTheRow() {
        for (String end : new String[] {"\n", "\r\n", "\r"}) {
            String text = "one" + end + end + "two, \"three\"" + end;
            Taken taken = take(HEADER.strip()
                    + end
                    + new ReportRow("R1").with("note", text + "x").line()
                    + end
                    + new ReportRow("R2").line()
                    + end);
            assertThat(taken.defects()).isEmpty();
            assertThat(note(taken, 0)).isEqualTo(text + "x");
            // Line 1 is the header, the first row covers lines 2 to 5.
            assertThat(taken.entries().get(1).entered().line()).isEqualTo(6);
        }
    }

    @Test
    void aQuotationMarkThatIsNeverClosedCostsItsOwnRow() {
        String bad = row("R2").replace("two shells", "\"two shells");
        Taken taken = take(HEADER + row("R1") + bad + row("R3")
                + new ReportRow("R4").with("note", "a, b").line() + "\n" + row("R5"));
        assertThat(taken.ids()).containsExactly("R1", "R3", "R4", "R5");
        Defect defect = taken.onlyDefect();
        assertThat(defect.line()).isEqualTo(3);
        assertThat(defect.original() + "\n").isEqualTo(bad);
        assertThat(defect.problem()).contains("quotation mark");
        assertThat(defect.todo()).contains("twice");
    }

    @Test
    void quotesBrokenAcrossLinesCostOnlyTheLinesTheyBreak() {
        String first = row("R2").replace("two shells", "\"two");
        String second = "shells\" more,\n";
        Taken taken = take(HEADER + row("R1") + first + second + row("R3"));
        assertThat(taken.ids()).containsExactly("R1", "R3");
        assertThat(taken.defects()).extracting(Defect::line).containsExactly(3L, 4L);
    }

    @Test
    void textAfterAClosingQuotationMarkIsADefect() {
        String bad = row("R2").replace("two shells", "\"two\" shells");
        Taken taken = take(HEADER + bad + row("R3"));
        assertThat(taken.ids()).containsExactly("R3");
        assertThat(taken.onlyDefect().problem()).contains("follows a closing quotation mark");
    }

    @Test
    void tooManyOrTooFewFieldsAreADefect() {
        Taken taken = take(HEADER + "R1,short\n" + row("R2") + row("R3").replace("\n", ",more\n"));
        assertThat(taken.ids()).containsExactly("R2");
        assertThat(taken.defects())
                .extracting(Defect::problem)
                .containsExactly(
                        "2 fields where the header has 23", "24 fields where the header has 23");
    }

    @Test
    void linesOfBareSeparatorsSayNothing() {
        Taken taken = take(HEADER + ",".repeat(22) + "\n" + row("R1") + "\n  \n");
        assertThat(taken.defects()).isEmpty();
        assertThat(taken.entries().getFirst().entered().line()).isEqualTo(3);
    }

    @Test
    void gzipIsReadAndWhatCameBeforeABreakStays() throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        java.util.Random random = new java.util.Random(7);
        for (int i = 1; i <= 20_000; i++) {
            text.append(new ReportRow("R" + i)
                            .with("note", Long.toHexString(random.nextLong()))
                            .line())
                    .append('\n');
        }
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(text.toString().getBytes(UTF_8));
        }
        byte[] whole = zipped.toByteArray();
        assertThat(Taken.from(Format.REPORTS, whole).entries()).hasSize(20_000);

        Taken half = Taken.from(Format.REPORTS, Arrays.copyOf(whole, whole.length / 2));
        assertThat(half.entries()).hasSizeBetween(9_000, 11_000);
        Defect defect = half.onlyDefect();
        assertThat(defect.line()).isEqualTo(half.entries().size() + 2L);
        assertThat(defect.problem()).isEqualTo("the file breaks off here");
        assertThat(Taken.from(Format.REPORTS, Arrays.copyOf(whole, 5))
                        .onlyDefect()
                        .problem())
                .isEqualTo("the file breaks off here");
    }

    @Test
    void aStreamThatFailsIsADefectAndWhatCameBeforeStays() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk is gone");
            }
        };
        byte[] start = (HEADER + row("R1") + "R2,half a li").getBytes(UTF_8);
        Taken taken = Taken.from(
                Format.REPORTS, new SequenceInputStream(new ByteArrayInputStream(start), failing));
        assertThat(taken.ids()).containsExactly("R1");
        assertThat(taken.onlyDefect().line()).isEqualTo(3);
        assertThat(taken.onlyDefect().original()).isEqualTo("R2,half a li");
    }
}
