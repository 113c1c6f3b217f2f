package org.truce.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.base.EventType;
import org.truce.base.LatLon;
import org.truce.base.PlacePrecision;
import org.truce.base.TimePrecision;
import org.truce.record.Casualties;
import org.truce.record.Entry;
import org.truce.record.Guarded;
import org.truce.record.Participants;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.OptionalInt;

/** UCDP GED, in the form of the file at hand and in the form of its releases. */
final class UcdpGedCsvTest {
    static final String HEADER = "id,year,type_of_violence,dyad_name,side_a,side_b,source_article,"
            + "source_office,source_date,source_original,where_prec,where_coordinates,adm_1,"
            + "latitude,longitude,date_prec,date_start,date_end,deaths_civilians,low,best,high";
    private static final String ROW = "214797.0,2016.0,1.0,Government of Syria - IS,"
            + "Government of Syria,IS,\"\"\"SOHR,2016-01-01,Clashes\"\"\",SOHR;Airwars,"
            + "2015-12-31;2016-01-03;2016-01-02,Local activists,2.0,Teir Maaleh village,"
            + "Homs Governorate,34.802462,36.707602,1.0,2016-01-01,2016-01-02,1.0,2.0,3.0,4.0";

    private static Entry.Report report(String row) {
        Taken taken = Taken.from(Format.UCDP_GED, HEADER + "\n" + row + "\n");
        assertThat(taken.defects()).isEmpty();
        return taken.all(Entry.Report.class).getFirst();
    }

    @Test
    void aFightKeepsBothSidesAndNobodySaidToHaveBegun() {
        Entry.Report report = report(ROW);
        assertThat(report.id()).isEqualTo("214797");
        assertThat(report.type()).isEqualTo(EventType.LETHAL_EVENT);
        assertThat(report.participants())
                .isEqualTo(new Participants.Fighting("Government of Syria", "IS"));
        assertThat(report.account().source().find()).contains("UCDP GED");
        assertThat(report.account().citedOrigin().flatMap(Guarded::find))
                .contains("Local activists");
        // 31 December lies before the event; the earliest of the other two counts.
        assertThat(report.published()).contains(LocalDate.of(2016, 1, 2));
        assertThat(report.account().place().findPoint()).contains(new LatLon(34.802462, 36.707602));
        assertThat(report.account().place().admin1()).contains("Homs Governorate");
        assertThat(report.account().place().name().find()).contains("Teir Maaleh village");
        assertThat(report.casualties())
                .isEqualTo(new Casualties(
                        OptionalInt.of(2),
                        OptionalInt.of(3),
                        OptionalInt.of(4),
                        OptionalInt.of(1),
                        OptionalInt.empty()));
    }

    @Test
    void violenceAgainstCiviliansHasAnAllegedActorAndATarget() {
        Entry.Report report =
                report(ROW.replace(",1.0,Gov", ",3.0,Gov").replace(",IS,", ",Civilians,"));
        assertThat(report.type()).isEqualTo(EventType.VIOLENCE_AGAINST_CIVILIANS);
        assertThat(report.participants())
                .isInstanceOfSatisfying(Participants.Alleged.class, alleged -> {
                    assertThat(alleged.actor()).isEqualTo("Government of Syria");
                    assertThat(alleged.target().flatMap(Guarded::find)).contains("Civilians");
                });
    }

    @Test
    void theFormOfTheReleasesIsReadToo() {
        Entry.Report report = report(ROW.replaceAll("([0-9])\\.0,", "$1,")
                .replace("4.0", "4")
                .replace(
                        "2016-01-01,2016-01-02,",
                        "2016-01-01 00:00:00.000,2016-01-02 00:00:00.000,")
                .replace("Local activists", "")
                .replace("2015-12-31;2016-01-03;2016-01-02", "2016-01-02 00:00:00"));
        assertThat(report.id()).isEqualTo("214797");
        assertThat(report.account().occurred().to().writtenDate())
                .isEqualTo(LocalDate.of(2016, 1, 2));
        assertThat(report.account().citedOrigin().flatMap(Guarded::find)).contains("SOHR;Airwars");
        assertThat(report.published()).contains(LocalDate.of(2016, 1, 2));
    }

