package org.truce.app.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.store.EntryStore;
import org.truce.app.store.TestKeys;
import org.truce.app.store.sqlite.SqliteStore;
import org.truce.intake.Defect;
import org.truce.intake.Format;
import org.truce.record.Entry;
import org.truce.record.EntryCodec;
import org.truce.record.FollowUp;
import org.truce.record.Logged;
import org.truce.record.Stage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** Whatever is wrong with some of what is handed in, the rest is taken in and nothing is lost. */
final class ImporterTest {
    private static final String TALLIES = """
        date,url,side,province,count,stated_total,note
        2017-07-10,https://example.org/t,Russia,Hama,2,,
        """;

    @TempDir
    Path folder;

    private EntryStore store;
    private final List<String> leftAlone = new ArrayList<>();

    @BeforeEach
    void open() {
        store = SqliteStore.openOrCreate(
                folder.resolve("store.truce"), new TestKeys(), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private final Progress progress = new Progress() {
        @Override
        public void at(String file, long rows, double share) {
            assertThat(share).isBetween(0.0, 1.0);
        }

        @Override
        public void leftAlone(String file, String why) {
            leftAlone.add(file);
        }
    };

    private ImportResult take(Path... paths) {
        return take(Optional.empty(), Optional.empty(), paths);
    }

    private ImportResult take(Optional<Format> format, Optional<String> register, Path... paths) {
        return new Importer(store, new RandomSealer(), progress, Clock.systemUTC())
                .run(List.of(paths), format, register);
    }

    private Path file(String name, String content) throws IOException {
        Path file = folder.resolve("in").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private <E extends Entry> List<E> all(Class<E> type) {
        return store.listAll().stream()
                .map(Logged::entry)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private Set<String> reportIds() {
        return all(Entry.Report.class).stream().map(Entry::id).collect(Collectors.toSet());
    }

    private static String refusal(Entry.RejectedRow row) {
        return row.refusal().find().orElse("");
    }

    @Test
    void whatHasNotComeYetIsTakenInAndSaid() throws IOException {
        ImportResult result = take(file(
                "reports.csv",
                ReportSheet.table(
                        ReportSheet.row("report_id", "A1"),
                        ReportSheet.row(
                                "report_id", "A2",
                                "occurred_from", "2097-07-09",
                                "occurred_to", "2097-07-09"))));
        assertThat(result.accepted()).isEqualTo(2);
        assertThat(result.warnings()).isEqualTo(1);
    }

    @Test
    void badRowsAreListedAndKeptAndGoodOnesBesideThemAreIn() throws IOException {
        String noSuchType = ReportSheet.row("report_id", "B1", "event_type", "shelled");
        String reversed = ReportSheet.row(
                "report_id", "B2", "occurred_from", "2017-07-12", "occurred_to", "2017-07-11");
        ImportResult result = take(file(
                "reports.csv",
                ReportSheet.table(
                        ReportSheet.row("report_id", "A1"),
                        noSuchType,
                        ReportSheet.row("report_id", "A2", "note", "over\ntwo lines"),
                        reversed,
                        ReportSheet.row("report_id", "A3"))));
        assertThat(result.accepted()).isEqualTo(3);
        assertThat(result.duplicates()).isZero();
        assertThat(result.defectCount()).isEqualTo(2);
        assertThat(result.tookAnything()).isTrue();
        // A2 takes lines 4 and 5.
        assertThat(result.defects())
                .extracting(Defect::file, Defect::line, Defect::column)
                .containsExactly(
                        tuple("reports.csv", 3L, "event_type"),
                        tuple("reports.csv", 6L, "occurred_to"));
        assertThat(result.defects()).allSatisfy(defect -> {
            assertThat(defect.problem()).isNotBlank();
            assertThat(defect.todo()).isNotBlank();
        });
        assertThat(result.defects().getFirst().problem()).contains("shelled");
        assertThat(reportIds()).containsExactlyInAnyOrder("A1", "A2", "A3");

        List<Entry.RejectedRow> kept = all(Entry.RejectedRow.class);
        assertThat(kept)
                .extracting(row -> row.entered().line(), Entry.RejectedRow::column)
                .containsExactly(tuple(3L, "event_type"), tuple(6L, "occurred_to"));
        assertThat(refusal(kept.getFirst())).contains("shelled", "To do: ", noSuchType);
        assertThat(refusal(kept.getLast())).contains("2017-07-11", "To do: ", reversed);
        assertThat(kept).allSatisfy(row -> {
            assertThat(row.register()).isEqualTo("in");
            assertThat(row.toString()).doesNotContain("Observer").doesNotContain("B1");
        });
    }

    /** Columns that slipped put a source's name where a number should be, and a point elsewhere. */
    @Test
    void nothingOfAKeptRowStandsInWhatIsSigned() throws IOException {
        take(file(
                "reports.csv",
                ReportSheet.table(
                        ReportSheet.row("report_id", "A1", "lat", "Abu Yarub's cousin", "lon", "1"),
                        ReportSheet.row("report_id", "A2", "occurred_from", "Hidden Well"),
                        ReportSheet.row("report_id", "A3", "event_type", "the baker's, saw it"),
                        ReportSheet.row("report_id", "A4", "lat", "36.0456", "lon", "32.7123"),
                        ReportSheet.row("report_id", "A5", "lat", "32.7123", "lon", "336.0456"),
                        ReportSheet.row("report_id", "A6", "killed_min", "Yarub"))));
        EntryCodec codec = new EntryCodec();
        assertThat(all(Entry.RejectedRow.class))
                .hasSize(6)
                .allSatisfy(row -> assertThat(
                                new String(codec.seal(row).body(), StandardCharsets.UTF_8))
                        .doesNotContain("Yarub")
                        .doesNotContain("Hidden")
                        .doesNotContain("baker")
                        .doesNotContain("saw it")
                        .doesNotContain("2.7123")
                        .doesNotContain("6.0456"));
    }

    @Test
    void theSameIdWithOtherContentIsRefusedWithWordsAndKept() throws IOException {
        Path reports = file(
                "reports.csv",
                ReportSheet.table(
                        ReportSheet.row("report_id", "A1", "killed_min", "2", "killed_max", "2"),
                        ReportSheet.row("report_id", "A1", "killed_min", "3", "killed_max", "3"),
                        ReportSheet.row("report_id", "A2")));
        ImportResult result = take(reports);
        assertThat(result.accepted()).isEqualTo(2);
        assertThat(result.defects()).singleElement().satisfies(defect -> {
            assertThat(defect.line()).isEqualTo(3);
            assertThat(defect.column()).isEqualTo("id");
            assertThat(defect.problem()).contains("A1").contains("in");
            assertThat(defect.todo()).contains("--register");
        });
        assertThat(all(Entry.Report.class).getFirst().casualties().killedMin()).hasValue(2);
        assertThat(all(Entry.RejectedRow.class)).hasSize(1);

        long size = store.size();
        ImportResult again = take(reports);
        assertThat(again.accepted()).isZero();
        assertThat(again.duplicates()).isEqualTo(2);
        assertThat(again.defectCount()).isEqualTo(1);
        assertThat(store.size())
                .as("importing the same file twice adds nothing")
                .isEqualTo(size);
        take(reports);
        assertThat(store.size()).isEqualTo(size);
    }

    /** What was promised stays what was promised; that it has been paid is for a correction. */
    @Test
    void aFlowThatALaterExportChangesIsRefusedAndListed() throws IOException {
        String promised = """
            Donor,Amount,Stage,What,No
            #org+funder,#value+usd,#status,#description,#meta+id
            Ruritania,"1,250,000",pledge,Flour,A-17
            Total,"1,250,000",,,
            """;
        ImportResult result = take(file("flows.csv", promised));
        assertThat(result.accepted()).isEqualTo(1);
        assertThat(result.defects())
                .singleElement()
                .satisfies(defect -> assertThat(defect.problem()).contains("adds up others"));
        assertThat(take(file("flows.csv", promised)).duplicates()).isEqualTo(1);

        ImportResult later = take(file("later.csv", promised.replace("pledge", "paid")));
        assertThat(later.accepted()).isZero();
        assertThat(later.defects())
                .anySatisfy(defect -> assertThat(defect.problem()).contains("A-17"));
        assertThat(all(FollowUp.Contribution.class))
                .extracting(FollowUp.Contribution::stage)
                .containsExactly(Stage.PLEDGED);
    }

    /** A file corrected at the same place: what was refused before stays beside the new refusal. */
    @Test
    void twoRefusedRowsOfOnePlaceAreBothKept() throws IOException {
        String first = ReportSheet.row("report_id", "B1", "event_type", "shelled");
        String second = ReportSheet.row("report_id", "B1", "event_type", "shelled", "note", "n");
        take(file("reports.csv", ReportSheet.table(first)));
        take(file("reports.csv", ReportSheet.table(second)));
        take(file("reports.csv", ReportSheet.table(first)));
        take(file("reports.csv", ReportSheet.table(second)));
        assertThat(all(Entry.RejectedRow.class))
                .extracting(row -> refusal(row).lines().skip(1).findFirst().orElse(""))
                .containsExactly(first, second);
    }

    @Test
    void ofManyDefectsAThousandAreListedAndAllAreCountedAndKept() throws IOException {
        List<String> rows = new ArrayList<>();
        for (int i = 1; i <= 1_250; i++) {
            rows.add(ReportSheet.row("report_id", "B" + i, "event_type", "shelled"));
        }
        rows.add(ReportSheet.row("report_id", "A1"));
        ImportResult result = take(file("reports.csv", ReportSheet.table(rows)));
        assertThat(result.defectCount()).isEqualTo(1_250);
        assertThat(result.defects()).hasSize(1_000);
        assertThat(result.defects().getLast().line()).isEqualTo(1_001);
        assertThat(result.accepted()).isEqualTo(1);
        assertThat(all(Entry.RejectedRow.class)).hasSize(1_250);
    }

    @Test
    void whatCannotBeReadIsADefectAndTheRestGoesIn() throws IOException {
        Path cut = folder.resolve("in/cut.csv.gz");
        Path good = file("reports.csv", ReportSheet.table(ReportSheet.row()));
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            many.add(ReportSheet.row("report_id", "G" + i, "note", "n" + i * 7919L % 10_007));
        }
        byte[] whole = gzip(ReportSheet.table(many));
        Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
        ImportResult result = take(cut, folder.resolve("in/gone.csv"), good);
        assertThat(result.defects())
                .extracting(Defect::file)
                .containsExactlyInAnyOrder("cut.csv.gz", "gone.csv");
        assertThat(result.accepted())
                .as("what came before the break stays")
                .isBetween(500L, 2_999L);
        assertThat(reportIds()).contains("A1", "G0");
    }

    @Test
    void aFileThatIsNoneOfOursIsRefusedByNameAndLeftAloneInAFolder() throws IOException {
        Path letter = file("letter.csv", "Dear Sir,\nall is well.\n");
        ImportResult named = take(letter);
        assertThat(named.tookAnything()).isFalse();
        assertThat(named.defects()).singleElement().satisfies(defect -> {
            assertThat(defect.file()).isEqualTo("letter.csv");
            assertThat(defect.todo()).contains("--format");
        });
        ImportResult inFolder = take(folder.resolve("in"));
        assertThat(inFolder.defects()).isEmpty();
        assertThat(leftAlone).containsExactly("letter.csv");
    }

    @Test
    void aFolderIsTakenInWithItsSubfoldersAndWithoutHiddenFiles() throws IOException {
        file("reports.csv", ReportSheet.table(ReportSheet.row("report_id", "A1")));
        file("july/week2/reports.csv", ReportSheet.table(ReportSheet.row("report_id", "A2")));
        file(".reports.csv", ReportSheet.table(ReportSheet.row("report_id", "H1")));
        file(".git/reports.csv", ReportSheet.table(ReportSheet.row("report_id", "H2")));
        file("notes.md", ReportSheet.table(ReportSheet.row("report_id", "H3")));
        ImportResult result = take(folder.resolve("in"));
        assertThat(reportIds()).containsExactlyInAnyOrder("A1", "A2");
        assertThat(result.accepted()).isEqualTo(2);
        assertThat(leftAlone).contains(".reports.csv", "notes.md");
        assertThat(all(Entry.Report.class))
                .as("the folder handed in names the register")
                .allMatch(report -> report.register().equals("in"));
    }

    @Test
    void theRegisterIsTheFoldersUnlessItIsNamed() throws IOException {
        Path reports = file("reports.csv", ReportSheet.table(ReportSheet.row()));
        take(reports);
        take(Optional.empty(), Optional.of("Southern desk"), reports);
        assertThat(all(Entry.Report.class))
                .extracting(Entry::register, Entry::id)
                .containsExactlyInAnyOrder(tuple("in", "A1"), tuple("Southern desk", "A1"));
        assertThat(all(Entry.RegisterDeclared.class))
                .extracting(Entry::register)
                .containsExactlyInAnyOrder("in", "Southern desk");
        assertThat(all(Entry.RegisterDeclared.class))
                .as("nobody said that the sources are public")
                .noneMatch(Entry.RegisterDeclared::sourcesPublished);
    }

    @Test
    void countsKeepTheRegisterThatTheyCount() throws IOException {
        take(file("counts.csv", """
            register,area,reading,from,to,parties,unit,count
            UCDP GED,south-west,announced,2017-08-01,2017-08-31,\
            government-insurgents,lethal event,19
            """));
        assertThat(all(Entry.PeriodCount.class)).singleElement().satisfies(count -> {
            assertThat(count.register()).isEqualTo("in");
            assertThat(count.countedRegister()).isEqualTo("UCDP GED");
            assertThat(count.count()).isEqualTo(19);
        });
    }

    @Test
    void twoFoldersAreTwoRegistersEachAsItDeclaresItself() throws IOException {
        String declaration = """
            truce-register: 1
            title: Desk %s
            observes: unevenly
            entered-afterwards: false
            sources-published: %s
            """;
        file("north/register.yaml", declaration.formatted("north", true));
        file("south/register.yaml", declaration.formatted("south", false));
        // The register is named after the rows in the order of names, and taken in before them.
        file("north/a.csv", ReportSheet.table(ReportSheet.row("source", "North post")));
        file("south/a.csv", ReportSheet.table(ReportSheet.row("source", "South post")));
        ImportResult result = take(folder.resolve("in/north"), folder.resolve("in/south"));
        assertThat(result.accepted()).isEqualTo(4);
        assertThat(result.defectCount()).isZero();
        assertThat(all(Entry.Report.class))
                .extracting(
                        Entry::register,
                        report -> report.account().source().find().orElse(""))
                .containsExactlyInAnyOrder(
                        tuple("north", "North post"), tuple("south", "South post"));
        assertThat(all(Entry.RegisterDeclared.class))
                .extracting(
                        Entry::register,
                        Entry.RegisterDeclared::title,
                        Entry.RegisterDeclared::sourcesPublished)
                .containsExactlyInAnyOrder(
                        tuple("north", "Desk north", true), tuple("south", "Desk south", false));
        assertThat(store.verify(Optional.empty()).problems()).isEmpty();
    }

    @Test
    void aNamedFormatIsTakenAtItsWord() throws IOException {
        Path tallies = file("data.csv", TALLIES);
        ImportResult wrong = take(Optional.of(Format.REPORTS), Optional.empty(), tallies);
        assertThat(wrong.tookAnything()).isFalse();
        assertThat(wrong.defects())
                .isNotEmpty()
                .allSatisfy(defect -> assertThat(defect.problem()).contains("missing"));
        assertThat(take(Optional.of(Format.TALLIES), Optional.empty(), tallies).accepted())
                .isEqualTo(1);
        assertThat(take(tallies).duplicates()).as("recognised").isEqualTo(1);
    }

    @Test
    void anEmptyFileAndAnEmptyFolder() throws IOException {
        assertThat(take(file("reports.csv", "")).tookAnything()).isFalse();
        Path empty = Files.createDirectory(folder.resolve("bare"));
        ImportResult result = take(empty);
        assertThat(result.tookAnything()).isFalse();
        assertThat(result.defectCount()).isZero();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
