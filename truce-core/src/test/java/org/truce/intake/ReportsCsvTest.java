package org.truce.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.base.Circumstance;
import org.truce.base.EventType;
import org.truce.base.LatLon;
import org.truce.base.Moment;
import org.truce.base.PlacePrecision;
import org.truce.base.TimePrecision;
import org.truce.base.Weapon;
import org.truce.record.Casualties;
import org.truce.record.Entry;
import org.truce.record.Guarded;
import org.truce.record.Manner;
import org.truce.record.Participants;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalInt;

/** What becomes of a report's values, and what of a bad one. */
final class ReportsCsvTest {
    private static Entry.Report report(ReportRow row) {
        Taken taken = row.taken();
        assertThat(taken.defects()).isEmpty();
        return taken.all(Entry.Report.class).getFirst();
    }

    @Test
    void aReportKeepsEveryValue() {
        Entry.Report report = report(new ReportRow("R1").with("same_as", "R0"));
        assertThat(report.id()).isEqualTo("R1");
        assertThat(report.register()).isEqualTo("test");
        assertThat(report.entered().file()).isInstanceOf(Guarded.Open.class);
        assertThat(report.entered().file().find()).contains("file");
        assertThat(report.entered().line()).isEqualTo(2);
        assertThat(report.account().source().find()).contains("Reuters (via Ynet)");
        assertThat(report.account().citedOrigin()).isEmpty();
        assertThat(report.account().url().flatMap(Guarded::find)).contains("https://example.org/1");
        assertThat(report.published()).contains(LocalDate.of(2017, 7, 10));
        assertThat(report.account().occurred().from())
                .isEqualTo(new Moment.OffsetClock(OffsetDateTime.parse("2017-07-09T12:30+03:00")));
        assertThat(report.account().occurred().to())
                .isEqualTo(new Moment.Day(LocalDate.of(2017, 7, 9)));
        assertThat(report.account().occurred().precision()).isEqualTo(TimePrecision.HOUR);
        assertThat(report.account().place().name().find()).contains("Tasil");
        assertThat(report.account().place().admin1()).contains("Daraa");
        assertThat(report.account().place().findPoint()).contains(new LatLon(32.84, 35.97));
        assertThat(report.account().place().precision()).isEqualTo(PlacePrecision.TOWN);
        assertThat(report.account().note().flatMap(Guarded::find)).contains("two shells");
        assertThat(report.type()).isEqualTo(EventType.MORTAR);
        assertThat(report.count()).hasValue(3);
        assertThat(report.participants()).isInstanceOf(Participants.Alleged.class);
        assertThat(report.casualties())
                .isEqualTo(new Casualties(
                        OptionalInt.of(1),
                        OptionalInt.empty(),
                        OptionalInt.of(2),
                        OptionalInt.of(1),
                        OptionalInt.of(4)));
        assertThat(report.sameAs()).contains("R0");
    }

    @Test
    void blankMeansNotSaid() {
        Entry.Report report = report(new ReportRow("R1")
                .with("published", "")
                .with("occurred_from", "2017-07-09")
                .with("occurred_to", "")
                .with("date_precision", "")
                .with("lat", "")
                .with("lon", " ")
                .with("count", "")
                .with("alleged_actor", "")
                .with("target", "")
                .with("killed_min", "")
                .with("killed_max", "")
                .with("civilians_killed", "")
                .with("injured", "")
                .with("note", ""));
        assertThat(report.published()).isEmpty();
        assertThat(report.account().occurred().to())
                .isEqualTo(report.account().occurred().from());
        assertThat(report.account().occurred().precision()).isEqualTo(TimePrecision.DAY);
        assertThat(report.account().place().point()).isEmpty();
        assertThat(report.account().note()).isEmpty();
        assertThat(report.count()).isEmpty();
        assertThat(report.participants()).isEqualTo(new Participants.Alleged("", Optional.empty()));
        assertThat(report.casualties()).isEqualTo(Casualties.NOT_SAID);
        assertThat(report.sameAs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"122, 122000, 122", "12.7, 12700, 12.7", "7.62, 7620, 7.62", "0.001, 1, 0.001"})
    void aWeaponItsCalibreAndTheCircumstancesAreKept(String mm, int micrometres, String text) {
        Manner manner = report(new ReportRow("R1")
                        .with("weapon", "artillery-gun")
                        .with("calibre_mm", mm)
                        .with("circumstance", "not-notified"))
                .manner()
                .orElseThrow();
        assertThat(manner)
                .isEqualTo(new Manner(
                        Optional.of(Weapon.ARTILLERY_GUN),
                        OptionalInt.of(micrometres),
                        Optional.of(Circumstance.NOT_NOTIFIED)));
        assertThat(manner.calibreText()).contains(text);
    }