    @ParameterizedTest
    @CsvSource({"1,DAY", "2,WEEK", "3,WEEK", "4,MONTH", "5,LONGER"})
    void timePrecisions(int code, TimePrecision precision) {
        assertThat(report(ROW.replace("36.707602,1.0,", "36.707602," + code + ".0,"))
                        .account()
                        .occurred()
                        .precision())
                .isEqualTo(precision);
    }

    @ParameterizedTest
    @CsvSource({
        "1,EXACT",
        "2,DISTRICT",
        "3,DISTRICT",
        "4,GOVERNORATE",
        "5,GOVERNORATE",
        "6,COUNTRY",
        "7,COUNTRY"
    })
    void placePrecisions(int code, PlacePrecision precision) {
        assertThat(report(ROW.replace("activists,2.0,", "activists," + code + ".0,"))
                        .account()
                        .place()
                        .precision())
                .isEqualTo(precision);
    }

    @Test
    void contradictoryBoundsGoInWithOneCaution() {
        Taken taken = Taken.from(
                Format.UCDP_GED,
                HEADER + "\n" + ROW.replace("2.0,3.0,4.0", "8.0,15.0,7.0") + "\n" + ROW + "\n");
        assertThat(taken.defects()).isEmpty();
        assertThat(taken.entries()).hasSize(2);
        assertThat(taken.all(Entry.Report.class).getFirst().casualties().killedMin())
                .hasValue(8);
        assertThat(taken.cautions())
                .containsExactly(new Caution(
                        "file",
                        2,
                        "high",
                        "low (8) is over high (7); best (15) is over high (7); kept as published"));
    }

    @ParameterizedTest
    @CsvSource({
        "'2016.0,1.0,',       '2016.0,4.0,',       type_of_violence",
        "'activists,2.0,',    'activists,8.0,',    where_prec",
        "'36.707602,1.0,',    '36.707602,9.0,',    date_prec",
        "'34.802462,',        ',',                 latitude",
        "'2016-01-02,1.0',    '2015-12-31,1.0',    date_end",
        "'2016-01-01,2016-',  '2016-13-01,2016-',  date_start",
        "'214797.0',          '',                  id"
    })
    void badCodesAndValuesAreDefects(String good, String bad, String column) {
        Taken taken =
                Taken.from(Format.UCDP_GED, HEADER + "\n" + ROW.replace(good, bad) + "\n" + ROW);
        assertThat(taken.entries()).hasSize(1);
        assertThat(taken.onlyDefect().column()).isEqualTo(column);
    }

    @Test
    void allOfSyriaGoesInWithoutADefect() throws IOException {
        Path file = Taken.ROOT.resolve("../shared/data/ucdp-ged-syria/ged_syria_2016_2019.csv.gz");
        assumeTrue(Files.exists(file), "needs UCDP GED Syria in ../shared/data");
        try (InputStream in = Files.newInputStream(file)) {
            Taken taken = Taken.from(Format.UCDP_GED, in);
            assertThat(taken.defects()).isEmpty();
            assertThat(taken.entries()).hasSize(16_566);
            assertThat(taken.ids()).doesNotHaveDuplicates();
            // Counted with another program: 58 low over high, 71 best over high, 30 low over best.
            assertThat(taken.cautions()).hasSize(101);
            assertThat(taken.cautions().stream()
                            .filter(c -> c.problem().matches("low .* over high.*")))
                    .hasSize(58);
            assertThat(taken.cautions().stream()
                            .filter(c -> c.problem().matches(".*best .\\d+. is over high.*")))
                    .hasSize(71);
            var reports = taken.all(Entry.Report.class);
            assertThat(reports.stream().filter(r -> r.type() == EventType.LETHAL_EVENT))
                    .hasSize(11_507 + 4_577);
            assertThat(reports.stream().filter(r -> r.published().isPresent())).hasSize(16_374);
            assertThat(reports.stream().filter(r -> r.account().place().admin1().isEmpty()))
                    .hasSize(339);
            assertThat(reports.stream()
                            .mapToInt(r -> r.casualties().killedBest().orElseThrow())
                            .sum())
                    .isEqualTo(112_337);
            assertThat(reports.stream()
                            .mapToInt(r -> r.casualties().civiliansKilled().orElseThrow())
                            .sum())
                    .isEqualTo(26_653);
        }
    }
}
