package org.truce.intake;

import org.truce.base.Phrases;
import org.truce.record.Entered;
import org.truce.record.Entry;
import org.truce.record.Guarded;
import org.truce.record.Observes;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Takes in files: what they hold becomes entries, what cannot be taken in becomes defects. */
public final class Intake {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final Map<Format, CsvTable> TABLES = tables();
    private static final List<String> GED_LIMITS = List.of(
            "intake.ged-lethal-only",
            "intake.ged-who-first",
            "intake.ged-mixed",
            "intake.ged-places");

    private Intake() {}

    private static Map<Format, CsvTable> tables() {
        Map<Format, CsvTable> tables = new EnumMap<>(Format.class);
        tables.put(Format.REPORTS, new ReportsCsv());
        tables.put(Format.COVERAGE, new CoverageCsv());
        tables.put(Format.TALLIES, new TalliesCsv());
        tables.put(Format.TOTALS, new TotalsCsv());
        tables.put(Format.COUNTS, new CountsCsv());
        tables.put(Format.STATEMENTS, new StatementsCsv());
        tables.put(Format.GUARANTEES, new GuaranteesCsv());
        tables.put(Format.COMMITMENTS, new CommitmentsCsv());
        tables.put(Format.COMMITMENT_STATUS, new CommitmentStatusCsv());
        tables.put(Format.TALKS, new TalksCsv());
        tables.put(Format.DEPLOYMENTS, new DeploymentsCsv());
        tables.put(Format.CONTRIBUTIONS, new ContributionsCsv());
        tables.put(Format.FTS, new FtsCsv());
        tables.put(Format.HXL, new HxlCsv());
        tables.put(Format.NOTICES, new NoticesCsv());
        tables.put(Format.NOTICE_STEPS, new NoticeStepsCsv());
        tables.put(Format.SHIFT_LOG, new ShiftLogCsv());
        tables.put(Format.UCDP_GED, new UcdpGedCsv());
        return tables;
    }

    /**
     * The format of a file, from its content.
     *
     * @param head its first bytes, up to 64 KiB, out of {@link #plain}
     */
    public static Optional<Format> recognise(byte[] head) {
        return Recognition.of(head, TABLES);
    }

    /**
     * The bytes behind gzip where the stream starts with gzip's magic number, else the stream's
     * own; buffered. Throws {@link IOException} when the stream or the gzip header cannot be read.
     */
    public static InputStream plain(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, BUFFER_BYTES);
        buffered.mark(2);
        byte[] magic = buffered.readNBytes(2);
        buffered.reset();
        boolean gzip = magic.length == 2 && magic[0] == (byte) 0x1f && magic[1] == (byte) 0x8b;
        return gzip
                ? new BufferedInputStream(new GZIPInputStream(buffered, BUFFER_BYTES), BUFFER_BYTES)
                : buffered;
    }

    /**
     * Takes in one file. Its memory does not grow with the file (areas: with one feature;
     * agreements and registers: at most 1 MiB). Nothing that stands in the file makes it throw, and
     * a stream that breaks becomes a defect: what came before stays. The stream is not closed.
     *
     * @param register the register that the entries belong to
     * @param file the file's name without its folder, as it is to be shown
     * @param in the file's bytes, gzipped or not
     * @param sealer makes values protected
     */
    public static void read(
            Format format,
            String register,
            String file,
            InputStream in,
            Guarded.Sealer sealer,
            Receiver to)
            throws IOException {
        Delivery delivery = new Delivery(register, file, sealer, to);
        InputStream utf8;
        try {
            utf8 = Encoding.utf8(plain(in));
        } catch (IOException broken) {
            Line.Flaw flaw = Line.Flaw.BROKEN_OFF;
            delivery.refuse(1, "", flaw.problem(), flaw.todo(), "");
            return;
        }
        switch (format) {
            case REGISTER -> RegisterYaml.read(utf8, delivery);
            case AREAS -> AreasGeoJson.read(utf8, delivery);
            case AGREEMENT -> AgreementYaml.read(utf8, delivery);
            case CLAIMS -> ClaimsYaml.read(utf8, delivery);
            case NOTICE_RULES -> NoticeRulesYaml.read(utf8, delivery);
            case ARTICLE -> ArticleYaml.read(utf8, delivery);
            case REPORTS,
                    COVERAGE,
                    TALLIES,
                    TOTALS,
                    COUNTS,
                    STATEMENTS,
                    GUARANTEES,
                    COMMITMENTS,
                    COMMITMENT_STATUS,
                    TALKS,
                    DEPLOYMENTS,
                    CONTRIBUTIONS,
                    FTS,
                    HXL,
                    NOTICES,
                    NOTICE_STEPS,
                    SHIFT_LOG,
                    UCDP_GED -> table(format).read(utf8, delivery);
        }
    }

    /**
     * Takes in one row that somebody filled in by hand, by the rules of the rows of a file.
     *
     * @param format a table's
     * @param file where it came from, as it is to be shown
     * @param line from 1
     * @param values by the names of the format's columns; one that is left out is blank
     */
    public static void readRow(
            Format format,
            String register,
            String file,
            long line,
            Map<String, String> values,
            Guarded.Sealer sealer,
            Receiver to) {
        CsvTable table = table(format);
        Map<String, Integer> positions = new LinkedHashMap<>();
        List<String> fields = new ArrayList<>();
        values.forEach((column, value) -> {
            if (!table.columns().contains(column)) {
                throw new IllegalArgumentException("%s have no column %s: there are %s"
                        .formatted(format.code(), column, String.join(", ", table.columns())));
            }
            positions.put(column, fields.size());
            fields.add(value);
        });
        Delivery delivery = new Delivery(register, file, sealer, to);
        Row row = new Row(
                delivery,
                positions,
                new CsvRows.Fields(line, String.join(" | ", fields), List.copyOf(fields)));
        try {
            table.take(row);
        } catch (BadValue bad) {
            row.refuse(bad);
        }
    }

    private static CsvTable table(Format format) {
        return Optional.ofNullable(TABLES.get(format)).orElseThrow();
    }

    /**
     * What is taken for granted of a register that nobody declared: that it was entered afterwards
     * from published pages, as the formats' dates of publication say; for UCDP GED what its makers
     * say of it; for any other that its effort is uneven and that its sources are not public.
     *
     * @param file the file with whose entries the register begins
     */
    public static Entry.RegisterDeclared declarationFor(
            Format format, String register, Guarded file) {
        boolean ged = format == Format.UCDP_GED;
        return RegisterYaml.declared(
                register,
                new Entered(file, 1),
                ged ? "UCDP Georeferenced Event Dataset" : register,
                ged ? new Observes.Steadily("lethal event") : new Observes.Unevenly(),
                // Every format carries dates of publication: it was coded from what was published.
                true,
                ged,
                limits(ged ? GED_LIMITS : List.of("intake.undeclared")),
                ged
                        ? Optional.of(Phrases.in("en").say("intake.ged-attribution"))
                        : Optional.empty());
    }

    private static Map<String, List<String>> limits(List<String> keys) {
        return Map.of("en", words("en", keys), "ar", words("ar", keys));
    }

    private static List<String> words(String language, List<String> keys) {
        Phrases phrases = Phrases.in(language);
        return keys.stream().map(phrases::say).toList();
    }
}
