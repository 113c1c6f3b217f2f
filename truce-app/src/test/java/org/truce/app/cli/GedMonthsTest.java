package org.truce.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.store.EntryStore;
import org.truce.app.store.TestKeys;
import org.truce.app.store.sqlite.SqliteStore;
import org.truce.assess.Answer;
import org.truce.assess.Assessor;
import org.truce.assess.Evidence;
import org.truce.assess.Question;
import org.truce.base.Moment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The statuses of four areas month by month from what UCDP GED has, each looking only at what had
 * happened by the month's end. What they say and when is written up in
 * docs/reference/ged-months.md.
 */
final class GedMonthsTest {
    private static final Path GED =
            Terminal.ROOT.resolve("../shared/data/ucdp-ged-syria/ged_syria_2016_2019.csv.gz");

    private static final Map<String, LocalDate> FROM = Map.of(
            "south-west", LocalDate.of(2017, 7, 9),
            "idlib", LocalDate.of(2017, 5, 6),
            "north-homs", LocalDate.of(2017, 5, 6),
            "east-ghouta", LocalDate.of(2017, 5, 6));

    @TempDir
    static Path folder;

    private static final Map<String, String> STATUSES = new TreeMap<>();

    @BeforeAll
    static void assessEachMonth() throws IOException {
        assumeTrue(
                Files.exists(GED), "skipped: put UCDP GED Syria at ../shared/data/ucdp-ged-syria");
        String file = folder.resolve("ged.truce").toString();
        run("import", "--store", file, "--register", "UCDP GED", GED.toString());
        run(
                "import",
                "--store",
                file,
                "--register",
                "terms",
                Terminal.SAMPLE.resolve("areas.geojson").toString(),
                Terminal.SAMPLE.resolve("agreements").toString());
        try (EntryStore store =
                SqliteStore.openExisting(Path.of(file), new TestKeys(), Clock.systemUTC())) {
            Evidence evidence = Evidence.of(store.listAll(), Optional.empty());
            FROM.forEach((area, from) -> {
                for (YearMonth month = YearMonth.from(from);
                        !month.isAfter(YearMonth.of(2018, 7));
                        month = month.plusMonths(1)) {
                    Answer answer = Assessor.assess(evidence, question(area, from, month));
                    STATUSES.put(area + " " + month, answer.status().code());
                }
            });
        }
    }

    private static Question question(String area, LocalDate from, YearMonth month) {
        LocalDate first = month.atDay(1).isBefore(from) ? from : month.atDay(1);
        return new Question(
                area,
                area.equals("south-west") ? Optional.of("announced") : Optional.empty(),
                new Moment.Day(first),
                new Moment.Day(month.atEndOfMonth()),
                Optional.of(new Question.Span(
                        new Moment.Day(LocalDate.of(2016, 7, 1)),
                        new Moment.Day(from.minusDays(1)))),
                Instant.parse("2026-11-27T00:00:00Z"));
    }

    private static void run(String... arguments) {
        Terminal.Ran ran = Terminal.run(arguments);
        assertThat(ran.exit()).as(ran.err()).isZero();
    }

    private static String status(String month) {
        return STATUSES.getOrDefault(month, "");
    }

    private static void assertStatuses(String area, String status, String... months) {
        for (String month : months) {
            assertThat(status(area + " " + month)).as(area + " " + month).isEqualTo(status);
        }
    }

    @Test
    void theSouthWestHeldWithExceptionsForMostOfItsMonthsAndBrokeInJune() {
        assertStatuses(
                "south-west",
                "holding-with-exceptions",
                "2017-07",
                "2017-12",
                "2018-01",
                "2018-02",
                "2018-03",
                "2018-04",
                "2018-05");
        assertStatuses("south-west", "under-strain", "2017-08", "2017-09", "2017-10", "2017-11");
        assertStatuses("south-west", "not-holding", "2018-06");
    }

    @Test
    void idlibWasQuietThenBrokeInSeptemberAndAgainFromDecember() {
        assertStatuses(
                "idlib", "holding-with-exceptions", "2017-05", "2017-06", "2017-07", "2017-08");
        assertStatuses("idlib", "not-holding", "2017-09", "2017-12", "2018-01", "2018-02");
    }

    @Test
    void northHomsBrokeInAprilAndNobodyCriedWolfBefore() {
        assertStatuses("north-homs", "not-holding", "2018-04");
        STATUSES.forEach((month, status) -> {
            if (month.startsWith("north-homs") && !month.endsWith("2018-04")) {
                assertThat(status).as(month).isNotEqualTo("not-holding");
            }
        });
    }

    @Test
    void easternGhoutaFellThenWasBackAndFarAbove() {
        assertStatuses("east-ghouta", "holding-with-exceptions", "2017-06");
        assertStatuses(
                "east-ghouta",
                "not-holding",
                "2017-07",
                "2017-11",
                "2017-12",
                "2018-01",
                "2018-02",
                "2018-03");
    }

    @Test
    void quietAfterAnAreaWasTakenIsNoCeasefires() {
        assertStatuses("east-ghouta", "not-in-force", "2018-05", "2018-06", "2018-07");
        assertStatuses("north-homs", "not-in-force", "2018-06", "2018-07");
    }

    @Test
    void thePageSaysWhatTheProgramSays() throws IOException {
        Map<String, String> page = new TreeMap<>();
        for (String line :
                Files.readAllLines(Terminal.ROOT.resolve("docs/reference/ged-months.md"))) {
            String[] cells = line.split(" *\\| *");
            if (cells.length == 6 && cells[1].matches("20\\d\\d-\\d\\d")) {
                List<String> areas = List.of("south-west", "idlib", "north-homs", "east-ghouta");
                for (int k = 0; k < areas.size(); k++) {
                    if (!cells[k + 2].isEmpty()) {
                        page.put(
                                areas.get(k) + " " + cells[1],
                                cells[k + 2].replaceAll("[0-9.,() ]", ""));
                    }
                }
            }
        }
        assertThat(page).isEqualTo(STATUSES);
    }
}
