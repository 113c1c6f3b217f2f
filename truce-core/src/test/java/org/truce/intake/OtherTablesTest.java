package org.truce.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.truce.base.LatLon;
import org.truce.base.Means;
import org.truce.base.TimePrecision;
import org.truce.base.Watch;
import org.truce.record.Entry;

import java.time.LocalDate;

/** What the smaller tables refuse. */
final class OtherTablesTest {
    private static Defect only(Format format, String header, String row) {
        return Taken.from(format, header + "\n" + row + "\n").onlyDefect();
    }

    @Test
    void aTallyNeedsASideAndACount() {
        String header = "date,url,side,province,count,stated_total,note";
        assertThat(only(Format.TALLIES, header, "2017-06-17,u,,Hama,2,3,").column())
                .isEqualTo("side");
        assertThat(only(Format.TALLIES, header, "2017-06-17,u,Russia,Hama,,3,").column())
                .isEqualTo("count");
        assertThat(only(Format.TALLIES, header, "2017-06-31,u,Russia,Hama,2,3,").column())
                .isEqualTo("date");
        assertThat(only(Format.TALLIES, header, "2017-06-17,u,Russia,Hama,2,-3,")
                        .column())
                .isEqualTo("stated_total");
    }

    @Test
    void aTotalNeedsDaysInOrderAndAValue() {
        String header = "source,url,area,from,to,measure,value,note";
        assertThat(only(Format.TOTALS, header, "S,u,Daraa,2017-07-10,2017-07-09,deaths,2,")
                        .problem())
                .isEqualTo("it ends (2017-07-09) before it starts (2017-07-10)");
        assertThat(only(Format.TOTALS, header, "S,u,Daraa,2017-07-08,2017-07-09,deaths,,")
                        .column())
                .isEqualTo("value");
    }

    @Test
    void aCountNeedsDaysInOrderAndACount() {
        String header = "register,area,reading,from,to,parties,unit,count,deaths_best,"
                + "civilian_deaths_best";
        assertThat(only(Format.COUNTS, header, "G,a,,2017-07-10,2017-07-09,p,u,2,3,1")
                        .column())
                .isEqualTo("to");
        assertThat(only(Format.COUNTS, header, "G,a,,2017-07-08,2017-07-09,p,u,two,3,1")
                        .column())
                .isEqualTo("count");
    }

    private static final String COVERAGE = "coverage_id,site,means,watch,source,source_url,"
        + "published,occurred_from,occurred_to,place_name,admin1,lat,lon,place_precision,by,note";

    @Test
    void coverageKeepsEveryValue() {
        Entry.Coverage coverage = Taken.from(
                        Format.COVERAGE,
                        COVERAGE
                                + "\n"
                                + "V1,post-7,observation-post,access-denied,Patrol"
                                + " Lead,u,2017-07-11,"
                                + "2017-07-10T08:00,2017-07-10T16:00,Tasil,Daraa,32.84,35.97,town,Syrian"
                                + " insurgents,turned back\n")
                .all(Entry.Coverage.class)
                .getFirst();
        assertThat(coverage.id()).isEqualTo("V1");
        assertThat(coverage.site()).isEqualTo("post-7");
        assertThat(coverage.means()).isEqualTo(Means.OBSERVATION_POST);
        assertThat(coverage.watch()).isEqualTo(Watch.ACCESS_DENIED);
        assertThat(coverage.by()).contains("Syrian insurgents");
        assertThat(coverage.published()).contains(LocalDate.of(2017, 7, 11));
        assertThat(coverage.account().source().find()).contains("Patrol Lead");
        assertThat(coverage.account().place().findPoint()).contains(new LatLon(32.84, 35.97));
        assertThat(coverage.account().note().orElseThrow().find()).contains("turned back");
        assertThat(coverage.account().occurred().precision()).isEqualTo(TimePrecision.HOUR);
    }

    @Test
    void coverageNeedsASiteAndKnownWordsAndNobodyWhoKeptThemFromWatching() {
        String rest = ",S,,,2017-07-10,,Tasil,Daraa,,,town,";
        assertThat(only(Format.COVERAGE, COVERAGE, "V1,,patrol,watched" + rest + ",")
                        .column())
                .isEqualTo("site");
        assertThat(only(Format.COVERAGE, COVERAGE, "V1,p,patroll,watched" + rest + ",")
                        .todo())
                .contains("perhaps 'patrol' is meant");
        assertThat(only(Format.COVERAGE, COVERAGE, "V1,p,patrol,denied" + rest + ",")
                        .column())
                .isEqualTo("watch");
        assertThat(only(Format.COVERAGE, COVERAGE, "V1,p,patrol,watched" + rest + "reds,")
                        .column())
                .isEqualTo("by");
    }

    @Test
    void aStatementNeedsAKnownKind() {
        Defect defect = only(
                Format.STATEMENTS,
                "speaker,role,date,place,kind,paraphrase,about,url",
                "A,minister,2018-01-17,,clam,It holds,truce,u");
        assertThat(defect.column()).isEqualTo("kind");
        assertThat(defect.todo()).contains("perhaps 'claim' is meant");
    }
}
