package org.truce.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.assess.CountedPeriods.Counted;
import org.truce.base.Moment;
import org.truce.record.Entered;
import org.truce.record.Entry;
import org.truce.record.Guarded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The sample's monthly counts; the sums were made from the file with another program. */
final class SouthWestCountsTest {
    private static final ZoneId DAMASCUS = ZoneId.of("Asia/Damascus");
    private static List<Entry.PeriodCount> rows = List.of();

    @BeforeAll
    static void readTheSample() throws IOException {
        Path file = Path.of("../samples/southwest-syria/lethal-events-by-month.csv");
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            rows = csv.stream().map(SouthWestCountsTest::row).toList();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "announced, 2017-07-09, 2018-06-18, 345, 12, government-insurgents, 177, 604, 87",
        "announced, 2017-07-09, 2018-06-18, 345, 12, with-isil, 83, 388, 29",
        "announced, 2017-07-09, 2018-06-18, 345, 12, other, 9, 16, 13",
        "announced, 2016-07-01, 2017-07-08, 373, 14, government-insurgents, 497, 1443, 353",
        "announced, 2016-07-01, 2017-07-08, 373, 14, with-isil, 106, 529, 22",
        "announced, 2016-07-01, 2017-07-08, 373, 14, other, 14, 15, 6",
        "without-suwayda, 2017-07-09, 2018-06-18, 345, 12, government-insurgents, 156, 533, 80",
        "without-suwayda, 2017-07-09, 2018-06-18, 345, 12, with-isil, 80, 357, 27",
        "without-suwayda, 2017-07-09, 2018-06-18, 345, 12, other, 8, 16, 13",
        "without-suwayda, 2016-07-01, 2017-07-08, 373, 14, government-insurgents, 468, 1379, 335",
        "without-suwayda, 2016-07-01, 2017-07-08, 373, 14, with-isil, 87, 472, 22",
        "without-suwayda, 2016-07-01, 2017-07-08, 373, 14, other, 14, 15, 6"
    })
    void sums(
            String reading,
            String from,
            String to,
            double days,
            int periods,
            String parties,
            int events,
            int deaths,
            int civilians) {
        Counted counted = counted(reading, from, to);
        assertThat(counted.days()).isCloseTo(days, within(1e-9));
        assertThat(counted.periods()).hasSize(periods);
        assertThat(counted.leftOut().cut()).isEmpty();
        assertThat(counted.leftOut().gaps()).isEmpty();
        CountedPeriods.Sum sum = counted.findSum(parties).orElseThrow();
        assertThat(sum.events()).isEqualTo(events);
        assertThat(sum.deaths()).hasValue(deaths);
        assertThat(sum.civilianDeaths()).hasValue(civilians);
        assertThat(sum.entryIds()).hasSize(periods);
    }

    @Test
    void aWindowThatEndsADayEarlierLeavesOutTheCutMonth() {
        // 17 June 2018: the count of 1 to 18 June (15) cannot be used; 345 - 18 days and 177 - 15
        // stay.
        Counted counted = counted("announced", "2017-07-09", "2018-06-17");
        assertThat(counted.days()).isCloseTo(327, within(1e-9));
        assertThat(counted.findSum("government-insurgents").orElseThrow().events())
                .isEqualTo(162);
        assertThat(counted.leftOut().cut())
                .containsExactly(window("2018-06-01", "2018-06-18").period());
        assertThat(counted.leftOut().gaps()).isEmpty();
    }

    /** What coding notes and DESIGN tell of the months, against all of the time before. */
    @ParameterizedTest
    @CsvSource({
        "2017-07-09, 2017-07-31, HOLDING_WITH_EXCEPTIONS", // 5 in 23 days: a sixth of before
        "2017-08-01, 2017-08-31, HOLDING_WITH_EXCEPTIONS", // 19 in 31: .46, below two thirds .951
        "2017-11-01, 2017-11-30, UNDER_STRAIN", // 23 in 30 days: .58, below two thirds .750
        "2018-01-01, 2018-01-31, HOLDING_WITH_EXCEPTIONS", // 7 in 31 days: .17
        "2018-05-01, 2018-05-31, HOLDING_WITH_EXCEPTIONS", // 11 in 31 days: .27
        "2018-06-19, 2018-06-30, NOT_HOLDING", // 44 in 12 days: 2.75
        "2017-07-09, 2018-06-18, HOLDING_WITH_EXCEPTIONS" // 177 in 345 days: .385
    })
    void statusOfTheMonths(String from, String to, Status status) {
        HoldingRule.Basis basis = new HoldingRule.Basis(
                true,
                true,
                true,
                fighting(counted("announced", from, to)),
                Optional.of(fighting(counted("announced", "2016-07-01", "2017-07-08"))),
                0,
                Optional.empty());
        assertThat(HoldingRule.decide(basis, AssessSettings.USUAL).status()).isEqualTo(status);
    }

    private static WindowCount fighting(Counted counted) {
        return new WindowCount(
                counted.findSum("government-insurgents").orElseThrow().events(),
                0,
                counted.days(),
                counted.days());
    }

    private static Counted counted(String reading, String from, String to) {
        return (Counted) CountedPeriods.count(
                rows, "UCDP GED", "south-west", Optional.of(reading), window(from, to));
    }

    private static Window window(String from, String to) {
        return Windows.asked(Moment.get(from), Moment.get(to), DAMASCUS);
    }

    private static Entry.PeriodCount row(NamedCsvRecord csv) {
        long line = csv.getStartingLineNumber();
        String reading = csv.getField("reading");
        return new Entry.PeriodCount(
                "south-west",
                "row-" + line,
                new Entered(new Guarded.Clear("lethal-events-by-month.csv"), line),
                csv.getField("register"),
                csv.getField("area"),
                reading.isEmpty() ? Optional.empty() : Optional.of(reading),
                LocalDate.parse(csv.getField("from")),
                LocalDate.parse(csv.getField("to")),
                csv.getField("parties"),
                csv.getField("unit"),
                Integer.parseInt(csv.getField("count")),
                OptionalInt.of(Integer.parseInt(csv.getField("deaths_best"))),
                OptionalInt.of(Integer.parseInt(csv.getField("civilian_deaths_best"))));
    }
}
