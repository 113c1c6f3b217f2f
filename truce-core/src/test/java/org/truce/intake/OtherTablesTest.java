package org.truce.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