    @Test
    void aReportThatSaysNothingOfThemHasNoManner() {
        assertThat(report(new ReportRow("R1")).manner()).isEmpty();
        assertThat(report(new ReportRow("R1")
                                .with("weapon", "")
                                .with("calibre_mm", " ")
                                .with("circumstance", ""))
                        .manner())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "weapon, cannon, is not a known weapon",
        "circumstance, self-defense, is not a known circumstance",
        "calibre_mm, 122mm, is not a length in millimetres",
        "calibre_mm, 0, is not a length in millimetres",
        "calibre_mm, -5, is not a length in millimetres",
        "calibre_mm, 7.6201, is not a length in millimetres",
        "calibre_mm, 1000, is not a length in millimetres",
    })
    void aMannerThatCannotBeReadIsADefect(String column, String value, String problem) {
        Defect defect = new ReportRow("R1").with(column, value).taken().onlyDefect();
        assertThat(defect.column()).isEqualTo(column);
        assertThat(defect.problem()).contains(problem);
    }

    @Test
    void aClockTimeWithoutPrecisionIsKnownToTheHour() {
        Entry.Report report = report(new ReportRow("R1")
                .with("occurred_from", "2017-07-09T12:30")
                .with("date_precision", ""));
        assertThat(report.account().occurred().precision()).isEqualTo(TimePrecision.HOUR);
        assertThat(report.account().occurred().from())
                .isEqualTo(new Moment.LocalClock(LocalDateTime.of(2017, 7, 9, 12, 30)));
    }

    @ParameterizedTest
    @CsvSource({"hour,HOUR", "day,DAY", "week,WEEK", "month,MONTH", "longer,LONGER"})
    void timePrecisionsAreKept(String code, TimePrecision precision) {
        assertThat(report(new ReportRow("R1").with("date_precision", code))
                        .account()
                        .occurred()
                        .precision())
                .isEqualTo(precision);
    }

    @ParameterizedTest
    @CsvSource({
        "exact,EXACT",
        "town,TOWN",
        "district,DISTRICT",
        "governorate,GOVERNORATE",
        "country,COUNTRY"
    })
    void placePrecisionsAreKept(String code, PlacePrecision precision) {
        assertThat(report(new ReportRow("R1").with("place_precision", code))
                        .account()
                        .place()
                        .precision())
                .isEqualTo(precision);
    }

    @Test
    void calmAndSummariesAreNoReports() {
        assertThat(new ReportRow("R1")
                        .with("event_type", "none-observed")
                        .taken()
                        .entries())
                .singleElement()
                .isInstanceOf(Entry.CalmReport.class);
        assertThat(new ReportRow("R1").with("quality", "aggregate").taken().entries())
                .singleElement()
                .isInstanceOf(Entry.SummaryReport.class);
        assertThat(new ReportRow("R1")
                        .with("quality", "aggregate")
                        .with("event_type", "none-observed")
                        .taken()
                        .entries())
                .singleElement()
                .isInstanceOf(Entry.CalmReport.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "event_type|airstirke|event_type|airstrike",
                "event_type|shelling|event_type|artillery-shelling' is meant",
                "event_type||event_type|fill",
                "quality|agregate|quality|aggregate",
                "date_precision|weak|date_precision|week",
                "place_precision|twon|place_precision|town",
                "place_precision||place_precision|fill",
                "report_id||report_id|fill",
                "source||source|fill",
                "occurred_from||occurred_from|fill",
                "occurred_from|2017-02-30|occurred_from|2017-07-09",
                "occurred_from|09/07/2017|occurred_from|2017-07-09",
                "occurred_from|2017-07-09 12:00|occurred_from|2017-07-09T12:00",
                "occurred_from|0017-07-09|occurred_from|1900",
                "occurred_to|2017-07-08|occurred_to|changed places",
                "occurred_to|2017-07-09T12:29+03:00|occurred_to|changed places",
                "published|soon|published|2017-07-09",
                "lat|95|lat|exchange",
                "lat|-181|lat|-90 to 90",
                "lon|361|lon|-180 to 180",
                "lat|32,84|lat|point",
                "lat||lat|both",
                "lon||lon|both",
                "count|-1|count|0 or more",
                "count|2.5|count|digits",
                "count|many|count|digits",
                "injured|9999999999|injured|digits",
                "killed_min|3|killed_min|smaller"
            })
    void aBadValueCostsItsRowAndSaysWhatToDo(
            String column, String value, String blamed, String todo) {
        ReportRow row = new ReportRow("R2").with(column, value == null ? "" : value);
        Taken taken = Taken.from(
                Format.REPORTS,
                row.header() + "\n" + new ReportRow("R1").line() + "\n" + row.line() + "\n"
                        + new ReportRow("R3").line() + "\n");
        assertThat(taken.ids()).containsExactly("R1", "R3");
        Defect defect = taken.onlyDefect();
        assertThat(defect.file()).isEqualTo("file");
        assertThat(defect.line()).isEqualTo(3);
        assertThat(defect.column()).isEqualTo(blamed);
        assertThat(defect.todo()).contains(todo);
        assertThat(defect.problem()).isNotBlank();
        assertThat(defect.original()).isEqualTo(row.line());
    }

    @Test
    void swappedFiguresAreFoundAndPlausiblePointsStay() {
        assertThat(new ReportRow("R1")
                        .with("lat", "36.1")
                        .with("lon", "32.61")
                        .taken()
                        .onlyDefect()
                        .problem())
                .contains("latitude and longitude look swapped");
        // Near Aleppo, and a point that would be as good the other way round: both stay.
        assertThat(new ReportRow("R1")
                        .with("lat", "36.2")
                        .with("lon", "37.15")
                        .taken()
                        .ids())
                .containsExactly("R1");
        // Far from the region, either way round.
        assertThat(new ReportRow("R1")
                        .with("lat", "10.0")
                        .with("lon", "20.0")
                        .taken()
                        .ids())
                .containsExactly("R1");
    }

    @Test
    void mixedKindsOfTimeAreComparedByTheirDatesAlone() {
        assertThat(new ReportRow("R1")
                        .with("occurred_from", "2017-07-09T23:00+03:00")
                        .with("occurred_to", "2017-07-09T01:00")
                        .taken()
                        .ids())
                .containsExactly("R1");
    }

    @Test
    void figuresFromProgramsWithoutMissingWholeNumbersAreRead() {
        assertThat(report(new ReportRow("R1").with("count", "3.0")).count()).hasValue(3);
    }

    @Test
    void protectedValuesNeverStandInTheOpen() {
        assertThat(report(new ReportRow("R1")).toString())
                .doesNotContain("Reuters", "Tasil", "32.84", "two shells", "example.org");
    }
}
