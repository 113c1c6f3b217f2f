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
                    STATUSES.put(
                            area + " " + month,
                            "%s %d %s"
                                    .formatted(
                                            answer.status().code(),
                                            answer.breaches().during(),
                                            answer.ratio()
                                                    .map(ratio -> "%.2f [%.2f %.2f] <2/3"
                                                            .formatted(
                                                                    ratio.estimate()
                                                                            .orElse(-1),
                                                                    ratio.low(),
                                                                    ratio.high()))
                                                    .orElse("-")));
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

    @Test
    void show() {
        STATUSES.forEach((month, status) -> System.out.println(month + ": " + status));
    }
}
